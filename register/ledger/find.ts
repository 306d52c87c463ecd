import type { Channel } from '../../dsl/policy/channels.ts';
import type { Instant } from '../../dsl/time/day.ts';
import { instantOrNull } from '../codec.ts';
import type { Db } from '../context.ts';
import { type MessageOutcome, OUTCOMES } from '../outcome.ts';
import type { StoredMessage } from './change.ts';

/** Names messages by what a channel knows of them: our Message-ID, the channel's own id, the row's or the digest's. */
export type MessageKey =
  | { readonly messageId: string }
  | { readonly channel: Channel; readonly providerId: string }
  | { readonly id: string };

export function rowsByKey(db: Db, key: MessageKey): Promise<StoredMessage[]> {
  const query = db.selectFrom('messages').selectAll().orderBy('id');
  if ('messageId' in key) return query.where('messageId', '=', key.messageId).execute();
  if ('id' in key) return query.where((eb) => eb.or([eb('id', '=', key.id), eb('shipment', '=', key.id)])).execute();
  return query.where('channel', '=', key.channel).where('providerId', '=', key.providerId).execute();
}

/** The mails that bear one of these Message-IDs. */
export function rowsBearing(db: Db, messageIds: readonly string[]): Promise<StoredMessage[]> {
  return db.selectFrom('messages').selectAll().where('messageId', 'in', messageIds).execute();
}

/** Rows of these outcomes, the oldest first. */
export function rowsHaving(db: Db, outcomes: readonly MessageOutcome[]): Promise<StoredMessage[]> {
  return db.selectFrom('messages').selectAll().where('outcome', 'in', outcomes).orderBy('at').orderBy('id').execute();
}

/** Ids of the directives of which a person or an agency has messages. */
export async function directivesOf(
  db: Db,
  { kind, id }: { readonly kind: 'person' | 'agency'; readonly id: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('messages')
    .select('directiveId')
    .distinct()
    .where(kind === 'person' ? 'personId' : 'agencyId', '=', id)
    .execute();
  return rows.map((row) => row.directiveId);
}

export async function countRows(db: Db): Promise<Record<MessageOutcome, number>> {
  const rows = await db
    .selectFrom('messages')
    .select((eb) => ['outcome', eb.fn.countAll<number | string>().as('n')])
    .groupBy('outcome')
    .execute();
  const found = new Map(rows.map((row) => [row.outcome, Number(row.n)]));
  const counts = OUTCOMES.map((outcome) => [outcome, found.get(outcome) ?? 0] as const);
  return Object.fromEntries(counts) as Record<MessageOutcome, number>;
}

/** When the next planned message may leave or be tried again; null where none waits. */
export async function nextDeparture(db: Db): Promise<Instant | null> {
  const waiting = () => db.selectFrom('messages').where('outcome', '=', 'planned');
  const first = await waiting()
    .select('leaveAt')
    .where((w) => w.or([w('nextAttemptAt', 'is', null), w('nextAttemptAt', '<=', w.ref('leaveAt'))]))
    .orderBy('leaveAt')
    .limit(1)
    .executeTakeFirst();
  // What could have left before it is being tried again: few rows, where the least of all that waits would read them all.
  let retries = waiting()
    .select((eb) => eb.fn.min('nextAttemptAt').as('at'))
    .where('nextAttemptAt', '>', (eb) => eb.ref('leaveAt'));
  if (first !== undefined) retries = retries.where('leaveAt', '<', first.leaveAt);
  const tried = await retries.executeTakeFirst();
  const instants = [first?.leaveAt, tried?.at].map((at) => instantOrNull(at ?? null)).filter((at) => at !== null);
  return instants.length === 0 ? null : Math.min(...instants);
}
