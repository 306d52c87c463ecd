import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Policy } from '../../dsl/policy/index.ts';
import { UserError } from '../../dsl/user-error.ts';
import { shippedPolicies } from '../../policies/index.ts';
import { OWN_POLICIES } from '../../texts/policies.ts';
import { isPolicyFile, readPolicyFile } from './read-file.ts';

export interface OwnPolicy {
  readonly policy: Policy;
  readonly file: string;
}

/** The policies an office wrote itself. */
export interface OwnPolicies {
  readonly folder: string;
  /** In the order of their files' names; none bears an id that another has, or one that ships. */
  readonly policies: readonly OwnPolicy[];
  /** A line for each file that holds none, or one whose id is taken: where, what, and what to do. */
  readonly faults: readonly PolicyFileFault[];
}

export interface PolicyFileFault {
  readonly file: string;
  readonly text: string;
  /** The id that is taken, where that is what is wrong. */
  readonly id?: string;
}

/** Every policy of a folder; one that is not there has none. Nothing is left out silently. */
export async function ownPolicies(folder: string): Promise<OwnPolicies> {
  const read: OwnPolicy[] = [];
  const faults: PolicyFileFault[] = [];
  for (const name of await namesIn(folder)) {
    const file = join(folder, name);
    try {
      read.push({ file, policy: await readPolicyFile(file) });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      faults.push({ file, text: error.message });
    }
  }
  const policies = read.filter(({ file, policy: { id } }) => {
    const other = read.find((one) => one.policy.id === id && one.file !== file);
    const ships = shippedPolicies.some((shipped) => shipped.id === id);
    if (ships) faults.push({ file, id, text: OWN_POLICIES.idShips(file, id) });
    else if (other) faults.push({ file, id, text: OWN_POLICIES.idTwice(file, id, other.file) });
    return !ships && other === undefined;
  });
  return { folder, policies, faults };
}

/** @throws UserError where a policy of this id is there already, in another file or with those that ship */
export async function requireFree(folder: string, id: string, file: string): Promise<void> {
  if (shippedPolicies.some((shipped) => shipped.id === id)) throw new UserError(OWN_POLICIES.idShips(file, id));
  const { policies, faults } = await ownPolicies(folder);
  const others = [...policies.filter(({ policy }) => policy.id === id), ...faults.filter((fault) => fault.id === id)];
  // That its own file is there is for whoever writes it to say.
  const other = others.find((one) => one.file !== file);
  if (other) throw new UserError(OWN_POLICIES.idTwice(file, id, other.file));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const files = entries.filter(
      (entry) => !entry.isDirectory() && isPolicyFile(entry.name) && !/^[._]/.test(entry.name),
    );
    return files.map(({ name }) => name).sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    throw new UserError(`${folder}: ${OWN_POLICIES.unreadable(code ?? '?')}`);
  }
}
