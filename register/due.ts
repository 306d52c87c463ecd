import { type ClockTime, type Day, endOfDay, type Instant, instantAt, minutesOf } from '../dsl/time/day.ts';

/** The first instant that is late: the clock time named, else 24:00 of the day; null where there is no deadline. */
export function dueAt(due: Day | null, dueTime: ClockTime | null | undefined): Instant | null {
  if (due === null) return null;
  return dueTime == null ? endOfDay(due) : instantAt(due, minutesOf(dueTime));
}
