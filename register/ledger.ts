import type { Selectable } from 'kysely';
import type { Channel } from '../dsl/policy/policy.ts';
import type { Instant } from '../dsl/time/day.ts';
import { instantOf, instantOrNull } from './codec.ts';
import type { Context, Db } from './context.ts';
import { type ClaimOptions, claimDue } from './ledger-claims.ts';
import { type LedgerRow, ledgerRowOf } from './ledger-row.ts';
import { appendMessageEvents } from './messages/events.ts';
import { fallBack } from './messages/fall-back.ts';
import { overtakenBy } from './messages/superseded.ts';
import { type Evidence, isKnown, type MessageOutcome, mayBecome, OUTCOMES, type Settlement } from './outcome.ts';
import type { MessageTable } from './schema.ts';

/** How a channel stands. */
export interface ChannelRecord {
  readonly channel: Channel;
  /** Domain time: tried again then; null = open. */
  readonly pausedUntil: Instant | null;
  /** Since when it has been down. */
  readonly since: Instant | null;
  readonly reason: string | null;
  readonly recordedAt: Instant;
}

/** Names messages by what a channel knows of them: our Message-ID, the channel's own id, the row's or the digest's. */
export type MessageKey =
  | { readonly messageId: string }
  | { readonly channel: Channel; readonly providerId: string }
  | { readonly id: string };

export const ABANDONED = 'tiến trình dừng giữa lúc gửi';

/** The messages, as the post office works through them. Every change of an outcome is kept in `message_events`. */
export class Ledger {
  constructor(private readonly context: Context) {}

  /** Takes messages that are due, planned → queued, each for one owner only. */
  claimDue(options: ClaimOptions): Promise<LedgerRow[]> {
    return this.context.transact((db) => claimDue(this.context, db, options));
  }

  /**
   * Says how messages ended that left together, all of them or none. The same again is harmless, and late evidence settles an `unknown`; anything else that
   * contradicts the ledger throws.
   */
  settle(ids: string | readonly string[], settlement: Settlement): Promise<void> {
    return this.context.transact(async (db) => {
      for (const id of [ids].flat()) await this.settleOne(db, await rowById(db, id), settlement);
    });
  }

  private async settleOne(db: Db, row: Selectable<MessageTable>, settlement: Settlement): Promise<void> {
    if (isKnown(row.outcome as MessageOutcome, settlement.outcome)) {
      // Word of the delivery was faster than the answer, which still brings the id the channel knows it by.
      const { providerId } = settlement.outcome === 'accepted' ? settlement : {};
      if (providerId !== undefined && row.providerId === null) {
        await db.updateTable('messages').set({ providerId }).where('id', '=', row.id).execute();
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

  /**
   * queued → planned, to be tried again from `at`: only where the message surely did not leave. What has meanwhile been
   * overtaken is skipped instead.
   */
  retry(ids: string | readonly string[], at: Instant, reason: string): Promise<void> {
    return this.giveBack(ids, { reason, nextAttemptAt: at }, 1);
  }

  /** The same where it was not even tried: it counts as no attempt. */
  putBack(ids: string | readonly string[], at: Instant, reason: string): Promise<void> {
    return this.giveBack(ids, { reason, nextAttemptAt: at }, 0);
  }

  private giveBack(
    ids: string | readonly string[],
    change: { readonly reason: string; readonly nextAttemptAt: Instant },
    attempts: 0 | 1,
  ): Promise<void> {
    return this.context.transact(async (db) => {
      for (const id of [ids].flat()) {
        const row = await rowById(db, id);
        requireNext(row, 'planned');
        const now = this.context.now();
        await this.change(db, row, now, {
          ...{ outcome: 'planned', ...change, attempts: row.attempts + attempts, shipment: null },
          ...{ claimedBy: null, claimedAt: null, leaseUntil: null },
        });
        const overtaken = await overtakenBy(db, row);
        if (overtaken === null) continue;
        const given = await rowById(db, id);
        await this.change(db, given, now, { outcome: 'skipped', reason: overtaken, settledAt: now });
      }
    });
  }

  /** Why a message that waited is not wanted any more; null where it still is. */
  overtaken(id: string): Promise<string | null> {
    return this.context.read(async (db) => overtakenBy(db, await rowById(db, id)));
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

  /** Keeps how a channel stands, as the post office found it. */
  noteChannel(channel: Channel, state: Omit<ChannelRecord, 'channel' | 'recordedAt'>): Promise<void> {
    return this.context.transact(async (db) => {
      const row = { ...state, recordedAt: this.context.now() };
      await db
        .insertInto('channels')
        .values({ channel, ...row })
        .onConflict((c) => c.column('channel').doUpdateSet(row))
        .execute();
    });
  }

  /** Channels the post office has had word of. */
  channels(): Promise<readonly ChannelRecord[]> {
    return this.context.read(async (db) => {
      const rows = await db.selectFrom('channels').selectAll().orderBy('channel').execute();
      return rows.map((row) => ({
        channel: row.channel as Channel,
        reason: row.reason,
        pausedUntil: instantOrNull(row.pausedUntil),
        since: instantOrNull(row.since),
        recordedAt: instantOf(row.recordedAt),
      }));
    });
  }

  /** Ids of the directives of which a person or an agency has messages. */
  directivesOf({ kind, id }: { readonly kind: 'person' | 'agency'; readonly id: string }): Promise<string[]> {
    return this.context.read(async (db) => {
      const rows = await db
        .selectFrom('messages')
        .select('directiveId')
        .distinct()
        .where(kind === 'person' ? 'personId' : 'agencyId', '=', id)
        .execute();
      return rows.map((row) => row.directiveId);
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
          const retried = eb('nextAttemptAt', '>', eb.ref('leaveAt'));
          const next = eb.case().when(retried).then(eb.ref('nextAttemptAt')).else(eb.ref('leaveAt')).end();
          return eb.fn.min(next).as('at');
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
    await fallBack(this.context, db, next);
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
  if ('id' in key) return query.where((eb) => eb.or([eb('id', '=', key.id), eb('shipment', '=', key.id)])).execute();
  return query.where('channel', '=', key.channel).where('providerId', '=', key.providerId).execute();
}

function requireNext(row: Selectable<MessageTable>, next: MessageOutcome): void {
  if (!mayBecome(row.outcome as MessageOutcome, next)) {
    throw new Error(`message ${row.id} is ${row.outcome}: it cannot become ${next}`);
  }
}
