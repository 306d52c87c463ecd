import { bareLetters } from '../../dsl/bare-letters.ts';
import type { Day } from '../../dsl/time/day.ts';
import {
  type Agency,
  type Directory,
  GROUP,
  type GroupRule,
  holdsOn,
  type Person,
  type Position,
  type PositionFunction,
} from './directory.ts';
import { comparable } from './normalise.ts';
import { groupOfId, isOfSort } from './sorts.ts';

interface Index {
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly people: ReadonlyMap<string, Person>;
  readonly positions: ReadonlyMap<string, readonly Position[]>;
}

/** A directory is immutable: it is indexed once. */
const indexes = new WeakMap<Directory, Index>();

function indexOf(directory: Directory): Index {
  const known = indexes.get(directory);
  if (known) return known;
  const positions = new Map<string, Position[]>();
  for (const position of directory.positions)
    positions.set(position.agency, [...(positions.get(position.agency) ?? []), position]);
  const index: Index = {
    agencies: new Map(directory.agencies.map((a) => [a.id, a])),
    people: new Map(directory.people.map((p) => [p.id, p])),
    positions,
  };
  indexes.set(directory, index);
  return index;
}

/** The agency with an id, whether it exists today or not. */
export function agencyById(directory: Directory, id: string): Agency | undefined {
  return indexOf(directory).agencies.get(id) ?? groupOfId(id);
}

/** The person with an id. */
export function personById(directory: Directory, id: string): Person | undefined {
  return indexOf(directory).people.get(id);
}

/**
 * The people an id or a name may mean: one by an id, else all of that name. Hải is not Hài; whoever types no marks at
 * all may mean either.
 */
export function peopleNamed(directory: Directory, given: string): readonly Person[] {
  const byId = personById(directory, given);
  if (byId) return [byId];
  const wanted = comparable(given);
  const hasNoMarks = wanted !== '' && bareLetters(wanted) === wanted;
  return directory.people.filter(({ name }) => {
    const own = comparable(name);
    return own === wanted || (hasNoMarks && bareLetters(own) === wanted);
  });
}

/**
 * The agency that does this one's work on a day: itself, or the successor (of the successor …) after a merger.
 * Undefined where it was dissolved without one, or did not exist yet. One whose work was divided stands for those that
 * do it now: `membersOn` says who they are.
 */
export function agencyOn(directory: Directory, id: string, day: Day): Agency | undefined {
  const seen = new Set<string>();
  let agency = agencyById(directory, id);
  while (agency && !seen.has(agency.id)) {
    if (agency.to === undefined || agency.to >= day) {
      return agency.from === undefined || agency.from <= day ? agency : undefined;
    }
    if (agency.heirs) return agency;
    seen.add(agency.id);
    agency = agency.successor === undefined ? undefined : agencyById(directory, agency.successor);
  }
  return undefined;
}

/**
 * The agencies that do the work of one on a day: the members of a group; of one that was divided those that took over,
 * where `about` (the words of the directive) names the places of some, these; of any other, itself.
 */
export function membersOn(directory: Directory, agency: Agency, day: Day, about = ''): readonly Agency[] {
  const found = new Map<string, Agency>();
  const add = (id: string) => {
    const member = agencyOn(directory, id, day);
    if (!member || member.kind === GROUP || member.id === agency.id) return;
    for (const one of isDivided(member, day) ? membersOn(directory, member, day, about) : [member])
      found.set(one.id, one);
  };
  if (isDivided(agency, day)) for (const id of heirsOf(directory, agency, about)) add(id);
  else if (agency.kind !== GROUP) return [agency];
  for (const id of agency.members ?? []) add(id);
  if (agency.rule) {
    for (const one of directory.agencies) if (isOfRule(directory, one, agency.rule, day)) found.set(one.id, one);
  }
  return [...found.values()];
}

/** Does it stand for others, as a group or as one that was divided? */
export function isMany(agency: Agency, day: Day): boolean {
  return agency.kind === GROUP || isDivided(agency, day);
}

/** Does one agency's work belong to several by this day? */
export function isDivided({ heirs, to }: Agency, day: Day): boolean {
  return heirs !== undefined && to !== undefined && to < day;
}

function heirsOf(directory: Directory, { heirs = [] }: Agency, about: string): readonly string[] {
  const words = ` ${comparable(about)} `;
  const named = heirs.filter(({ agency, places }) => {
    const own = comparable(agencyById(directory, agency)?.name ?? '').replace(COMMITTEE, '');
    return [own, ...places.map(comparable)].some((place) => place !== '' && words.includes(` ${place} `));
  });
  return (named.length > 0 ? named : heirs).map(({ agency }) => agency);
}

const COMMITTEE = new RegExp(`^${comparable('Ủy ban nhân dân')} `, 'u');

/** Who gives the directives and who follows them are in no group of those who get them, unless it is listed. */
function isOfRule(
  { offices }: Directory,
  agency: Agency,
  { kinds = [], sorts = [], except = [] }: GroupRule,
  day: Day,
) {
  if (agency.kind === GROUP || !holdsOn(agency, day) || except.includes(agency.id)) return false;
  if (kinds.includes(agency.kind)) return true;
  return agency.id !== offices.issuer && agency.id !== offices.secretariat && isOfSort(agency, sorts);
}

export interface Holder {
  readonly person: Person;
  readonly position: Position;
}

/** Who holds a function of an agency on a day, the newest appointment first. */
export function holdersOn(directory: Directory, agency: string, of: PositionFunction, day: Day): readonly Holder[] {
  return (indexOf(directory).positions.get(agency) ?? [])
    .filter((position) => position.function === of && holdsOn(position, day))
    .sort(newestFirst)
    .flatMap((position) => {
      const person = personById(directory, position.person);
      return person ? [{ person, position }] : [];
    });
}

/** Does a person hold any position of an agency on a day? The newest of them. */
export function positionOn(directory: Directory, agency: string, person: string, day: Day): Holder | undefined {
  const [position] = (indexOf(directory).positions.get(agency) ?? [])
    .filter((held) => held.person === person && holdsOn(held, day))
    .sort(newestFirst);
  const found = personById(directory, person);
  return position && found ? { person: found, position } : undefined;
}

/** The post a person holds on a day, at whatever agency: of several the newest. */
export function postOn(directory: Directory, person: string, day: Day): Holder | undefined {
  const [position] = directory.positions
    .filter((held) => held.person === person && holdsOn(held, day))
    .sort(newestFirst);
  const found = personById(directory, person);
  return position && found ? { person: found, position } : undefined;
}

/**
 * The newest appointment counts, so that someone acting for a head on leave stands before the head, and a head
 * appointed later stands before an acting one whose term nobody ended. On the same day the head does.
 */
function newestFirst(a: Position, b: Position): number {
  const from = (b.from ?? '').localeCompare(a.from ?? '');
  return from !== 0 ? from : Number(a.acting) - Number(b.acting);
}
