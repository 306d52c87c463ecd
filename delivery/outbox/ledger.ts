import type { Channel } from '../../dsl/policy/channels.ts';
import type { PostKind, Stage } from '../../dsl/rules/post.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { MessageContent } from '../../texts/messages/index.ts';
import type { ChannelState } from './gate.ts';

/** A message as the post office sees it: one person, one channel. */
export interface OutboxRow {
  readonly id: string;
  readonly directiveId: string;
  readonly postKey: string;
  readonly stage: Stage;
  readonly kind: PostKind;
  readonly personName: string | null;
  readonly channel: Channel | null;
  /** Mail address, telephone number or Zalo user id. */
  readonly address: string | null;
  readonly at: Instant;
  /** Not to leave before. */
  readonly leaveAt: Instant;
  /** The digest it leaves in; rows with the same one are one message. Null where it goes on its own. */
  readonly shipment: string | null;
  readonly content: MessageContent | null;
  /** The stable Message-ID, `<…@…>`. */
  readonly messageId: string | null;
  /** Message-ID of this person's first mail about the directive; null on that first one. */
  readonly threadRoot: string | null;
  /** Times it was given back after it surely had not left. */
  readonly attempts: number;
  /** The claim holds while this stays the same in the ledger. */
  readonly revision: number;
}

/** The part of the register's ledger the post office works with. */
export interface OutboxLedger {
  /** Atomically makes rows due at `before` its owner's: planned → queued. */
  claimDue(options: {
    readonly before: Instant;
    /** Messages; a digest counts as one. */
    readonly limit: number;
    readonly channel: Channel;
    readonly owner: string;
    readonly leaseMs: number;
    /** Domain time, against which the instants given to `retry` are measured. */
    readonly now: Instant;
  }): Promise<readonly OutboxRow[]>;
  /**
   * queued → sending, all rows of a message or none, on disk before the first byte leaves. Null = the claim is lost, the
   * message must not be sent. Its words are kept with the mark. The rows returned are those to be given back or settled.
   */
  begin(
    rows: readonly OutboxRow[],
    leaseMs: number,
    text: { readonly subject: string | null; readonly text: string } | null,
  ): Promise<readonly OutboxRow[] | null>;
  /** Rows that left together are settled together: all of them or none. */
  settle(
    ids: readonly string[],
    settlement:
      | { readonly outcome: 'accepted'; readonly providerId?: string }
      | { readonly outcome: 'refused' | 'unknown' | 'skipped'; readonly reason: string },
  ): Promise<unknown>;
  /** Planned again, not before `at`: only for what surely did not leave and is still held. */
  retry(rows: readonly OutboxRow[], at: Instant, reason: string): Promise<unknown>;
  /** The same without counting it as an attempt: the message was not even tried. */
  putBack(rows: readonly OutboxRow[], at: Instant, reason: string): Promise<unknown>;
  /**
   * Claims of a dead process: rows it had begun to send are in doubt, the others planned again. `olderThan` is by the
   * clock of the machine.
   */
  abandonClaims(options: { readonly owner?: string; readonly olderThan: Instant }): Promise<{
    readonly doubted: readonly OutboxRow[];
    readonly released: readonly OutboxRow[];
  }>;
  /** Keeps how a channel stands, for whoever asks after the office. */
  noteChannel(channel: Channel, state: ChannelState): Promise<unknown>;
  /** How channels stood when last they were noted. */
  channels(): Promise<readonly (ChannelState & { readonly channel: Channel })[]>;
  /** When the next planned row of these channels may leave; null = none is planned. */
  nextAt(channels: readonly Channel[]): Promise<Instant | null>;
}
