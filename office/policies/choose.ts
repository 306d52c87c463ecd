import type { Policy } from '../../dsl/policy/index.ts';
import { UserError } from '../../dsl/user-error.ts';
import { shippedPolicies } from '../../policies/index.ts';
import { OWN_POLICIES } from '../../texts/policies.ts';
import { type OwnPolicies, ownPolicies } from './folder.ts';
import { nearestWord } from './nearest.ts';
import { isPolicyFile, readPolicyFile } from './read-file.ts';

/**
 * A policy by its id, of those that ship and the office's own, or from a file.
 *
 * @throws UserError where there is none, or more than one
 */
export async function findPolicy(idOrFile: string, folder: string): Promise<Policy> {
  const shipped = shippedPolicies.find(({ id }) => id === idOrFile);
  // A file of the folder may bear that id too: said, never silent.
  if (isPolicyFile(idOrFile)) return readPolicyFile(idOrFile);
  const own = await ownPolicies(folder);
  const taken = own.faults.find(({ id }) => id === idOrFile);
  if (taken) throw new UserError(taken.text);
  const found = shipped ?? own.policies.find(({ policy }) => policy.id === idOrFile)?.policy;
  if (found) return found;
  const ids = offeredOf(own).map(({ id }) => id);
  const unread = own.faults.map(({ text }) => text);
  throw new UserError(OWN_POLICIES.unknown(idOrFile, nearestWord(idOrFile, ids), ids, unread));
}

/** Every policy a person may choose from: those that ship, then the office's own. */
export function offeredOf({ policies }: OwnPolicies): readonly Policy[] {
  return [...shippedPolicies, ...policies.map(({ policy }) => policy)];
}
