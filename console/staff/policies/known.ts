import { sep } from 'node:path';
import type { Policy } from '../../../dsl/policy/index.ts';
import { UserError } from '../../../dsl/user-error.ts';
import { findPolicy, ownPolicies } from '../../../office/policies/index.ts';
import type { StaffContext } from '../context.ts';

/** What a policy's id looks like: an address holds no path and no file's name. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const isPolicyId = (text: string): boolean => text.length <= 60 && ID.test(text);

/** The policy an address names; undefined where there is none, or it cannot be told which. */
export async function policyNamed(id: string, { policiesFolder }: StaffContext): Promise<Policy | undefined> {
  if (!isPolicyId(id)) return undefined;
  try {
    return await findPolicy(id, policiesFolder);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** The file of one of the office's own policies. */
export async function ownFileOf(id: string, { policiesFolder }: StaffContext): Promise<string | undefined> {
  const { policies } = await ownPolicies(policiesFolder);
  return policies.find(({ policy }) => policy.id === id)?.file;
}

/** A line about files without the folder all of them lie in: a page tells nobody where the server keeps things. */
export function withoutFolder(text: string, folder: string): string {
  return text.replaceAll(`${folder}${sep}`, '').replaceAll(folder, '…');
}
