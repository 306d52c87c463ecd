import { addDays, type Day } from '../../dsl/time/day.ts';
import type { Agency, Directory, Position } from './directory.ts';

/**
 * The directory after a new list. A list with an effective day speaks from that day on: what it no longer has ended
 * the day before, what went before stays, so that a message of the past can still be explained. A list without one
 * replaces everything.
 */
export function mergeDirectory(old: Directory, list: Directory): Directory {
  const { effective } = list;
  if (effective === undefined) return list;
  const eve = addDays(effective, -1);
  const positions = mergePositions(old.positions, list.positions, effective, eve);
  const listed = new Set(list.agencies.map((a) => a.id));
  const gone = old.agencies.filter((a) => !listed.has(a.id)).map((a) => endAgency(a, eve));
  const people = new Map([...old.people, ...list.people].map((p) => [p.id, p]));
  const { effective: _, ...rest } = list;
  return {
    ...rest,
    offices: { ...old.offices, ...list.offices },
    agencies: [...gone, ...list.agencies],
    people: [...people.values()],
    positions,
  };
}

function endAgency(agency: Agency, eve: Day): Agency {
  return agency.to !== undefined && agency.to <= eve ? agency : { ...agency, to: eve };
}

function mergePositions(old: readonly Position[], list: readonly Position[], effective: Day, eve: Day): Position[] {
  const next = list.map((position) => begin(position, old, effective));
  const keys = new Set(next.map(keyOf));
  const past = old
    // What would only have begun under the new list is the new list's to say.
    .filter((position) => !keys.has(keyOf(position)) && (position.from === undefined || position.from < effective))
    .map((position) => (position.to !== undefined && position.to <= eve ? position : { ...position, to: eve }));
  return [...past, ...next];
}

/** Listed without a first day: goes on where it is held already, else begins with the list. */
function begin(position: Position, old: readonly Position[], effective: Day): Position {
  if (position.from !== undefined) return position;
  const held = old.find((o) => sameSeat(o, position) && (o.to === undefined || o.to >= effective));
  if (!held) return { ...position, from: effective };
  return held.from === undefined ? position : { ...position, from: held.from };
}

function sameSeat(a: Position, b: Position): boolean {
  return a.agency === b.agency && a.person === b.person && a.function === b.function;
}

function keyOf(position: Position): string {
  return JSON.stringify([position.agency, position.person, position.function, position.from ?? '']);
}
