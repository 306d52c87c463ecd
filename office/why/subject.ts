import type { Day } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { agencyById, bare, comparable, type Directory, personById } from '../../register/index.ts';
import { WHY_FAULTS } from '../../texts/why.ts';
import { agencyOfName } from '../review/agencies.ts';

/** Whom the question is about: a person, or everybody who is told for an agency. */
export type Subject =
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  | { readonly kind: 'agency'; readonly id: string; readonly name: string };

/** @throws UserError where the directory has nobody of that name, or several. */
export function subjectOf(directory: Directory, given: string, day: Day): Subject {
  const byId = personById(directory, given);
  if (byId) return { kind: 'person', id: byId.id, name: byId.name };
  const agency = agencyById(directory, given);
  if (agency) return { kind: 'agency', id: agency.id, name: agency.name };
  const wanted = comparable(given);
  const named = directory.people.filter((p) => comparable(p.name) === wanted);
  const near = named.length > 0 ? named : directory.people.filter((p) => bare(comparable(p.name)) === bare(wanted));
  const [person, ...others] = near;
  if (person && others.length > 0)
    throw new UserError(
      WHY_FAULTS.several(
        given,
        near.map((p) => p.id),
      ),
    );
  if (person) return { kind: 'person', id: person.id, name: person.name };
  const match = agencyOfName(directory, given, day);
  if (!match) throw new UserError(WHY_FAULTS.nobody(given));
  return { kind: 'agency', id: match.agency.id, name: match.agency.name };
}
