import type { Channel } from '../../dsl/policy/channels.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { ChannelState } from './channel-state.ts';
import type { OutboxLedger, OutboxRow } from './ledger.ts';
import type { Outcome, Sender } from './sender.ts';

export interface PostOfficeOptions {
  readonly ledger: OutboxLedger;
  /** One for each channel that is set up here. */
  readonly senders: readonly Sender[];
  /** Name of this process, for the ledger. */
  readonly owner: string;
  /** Domain time. */
  readonly now: () => Instant;
  readonly log: (event: PostOfficeEvent) => void;
  /**
   * Signs the links of a message just before it leaves, and takes them out of the words that are kept; default: messages
   * carry none.
   */
  readonly seal?: {
    signed(row: OutboxRow): OutboxRow;
    withoutTokens(text: string): string;
  };
  /** Attempts after which a message that never left is given up. */
  readonly maxAttempts?: number;
  /** Real milliseconds in which what has left is tried to be written down, after which it is in doubt. */
  readonly settleWithinMs?: number;
}

export type PostOfficeEvent =
  | { readonly type: 'outcome'; readonly row: OutboxRow; readonly outcome: Outcome }
  | { readonly type: 'alarm'; readonly row: OutboxRow; readonly reason: string }
  /** A channel was paused, or is back. */
  | { readonly type: 'channel'; readonly channel: Channel; readonly state: ChannelState }
  /** What an attempt that died had begun to send: in doubt. */
  | { readonly type: 'abandoned'; readonly doubted: readonly OutboxRow[] }
  /** Another was quicker, or an act came in between: this one did not send it. */
  | { readonly type: 'row-lost'; readonly row: OutboxRow }
  /** The ledger could not be written or read: a message that was under way becomes unknown, one that was not waits. */
  | { readonly type: 'ledger-error'; readonly dispatch: string; readonly error: unknown };
