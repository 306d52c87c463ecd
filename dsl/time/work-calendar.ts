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
  /** How often days were looked for in it so far. */
  asked: number;
  /** Made once it has been asked often. */
  counted?: CountedDays;
}

/** Day numbers of the calendars in use; a calendar is immutable, so they are made once. */
const indexes = new WeakMap<WorkCalendar, DayNumbers>();

function indexOf(calendar: WorkCalendar): DayNumbers {
  let index = indexes.get(calendar);
  if (!index) {
    const [off, worked] = [new Set(calendar.off.map(dayNumber)), new Set(calendar.worked.map(dayNumber))];
    index = { off, worked, special: new Set([...off, ...worked].map(weekOf)), asked: 0 };
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
  return dayFromNumber(nextWorkedNumber(calendar, dayNumber(from), step));
}

/** As `workingDayOnOrAfter` and `workingDayOnOrBefore`, of days as numbers. */
export function nextWorkedNumber(calendar: WorkCalendar, from: number, step: 1 | -1): number {
  const index = indexOf(calendar);
  let n = from;
  while (!isWorked(index, n)) n += step;
  return n;
}

/**
 * The n-th working day after (n > 0) or before (n < 0) a day. The day itself is never counted (Civil Code 2015,
 * article 147); n = 0 gives the day itself, worked or not.
 */
export function addWorkingDays(calendar: WorkCalendar, day: Day, n: number): Day {
  return dayFromNumber(addWorkedNumbers(calendar, dayNumber(day), n));
}

/** As `addWorkingDays`, of a day as a number. */
export function addWorkedNumbers(calendar: WorkCalendar, from: number, n: number): number {
  const index = indexOf(calendar);
  const known = countedIn(index, from);
  if (known && n !== 0) {
    const there = known.worked[known.upTo(n > 0 ? from : from - 1) + (n > 0 ? n - 1 : n)];
    if (there !== undefined) return there;
  }
  const step = n < 0 ? -1 : 1;
  let at = from;
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
  return at;
}

const WEEK = 7;
const WEEKDAYS = 5;

/** Weeks from one Thursday to the next, counted from 1970-01-01. */
function weekOf(n: number): number {
  return Math.floor(n / WEEK);
}

/** A calendar is counted through once it has been asked for this many days: proofs ask for millions, a workflow for few. */
const OFTEN = 5_000;
/** 2000 to 2059. */
const FIRST_COUNTED = 10_957;
const LAST_COUNTED = FIRST_COUNTED + 60 * 365;

/** The working days of sixty years, each with its place among them. */
class CountedDays {
  readonly worked: number[] = [];
  private readonly places = new Int32Array(LAST_COUNTED - FIRST_COUNTED + 1);

  constructor(index: DayNumbers) {
    for (let n = FIRST_COUNTED; n <= LAST_COUNTED; n++) {
      if (isWorked(index, n)) this.worked.push(n);
      this.places[n - FIRST_COUNTED] = this.worked.length;
    }
  }

  holds(n: number): boolean {
    return n >= FIRST_COUNTED && n <= LAST_COUNTED;
  }

  /** How many of them are no later than a day that it holds. */
  upTo(n: number): number {
    return this.places[n - FIRST_COUNTED] ?? 0;
  }
}

/** The days counted through, where it has been asked often and holds the day and those around it. */
function countedIn(index: DayNumbers, n: number): CountedDays | undefined {
  if (!index.counted) {
    index.asked++;
    if (index.asked < OFTEN) return undefined;
    index.counted = new CountedDays(index);
  }
  return index.counted.holds(n - 1) && index.counted.holds(n) ? index.counted : undefined;
}

/** Working days in `(from, to]`; 0 where `to` is not later. */
export function workingDaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  const index = indexOf(calendar);
  const first = dayNumber(from);
  const last = dayNumber(to);
  if (last <= first) return 0;
  const known = countedIn(index, first);
  if (known?.holds(last)) return known.upTo(last) - known.upTo(first);
  let count = 0;
  for (let n = first + 1; n <= last; n++) if (isWorked(index, n)) count++;
  return count;
}

/** Years whose days off the calendar lists, for a reader who wonders how far it goes. */
export function yearsOf(calendar: WorkCalendar): number[] {
  return [...new Set(calendar.off.map((d) => partsOf(d).year))].sort((a, b) => a - b);
}
