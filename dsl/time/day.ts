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
/** Vietnam is seven hours ahead of UTC, all year. */
export const OFFSET_MS = 7 * HOUR_MS;

/** Kept in a constant: looking up a global costs a hundred nanoseconds in a workflow. */
const { floor } = Math;

/*
 * The two conversions below run inside every step of working-day arithmetic, so they are plain integer arithmetic on
 * the proleptic Gregorian calendar (Howard Hinnant, "chrono-compatible low-level date algorithms") and not `Date`.
 */

/** Days since 1970-01-01 of a civil day. Throws `RangeError` on anything that is not a real day. */
export function dayNumber(day: Day): number {
  const n = numberOfDay(day);
  if (n === null) throw new RangeError(`not a day (YYYY-MM-DD): ${day}`);
  return n;
}

/**
 * The checker asks for millions of days: digits are read one by one, a match and its groups cost several times that.
 */
function numberOfDay(day: Day): number | null {
  if (day.length !== 10 || day[4] !== '-' || day[7] !== '-') return null;
  const year = twoDigits(day, 0) * 100 + twoDigits(day, 2);
  const month = twoDigits(day, 5);
  const date = twoDigits(day, 8);
  // Something that is no digit makes NaN, which no comparison holds for.
  if (!(year >= 0 && month >= 1 && date >= 1 && date <= daysInMonth(year, month))) return null;
  return numberOfParts(year, month, date);
}

const ZERO = 48;

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const units = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : Number.NaN;
}

function numberOfParts(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return era * 146_097 + yearOfEra * 365 + floor(yearOfEra / 4) - floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/** Days of this century as text, kept once made: a century has few, and they are asked for over and over. */
const written = new Map<number, Day>();
const CENTURY_START = 10_957;
const CENTURY_END = CENTURY_START + 36_525;

/** The civil day so many days after 1970-01-01; negative before it. */
export function dayFromNumber(n: number): Day {
  const known = written.get(n);
  if (known !== undefined) return known;
  const day = write(n);
  if (n >= CENTURY_START && n < CENTURY_END) written.set(n, day);
  return day;
}

function write(n: number): Day {
  const z = n + 719_468;
  const era = floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = floor(
    (dayOfEra - floor(dayOfEra / 1460) + floor(dayOfEra / 36_524) - floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + floor(yearOfEra / 4) - floor(yearOfEra / 100));
  const shifted = floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}

/** Is this text a real civil day in the form `YYYY-MM-DD`? */
export function isDay(text: string): boolean {
  return numberOfDay(text) !== null;
}

/** A day from its parts (month 1–12), or null where there is no such day (31/4, 29/2/2025). */
export function dayOfParts(year: number, month: number, date: number): Day | null {
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null;
  return dayFromNumber(numberOfParts(year, month, date));
}

export interface DayParts {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly date: number;
}

/** Year, month (1–12) and date (1–31) of a day. */
export function partsOf(day: Day): DayParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of a month (1–12); 0 where there is no such month. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** The day `n` days later, earlier where `n` is negative. Throws `RangeError` as `dayNumber`. */
export function addDays(day: Day, n: number): Day {
  return dayFromNumber(dayNumber(day) + n);
}

/** Month arithmetic clamps to the month's end: 31/1 + 1 month = 28/2. */
export function addMonths(day: Day, n: number): Day {
  const { year, month, date } = partsOf(day);
  const index = year * 12 + (month - 1) + n;
  const y = floor(index / 12);
  const m = (index % 12) + 1;
  return dayFromNumber(numberOfParts(y, m, Math.min(date, daysInMonth(y, m))));
}

/** Days from `a` to `b` (negative where `b` is earlier). */
export function daysBetween(a: Day, b: Day): number {
  return dayNumber(b) - dayNumber(a);
}

/** ISO weekday: 1 = Monday (thứ Hai) … 7 = Sunday (Chủ nhật). */
export function weekday(day: Day): number {
  return weekdayOfNumber(dayNumber(day));
}

/** ISO weekday of a day given as days since 1970-01-01 (a Thursday). */
export function weekdayOfNumber(n: number): number {
  return ((((n + 3) % 7) + 7) % 7) + 1;
}

/** The later of two days. */
export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The day in Viet Nam on which an instant falls. */
export function dayOf(instant: Instant): Day {
  return dayFromNumber(dayNumberOf(instant));
}

/** As `dayOf`, in days since 1970-01-01. */
export function dayNumberOf(instant: Instant): number {
  return floor((instant + OFFSET_MS) / DAY_MS);
}

/** 0:00 of a day given as days since 1970-01-01. */
export function startOfNumber(n: number): Instant {
  return n * DAY_MS - OFFSET_MS;
}

/** Minutes since midnight of a clock time. Throws `RangeError` on a malformed one. */
export function minutesOf(time: ClockTime): number {
  const hours = twoDigits(time, 0);
  const minutes = twoDigits(time, 3);
  // Something that is no digit makes NaN, which no comparison holds for.
  if (!(time.length === 5 && time[2] === ':' && hours < 24 && minutes < 60)) {
    throw new RangeError(`not a time (HH:MM): ${time}`);
  }
  return hours * 60 + minutes;
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
