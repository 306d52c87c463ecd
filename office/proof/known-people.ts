import type { Policy } from '../../dsl/policy/index.ts';
import { peopleIn } from '../../dsl/policy/roles.ts';
import { UserError } from '../../dsl/user-error.ts';
import { type Directory, personById, type Register } from '../../register/index.ts';
import { PROOF_REFUSALS } from '../../texts/proof-gate.ts';
import { nearestWord } from '../policies/nearest.ts';

/**
 * A role is found anew on each day; a person whom a policy names is there or is not.
 * @throws UserError naming the first the directory does not have, and whoever may be meant
 */
export async function requireKnownPeople(
  register: Pick<Register, 'directory'>,
  policies: ReadonlySet<Policy>,
): Promise<void> {
  const named = [...policies].filter((policy) => peopleIn(policy).length > 0);
  if (named.length === 0) return;
  const directory = await register.directory.current();
  for (const policy of named) {
    const unknown = peopleIn(policy).find((id) => personById(directory, id) === undefined);
    if (unknown !== undefined)
      throw new UserError(PROOF_REFUSALS.noPerson(policy, unknown, nearest(directory, unknown)));
  }
}

function nearest({ people }: Directory, id: string): string | undefined {
  const near = nearestWord(
    id,
    people.map((person) => person.id),
  );
  const person = people.find((one) => one.id === near);
  return person && `${person.id} (${person.name})`;
}
