import { bareLetters } from '../../dsl/bare-letters.ts';
import type { Day } from '../../dsl/time/day.ts';
import { withinEdits } from '../../system/misspelt.ts';
import { type Agency, type Directory, GROUP } from './directory.ts';
import { agencyById, agencyOn, membersOn } from './lookup.ts';
import { comparable } from './normalise.ts';
import { groupOfSorts, sortsIn } from './sorts.ts';

export interface AgencyMatch {
  /** Who does the work on the day asked for. */
  readonly agency: Agency;
  /** Whom the words name: another one where its work has passed to a successor. */
  readonly named: Agency;
  /** 1 its name or an alias; 0.9 the same without diacritics; below that a misspelling, for a person to confirm. */
  readonly confidence: number;
}

const UNMARKED = 0.9;

/**
 * The agency, or group of agencies, that a notice means on a day. Undefined where no name is near enough, or where two
 * agencies are equally near: nothing is guessed.
 */
export function matchAgency(directory: Directory, nameAsWritten: string, day: Day): AgencyMatch | undefined {
  const { place, names, groups } = namesOf(directory);
  const written = formsOf(nameAsWritten, place);
  for (const form of written) {
    const found = one(directory, names.get(form), day, 1);
    if (found) return found;
  }
  const group = groupOf(directory, groups, written, day);
  if (group) return group;
  const [plain = ''] = written;
  if (plain === '') return undefined;
  const without = bareLetters(plain);
  const same = [...names].filter(([name]) => bareLetters(name) === without).flatMap(([, ids]) => [...ids]);
  // Letters that carry their marks and differ are another name; only a name typed without any is taken for its bare form.
  if (same.length > 0 && plain === without) return one(directory, new Set(same), day, UNMARKED);
  return misspelt(directory, names, plain, day);
}

/** A group in other words than the directory's ("các sở, ban, ngành" of "các sở, ngành, ban"), or one it lists nowhere. */
function groupOf(directory: Directory, groups: Names, written: readonly string[], day: Day): AgencyMatch | undefined {
  for (const form of written) {
    const sorts = sortsIn(form);
    if (sorts === undefined) continue;
    const listed = one(directory, groups.get(sorts.join('+')), day, 1);
    if (listed) return listed;
    const agency = groupOfSorts(sorts);
    if (membersOn(directory, agency, day).length > 0) return { agency, named: agency, confidence: 1 };
  }
  return undefined;
}

function misspelt(directory: Directory, names: Names, plain: string, day: Day): AgencyMatch | undefined {
  let best = Number.POSITIVE_INFINITY;
  let ids = new Set<string>();
  let length = 1;
  for (const [name, owners] of names) {
    const edits = withinEdits(plain, name);
    if (edits === undefined || edits > best) continue;
    ids = edits < best ? new Set(owners) : new Set([...ids, ...owners]);
    length = name.length;
    best = edits;
  }
  return one(directory, ids, day, Math.round((0.85 - best / length) * 100) / 100);
}

/** The one agency these ids lead to on the day, if it is one. */
function one(
  directory: Directory,
  ids: ReadonlySet<string> | undefined,
  day: Day,
  confidence: number,
): AgencyMatch | undefined {
  const matches = new Map<string, AgencyMatch>();
  for (const id of ids ?? []) {
    const agency = agencyOn(directory, id, day);
    const named = agencyById(directory, id);
    if (agency && named) matches.set(agency.id, { agency, named: matches.get(agency.id)?.named ?? named, confidence });
  }
  const [only, ...others] = matches.values();
  return others.length === 0 ? only : undefined;
}

type Names = ReadonlyMap<string, ReadonlySet<string>>;

interface Index {
  readonly place: string;
  readonly names: Names;
  /** Groups by the sorts their names say. */
  readonly groups: Names;
}

const indexes = new WeakMap<Directory, Index>();

function namesOf(directory: Directory): Index {
  const known = indexes.get(directory);
  if (known) return known;
  const place = placeOf(directory);
  const names = new Map<string, Set<string>>();
  const groups = new Map<string, Set<string>>();
  for (const agency of directory.agencies) {
    for (const name of [agency.name, ...agency.aliases]) {
      const full = comparable(name);
      for (const form of place === '' ? [full] : [full, shortPlace(full, place)]) {
        names.set(form, (names.get(form) ?? new Set()).add(agency.id));
        const sorts = agency.kind === GROUP ? sortsIn(form)?.join('+') : undefined;
        if (sorts !== undefined) groups.set(sorts, (groups.get(sorts) ?? new Set()).add(agency.id));
      }
    }
  }
  const index = { place, names, groups };
  indexes.set(directory, index);
  return index;
}

/** "tỉnh hải sơn", from the name of the issuing office: notices leave it out, write it out, or say "tỉnh" alone. */
function placeOf(directory: Directory): string {
  const issuer = directory.offices.issuer === undefined ? undefined : agencyById(directory, directory.offices.issuer);
  return /(?:tỉnh|thành phố) .+$/u.exec(comparable(issuer?.name ?? ''))?.[0] ?? '';
}

function shortPlace(name: string, place: string): string {
  return name.endsWith(` ${place}`) ? name.slice(0, -place.length) + levelOf(place) : name;
}

function levelOf(place: string): string {
  return place.startsWith('tỉnh') ? 'tỉnh' : 'thành phố';
}

/** The forms under which the name may stand in the directory, the fullest first. */
function formsOf(nameAsWritten: string, place: string): readonly string[] {
  const full = comparable(nameAsWritten);
  if (place === '') return [full];
  const short = shortPlace(full, place);
  const without = short.endsWith(` ${levelOf(place)}`) ? short.slice(0, -levelOf(place).length - 1) : short;
  return [...new Set([full, short, without])].filter((form) => form !== '');
}
