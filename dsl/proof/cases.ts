import type { Policy } from '../policy/policy.ts';
import type { Directive, Post } from '../rules/index.ts';
import { slotOn } from '../rules/window.ts';
import {
  type Day,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  type Instant,
  instantAt,
  minutesOf,
} from '../time/day.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';

/** A stretch of days off is shorter than this (Tết with its weekends: nine days). */
const LONGEST_BREAK = 12;

/** Every day from one to the other, both included. */
export function daysFrom(first: Day, last: Day): Day[] {
  const from = dayNumber(first);
  return Array.from({ length: Math.max(0, dayNumber(last) - from + 1) }, (_, i) => dayFromNumber(from + i));
}

/**
 * How many days after the assignment a due day can lie and still touch what is counted from the assignment: `steps`
 * (silence and acknowledgement with their repeats), then the reminders before the date. A due day further off differs
 * in nothing but the wait in between.
 */
export function dueHorizon(policy: Policy, assigned: Day, steps: readonly Post[]): number {
  const last = Math.max(0, ...steps.map((p) => daysBetween(assigned, dayOf(p.at))));
  const before = policy.remind.map(({ when }) => {
    if (!('before' in when)) return 0;
    const weeks = 'days' in when.before ? when.before.days : Math.ceil(when.before.workingDays / 5) * 7;
    return weeks + LONGEST_BREAK;
  });
  return last + Math.max(0, ...before) + 1;
}

/** The four moments of a day a rule can tell apart: before the window, before the slot, after it, after the window. */
export function momentsOf(policy: Policy, directive: Directive, day: Day): Instant[] {
  const { from, to } = policy.window;
  const slot = slotOn(policy, directive, day);
  return [instantAt(day, 0), instantAt(day, minutesOf(from)), slot + 1, instantAt(day, minutesOf(to))];
}

/** Two ids whose sending instants lie as early and as late in the window as hashing gives: all others lie between. */
export function extremeIds(policy: Policy, calendar: WorkCalendar): { readonly early: string; readonly late: string } {
  const slots = Array.from({ length: 3000 }, (_, i) => {
    const id = `d${i}`;
    return { id, slot: slotOn(policy, { id, calendar, issuedAt: 0, due: null, hasCooperating: true }, '2024-01-02') };
  });
  const by = (better: (a: number, b: number) => boolean) =>
    slots.reduce((best, s) => (better(s.slot, best.slot) ? s : best)).id;
  return { early: by((a, b) => a < b), late: by((a, b) => a > b) };
}
