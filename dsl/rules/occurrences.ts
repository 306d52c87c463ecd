import type { OnDayOff } from '../policy/policy.ts';
import { present } from '../present.ts';
import { addDays, type ClockTime, type Day, type Instant, instantAt, laterDay, MINUTE_MS } from '../time/day.ts';
import { ruleDaysAfter } from '../time/recurrence.ts';
import { isWorkingDay, type WorkCalendar, workingDayOnOrAfter, workingDayOnOrBefore } from '../time/work-calendar.ts';
import { MOST_LEFT_OUT } from './series.ts';
import { hash } from './window.ts';

/** A recurring directive as the rules see it. */
export interface Series {
  /** Id in the register; also seeds the spread of opening times. */
  readonly id: string;
  /** Nothing falls due on or before this day: nobody can hand in on the day of the order what it orders. */
  readonly issued: Day;
  /** Nothing falls due on or before this day either: the series was resumed, or its rule changed, on it. */
  readonly after?: Day;
  readonly rules: readonly SeriesRule[];
  /** Single days the directive names besides its rule: each is already a task of its own. */
  readonly taken: readonly Day[];
  readonly onDayOff: OnDayOff;
}

export interface SeriesRule {
  /** RFC 5545, counted from the day `from`. */
  readonly rule: string;
  readonly from: Day;
  readonly dueTime?: ClockTime;
}

export interface Occurrence {
  /** The day by the rule: names the occurrence for good, whatever a later calendar does to its due day. */
  readonly day: Day;
  readonly due: Day;
  readonly dueTime?: ClockTime;
  /** The day after the one before it is due; absent for the first, which opens when the directive is issued. */
  readonly opensOn?: Day;
  /** Place of its rule in the series. */
  readonly rule: number;
}

/** A rule whose days are all left out (every Sunday, by a policy that skips days off) ends here rather than hang. */
const MOST_PASSED_OVER = 400;

/**
 * The occurrence that follows `last` (the last one opened; null before the first), by the calendar in force; null where
 * the rules have come to their end. Two that come to fall due on one day are one.
 */
export function nextOccurrence(
  series: Series,
  calendar: WorkCalendar,
  last: Pick<Occurrence, 'day' | 'due'> | null,
): Occurrence | null {
  const floor = laterDay(series.issued, series.after ?? series.issued);
  let previous = last;
  // Days moved forward past that day may stand before it by the rule.
  let from = addDays(floor, -LONGEST_MOVE_DAYS);
  if (last !== null) from = laterDay(last.day, from);
  let passed = 0;
  for (const found of daysByRules(series.rules, from)) {
    if (++passed > MOST_PASSED_OVER) break;
    const due = landing(series.onDayOff, calendar, found.day);
    if (due === null || (previous === null ? due <= floor : due <= previous.due)) continue;
    const opens = previous === null ? {} : { opensOn: laterDay(addDays(previous.due, 1), floor) };
    previous = { day: found.day, due };
    if (due <= floor) continue;
    if (series.taken.includes(due) || series.taken.includes(found.day)) continue;
    return { ...found, due, ...opens };
  }
  return null;
}

const LONGEST_MOVE_DAYS = 15;

/** The occurrences after `last` that are due by a day: what a suspension that ends on it leaves out. */
export function occurrencesUntil(
  series: Series,
  calendar: WorkCalendar,
  last: Pick<Occurrence, 'day' | 'due'> | null,
  day: Day,
): Pick<Occurrence, 'day' | 'due'>[] {
  const found: Pick<Occurrence, 'day' | 'due'>[] = [];
  while (found.length < MOST_LEFT_OUT) {
    const next = nextOccurrence(series, calendar, found.at(-1) ?? last);
    if (next === null || next.due > day) break;
    found.push({ day: next.day, due: next.due });
  }
  return found;
}

/** When an occurrence is opened: in the hour before its day begins, each series at its own minute; null = at once. */
export function openingOf(series: Pick<Series, 'id'>, { opensOn }: Pick<Occurrence, 'opensOn'>): Instant | null {
  return opensOn === undefined ? null : instantAt(opensOn, 0) - (1 + (hash(series.id) % 60)) * MINUTE_MS;
}

/** The days of all rules after a day, in order. A day that several name comes once, by the first of them. */
function* daysByRules(rules: readonly SeriesRule[], after: Day): Generator<Omit<Occurrence, 'due' | 'opensOn'>, void> {
  const heads = rules.map(({ rule, from, dueTime }, i) => {
    const days = ruleDaysAfter(rule, from, after);
    return { days, rule: i, day: days.next().value, ...present({ dueTime }) };
  });
  for (;;) {
    const day = heads.flatMap((h) => h.day ?? []).sort()[0];
    const head = heads.find((h) => h.day === day);
    if (day === undefined || head === undefined) return;
    const { rule, dueTime } = head;
    yield { day, rule, ...present({ dueTime }) };
    for (const same of heads) if (same.day === day) same.day = same.days.next().value;
  }
}

function landing(onDayOff: OnDayOff, calendar: WorkCalendar, day: Day): Day | null {
  if (onDayOff === 'keep' || isWorkingDay(calendar, day)) return day;
  if (onDayOff === 'skip') return null;
  return onDayOff === 'next-working-day' ? workingDayOnOrAfter(calendar, day) : workingDayOnOrBefore(calendar, day);
}
