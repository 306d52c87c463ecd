import { dayOf, type Instant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { type Directory, freshSlug, matchAgency, type PositionFunction, type Register } from '../../register/index.ts';
import { DIRECTORY as say } from '../../texts/staff/index.ts';
import { type PersonEntry, requirePerson, withPerson } from './person-entry.ts';

/** One agency with the people who answer for it, as a form gives them; '' where nothing was typed. */
export interface AgencyEntry {
  readonly name: string;
  readonly head: PersonEntry;
  readonly contact: PersonEntry;
  /** It is the office that follows the directives. */
  readonly isOffice: boolean;
}

const SURELY = 1;

/**
 * Adds agencies, and their people, to the directory: all of them or none.
 * @throws UserError where something typed cannot be, or the directory has the agency.
 */
export async function addAgencyEntries(
  register: Register,
  entries: readonly AgencyEntry[],
  now: Instant,
): Promise<void> {
  for (const { name, head, contact } of entries) {
    if (name === '') throw new UserError(say.noName);
    requirePerson(head);
    requirePerson(contact);
  }
  await register.directory.change(({ effective: _, ...directory }) =>
    entries.reduce<Directory>((sum, entry) => withEntry(sum, entry, now), directory),
  );
}

function withEntry(directory: Directory, { name, head, contact, isOffice }: AgencyEntry, now: Instant): Directory {
  const known = matchAgency(directory, name, dayOf(now));
  if (known && known.confidence >= SURELY) throw new UserError(say.taken(name));
  const id = freshSlug(name, new Set(directory.agencies.map((agency) => agency.id)));
  const added: Directory = {
    ...directory,
    offices: isOffice ? { ...directory.offices, secretariat: id } : directory.offices,
    agencies: [...directory.agencies, { id, name, aliases: [], kind: 'co-quan' }],
  };
  return seated(seated(added, id, 'head', head), id, 'contact', contact);
}

/** With somebody in a function of an agency; as it was where nobody was named. */
function seated(directory: Directory, agency: string, as: PositionFunction, entry: PersonEntry): Directory {
  if (entry.name === '') return directory;
  const { directory: next, id } = withPerson(directory, entry);
  return { ...next, positions: [...next.positions, { agency, person: id, function: as, acting: false }] };
}
