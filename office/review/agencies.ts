import type { Day } from '../../dsl/time/day.ts';
import type { DraftDirective, Name, Notice } from '../../notices/index.ts';
import {
  type Agency,
  type AgencyMatch,
  agencyById,
  agencyOn,
  type Directory,
  isMany,
  matchAgency,
  membersOn,
  reorganisedBy,
} from '../../register/index.ts';
import { agencyWarnings } from '../../texts/review/index.ts';
import { isDoubtful, namesOf } from './threshold.ts';
import { officeOfTitle } from './titles.ts';

/** An order to the head of an agency is an order to the agency: nearly, not quite, its name. */
const BY_TITLE = 0.95;

/**
 * The agency a name stands for on a day, by its own name or by the title of its head ("Giám đốc Sở Y tế"). Undefined
 * where the directory has none near enough, or two equally near.
 */
export function agencyOfName(directory: Directory, name: string, day: Day): AgencyMatch | undefined {
  const own = matchAgency(directory, name, day);
  if (own && own.confidence >= BY_TITLE) return own;
  const office = officeOfTitle(name);
  const led = office === undefined ? undefined : matchAgency(directory, office, day);
  if (!led) return own;
  const confidence = Math.min(BY_TITLE, led.confidence);
  return own && own.confidence >= confidence ? own : { ...led, confidence };
}

/** Below it a name is only near. */
const CERTAIN = 0.9;

/** Of a notice without a day the agencies are told as the directory knows them last. */
const NEWEST: Day = '2999-12-31';

/**
 * The notice with the agency of each name as of the notice's day. Names the directory does not have, or has only nearly,
 * are said in the directive's warnings; a directory without agencies says nothing about anybody.
 */
export function withAgencies<N extends Notice>(notice: N, directory: Directory): N {
  if (directory.agencies.length === 0) return notice;
  const found = new Map<string, AgencyMatch | undefined>();
  const matchOf = ({ name, agency, agencyConfidence = 1 }: Name): AgencyMatch | undefined => {
    // One a person named by its id is the one meant; one matched before with doubt is matched again, so it stays so.
    const id = agencyConfidence === 1 ? agency : undefined;
    const key = JSON.stringify([name, id]);
    if (!found.has(key)) found.set(key, chosen(directory, name, id, notice.anchor ?? NEWEST));
    return found.get(key);
  };
  const day = notice.anchor ?? NEWEST;
  const countOf = (agency: Agency) => {
    return isMany(agency, day) ? { members: membersOn(directory, agency, day).length } : {};
  };
  return { ...notice, directives: notice.directives.map((d) => matched(d, matchOf, countOf, notice.anchor)) };
}

function chosen(directory: Directory, name: string, id: string | undefined, day: Day): AgencyMatch | undefined {
  if (id === undefined) {
    const match = agencyOfName(directory, name, day);
    // The name of a body that ended is no misspelling of another's ("Bộ …", "Sở …").
    return match && match.confidence < CERTAIN && reorganisedBy(name, day) ? undefined : match;
  }
  const named = agencyById(directory, id);
  const agency = agencyOn(directory, id, day);
  return named && agency ? { named, agency, confidence: 1 } : undefined;
}

function matched(
  draft: DraftDirective,
  matchOf: (name: Name) => AgencyMatch | undefined,
  countOf: (agency: Agency) => { members?: number },
  day: Day | null,
): DraftDirective {
  const withMatch = (name: Name): Name => {
    const match = matchOf(name);
    const { agency: _, members: __, ...plain } = name;
    return match
      ? { ...plain, agency: match.agency.id, agencyConfidence: match.confidence, ...countOf(match.agency) }
      : { ...plain, agencyConfidence: 0 };
  };
  const lead = draft.lead.map(withMatch);
  const cooperating = draft.cooperating.map(withMatch);
  const supervisor = draft.supervisor.map(withMatch);
  const next = { ...draft, lead, cooperating, supervisor };
  return { ...next, warnings: [...new Set([...draft.warnings, ...warningsOf(draft, next, matchOf, day)])] };
}

function warningsOf(
  before: DraftDirective,
  after: DraftDirective,
  matchOf: (name: Name) => AgencyMatch | undefined,
  day: Day | null,
): string[] {
  const warnings = warningsOfUnknown(
    [...new Set(namesOf(after).flatMap((n) => (n.agency === undefined ? [n.name] : [])))],
    day,
  );
  const now = namesOf(after);
  for (const [i, name] of namesOf(before).entries()) {
    const match = matchOf(name);
    const shown = now[i];
    if (!match || !shown) continue;
    if (isDoubtful(shown)) warnings.push(agencyWarnings.nearly(name.name, match.named.name, match.confidence));
    if (match.named.id !== match.agency.id)
      warnings.push(agencyWarnings.successor(match.named.name, match.agency.name));
  }
  return warnings;
}

/** Names no directory has: those of bodies that are no more say who does their work since. A notice without a day is not told from an old one. */
function warningsOfUnknown(names: readonly string[], day: Day | null): string[] {
  const ended = names.flatMap((name) => {
    const found = day === null ? undefined : reorganisedBy(officeOfTitle(name) ?? name, day);
    return found ? [{ name, ...found }] : [];
  });
  const others = names.filter((name) => !ended.some((e) => e.name === name));
  return [
    ...(others.length > 0 ? [agencyWarnings.unknown(others)] : []),
    ...ended.map((e) => agencyWarnings.reorganised(e.name, e.since, e.heirs)),
  ];
}
