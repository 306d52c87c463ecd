import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../../dsl/time/day.ts';
import type { OutboxRow } from './ledger.ts';
import type { Outcome } from './sender.ts';

/** Whether a channel is open, or left alone for a while because its server does not answer. */
export interface ChannelState {
  /** Domain time: tried again then; null = open. */
  readonly pausedUntil: Instant | null;
  /** Since when it has been down. */
  readonly since: Instant | null;
  readonly reason: string | null;
}

export const OPEN: ChannelState = { pausedUntil: null, since: null, reason: null };

const FIRST_PAUSE_MS = MINUTE_MS;
const LONGEST_PAUSE_MS = HOUR_MS / 2;
/** What has waited longer than this for a channel that has been down for as long goes by another. */
const GIVE_UP_CHANNEL_MS = DAY_MS;

/**
 * How a channel stands after what it said to a message; null where that is no news. It is left alone for as long as it
 * has been down, up to half an hour, so the pauses double; whatever it answers to a message says that it is back.
 */
export function stateAfter(state: ChannelState, outcome: Outcome, now: Instant): ChannelState | null {
  if (outcome.kind !== 'later' || outcome.scope !== 'channel') {
    return outcome.kind === 'unknown' || state.pausedUntil === null ? null : OPEN;
  }
  if (state.pausedUntil !== null && now < state.pausedUntil) return null;
  const since = state.since ?? now;
  const pause = Math.min(LONGEST_PAUSE_MS, Math.max(FIRST_PAUSE_MS, now - since));
  return { pausedUntil: now + Math.max(outcome.retryAfterMs, pause), since, reason: outcome.reason };
}

/** Has a message waited for too long? By the instants of its steps: when they may leave moves on with every evening. */
export function isTooLate({ since }: ChannelState, rows: readonly OutboxRow[], now: Instant): boolean {
  const isDown = since !== null && now - since > GIVE_UP_CHANNEL_MS;
  return isDown && rows.every((row) => now - row.at > GIVE_UP_CHANNEL_MS);
}
