import { type Day, dayFromNumber, dayNumber, partsOf, weekdayOfNumber } from './day.ts';

/**
 * Which days are worked, as plain versioned data: it travels in a workflow's input, so a later edition never changes
 * what is already running until someone applies it.
 */
export interface WorkCalendar {
  /** Names the class of worker the calendar binds: swaps bind civil servants, a state company may work otherwise. */
  readonly id: string;
  /** Day of the newest source document in it; a later version replaces an earlier one. */
  readonly version: Day;
  /** Last day for which the days off are announced; a date computed past it is provisional. */
  readonly knownUntil: Day;
  /** Weekdays off. */
  readonly off: readonly Day[];
  /** Saturdays worked in exchange for a weekday off. */
  readonly worked: readonly Day[];
}

const SATURDAY = 6;

interface DayNumbers {
  readonly off: ReadonlySet<number>;
  readonly worked: ReadonlySet<number>;
  /** Weeks in which either is. */
  readonly special: ReadonlySet<number>;
}

/** Day numbers of the calendars in use; a calendar is immutable, so they are made once. */
const indexes = new WeakMap<WorkCalendar, DayNumbers>();

function indexOf(calendar: WorkCalendar): DayNumbers {
  let index = indexes.get(calendar);
  if (!index) {
    const [off, worked] = [new Set(calendar.off.map(dayNumber)), new Set(calendar.worked.map(dayNumber))];
    index = { off, worked, special: new Set([...off, ...worked].map(weekOf)) };
    indexes.set(calendar, index);
  }
  return index;
}

function isWorked({ off, worked }: DayNumbers, n: number): boolean {
  return weekdayOfNumber(n) < SATURDAY ? !off.has(n) : worked.has(n);
}

/** Is it a weekday that is not off, or a Saturday worked in exchange? */
export function isWorkingDay(calendar: WorkCalendar, day: Day): boolean {
  return isWorked(indexOf(calendar), dayNumber(day));
}

/** Is the day past what the calendar's sources have announced? */
export function isProvisional(calendar: WorkCalendar, day: Day): boolean {
  return day > calendar.knownUntil;
}

/** The day itself if worked, else the next worked one. */
export function workingDayOnOrAfter(calendar: WorkCalendar, day: Day): Day {
  return seekWorkingDay(calendar, day, 1);
}

/** The day itself if worked, else the last worked one before it. */
export function workingDayOnOrBefore(calendar: WorkCalendar, day: Day): Day {
  return seekWorkingDay(calendar, day, -1);
}

function seekWorkingDay(calendar: WorkCalendar, from: Day, step: 1 | -1): Day {
  const index = indexOf(calendar);
  let n = dayNumber(from);
  while (!isWorked(index, n)) n += step;
  return dayFromNumber(n);
}

/**
 * The n-th working day after (n > 0) or before (n < 0) a day. The day itself is never counted (Civil Code 2015,
 * article 147); n = 0 gives the day itself, worked or not.
 */
export function addWorkingDays(calendar: WorkCalendar, day: Day, n: number): Day {
  const index = indexOf(calendar);
  const step = n < 0 ? -1 : 1;
  let at = dayNumber(day);
  let left = Math.abs(n);
  // Weeks in which nothing is off or worked in exchange are five days each.
  while (left > WEEKDAYS && !index.special.has(weekOf(at)) && !index.special.has(weekOf(at + step * WEEK))) {
    at += step * WEEK;
    left -= WEEKDAYS;
  }
  while (left > 0) {
    at += step;
    if (isWorked(index, at)) left--;
  }
  return dayFromNumber(at);
}

const WEEK = 7;
const WEEKDAYS = 5;

/** Weeks from one Thursday to the next, counted from 1970-01-01. */
function weekOf(n: number): number {
  return Math.floor(n / WEEK);
}

/** Working days in `(from, to]`; 0 where `to` is not later. */
export function workingDaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  const index = indexOf(calendar);
  const last = dayNumber(to);
  let count = 0;
  for (let n = dayNumber(from) + 1; n <= last; n++) if (isWorked(index, n)) count++;
  return count;
}

/** Years whose days off the calendar lists, for a reader who wonders how far it goes. */
export function yearsOf(calendar: WorkCalendar): number[] {
  return [...new Set(calendar.off.map((d) => partsOf(d).year))].sort((a, b) => a - b);
}
