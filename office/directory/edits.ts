import { present } from '../../dsl/present.ts';
import { addDays, type Day } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import {
  type Agency,
  agencyById,
  agencyOn,
  type Directory,
  holdsOn,
  isMany,
  matchAgency,
  type Position,
  type PositionFunction,
} from '../../register/index.ts';
import { DIRECTORY as say } from '../../texts/staff/index.ts';
import { enteredPerson, type PersonEntry, requirePerson, withPerson } from './person-entry.ts';

/** What a person changes of the directory, one thing at a time. */
export type DirectoryEdit =
  | { readonly kind: 'name'; readonly agency: string; readonly name: string; readonly aliases: readonly string[] }
  /** Name and addresses of somebody, wherever they serve. */
  | { readonly kind: 'person'; readonly person: string; readonly entry: PersonEntry }
  /** Somebody takes up a function on a day. A head who does not only act ends the term of the one before. */
  | {
      readonly kind: 'appoint';
      readonly agency: string;
      readonly entry: PersonEntry;
      readonly as: PositionFunction;
      readonly title: string;
      readonly acting: boolean;
      readonly from: Day;
    }
  /** Somebody holds a function no longer, from a day on. */
  | {
      readonly kind: 'leave';
      readonly agency: string;
      readonly person: string;
      readonly as: PositionFunction;
      readonly from: Day;
    }
  /** Another agency does its work from a day on; without one, nobody does. */
  | { readonly kind: 'end'; readonly agency: string; readonly into: string; readonly from: Day }
  /** Which agencies a group is, by their names. */
  | { readonly kind: 'members'; readonly agency: string; readonly names: readonly string[] };

/**
 * The directory after one edit.
 * @throws UserError where the edit cannot be.
 */
export function editedDirectory({ effective: _, ...directory }: Directory, edit: DirectoryEdit, today: Day): Directory {
  switch (edit.kind) {
    case 'name':
      return renamed(directory, edit, today);
    case 'person':
      return corrected(directory, edit.person, edit.entry);
    case 'appoint':
      return appointed(directory, edit);
    case 'leave':
      return left(directory, edit);
    case 'end':
      return ended(directory, edit, today);
    case 'members':
      return grouped(directory, edit, today);
  }
}

type Edit<K extends DirectoryEdit['kind']> = Extract<DirectoryEdit, { kind: K }>;

function renamed(directory: Directory, { agency, name, aliases }: Edit<'name'>, today: Day): Directory {
  if (name === '') throw new UserError(say.noName);
  for (const one of [name, ...aliases]) {
    const known = matchAgency(directory, one, today);
    if (known && known.confidence === 1 && known.named.id !== agency) throw new UserError(say.taken(one));
  }
  return withAgency(directory, agency, (before) => ({ ...before, name, aliases: [...new Set(aliases)] }));
}

function corrected(directory: Directory, id: string, entry: PersonEntry): Directory {
  if (entry.name === '') throw new UserError(say.noPersonName);
  requirePerson(entry);
  return {
    ...directory,
    people: directory.people.map((before) => (before.id === id ? enteredPerson(id, entry, before) : before)),
  };
}

function appointed(directory: Directory, { agency, entry, as, title, acting, from }: Edit<'appoint'>): Directory {
  if (entry.name === '') throw new UserError(say.noPersonName);
  requirePerson(entry);
  const { directory: next, id } = withPerson(directory, entry);
  const holds = (position: Position) => position.agency === agency && position.function === as;
  if (next.positions.some((one) => holds(one) && one.person === id && one.acting === acting && holdsOn(one, from)))
    throw new UserError(say.holdsAlready(entry.name));
  const positions =
    as === 'head' && !acting
      ? endedFrom(next.positions, (one) => holds(one) && holdsOn(one, from), from)
      : next.positions;
  const position = { agency, person: id, function: as, acting, from, ...present({ title: title || undefined }) };
  return { ...next, positions: [...positions, position] };
}

function left(directory: Directory, { agency, person, as, from }: Edit<'leave'>): Directory {
  const isTheirs = (one: Position) =>
    one.agency === agency && one.person === person && one.function === as && holdsOn(one, from);
  return { ...directory, positions: endedFrom(directory.positions, isTheirs, from) };
}

/** Those meant end the day before; what would only have begun on the day never was. */
function endedFrom(positions: readonly Position[], isMeant: (one: Position) => boolean, from: Day): Position[] {
  const last = addDays(from, -1);
  return positions.flatMap((one) => {
    if (!isMeant(one)) return [one];
    return one.from !== undefined && one.from > last ? [] : [{ ...one, to: last }];
  });
}

function ended(directory: Directory, { agency, into, from }: Edit<'end'>, today: Day): Directory {
  const heir = into === '' ? undefined : matchAgency(directory, into, today)?.agency;
  if (into !== '' && heir === undefined) throw new UserError(say.unknownHeir(into));
  // Its work must end up somewhere else than with itself.
  if (heir?.id === agency || (heir && leadsTo(directory, heir, agency))) throw new UserError(say.ownHeir);
  const { secretariat, issuer } = directory.offices;
  if (heir === undefined && (agency === secretariat || agency === issuer)) throw new UserError(say.officeStays);
  return withAgency(directory, agency, ({ successor: _, heirs: __, ...before }) => ({
    ...before,
    to: addDays(from, -1),
    ...present({ successor: heir?.id }),
  }));
}

function leadsTo(directory: Directory, from: Agency, to: string): boolean {
  const seen = new Set<string>();
  for (let at: Agency | undefined = from; at && !seen.has(at.id); ) {
    if (at.id === to) return true;
    seen.add(at.id);
    at = at.successor === undefined ? undefined : agencyById(directory, at.successor);
  }
  return false;
}

function grouped(directory: Directory, { agency, names }: Edit<'members'>, today: Day): Directory {
  const members = names.map((name) => {
    const found = matchAgency(directory, name, today);
    if (!found || isMany(found.agency, today)) throw new UserError(say.unknownMember(name));
    return found.agency.id;
  });
  if (members.length === 0) throw new UserError(say.noMembers);
  return withAgency(directory, agency, ({ rule: _, ...before }) => ({ ...before, members: [...new Set(members)] }));
}

function withAgency(directory: Directory, id: string, change: (agency: Agency) => Agency): Directory {
  if (agencyById(directory, id) === undefined) throw new UserError(say.noSuchAgency);
  return { ...directory, agencies: directory.agencies.map((one) => (one.id === id ? change(one) : one)) };
}

/** The agencies there are on a day: one that was dissolved before is only looked up, and one to come is not there yet. */
export function agenciesOn(directory: Directory, day: Day): readonly Agency[] {
  return directory.agencies.filter(
    (agency) => agencyOn(directory, agency.id, day)?.id === agency.id && holdsOn(agency, day),
  );
}
