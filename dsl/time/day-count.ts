import { addDays, type Day, dayFromNumber, dayNumber } from './day.ts';
import { addWorkedNumbers, addWorkingDays, nextWorkedNumber, type WorkCalendar } from './work-calendar.ts';

/** A length of time in calendar days or in days worked. */
export type DayCount = { readonly days: number } | { readonly workingDays: number };

/*
 * A span from a day, landing on a working day, since a day off is never a day to send: what comes after something moves
 * to the next working day, and what comes before something to the one before, so that it never comes too late.
 */

/** The day a span after another, moved to the working day after. */
export function workingDayAfter(calendar: WorkCalendar, day: Day, span: DayCount): Day {
  return dayFromNumber(workedNumberAfter(calendar, dayNumber(day), span));
}

/** The day a span before another, moved to the working day before. */
export function workingDayBefore(calendar: WorkCalendar, day: Day, span: DayCount): Day {
  return dayFromNumber(workedNumberBefore(calendar, dayNumber(day), span));
}

/* The same of days as numbers: the rules reckon in them, for a checker asks for millions of days. */

export function workedNumberAfter(calendar: WorkCalendar, day: number, span: DayCount): number {
  return 'days' in span
    ? nextWorkedNumber(calendar, day + span.days, 1)
    : addWorkedNumbers(calendar, day, span.workingDays);
}

export function workedNumberBefore(calendar: WorkCalendar, day: number, span: DayCount): number {
  const there = 'days' in span ? day - span.days : addWorkedNumbers(calendar, day, -span.workingDays);
  return nextWorkedNumber(calendar, there, -1);
}

/** The same spans as limits: a day off is as good a last day as any. */
export function daysAfter(calendar: WorkCalendar, day: Day, span: DayCount): Day {
  return 'days' in span ? addDays(day, span.days) : addWorkingDays(calendar, day, span.workingDays);
}

/** The day a span before another, a day off or not. */
export function daysBefore(calendar: WorkCalendar, day: Day, span: DayCount): Day {
  return 'days' in span ? addDays(day, -span.days) : addWorkingDays(calendar, day, -span.workingDays);
}
