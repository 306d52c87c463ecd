import type { PostKind, Stage } from '../../dsl/engine/post.ts';
import type { Channel } from '../../dsl/policy/policy.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { MessageContent } from '../../texts/messages/index.ts';

/** A message as the post office sees it: one person, one channel. */
export interface LedgerRow {
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
  readonly content: MessageContent | null;
  /** The stable Message-ID, `<…@…>`. */
  readonly messageId: string | null;
  /** Message-ID of this person's first mail about the directive; null on that first one. */
  readonly threadRoot: string | null;
  /** Times it was given back after it surely had not left. */
  readonly attempts: number;
}

/** The part of the register's ledger the post office works with. */
export interface Ledger {
  /** Atomically makes rows due at `before` its owner's: planned → queued. */
  claimDue(options: {
    readonly before: Instant;
    readonly limit: number;
    readonly owner: string;
    readonly leaseMs: number;
    /** Domain time, against which the instants given to `retry` are measured. */
    readonly now: Instant;
  }): Promise<readonly LedgerRow[]>;
  settle(
    id: string,
    settlement:
      | { readonly outcome: 'accepted'; readonly providerId?: string }
      | { readonly outcome: 'refused' | 'unknown' | 'skipped'; readonly reason: string },
  ): Promise<unknown>;
  /** queued → planned, not before `at`: only for what surely did not leave. */
  retry(id: string, at: Instant, reason: string): Promise<unknown>;
  /** Rows a dead process had under way → unknown. `olderThan` is by the clock of the machine. */
  abandonClaims(options: { readonly owner?: string; readonly olderThan: Instant }): Promise<readonly LedgerRow[]>;
  /** When the next planned row may leave; null = none is planned. */
  nextAt(): Promise<Instant | null>;
}
