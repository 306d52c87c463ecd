import type { Day } from '../../dsl/time/day.ts';
import {
  type Agency,
  type Directory,
  GROUP,
  holdsOn,
  type Person,
  type Position,
  type PositionFunction,
} from './directory.ts';

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
  return indexOf(directory).agencies.get(id);
}

/** The person with an id. */
export function personById(directory: Directory, id: string): Person | undefined {
  return indexOf(directory).people.get(id);
}

/**
 * The agency that does this one's work on a day: itself, or the successor (of the successor …) after a merger.
 * Undefined where it was dissolved without one, or did not exist yet.
 */
export function agencyOn(directory: Directory, id: string, day: Day): Agency | undefined {
  const seen = new Set<string>();
  let agency = agencyById(directory, id);
  while (agency && !seen.has(agency.id)) {
    if (agency.to === undefined || agency.to >= day) {
      return agency.from === undefined || agency.from <= day ? agency : undefined;
    }
    seen.add(agency.id);
    agency = agency.successor === undefined ? undefined : agencyById(directory, agency.successor);
  }
  return undefined;
}

/** The agencies a group stands for on a day; of any other agency, itself. */
export function membersOn(directory: Directory, agency: Agency, day: Day): readonly Agency[] {
  if (agency.kind !== GROUP) return [agency];
  const members = new Map<string, Agency>();
  for (const id of agency.members ?? []) {
    const member = agencyOn(directory, id, day);
    if (member && member.kind !== GROUP) members.set(member.id, member);
  }
  return [...members.values()];
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

/**
 * The newest appointment counts, so that someone acting for a head on leave stands before the head, and a head
 * appointed later stands before an acting one whose term nobody ended. On the same day the head does.
 */
function newestFirst(a: Position, b: Position): number {
  const from = (b.from ?? '').localeCompare(a.from ?? '');
  return from !== 0 ? from : Number(a.acting) - Number(b.acting);
}
