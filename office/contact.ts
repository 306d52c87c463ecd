import type { Day } from '../dsl/time/day.ts';
import { UserError } from '../dsl/user-error.ts';
import {
  type DirectiveRecord,
  type Directory,
  isReachable,
  type Person,
  reachableAt,
  resolveRole,
} from '../register/index.ts';
import { CONTACT_REFUSALS as refuse } from '../texts/contact.ts';
import { personNamed } from './person-named.ts';

/** Stands for the usual contact. */
const USUAL = 'none';

type Led = Pick<DirectiveRecord, 'lead' | 'cooperating' | 'supervisor'>;

/**
 * Whom a name or an id of the directory means as the one to be told for a directive's lead; `none` stays as it is.
 * Gives the id: names stay out of Temporal.
 * @throws UserError where nobody or more than one is meant, or nothing would reach them: somebody of another agency
 * could not act for the lead by the link they get.
 */
export function contactIdOf(directory: Directory, directive: Led, given: string, day: Day): string {
  if (given === USUAL) return USUAL;
  const person = personNamed(directory, given, '--contact');
  if (!isReachable(person)) throw new UserError(refuse.noAddress(person.name));
  if (wouldBeTold(directory, directive, person, day)) return person.id;
  throw new UserError(refuse.elsewhere(person.name, directive.lead.map((l) => l.name).join(', ')));
}

/** Those of an agency who can be told for a directive's lead in place of its usual contact, by name. */
export function contactsAt(directory: Directory, directive: Led, agency: string, day: Day): readonly Person[] {
  return reachableAt(directory, agency, day).filter((person) => wouldBeTold(directory, directive, person, day));
}

function wouldBeTold(directory: Directory, { lead, cooperating, supervisor }: Led, { id }: Person, day: Day): boolean {
  const { people } = resolveRole(directory, { lead, cooperating, supervisor, contact: id }, 'lead', day);
  return people.some(({ person }) => person.id === id);
}
