import { HOUR_MS, type Instant, MINUTE_MS } from '../../dsl/time/day.ts';

const BASE_MS = 2 * MINUTE_MS;
const CAP_MS = 2 * HOUR_MS;

/**
 * When to try again: doubling from two minutes to two hours, never before the server's own wish, spread by up to a
 * quarter so that what failed together does not come back together. The spread is a function of the row, so a
 * rehearsal repeats exactly.
 */
export function retryAt(now: Instant, rowId: string, attempts: number, atLeastMs: number): Instant {
  const growing = Math.min(CAP_MS, BASE_MS * 2 ** Math.min(attempts, 20));
  const delay = Math.max(growing, atLeastMs);
  return now + delay + Math.floor((Math.min(delay, CAP_MS) / 4) * fraction(`${rowId}#${attempts}`));
}

/** Soon after a channel may be tried again, and not all in one moment. */
export function afterPause(pausedUntil: Instant, rowId: string): Instant {
  return pausedUntil + Math.floor(MINUTE_MS * fraction(rowId));
}

/** A number in [0, 1) from a text: FNV-1a, 32 bits. */
function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}
