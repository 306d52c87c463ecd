import { present } from '../dsl/present.ts';
import { addDays, addMonths, type Day, daysInMonth, partsOf, weekday } from '../dsl/time/day.ts';
import { workingDayOnOrAfter, workingDayOnOrBefore } from '../dsl/time/work-calendar.ts';
import type { Parse } from './parse.ts';
import { day, monthsAway, weekOf } from './range.ts';

/** What comes again, before it is written as an RRULE. Its days are the last ones on time. */
export interface Recurrence {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval?: number;
  readonly months?: readonly number[];
  /** 1–31, or -1 for the last day of the month. */
  readonly dates?: readonly number[];
  /** ISO weekdays. */
  readonly weekdays?: readonly number[];
  /** Which of those weekdays in a month: 1 first, -1 last. */
  readonly nth?: number;
  /** First or last working day of the month. */
  readonly working?: 1 | -1;
  readonly until?: Day;
  readonly from?: Day;
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The recurrence as an RFC 5545 rule, `FREQ=MONTHLY;BYMONTHDAY=25`. */
export function written(r: Recurrence): string {
  const parts = [`FREQ=${r.freq}`];
  if (r.interval && r.interval > 1) parts.push(`INTERVAL=${r.interval}`);
  if (r.months) parts.push(`BYMONTH=${r.months.join(',')}`);
  if (r.dates) parts.push(...writtenDates(r.dates, r.months));
  if (r.working) parts.push('BYDAY=MO,TU,WE,TH,FR', `BYSETPOS=${r.working}`);
  else if (r.weekdays) parts.push(`BYDAY=${r.weekdays.map((w) => `${r.nth ?? ''}${DAYS[w - 1]}`).join(',')}`);
  if (r.until) parts.push(`UNTIL=${r.until.replaceAll('-', '')}`);
  return parts.join(';');
}

const SHORTEST_MONTH = 28;

/** In a month that has no such day its last one is meant ("ngày 31 hằng tháng"): RFC 5545 would leave the month out. */
function writtenDates(dates: readonly number[], months: readonly number[] | undefined): string[] {
  const shortest = Math.min(...(months ?? [2]).map((m) => (m === 2 ? SHORTEST_MONTH : daysInMonth(2025, m))));
  const [date, ...more] = dates.filter((d) => d > shortest);
  if (date === undefined || more.length > 0) return [`BYMONTHDAY=${dates.join(',')}`];
  const others = dates.filter((d) => d <= shortest);
  if (date === 31 || months?.length === 1) return [`BYMONTHDAY=${[...others, -1].join(',')}`];
  const last = Array.from({ length: date - SHORTEST_MONTH + 1 }, (_, n) => SHORTEST_MONTH + n);
  if (others.some((d) => d < 0 || d >= SHORTEST_MONTH)) return [`BYMONTHDAY=${dates.join(',')}`];
  return [`BYMONTHDAY=${[...others, ...last].join(',')}`, `BYSETPOS=${[...others.map((_, n) => n + 1), -1].join(',')}`];
}

const MONTHS_AHEAD = 60;

/** First day of the recurrence on or after `from` (or its own start, if later); null where it is over by then. */
export function firstOn(p: Parse, r: Recurrence): Day | null {
  const from = r.from && r.from > p.anchor ? r.from : p.anchor;
  const found = first(p, r, from);
  return found !== null && r.until && found > r.until ? null : found;
}

function first(p: Parse, r: Recurrence, from: Day): Day | null {
  if (r.freq === 'DAILY') return from;
  if (r.freq === 'WEEKLY') return weekly(r, from);
  if (r.interval && !r.dates && !r.months) return addMonths(from, r.freq === 'YEARLY' ? 12 * r.interval : r.interval);
  for (let n = 0; n < MONTHS_AHEAD; n++) {
    const month = monthsAway(from, n);
    const { year, month: m } = partsOf(month.first);
    if (r.months && !r.months.includes(m)) continue;
    const days = daysOf(p, r, year, m).filter((d) => d >= from);
    const soonest = days.sort()[0];
    if (soonest !== undefined) return soonest;
  }
  return null;
}

function weekly(r: Recurrence, from: Day): Day {
  if (r.weekdays) {
    let d = from;
    while (!r.weekdays.includes(weekday(d))) d = addDays(d, 1);
    return d;
  }
  // No day is named: the week's end, Sunday.
  return r.interval ? addDays(from, 7 * r.interval) : weekOf(from).last;
}

function daysOf(p: Parse, r: Recurrence, year: number, month: number): Day[] {
  const length = daysInMonth(year, month);
  if (r.working === -1) return [workingDayOnOrBefore(p.calendar, day(year, month, length))];
  if (r.working === 1) return [workingDayOnOrAfter(p.calendar, day(year, month, 1))];
  if (r.weekdays) {
    const all: Day[] = [];
    for (let d = 1; d <= length; d++)
      if (r.weekdays.includes(weekday(day(year, month, d)))) all.push(day(year, month, d));
    const one = r.nth === undefined ? undefined : r.nth > 0 ? all[r.nth - 1] : all[all.length + r.nth];
    return r.nth === undefined ? all : one === undefined ? [] : [one];
  }
  return (r.dates ?? [-1]).map((d) => day(year, month, d > 0 ? Math.min(d, length) : length + 1 + d));
}

/** The day before each day of a recurrence: "trước ngày 22 hằng tháng" is the 21st, before the 1st the last of the month before. */
export function recurrenceBefore(r: Recurrence): Recurrence {
  if (r.weekdays) return { ...r, weekdays: r.weekdays.map((w) => (w === 1 ? 7 : w - 1)) };
  if (!r.dates) return r;
  if (r.dates.length === 1 && r.dates[0] === 1) {
    const months = r.months?.map((m) => (m === 1 ? 12 : m - 1)).sort((a, b) => a - b);
    return { ...r, dates: [-1], ...present({ months }) };
  }
  return { ...r, dates: r.dates.map((d) => (d === 1 ? -1 : d - 1)) };
}
