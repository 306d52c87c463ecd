/**
 * Civil days and instants in Viet Nam.
 *
 * Viet Nam has kept +07:00 all year since 1975, so fixed-offset arithmetic is exact and needs no time-zone data
 * (and behaves the same in the workflow sandbox).
 */

/** A civil day, `YYYY-MM-DD`. Days compare with `<` because the form sorts. */
export type Day = string;

/** A point in time: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** A wall-clock time in Viet Nam, `HH:MM`. */
export type ClockTime = string;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
const OFFSET_MS = 7 * HOUR_MS;

const DAY_FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const CLOCK_FORM = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Days since 1970-01-01 of a civil day. Throws `RangeError` on anything that is not a real day. */
export function dayNumber(day: Day): number {
  const m = DAY_FORM.exec(day);
  const ms = m ? Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3])) : Number.NaN;
  if (Number.isNaN(ms) || dayFromNumber(ms / DAY_MS) !== day) throw new RangeError(`not a day (YYYY-MM-DD): ${day}`);
  return ms / DAY_MS;
}

export function dayFromNumber(n: number): Day {
  return new Date(n * DAY_MS).toISOString().slice(0, 10);
}

/** Is this text a real civil day in the form `YYYY-MM-DD`? */
export function isDay(text: string): boolean {
  if (!DAY_FORM.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
}

/** A day from its parts (month 1–12), or null where there is no such day (31/4, 29/2/2025). */
export function dayOfParts(year: number, month: number, date: number): Day | null {
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null;
  return dayFromNumber(Date.UTC(year, month - 1, date) / DAY_MS);
}

export interface DayParts {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly date: number;
}

export function partsOf(day: Day): DayParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function addDays(day: Day, n: number): Day {
  return dayFromNumber(dayNumber(day) + n);
}

/** Month arithmetic clamps to the month's end: 31/1 + 1 month = 28/2. */
export function addMonths(day: Day, n: number): Day {
  const { year, month, date } = partsOf(day);
  const index = year * 12 + (month - 1) + n;
  const y = Math.floor(index / 12);
  const m = (index % 12) + 1;
  return dayFromNumber(Date.UTC(y, m - 1, Math.min(date, daysInMonth(y, m))) / DAY_MS);
}

/** Days from `a` to `b` (negative where `b` is earlier). */
export function daysBetween(a: Day, b: Day): number {
  return dayNumber(b) - dayNumber(a);
}

/** ISO weekday: 1 = Monday (thứ Hai) … 7 = Sunday (Chủ nhật). */
export function weekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The day in Viet Nam on which an instant falls. */
export function dayOf(instant: Instant): Day {
  return dayFromNumber(Math.floor((instant + OFFSET_MS) / DAY_MS));
}

/** Minutes since midnight of a clock time. Throws `RangeError` on a malformed one. */
export function minutesOf(time: ClockTime): number {
  const m = CLOCK_FORM.exec(time);
  if (!m) throw new RangeError(`not a time (HH:MM): ${time}`);
  return Number(m[1]) * 60 + Number(m[2]);
}

/** The instant `minutes` after 00:00 of a day. */
export function instantAt(day: Day, minutes: number): Instant {
  return dayNumber(day) * DAY_MS - OFFSET_MS + minutes * MINUTE_MS;
}

/** 24:00 of a day: the first instant at which a term ending on it is over (Civil Code 2015, article 148). */
export function endOfDay(day: Day): Instant {
  return instantAt(day, 24 * 60);
}

/** ISO 8601 with `+07:00`, seconds kept, milliseconds dropped. */
export function formatInstant(instant: Instant): string {
  return `${new Date(instant + OFFSET_MS).toISOString().slice(0, 19)}+07:00`;
}
