import type { Policy, Trigger } from '../policy/policy.ts';
import type { Post, State } from '../rules/index.ts';
import { addDays, type Day, dayOf, daysBetween, laterDay } from '../time/day.ts';
import type { DayCount } from '../time/day-count.ts';
import { type WorkCalendar, workingDaysBetween } from '../time/work-calendar.ts';
import { isByClock } from './steps.ts';
import type { Trail } from './trail.ts';
import type { Wrong } from './watch.ts';

/*
 * Time in suspension is never counted: no rung strikes in it, the deadline gets its days back, and afterwards each rung
 * runs its full span again from the day of resumption; a request for more time waits on, the suspension left out.
 * Reckoned from the acts of the life, not from what the state remembers.
 */

const property = 'suspended-time-not-counted';

/** A rung that stands open while the directive is suspended. */
export function wrongWhileSuspended(state: State, open: readonly Post[]): Wrong[] {
  const rung = state.suspended ? open.find((p) => 'rung' in p.cause) : undefined;
  return rung ? [{ property, fault: { kind: 'rung-while-suspended', step: rung.key, to: rung.to } }] : [];
}

/** The wake by which a directive is resumed; it is the last of its past. */
export function wrongResumption(before: State, after: State, { moment: resumed, suspended }: Trail): Wrong[] {
  if (resumed.act?.type !== 'resume' || !suspended || before.due === null) return [];
  const expected = addDays(before.due, daysBetween(dayOf(suspended.at), dayOf(resumed.at)));
  if (after.due === expected) return [];
  return [{ property, fault: { kind: 'deadline-not-moved', expected, found: after.due } }];
}

/** Steps, told at the last resumption or still to come, that strike before their span is full without the suspension. */
export function countsSuspension(
  calendar: WorkCalendar,
  policy: Policy,
  due: Day | null,
  past: Trail | undefined,
  open: readonly Post[],
): Wrong[] {
  const { suspended, resumed, waiting: waits } = past ?? {};
  if (!suspended || !resumed || resumed.at < suspended.at) return [];
  const since = dayOf(resumed.at);
  for (const post of [...resumed.posts.filter(isByClock), ...open]) {
    const on = dayOf(Math.max(post.at, resumed.at));
    const elapsed = (span: DayCount, from: Day) => lengthIn(calendar, span, from, on) >= lengthOf(span);
    const full = () => {
      if ('rung' in post.cause) {
        const span = spanOf(post.cause.rung);
        return span === null || elapsed(span, 'after' in post.cause.rung ? laterDay(due ?? since, since) : since);
      }
      const span = policy.extension?.answerWithin;
      if (!post.key.startsWith('extension/') || !span || !waits) return true;
      if (waits.at > resumed.at) return elapsed(span, dayOf(waits.at));
      const without = lengthIn(calendar, span, dayOf(suspended.at), since);
      return lengthIn(calendar, span, dayOf(waits.at), on) - without >= lengthOf(span);
    };
    if (full()) continue;
    return [{ property, fault: { kind: 'suspension-counted', step: post.key, to: post.to, on, since } }];
  }
  return [];
}

function spanOf(when: Trigger): DayCount | null {
  if ('after' in when) return when.after;
  if ('whenSilentFor' in when) return when.whenSilentFor;
  return 'whenUnacknowledgedFor' in when ? when.whenUnacknowledgedFor : null;
}

function lengthOf(span: DayCount): number {
  return 'days' in span ? span.days : span.workingDays;
}

/** How much of a span's kind of days lies in (from, to]. */
function lengthIn(calendar: WorkCalendar, span: DayCount, from: Day, to: Day): number {
  return 'days' in span ? daysBetween(from, to) : workingDaysBetween(calendar, from, to);
}
