import type { Channel } from '../../dsl/policy/channels.ts';
import type { PostKind, Stage } from '../../dsl/rules/post.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { MessageContent } from '../../texts/messages/index.ts';
import type { ChannelState } from './channel-state.ts';

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
  /** Machine time at which it was written down. */
  readonly recordedAt: Instant;
  /** The row is as it was read while this stays the same in the ledger. */
  readonly revision: number;
}

/** The part of the register's ledger the post office works with. */
export interface OutboxLedger {
  /**
   * The next message of a dispatch as it would leave now, its rows as they are read; none where nothing of it may leave.
   * `nextAt`: when more of it may; null = nothing of it waits.
   */
  collect(
    dispatch: string,
    now: Instant,
  ): Promise<{ readonly rows: readonly OutboxRow[]; readonly nextAt: Instant | null }>;
  /**
   * planned → sending, all rows of a message or none, on disk before the first byte leaves. Null = they are not as they
   * were collected, the message must not be sent. Its words are kept with the mark. The rows returned are those to be
   * given back or settled.
   */
  begin(
    rows: readonly OutboxRow[],
    carrier: { readonly dispatch: string; readonly activity: string | null; readonly owner: string },
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
  /** Says of messages that nobody began to send why they wait, and until when. */
  hold(ids: readonly string[], until: Instant, reason: string): Promise<unknown>;
  /** What an attempt at the dispatch had begun to send when it ended without a word is in doubt from now on. */
  doubt(dispatch: string): Promise<readonly OutboxRow[]>;
  /** How what an activity carried stands, row by row. */
  carriedBy(activity: string): Promise<readonly { readonly outcome: string; readonly reason: string | null }[]>;
  /** Keeps how a channel stands, for whoever sends by it next and whoever asks after the office. */
  noteChannel(channel: Channel, state: ChannelState): Promise<unknown>;
  /** How channels stood when last they were noted. */
  channels(): Promise<readonly (ChannelState & { readonly channel: Channel })[]>;
}
