import { present } from '../../dsl/present.ts';
import { UserError } from '../../dsl/user-error.ts';
import { type Directory, freshSlug, internationalPhone, type Person } from '../../register/index.ts';
import { DIRECTORY as say } from '../../texts/staff/index.ts';

/** Somebody as a form gives them; '' where nothing was typed. */
export interface PersonEntry {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

/** @throws UserError where an address cannot be one, or has nobody it belongs to. */
export function requirePerson({ name, email, phone }: PersonEntry): void {
  if (email !== '' && !EMAIL.test(email)) throw new UserError(say.badEmail(email));
  if (phone !== '' && internationalPhone(phone) === undefined) throw new UserError(say.badPhone(phone));
  if (name === '' && email + phone !== '') throw new UserError(say.needsName);
}

/** A person under an id, with what was typed of them; what no form asks for stays as it was. */
export function enteredPerson(id: string, { name, email, phone }: PersonEntry, before?: Person): Person {
  return {
    id,
    name,
    ...present({
      email: email === '' ? undefined : email,
      phone: phone === '' ? undefined : internationalPhone(phone),
      zaloUserId: before?.zaloUserId,
    }),
  };
}

/**
 * Whom an entry means: the one person of that name, unless another address was typed; else somebody new. Returns the
 * directory with them, and their id.
 */
export function withPerson(
  directory: Directory,
  entry: PersonEntry,
): { readonly directory: Directory; readonly id: string } {
  const [same, ...others] = directory.people.filter(({ name }) => name === entry.name);
  const known = same !== undefined && others.length === 0 && (entry.email === '' || entry.email === same.email);
  if (known) return { directory, id: same.id };
  const id = freshSlug(entry.name, new Set(directory.people.map((person) => person.id)));
  return { directory: { ...directory, people: [...directory.people, enteredPerson(id, entry)] }, id };
}
