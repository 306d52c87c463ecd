import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { dayOf, type Instant } from '../dsl/time/day.ts';
import { UserError } from '../dsl/user-error.ts';
import {
  bare,
  comparable,
  type Directory,
  internationalPhone,
  loadDirectory,
  matchAgency,
  type Person,
  type Position,
  type PositionFunction,
  type Register,
} from '../register/index.ts';
import { DIRECTORY as say } from '../texts/staff/index.ts';

/** One agency with the people who answer for it, as a form gives them; '' where nothing was typed. */
export interface AgencyEntry {
  readonly name: string;
  readonly head: { readonly name: string; readonly email: string };
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
  /** It is the office that follows the directives. */
  readonly isOffice: boolean;
}

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;
const SURELY = 1;

/**
 * Adds an agency, and its people, to the directory.
 * @throws UserError where something typed cannot be, or the directory has the agency.
 */
export async function addAgencyEntry(register: Register, entry: AgencyEntry, now: Instant): Promise<void> {
  requireSense(entry);
  await register.directory.change((directory) => withEntry(directory, entry, now));
}

/**
 * Puts the directory of a file in place.
 * @throws UserError with the line of the file where it cannot be read.
 */
export async function importDirectoryFile(
  register: Register,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Directory> {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-danh-ba-'));
  try {
    const path = join(folder, basename(file.name));
    await writeFile(path, file.bytes, { mode: 0o600 });
    const loaded = loadDirectory(path);
    await register.directory.import(loaded);
    return loaded;
  } catch (error) {
    // Whoever sent the file knows it by its name, and has no business with our folders.
    if (error instanceof UserError) throw new UserError(error.message.replaceAll(`${folder}/`, ''), { cause: error });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function requireSense({ name, head, contact }: AgencyEntry): void {
  if (name === '') throw new UserError(say.noName);
  for (const { email } of [head, contact]) {
    if (email !== '' && !EMAIL.test(email)) throw new UserError(say.badEmail(email));
  }
  if (contact.phone !== '' && internationalPhone(contact.phone) === undefined)
    throw new UserError(say.badPhone(contact.phone));
  const nameless =
    (head.name === '' && head.email !== '') || (contact.name === '' && contact.email + contact.phone !== '');
  if (nameless) throw new UserError(say.needsName);
}

function withEntry(directory: Directory, { name, head, contact, isOffice }: AgencyEntry, now: Instant): Directory {
  const known = matchAgency(directory, name, dayOf(now));
  if (known && known.confidence >= SURELY) throw new UserError(say.taken(name));
  const { effective: _, ...rest } = directory;
  const id = freshId(name, new Set(directory.agencies.map((agency) => agency.id)));
  const people: Person[] = [];
  const positions: Position[] = [];
  const taken = new Set(directory.people.map((person) => person.id));
  const add = (
    as: PositionFunction,
    { name: who, email, phone = '' }: { name: string; email: string; phone?: string },
  ) => {
    if (who === '') return;
    const person = freshId(who, taken);
    taken.add(person);
    const number = phone === '' ? undefined : internationalPhone(phone);
    people.push({
      id: person,
      name: who,
      ...(email === '' ? {} : { email }),
      ...(number === undefined ? {} : { phone: number }),
    });
    positions.push({ agency: id, person, function: as, acting: false });
  };
  add('head', head);
  add('contact', contact);
  return {
    ...rest,
    offices: isOffice ? { ...directory.offices, secretariat: id } : directory.offices,
    agencies: [...directory.agencies, { id, name, aliases: [], kind: 'co-quan' }],
    people: [...directory.people, ...people],
    positions: [...directory.positions, ...positions],
  };
}

/** "so-noi-vu", with a number where it is taken. */
function freshId(name: string, taken: ReadonlySet<string>): string {
  const words = bare(comparable(name))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const base = words === '' ? 'don-vi' : words;
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(id)) return id;
  }
}
