import type { Policy, Window } from '../policy/policy.ts';
import { addDays, type Day, dayOf, type Instant, instantAt, MINUTE_MS, minutesOf } from '../time/day.ts';
import { isWorkingDay, type WorkCalendar, workingDayOnOrAfter } from '../time/work-calendar.ts';
import type { Directive } from './directive.ts';

/** Sending instants are spread over the first part of the window, so that no morning begins with a herd. */
const LONGEST_SPREAD_MINUTES = 120;

/**
 * The directive's own instant on a day: always the same minute and second, inside the window. The members of a group have
 * one, so that one plan holds for all of them.
 */
export function slotOn(policy: Policy, directive: Directive, day: Day): Instant {
  return instantAt(day, 0) + slotWithin(policy, directive);
}

/** How long after 0:00 of any day the directive's own instant is, in ms. */
export function slotWithin({ window }: Policy, { parent, id }: Directive): number {
  const from = minutesOf(window.from);
  const spreadSeconds = spreadOf(from, minutesOf(window.to)) * 60;
  return from * MINUTE_MS + (hash(parent ?? id) % spreadSeconds) * 1000;
}

/** Over how many minutes from its opening the instants of a window are spread. */
export function spreadMinutes({ from, to }: Window): number {
  return spreadOf(minutesOf(from), minutesOf(to));
}

function spreadOf(from: number, to: number): number {
  return Math.min(LONGEST_SPREAD_MINUTES, Math.floor((to - from) / 2));
}

/** May messages leave at this instant? */
export function isOpenAt({ from, to }: Window, calendar: WorkCalendar, instant: Instant): boolean {
  const day = dayOf(instant);
  const minute = (instant - instantAt(day, 0)) / MINUTE_MS;
  return isWorkingDay(calendar, day) && minute >= minutesOf(from) && minute < minutesOf(to);
}

/** The given instant if messages may leave at it; otherwise the directive's own instant in the next window. */
export function intoWindow(policy: Policy, directive: Directive, instant: Instant): Instant {
  const day = dayOf(instant);
  if (isWorkingDay(directive.calendar, day)) {
    const minute = (instant - instantAt(day, 0)) / MINUTE_MS;
    if (minute < minutesOf(policy.window.from)) return slotOn(policy, directive, day);
    if (minute < minutesOf(policy.window.to)) return instant;
  }
  return slotOn(policy, directive, workingDayOnOrAfter(directive.calendar, addDays(day, 1)));
}

/** FNV-1a over UTF-16 units: small, stable, and free of the crypto that the workflow sandbox lacks. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
