import { UserError } from '../dsl/user-error.ts';
import { type Directory, type Person, peopleNamed } from '../register/index.ts';
import { PERSON_NAMED as say } from '../texts/directory.ts';

/**
 * The one person of the directory an id or a name means.
 * @throws UserError naming the option it was given by, where nobody or more than one is meant.
 */
export function personNamed(directory: Directory, given: string, option: string): Person {
  const people = peopleNamed(directory, given);
  const [person, ...others] = people;
  if (!person) throw new UserError(say.nobody(option, given));
  if (others.length === 0) return person;
  const ids = people.map(({ id }) => id);
  throw new UserError(say.several(option, given, ids));
}
