import { addDays, type Day, dayOfParts, daysInMonth, partsOf, weekday } from '../dsl/time/day.ts';

/** A stretch of days, `first` and `last` included. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

const two = (n: number) => (n < 10 ? `0${n}` : `${n}`);

/** A day from parts known to be real. */
export function day(year: number, month: number, date: number): Day {
  return `${year}-${two(month)}-${two(date)}`;
}

/** A day from parts as written, or null where there is none (31/4). */
export function realDay(year: number, month: number, date: number): Day | null {
  return year >= 1000 && year <= 9999 ? dayOfParts(year, month, date) : null;
}

/** The stretch of a single day. */
export function oneDay(d: Day): DayRange {
  return { first: d, last: d };
}

/** From the first day of a month to the last of another (or the same); months past 12 are of the years after. */
export function months(year: number, from: number, to = from): DayRange {
  const first = year + Math.floor((from - 1) / 12);
  const last = year + Math.floor((to - 1) / 12);
  const month = ((to - 1) % 12) + 1;
  return { first: day(first, ((from - 1) % 12) + 1, 1), last: day(last, month, daysInMonth(last, month)) };
}

/** Months counted from January of year 0, for arithmetic across years. */
export function monthsAway(anchor: Day, n: number): DayRange {
  const { year, month } = partsOf(anchor);
  const index = year * 12 + month - 1 + n;
  return months(Math.floor(index / 12), (index % 12) + 1);
}

/** Quarters 1–4. */
export function quarters(year: number, from: number, to = from): DayRange {
  return months(year, from * 3 - 2, to * 3);
}

/** The quarter `n` quarters after the anchor's own. */
export function quartersAway(anchor: Day, n: number): DayRange {
  const { year, month } = partsOf(anchor);
  const index = year * 4 + Math.ceil(month / 3) - 1 + n;
  return quarters(Math.floor(index / 4), (index % 4) + 1);
}

/** The week Monday–Sunday that holds a day, `n` weeks on. */
export function weekOf(d: Day, n = 0): DayRange {
  const first = addDays(d, 1 - weekday(d) + 7 * n);
  return { first, last: addDays(first, 6) };
}

/** Week `n` of a year by ISO 8601 (the first holds 4 January); null where the year has no 53rd. */
export function weekOfYear(year: number, n: number): DayRange | null {
  const week = weekOf(day(year, 1, 4), n - 1);
  return n <= 52 || partsOf(addDays(week.first, 3)).year === year ? week : null;
}

/** How many months it touches, the first and last included. */
export function monthsIn(range: DayRange): number {
  const a = partsOf(range.first);
  const b = partsOf(range.last);
  return (b.year - a.year) * 12 + b.month - a.month + 1;
}
