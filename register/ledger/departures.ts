import type { Selectable } from 'kysely';
import type { Channel } from '../../dsl/policy/channels.ts';
import type { PostKind } from '../../dsl/rules/post.ts';
import type { Instant } from '../../dsl/time/day.ts';
import { batchesOf } from '../../system/batches.ts';
import { notUsed } from '../../texts/outcomes.ts';
import { instantOf } from '../codec.ts';
import type { Context, Db } from '../context.ts';
import type { MessageOutcome } from '../outcome.ts';
import { isHeldBack } from '../restoration.ts';
import type { MessageTable } from '../schema.ts';
import { change } from './change.ts';

/** What one item of a dispatch is about, without a word of it and without its reader. */
export interface DispatchItem {
  readonly directiveId: string;
  readonly localId: string;
  readonly noticeId: string;
  readonly noticeNumber: string | null;
  readonly kind: PostKind;
  readonly agencyName: string | null;
}

/** What is to leave together, and no activity carries yet. */
export interface Departure {
  readonly dispatch: string;
  readonly channel: Channel;
  /** Not before. */
  readonly leaveAt: Instant;
  readonly items: readonly DispatchItem[];
}

export interface DepartureOptions {
  /** What leaves later than this is left for later: a digest may still grow. */
  readonly closing: Instant;
  /** Most at once. */
  readonly limit: number;
  /** Not by these channels. */
  readonly except?: readonly Channel[];
}

/** Dispatches of waiting messages that no activity carries, the earliest first; none while a restore waits for a word. */
export async function departures(db: Db, { closing, limit, except = [] }: DepartureOptions): Promise<Departure[]> {
  if (await isHeldBack(db)) return [];
  const next = await db
    .selectFrom('messages')
    .select((eb) => ['dispatch', eb.fn.min('leaveAt').as('leaveAt')])
    .where('outcome', '=', 'planned')
    .where('dispatchedAs', 'is', null)
    .where('leaveAt', '<=', closing)
    .$if(except.length > 0, (q) => q.where('channel', 'not in', except))
    .groupBy('dispatch')
    .orderBy('leaveAt')
    .limit(limit)
    .execute();
  const found: Departure[] = [];
  const dispatches = next.map((row) => row.dispatch);
  for (const some of batchesOf(dispatches, AT_ONCE)) found.push(...(await described(db, some)));
  return found.sort((a, b) => a.leaveAt - b.leaveAt);
}

/** Databases bound the parameters of a statement. */
const AT_ONCE = 100;

async function described(db: Db, dispatches: readonly string[]): Promise<Departure[]> {
  const rows = await db
    .selectFrom('messages as m')
    .innerJoin('directives as d', 'd.id', 'm.directiveId')
    .innerJoin('notices as n', 'n.id', 'd.noticeId')
    .leftJoin('agencies as a', 'a.id', 'm.agencyId')
    .select(['m.id', 'm.at', 'm.dispatch', 'm.channel', 'm.leaveAt', 'm.nextAttemptAt', 'm.directiveId', 'm.kind'])
    .select(['d.localId', 'd.noticeId', 'n.number as noticeNumber', 'a.name as agencyName'])
    .where('m.dispatch', 'in', dispatches)
    .where('m.outcome', '=', 'planned')
    .where('m.dispatchedAs', 'is', null)
    .execute();
  // Sorted here: to have them in order SQLite would read everything that waits instead of these dispatches.
  rows.sort((a, b) => instantOf(a.at) - instantOf(b.at) || (a.id < b.id ? -1 : 1));
  const byDispatch = new Map<string, typeof rows>();
  for (const row of rows) byDispatch.set(row.dispatch, [...(byDispatch.get(row.dispatch) ?? []), row]);
  return [...byDispatch].map(([dispatch, own]) => ({
    dispatch,
    channel: own[0]?.channel as Channel,
    leaveAt: Math.min(...own.map((row) => Math.max(instantOf(row.leaveAt), instantOf(row.nextAttemptAt ?? 0)))),
    items: own.map(({ directiveId, localId, noticeId, noticeNumber, kind, agencyName }) => ({
      directiveId,
      localId,
      noticeId,
      noticeNumber,
      agencyName,
      kind: kind as PostKind,
    })),
  }));
}

/** Says which activity carries what of a dispatch none carried until now. */
export async function markDispatched(db: Db, dispatch: string, activity: string): Promise<void> {
  await db
    .updateTable('messages')
    .set({ dispatchedAs: activity })
    .where('dispatch', '=', dispatch)
    .where('outcome', '=', 'planned')
    .where('dispatchedAs', 'is', null)
    .execute();
}

/** What still waits in an activity that has ended is to be carried by another. */
export async function unmarkDispatched(db: Db, activity: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('messages')
    .set({ dispatchedAs: null })
    .where('dispatchedAs', '=', activity)
    .where('outcome', '=', 'planned')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Activities that carry something whose fate is open. */
export async function carrying(db: Db): Promise<{ readonly activity: string; readonly dispatch: string }[]> {
  const rows = await db
    .selectFrom('messages')
    .select(['dispatchedAs', 'dispatch'])
    .distinct()
    .where('outcome', 'in', ['planned', 'sending'] satisfies MessageOutcome[])
    .where('dispatchedAs', 'is not', null)
    .execute();
  return rows.map(({ dispatchedAs, dispatch }) => ({ activity: dispatchedAs ?? '', dispatch }));
}

/** How what an activity carried has ended, or stands. */
export async function carriedBy(
  db: Db,
  activity: string,
): Promise<Pick<Selectable<MessageTable>, 'outcome' | 'reason'>[]> {
  return db
    .selectFrom('messages')
    .select(['outcome', 'reason'])
    .where('dispatchedAs', '=', activity)
    .orderBy('id')
    .execute();
}

/** What waits for a channel the office does not use is settled as such, which sends it by another. */
export function skipUnused(context: Context, db: Db, channels: readonly Channel[], now: Instant): Promise<number> {
  return skipWaiting(
    context,
    db,
    now,
    (query) => query.where('channel', 'in', channels),
    (row) => notUsed(row.channel),
  );
}

/** An operator has ended its activity: what waited in it is not sent. */
export function skipEnded(context: Context, db: Db, activity: string, reason: string): Promise<number> {
  const ever = Number.MAX_SAFE_INTEGER;
  return skipWaiting(
    context,
    db,
    ever,
    (query) => query.where('dispatchedAs', '=', activity),
    () => reason,
  );
}

async function skipWaiting(
  context: Context,
  db: Db,
  before: Instant,
  which: (query: ReturnType<typeof waitingUntil>) => ReturnType<typeof waitingUntil>,
  reasonOf: (row: Selectable<MessageTable>) => string,
): Promise<number> {
  const rows = await which(waitingUntil(db, before)).execute();
  for (const row of rows) {
    await change(context, db, row, { outcome: 'skipped', reason: reasonOf(row), settledAt: context.now() });
  }
  return rows.length;
}

function waitingUntil(db: Db, before: Instant) {
  return db.selectFrom('messages').selectAll().where('outcome', '=', 'planned').where('leaveAt', '<=', before);
}
