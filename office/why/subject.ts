import type { Day } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { agencyById, type Directory, peopleNamed } from '../../register/index.ts';
import { WHY_FAULTS } from '../../texts/why.ts';
import { agencyOfName } from '../review/agencies.ts';

/** Whom the question is about: a person, or everybody who is told for an agency. */
export type Subject =
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  | { readonly kind: 'agency'; readonly id: string; readonly name: string };

/** @throws UserError where the directory has nobody of that name, or several. */
export function subjectOf(directory: Directory, given: string, day: Day): Subject {
  const people = peopleNamed(directory, given);
  const [person, ...others] = people;
  if (person && others.length > 0)
    throw new UserError(
      WHY_FAULTS.several(
        given,
        people.map((p) => p.id),
      ),
    );
  if (person) return { kind: 'person', id: person.id, name: person.name };
  const agency = agencyById(directory, given);
  if (agency) return { kind: 'agency', id: agency.id, name: agency.name };
  const match = agencyOfName(directory, given, day);
  if (!match) throw new UserError(WHY_FAULTS.nobody(given));
  return { kind: 'agency', id: match.agency.id, name: match.agency.name };
}
