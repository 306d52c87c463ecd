import { type ClockTime, type Day, endOfDay, type Instant, instantAt, minutesOf } from '../time/day.ts';
import type { Status } from './state.ts';

/** What being late hangs on, as a directive stands or stood at an instant. */
export interface Timing {
  readonly status: Status;
  /** The first instant that is late, as `dueAt` says; null = no deadline. */
  readonly dueAt: Instant | null;
  readonly submittedAt: Instant | null;
  readonly closedAt: Instant | null;
}

/** The first instant that is late: the clock time named, else 24:00 of the day; null where there is no deadline. */
export function dueAt(due: Day, dueTime: ClockTime | null | undefined): Instant;
export function dueAt(due: Day | null, dueTime: ClockTime | null | undefined): Instant | null;
export function dueAt(due: Day | null, dueTime: ClockTime | null | undefined): Instant | null {
  if (due === null) return null;
  return dueTime == null ? endOfDay(due) : instantAt(due, minutesOf(dueTime));
}

const ENDED_WITHOUT_RESULT: ReadonlySet<Status> = new Set(['cancelled', 'superseded', 'split', 'merged']);

/** Ended without a result: in no figure, what takes its place counts itself. */
export function endedWithoutResult(status: Status): boolean {
  return ENDED_WITHOUT_RESULT.has(status);
}

/**
 * The instant that is held against the deadline: when the result was handed in, while it waits or is approved (what
 * counts is the lead's day, not the one on which the office got round to approving); now, while none is in hand.
 */
export function heldAgainstDue({ status, submittedAt, closedAt }: Omit<Timing, 'dueAt'>, now: Instant): Instant {
  return (status === 'approved' || status === 'submitted' ? (submittedAt ?? closedAt) : null) ?? now;
}

/**
 * Is it late at an instant, or was it when it was handed in? Lists, reports, pages and messages all ask this, and
 * nothing else. Without a deadline nothing is late; a suspension holds every clock, so what is suspended is never
 * late, whatever its day.
 */
export function isLate(timing: Timing, now: Instant): boolean {
  const { status } = timing;
  if (timing.dueAt === null || status === 'suspended' || endedWithoutResult(status)) return false;
  return heldAgainstDue(timing, now) >= timing.dueAt;
}

/** Is it late and still open? One handed in late stays so until it is approved. */
export function isOverdue(timing: Timing, now: Instant): boolean {
  return timing.closedAt === null && isLate(timing, now);
}

/**
 * The first instant at which `isOverdue` holds, as a directive stands from its last event on; null = at none. What
 * was handed in late is overdue from its deadline.
 */
export function overdueFrom(timing: Timing): Instant | null {
  const { dueAt: from, submittedAt } = timing;
  if (from === null) return null;
  return isOverdue(timing, Math.max(from, submittedAt ?? from)) ? from : null;
}
