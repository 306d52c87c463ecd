import type { Instant } from '../time/day.ts';
import type { Status } from './state.ts';

/** What being late hangs on, as a directive stands or stood at an instant. */
export interface Timing {
  readonly status: Status;
  /** The first instant that is late; null = no deadline. */
  readonly dueAt: Instant | null;
  readonly submittedAt: Instant | null;
  readonly closedAt: Instant | null;
}

const ENDED_WITHOUT_RESULT: ReadonlySet<Status> = new Set(['cancelled', 'superseded', 'split', 'merged']);

/** Ended without a result: in no figure, what takes its place counts itself. */
export function endedWithoutResult(status: Status): boolean {
  return ENDED_WITHOUT_RESULT.has(status);
}

/**
 * Is it late at an instant, or was it when it was handed in? What counts is when the lead handed in, not when the
 * office got round to approving. Without a deadline nothing is late; a suspension holds every clock, so what is
 * suspended is never late, whatever its day.
 */
export function isLate({ status, dueAt, submittedAt, closedAt }: Timing, at: Instant): boolean {
  if (dueAt === null || status === 'suspended' || endedWithoutResult(status)) return false;
  const handedIn = status === 'approved' || status === 'submitted' ? (submittedAt ?? closedAt) : null;
  return (handedIn ?? at) >= dueAt;
}
