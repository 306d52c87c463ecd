import { addDays, type Day } from './day.ts';
import { addWorkingDays, type WorkCalendar, workingDayOnOrAfter, workingDayOnOrBefore } from './work-calendar.ts';

/** A length of time in calendar days or in days worked. */
export type DayCount = { readonly days: number } | { readonly workingDays: number };

/*
 * A span from a day, landing on a working day, since a day off is never a day to send: what comes after something moves
 * to the next working day, and what comes before something to the one before, so that it never comes too late.
 */

export function workingDayAfter(calendar: WorkCalendar, day: Day, span: DayCount): Day {
  return 'days' in span
    ? workingDayOnOrAfter(calendar, addDays(day, span.days))
    : addWorkingDays(calendar, day, span.workingDays);
}

/** The day a span before another, moved to the working day before. */
export function workingDayBefore(calendar: WorkCalendar, day: Day, span: DayCount): Day {
  return 'days' in span
    ? workingDayOnOrBefore(calendar, addDays(day, -span.days))
    : workingDayOnOrBefore(calendar, addWorkingDays(calendar, day, -span.workingDays));
}

/** The same spans as limits: a day off is as good a last day as any. */
export function daysAfter(calendar: WorkCalendar, day: Day, span: DayCount): Day {
  return 'days' in span ? addDays(day, span.days) : addWorkingDays(calendar, day, span.workingDays);
}

/** The day a span before another, a day off or not. */
export function daysBefore(calendar: WorkCalendar, day: Day, span: DayCount): Day {
  return 'days' in span ? addDays(day, -span.days) : addWorkingDays(calendar, day, -span.workingDays);
}
