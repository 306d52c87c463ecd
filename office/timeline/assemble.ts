import type { Role } from '../../dsl/policy/policy.ts';
import { namedPerson } from '../../dsl/policy/roles.ts';
import { addDays, type Day, daysBetween, endOfDay, type Instant, instantAt, laterDay } from '../../dsl/time/day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import { roleName } from '../../texts/names.ts';
import { FLAG_TEXTS } from '../../texts/timeline.ts';
import { daysOffBetween } from './days-off.ts';
import type { DaySpan, Flag, FlagKind, Mark, Timeline, Track } from './types.ts';

export interface TimelineParts {
  readonly title: string;
  readonly about: readonly string[];
  readonly tracks: readonly Track[];
  readonly marks: readonly Mark[];
  readonly flags: readonly Flag[];
  /** `to: null` = not over. */
  readonly suspensions?: readonly { readonly from: Day; readonly to: Day | null }[];
  readonly calendar: WorkCalendar;
  readonly today?: Day;
  readonly notes: readonly string[];
}

/** Less would make a picture of a few days look like a year's. */
const FEWEST_DAYS = 14;

/** The roles from those who work to those who are told. */
const LANE_ORDER: readonly Role[] = [
  'lead',
  'headOf(lead)',
  'deputiesOf(lead)',
  'cooperating',
  'headOf(cooperating)',
  'deputiesOf(cooperating)',
  'supervisor',
  'headOf(supervisor)',
  'deputiesOf(supervisor)',
  'concluder',
  'deputiesOf(issuer)',
  'issuer',
  'headOf(issuer)',
  'secretariat',
  'headOf(secretariat)',
  'deputiesOf(secretariat)',
  'clerk',
];

/** Puts the parts in order, finds the days they span, and the days off among them. */
export function assemble(parts: TimelineParts): Timeline {
  const { title, about, tracks, notes, calendar, today } = parts;
  const marks = [...parts.marks].sort((a, b) => a.at - b.at);
  const [from, to] = rangeOf(parts);
  const visible = today !== undefined && today >= from && today <= to;
  const flags = [...parts.flags, ...(visible ? [flagOf('today', today)] : [])];
  return {
    title,
    about,
    from,
    to,
    tracks,
    marks,
    notes,
    lanes: lanesOf(marks).map((role) => ({
      role,
      name: roleName(role),
    })),
    flags: flags.sort((a, b) => a.at - b.at),
    daysOff: daysOffBetween(calendar, from, to),
    suspensions: (parts.suspensions ?? []).map((s): DaySpan => ({ from: s.from, to: s.to ?? to })),
    provisionalFrom: calendar.knownUntil < to ? laterDay(from, addDays(calendar.knownUntil, 1)) : null,
  };
}

/** The roles there is something of; people by name come last. */
function lanesOf(marks: TimelineParts['marks']): readonly Role[] {
  const people = marks.map(({ role }) => role).filter((role) => namedPerson(role) !== undefined);
  return [...LANE_ORDER, ...new Set(people)].filter((role) => marks.some((m) => m.role === role));
}

/** A flag at the start of its day; a deadline at its end, or at its hour. */
export function flagOf(kind: FlagKind, day: Day, at?: Instant): Flag {
  const atEnd = kind === 'due' || kind === 'due-replaced';
  return { kind, day, at: at ?? (atEnd ? endOfDay(day) : instantAt(day, 0)), label: FLAG_TEXTS[kind](day) };
}

function rangeOf({ marks, flags, suspensions = [], today }: TimelineParts): [Day, Day] {
  const days = [
    ...marks.map((m) => m.day),
    ...flags.map((f) => f.day),
    ...suspensions.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
  ];
  const first = days.reduce((a, b) => (b < a ? b : a), days[0] ?? today ?? '1970-01-01');
  const last = days.reduce(laterDay, first);
  return [first, daysBetween(first, last) < FEWEST_DAYS ? addDays(first, FEWEST_DAYS) : last];
}
