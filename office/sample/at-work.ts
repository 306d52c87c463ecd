import { isOpenAt } from '../../dsl/rules/index.ts';
import { addDays, type Day, dayOf, HOUR_MS, type Instant, instantAt, minutesOf } from '../../dsl/time/day.ts';
import { isWorkingDay, type WorkCalendar, workingDayOnOrBefore } from '../../dsl/time/work-calendar.ts';
import { standard } from '../../policies/index.ts';

const { window } = standard;

/**
 * The instant itself where messages may leave at it, else an hour before they last could: whoever starts the sample in
 * the evening or on a Sunday sees an office under way, too, and not one that waits for the morning.
 */
export function lastAtWork(now: Instant, calendar: WorkCalendar): Instant {
  if (isOpenAt(window, calendar, now)) return now;
  const today = dayOf(now);
  const closesAt = (day: Day) => instantAt(day, minutesOf(window.to));
  const isOver = isWorkingDay(calendar, today) && now >= closesAt(today);
  return closesAt(isOver ? today : workingDayOnOrBefore(calendar, addDays(today, -1))) - HOUR_MS;
}
