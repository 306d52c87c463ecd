import type { Day } from '../dsl/time/day.ts';
import { UserError } from '../dsl/user-error.ts';
import {
  bare,
  comparable,
  type DirectiveRecord,
  type Directory,
  isReachable,
  type Person,
  personById,
  resolveRole,
} from '../register/index.ts';
import { CONTACT_REFUSALS as refuse } from '../texts/contact.ts';

/** Stands for the usual contact. */
const USUAL = 'none';

/**
 * Whom a name or an id of the directory means as the one to be told for a directive's lead; `none` stays as it is.
 * Gives the id: names stay out of Temporal.
 * @throws UserError where nobody or more than one is meant, or nothing would reach them: somebody of another agency
 * could not act for the lead by the link they get.
 */
export function contactIdOf(
  directory: Directory,
  directive: Pick<DirectiveRecord, 'lead' | 'cooperating' | 'supervisor'>,
  given: string,
  day: Day,
): string {
  if (given === USUAL) return USUAL;
  const person = personOf(directory, given);
  const { lead, cooperating, supervisor } = directive;
  const { people } = resolveRole(directory, { lead, cooperating, supervisor, contact: person.id }, 'lead', day);
  if (isReachable(person) && people.some((told) => told.person.id === person.id)) return person.id;
  if (!isReachable(person)) throw new UserError(refuse.noAddress(person.name));
  throw new UserError(refuse.elsewhere(person.name, lead.map((l) => l.name).join(', ')));
}

function personOf(directory: Directory, given: string): Person {
  const byId = personById(directory, given);
  if (byId) return byId;
  const wanted = comparable(given);
  // Hải is not Hài; whoever types no marks at all may mean either.
  const unmarked = bare(wanted) === wanted;
  const named = directory.people.filter(({ name }) => {
    const own = comparable(name);
    return wanted !== '' && (own === wanted || (unmarked && bare(own) === wanted));
  });
  const [person, ...others] = named;
  if (!person) throw new UserError(refuse.nobody(given));
  if (others.length === 0) return person;
  const ids = named.map((p) => p.id);
  throw new UserError(refuse.several(given, ids));
}
