import { type Day, dayFromNumber, dayNumber } from '../../dsl/time/day.ts';
import { isWorkingDay, type WorkCalendar } from '../../dsl/time/work-calendar.ts';
import type { DaySpan } from './types.ts';

/** Past this many days weekends are narrower than anything that can be drawn: only holidays are told. */
const MOST_DAYS_WITH_WEEKENDS = 1100;

/** The days off within two days (both included), as runs of days. */
export function daysOffBetween(calendar: WorkCalendar, from: Day, to: Day): DaySpan[] {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const off = (n: number) => n >= first && n <= last && !isWorkingDay(calendar, dayFromNumber(n));
  const seeds =
    last - first <= MOST_DAYS_WITH_WEEKENDS
      ? Array.from({ length: last - first + 1 }, (_, i) => first + i)
      : [...calendar.off].sort().map(dayNumber);
  const spans: DaySpan[] = [];
  let done = first - 1;
  for (const seed of seeds) {
    if (seed <= done || !off(seed)) continue;
    let [a, b] = [seed, seed];
    while (off(a - 1)) a--;
    while (off(b + 1)) b++;
    spans.push({ from: dayFromNumber(a), to: dayFromNumber(b) });
    done = b;
  }
  return spans;
}
