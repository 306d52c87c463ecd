import { UserError } from '../dsl/user-error.ts';
import type { ProofOptions } from '../office/proof/index.ts';
import type { Register } from '../register/index.ts';
import { openOfficeRegister } from './office-register.ts';
import { hasRegister } from './register-place.ts';

/**
 * Lends `work` the office's memory of verdicts, for commands that need no register. It is opened when it is first
 * asked, and not created where there is none; one that cannot be opened or written only means that a policy is checked
 * anew.
 */
export async function withKnownVerdicts<T>(
  work: (memory: NonNullable<ProofOptions['register']>) => Promise<T>,
): Promise<T> {
  let opening: Promise<Register | undefined> | undefined;
  const register = () => (opening ??= registerIfAny());
  try {
    return await work({
      policies: {
        verdict: async (key) => (await register())?.policies.verdict(key).catch(() => undefined),
        saveVerdict: async (key, unproved) => (await register())?.policies.saveVerdict(key, unproved).catch(() => {}),
      },
    });
  } finally {
    await (await opening)?.close();
  }
}

async function registerIfAny(): Promise<Register | undefined> {
  try {
    return hasRegister() ? await openOfficeRegister() : undefined;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
