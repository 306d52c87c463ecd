import type { Selectable } from 'kysely';
import type { PostKind, Stage } from '../dsl/engine/post.ts';
import type { Channel, Role } from '../dsl/policy/policy.ts';
import type { Instant } from '../dsl/time/day.ts';
import type { MessageContent } from '../texts/messages/index.ts';
import { fromJson, instantOf, instantOrNull } from './codec.ts';
import type { Context, Db } from './context.ts';
import { appendMessageEvents } from './messages/events.ts';
import { type Evidence, isKnown, type MessageOutcome, mayBecome, OUTCOMES, type Settlement } from './outcome.ts';
import type { MessageTable } from './schema.ts';

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
  /** Domain time; not to be sent before. */
  readonly at: Instant;
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
  readonly recordedAt: Instant;
}

export interface ClaimOptions {
  /** Domain time: rows to be sent until then. */
  readonly before: Instant;
  readonly limit: number;
  /** Names the process (or the sender in it); unique while it lives. */
  readonly owner: string;
  /** For how long nobody may call the claim abandoned. */
  readonly leaseMs: number;
  /** What retries are measured against; default the register's clock. Give it where `retry` is given domain time. */
  readonly now?: Instant;
}

/** Names messages by what a channel knows of them: our Message-ID, the channel's own id, or the row. */
export type MessageKey =
  | { readonly messageId: string }
  | { readonly channel: Channel; readonly providerId: string }
  | { readonly id: string };

export const ABANDONED = 'tiến trình dừng giữa lúc gửi';

/** The messages, as the post office works through them. Every change of an outcome is kept in `message_events`. */
export class Ledger {
  constructor(private readonly context: Context) {}

  /** Takes rows that are due, planned → queued, each for one owner only. Oldest first. */
  claimDue(options: ClaimOptions): Promise<LedgerRow[]> {
    const { before, limit, owner, leaseMs } = options;
    return this.context.transact(async (db) => {
      const claimedAt = this.context.now();
      const ripe = options.now ?? claimedAt;
      const rows = await db
        .updateTable('messages')
        .set((eb) => ({
          ...{ outcome: 'queued', claimedBy: owner, claimedAt, leaseUntil: claimedAt + leaseMs },
          revision: eb('revision', '+', 1),
        }))
        .where('outcome', '=', 'planned')
        .where('id', 'in', (eb) =>
          eb
            .selectFrom('messages')
            .select('id')
            .where('outcome', '=', 'planned')
            .where('at', '<=', before)
            .where((w) => w.or([w('nextAttemptAt', 'is', null), w('nextAttemptAt', '<=', ripe)]))
            .orderBy('at')
            .orderBy('id')
            .limit(limit),
        )
        .returningAll()
        .execute();
      await appendMessageEvents(db, claimedAt, rows);
      return rows.map(ledgerRowOf).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    });
  }

  /**
   * Says how a message ended. The same again is harmless, and late evidence settles an `unknown`; anything else that
   * contradicts the ledger throws.
   */
  settle(id: string, settlement: Settlement): Promise<void> {
    return this.context.transact(async (db) => {
      const row = await rowById(db, id);
      if (isKnown(row.outcome as MessageOutcome, settlement.outcome)) {
        // Word of the delivery was faster than the answer, which still brings the id the channel knows it by.
        const { providerId } = settlement.outcome === 'accepted' ? settlement : {};
        if (providerId !== undefined && row.providerId === null) {
          await db.updateTable('messages').set({ providerId }).where('id', '=', id).execute();
        }
        return;
      }
      requireNext(row, settlement.outcome);
      const now = this.context.now();
      await this.change(db, row, now, {
        outcome: settlement.outcome,
        reason: settlement.outcome === 'accepted' ? null : settlement.reason,
        providerId: settlement.outcome === 'accepted' ? (settlement.providerId ?? null) : row.providerId,
        settledAt: now,
      });
    });
  }

  /**
   * What was learnt of a message after it left, for every row it stands for. Evidence that says less than is known, or
   * comes twice or out of order, changes nothing. Returns the rows that changed; `found` counts those it named.
   */
  learn(key: MessageKey, evidence: Evidence): Promise<{ readonly found: number; readonly changed: LedgerRow[] }> {
    return this.context.transact(async (db) => {
      const now = this.context.now();
      const rows = await rowsByKey(db, key);
      const changed: LedgerRow[] = [];
      for (const row of rows) {
        if (!mayBecome(row.outcome as MessageOutcome, evidence.outcome)) continue;
        const { outcome, reason, by } = evidence;
        const change = { outcome, reason, settledAt: now, providerId: row.providerId ?? evidence.providerId ?? null };
        await this.change(db, row, now, change, by);
        changed.push(ledgerRowOf({ ...row, ...change }));
      }
      return { found: rows.length, changed };
    });
  }

  /** The rows a channel's word is about. */
  find(key: MessageKey): Promise<LedgerRow[]> {
    return this.context.read(async (db) => (await rowsByKey(db, key)).map(ledgerRowOf));
  }

  /** A doubt (`unknown`) a person has settled: the message was taken, or never left. False where it was no doubt. */
  decide(id: string, outcome: 'accepted' | 'refused', said: Pick<Evidence, 'reason' | 'by'>): Promise<boolean> {
    return this.context.transact(async (db) => {
      const row = await rowById(db, id);
      if (row.outcome !== 'unknown') return false;
      const now = this.context.now();
      await this.change(db, row, now, { outcome, reason: said.reason, settledAt: now }, said.by);
      return true;
    });
  }

