import type { Channel } from '../../dsl/policy/channels.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { ChannelState } from './gate.ts';
import type { OutboxLedger, OutboxRow } from './ledger.ts';
import type { Outcome, Sender } from './sender.ts';

export interface PostOfficeOptions {
  readonly ledger: OutboxLedger;
  /** One for each channel that is set up; what waits for another is held. */
  readonly senders: readonly Sender[];
  /** Channels of which somebody has said that the office does not use them: their messages go by another. */
  readonly unused?: readonly Channel[];
  /** Name of this process: unique among the living, and the same after a restart where possible. */
  readonly owner: string;
  /** Domain time. */
  readonly now: () => Instant;
  /** Clock of the machine, by which claims are dated; default `Date.now`. */
  readonly clock?: () => Instant;
  readonly log: (event: PostOfficeEvent) => void;
  /**
   * Signs the links of a message just before it leaves, and takes them out of the words that are kept; default: messages
   * carry none.
   */
  readonly seal?: {
    signed(row: OutboxRow): OutboxRow;
    withoutTokens(text: string): string;
  };
  /** Asked just before a message leaves; a text is the reason not to send it. */
  readonly stillWanted?: (row: OutboxRow) => Promise<true | string>;
  /** Messages a minute by channel; without a number as fast as the channel takes them. */
  readonly perMinute?: { readonly [C in Channel]?: number | undefined };
  /** Attempts after which a message that never left is given up. */
  readonly maxAttempts?: number;
}

export type PostOfficeEvent =
  | {
      readonly type: 'outcome';
      readonly row: OutboxRow;
      readonly outcome: Outcome | { kind: 'skipped'; reason: string };
    }
  | { readonly type: 'alarm'; readonly row: OutboxRow; readonly reason: string }
  /** A channel was paused, or is back. */
  | { readonly type: 'channel'; readonly channel: Channel; readonly state: ChannelState }
  /** What a dead process left: in doubt what it had begun to send, planned again what it had only claimed. */
  | { readonly type: 'abandoned'; readonly doubted: readonly OutboxRow[]; readonly released: readonly OutboxRow[] }
  /** Another process holds the message by now: this one woke too late, and did not send it. */
  | { readonly type: 'claim-lost'; readonly row: OutboxRow }
  /** The ledger could not be written or read: a message that was under way becomes unknown, one that was not waits. */
  | { readonly type: 'ledger-error'; readonly row?: OutboxRow; readonly error: unknown };

export type RecoveredRows = Awaited<ReturnType<OutboxLedger['abandonClaims']>>;

export type Summary = { [K in Outcome['kind'] | 'skipped' | 'claimed']: number };
