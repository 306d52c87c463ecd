import { HOUR_MS, MINUTE_MS } from '../../dsl/time/day.ts';

/*
 * How late something may be before it is an incident. Longer than the worst that is normal: two thousand steps in one
 * second take minutes, a register that is locked or full is tried again every minute.
 */

/** For a step, from its instant; and for everything, from the registration of a notice and the start of the service. */
export const STEP_GRACE_MS = 15 * MINUTE_MS;
/** For a message, from when it may leave until the post office has looked at it. */
export const MESSAGE_GRACE_MS = 30 * MINUTE_MS;
/** For a message under way: longer than any attempt may take. */
export const SENDING_GRACE_MS = HOUR_MS;
/** For a message that is tried again and again without ever leaving. */
export const FAILING_GRACE_MS = 4 * HOUR_MS;

/** Between two audits. */
export const AUDIT_EVERY_MS = 30 * MINUTE_MS;
/** An auditor silent for so long stands still. */
export const HEARTBEAT_STALE_MS = 2 * AUDIT_EVERY_MS + STEP_GRACE_MS;
