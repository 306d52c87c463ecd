import type { Selectable } from 'kysely';
import type { Channel } from '../../dsl/policy/channels.ts';
import type { Role } from '../../dsl/policy/policy.ts';
import type { PostKind, Stage } from '../../dsl/rules/post.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { MessageContent } from '../../texts/messages/index.ts';
import { fromJson, instantOf, instantOrNull } from '../codec.ts';
import type { MessageOutcome } from '../outcome.ts';
import type { MessageTable } from '../schema.ts';

/** One message for one person by one channel: what is to be sent, and what is known of its fate. */
export interface LedgerRow {
  readonly id: string;
  readonly directiveId: string;
  /** The wake that asked for it. */
  readonly seq: number;
  readonly postKey: string;
  readonly stage: Stage;
  readonly kind: PostKind;
  readonly role: Role;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly agencyId: string | null;
  /** Null on a row that was skipped for want of a person or a channel. */
  readonly channel: Channel | null;
  /** Mail address; for Zalo the user id where known, else the phone number 84…. */
  readonly address: string | null;
  /** Domain time: the instant of the step. */
  readonly at: Instant;
  /** Not to leave before: later than `at` where it waits for its reader's round or for the next window. */
  readonly leaveAt: Instant;
  /** May it leave in one message with others of its reader? */
  readonly gathered: boolean;
  /** Id of the digest it left in, which is then what the channel knows it by; null where it went on its own. */
  readonly shipment: string | null;
  /** The dispatch it leaves in: what leaves together has the same. */
  readonly dispatch: string;
  /** Id of the activity on Temporal that carries it; null where none does yet. */
  readonly dispatchedAs: string | null;
  /** Id of the message that failed by another channel, in whose place this one goes. */
  readonly fallbackOf: string | null;
  /** Null where it was skipped before it was written. */
  readonly content: MessageContent | null;
  /** Of a mail: its stable Message-ID, with angle brackets. */
  readonly messageId: string | null;
  /** Message-ID of this person's first mail about the directive; null on that first one. */
  readonly threadRoot: string | null;
  readonly outcome: MessageOutcome;
  readonly reason: string | null;
  readonly providerId: string | null;
  /** Times it was given back after it surely had not left. */
  readonly attempts: number;
  readonly nextAttemptAt: Instant | null;
  readonly claimedBy: string | null;
  readonly claimedAt: Instant | null;
  readonly settledAt: Instant | null;
  /** Counts the changes of the row: a claim holds while it is the same. */
  readonly revision: number;
  readonly recordedAt: Instant;
}

export function ledgerRowOf(row: Selectable<MessageTable>): LedgerRow {
  const { recipient: _recipient, ...visible } = row;
  const { windowFrom: _windowFrom, windowTo: _windowTo, ...columns } = visible;
  return {
    ...columns,
    stage: row.stage as Stage,
    kind: row.kind as PostKind,
    role: row.role as Role,
    channel: row.channel === 'none' ? null : (row.channel as Channel),
    outcome: row.outcome as MessageOutcome,
    at: instantOf(row.at),
    leaveAt: instantOf(row.leaveAt),
    gathered: row.gathered === 1,
    content: row.content === null ? null : fromJson<MessageContent>(row.content),
    nextAttemptAt: instantOrNull(row.nextAttemptAt),
    claimedAt: instantOrNull(row.claimedAt),
    settledAt: instantOrNull(row.settledAt),
    recordedAt: instantOf(row.recordedAt),
  };
}
