import { type Day, dayOf, type Instant } from '../dsl/time/day.ts';
import { fromJson, instantOf } from './codec.ts';
import type { Context, Db } from './context.ts';

/** One event a channel reported of its own accord. */
export interface InboxEvent {
  readonly id: string;
  readonly event: unknown;
  readonly receivedAt: Instant;
}

/** What channels tell of their own accord: kept first, so that it can be answered at once and is lost by no crash. */
export class Inbox {
  constructor(private readonly context: Context) {}

  /** Keeps an event and counts it; false where it is here already, whatever has become of it. */
  keep(channel: string, id: string, event: unknown): Promise<boolean> {
    return this.context.transact(async (db) => {
      const receivedAt = this.context.now();
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('inbox')
        .values({ id, channel, event: JSON.stringify(event), receivedAt, settledAt: null, fate: null })
        .onConflict((c) => c.column('id').doNothing())
        .executeTakeFirst();
      const isNew = numInsertedOrUpdatedRows === 1n;
      await addOne(db, channel, dayOf(receivedAt), isNew ? 'taken' : 'again');
      return isNew;
    });
  }

  /** Counts what was not kept: how often, why, nothing of what it said. */
  count(channel: string, what: string): Promise<void> {
    return this.context.transact((db) => addOne(db, channel, dayOf(this.context.now()), what));
  }

  /** Events nobody has settled, the oldest first, from the one after `after`. */
  waiting(channel: string, limit: number, after?: InboxEvent): Promise<InboxEvent[]> {
    return this.context.read(async (db) => {
      const rows = await db
        .selectFrom('inbox')
        .select(['id', 'event', 'receivedAt'])
        .where('channel', '=', channel)
        .where('settledAt', 'is', null)
        .$if(after !== undefined, (q) =>
          q.where((eb) =>
            eb.or([
              eb('receivedAt', '>', after?.receivedAt ?? 0),
              eb.and([eb('receivedAt', '=', after?.receivedAt ?? 0), eb('id', '>', after?.id ?? '')]),
            ]),
          ),
        )
        .orderBy('receivedAt')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ id, event, receivedAt }) => ({
        id,
        receivedAt: instantOf(receivedAt),
        event: event === null ? null : fromJson<unknown>(event),
      }));
    });
  }

  /** Says what became of an event. What it told is not kept any longer. */
  settle(id: string, fate: string): Promise<void> {
    return this.context.transact(async (db) => {
      await db
        .updateTable('inbox')
        .set({ settledAt: this.context.now(), fate, event: null })
        .where('id', '=', id)
        .where('settledAt', 'is', null)
        .execute();
    });
  }

  /** What came and what was turned away since a day, by kind. */
  counts(channel: string, since: Day): Promise<Readonly<Record<string, number>>> {
    return this.context.read(async (db) => {
      const rows = await db
        .selectFrom('inboxCounts')
        .select((eb) => ['what', eb.fn.sum<number | string>('n').as('n')])
        .where('channel', '=', channel)
        .where('day', '>=', since)
        .groupBy('what')
        .execute();
      return Object.fromEntries(rows.map(({ what, n }) => [what, Number(n)]));
    });
  }
}

async function addOne(db: Db, channel: string, day: Day, what: string): Promise<void> {
  await db
    .insertInto('inboxCounts')
    .values({ channel, day, what, n: 1 })
    .onConflict((c) => c.columns(['channel', 'day', 'what']).doUpdateSet((eb) => ({ n: eb('inboxCounts.n', '+', 1) })))
    .execute();
}