  /** The mails that bear one of these Message-IDs. */
  bearing(messageIds: readonly string[]): Promise<LedgerRow[]> {
    if (messageIds.length === 0) return Promise.resolve([]);
    return this.context.read(async (db) => {
      const rows = await db.selectFrom('messages').selectAll().where('messageId', 'in', messageIds).execute();
      return rows.map(ledgerRowOf);
    });
  }

  /** Rows of these outcomes, the oldest first. */
  having(outcomes: readonly MessageOutcome[]): Promise<LedgerRow[]> {
    return this.context.read(async (db) => {
      const rows = await db
        .selectFrom('messages')
        .selectAll()
        .where('outcome', 'in', outcomes)
        .orderBy('at')
        .orderBy('id')
        .execute();
      return rows.map(ledgerRowOf);
    });
  }

  /** queued → planned, to be tried again from `at`: only where the message surely did not leave. */
  retry(id: string, at: Instant, reason: string): Promise<void> {
    return this.context.transact(async (db) => {
      const row = await rowById(db, id);
      requireNext(row, 'planned');
      await this.change(db, row, this.context.now(), {
        ...{ outcome: 'planned', reason, nextAttemptAt: at, attempts: row.attempts + 1 },
        ...{ claimedBy: null, claimedAt: null, leaseUntil: null },
      });
    });
  }

  /**
   * Claims of a process that died become `unknown`: the message may have left, so it is never sent again. With an
   * owner, its claims made until `olderThan`; without, everybody's that are that old and whose lease has run out.
   */
  abandonClaims(options: { readonly owner?: string; readonly olderThan: Instant }): Promise<LedgerRow[]> {
    return this.context.transact(async (db) => {
      const now = this.context.now();
      let update = db
        .updateTable('messages')
        .set((eb) => ({ outcome: 'unknown', reason: ABANDONED, settledAt: now, revision: eb('revision', '+', 1) }))
        .where('outcome', '=', 'queued')
        .where('claimedAt', '<=', options.olderThan);
      update =
        options.owner === undefined
          ? update.where('leaseUntil', '<=', now)
          : update.where('claimedBy', '=', options.owner);
      const rows = await update.returningAll().execute();
      await appendMessageEvents(db, now, rows);
      return rows.map(ledgerRowOf);
    });
  }

  counts(): Promise<Record<MessageOutcome, number>> {
    return this.context.read(async (db) => {
      const rows = await db
        .selectFrom('messages')
        .select((eb) => ['outcome', eb.fn.countAll<number | string>().as('n')])
        .groupBy('outcome')
        .execute();
      const found = new Map(rows.map((row) => [row.outcome, Number(row.n)]));
      const counts = OUTCOMES.map((outcome) => [outcome, found.get(outcome) ?? 0] as const);
      return Object.fromEntries(counts) as Record<MessageOutcome, number>;
    });
  }

  /** Messages that have neither left nor been given up: planned or queued. */
  async waiting(): Promise<number> {
    const counts = await this.counts();
    return counts.planned + counts.queued;
  }

  /** When the next planned message may leave or be tried again; null where none waits. */
  nextAt(): Promise<Instant | null> {
    return this.context.read(async (db) => {
      const row = await db
        .selectFrom('messages')
        .select((eb) => {
          const retried = eb('nextAttemptAt', '>', eb.ref('at'));
          return eb.fn.min(eb.case().when(retried).then(eb.ref('nextAttemptAt')).else(eb.ref('at')).end()).as('at');
        })
        .where('outcome', '=', 'planned')
        .executeTakeFirst();
      return instantOrNull(row?.at ?? null);
    });
  }

  private async change(
    db: Db,
    row: Selectable<MessageTable>,
    now: Instant,
    change: Partial<Selectable<MessageTable>>,
    by: string | null = row.claimedBy,
  ): Promise<void> {
    const next = { ...row, ...change, revision: row.revision + 1 };
    const { numUpdatedRows } = await db
      .updateTable('messages')
      .set({ ...change, revision: next.revision })
      .where('id', '=', row.id)
      .where('revision', '=', row.revision)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`message ${row.id} was changed by another process at the same time`);
    await appendMessageEvents(db, now, [{ ...next, claimedBy: by }]);
  }
}

async function rowById(db: Db, id: string): Promise<Selectable<MessageTable>> {
  const row = await db.selectFrom('messages').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new Error(`message ${id} is not in the ledger`);
  return row;
}

function rowsByKey(db: Db, key: MessageKey): Promise<Selectable<MessageTable>[]> {
  const query = db.selectFrom('messages').selectAll().orderBy('id');
  if ('messageId' in key) return query.where('messageId', '=', key.messageId).execute();
  if ('id' in key) return query.where('id', '=', key.id).execute();
  return query.where('channel', '=', key.channel).where('providerId', '=', key.providerId).execute();
}

function requireNext(row: Selectable<MessageTable>, next: MessageOutcome): void {
  if (!mayBecome(row.outcome as MessageOutcome, next)) {
    throw new Error(`message ${row.id} is ${row.outcome}: it cannot become ${next}`);
  }
}

export function ledgerRowOf(row: Selectable<MessageTable>): LedgerRow {
  const { recipient: _recipient, revision: _revision, leaseUntil: _leaseUntil, ...columns } = row;
  return {
    ...columns,
    stage: row.stage as Stage,
    kind: row.kind as PostKind,
    role: row.role as Role,
    channel: row.channel === 'none' ? null : (row.channel as Channel),
    outcome: row.outcome as MessageOutcome,
    at: instantOf(row.at),
    content: row.content === null ? null : fromJson<MessageContent>(row.content),
    nextAttemptAt: instantOrNull(row.nextAttemptAt),
    claimedAt: instantOrNull(row.claimedAt),
    settledAt: instantOrNull(row.settledAt),
    recordedAt: instantOf(row.recordedAt),
  };
}
