import type { Instant } from '../../dsl/time/day.ts';
import { batchesOf } from '../../system/batches.ts';
import type { Db } from '../context.ts';
import { type Listable, type Listed, listedOf, listedStanding } from './row.ts';
import { moveStanding, restand, standFresh } from './stand.ts';
import type { Countable } from './stretches.ts';

/** The parameters of a statement are bounded. */
const ROWS_AT_ONCE = 500;

/** Brings what lists, search and filters hold of a directive up to its row, in the transaction that changed the row. */
export async function keepListed(db: Db, id: string): Promise<void> {
  const row = await db
    .selectFrom('directives as d')
    .innerJoin('notices as n', 'n.id', 'd.noticeId')
    .selectAll('d')
    .select('n.number')
    .where('d.id', '=', id)
    .executeTakeFirstOrThrow();
  for (const table of ['directiveWords', 'directiveParties', 'directiveLists'] as const)
    await db.deleteFrom(table).where('directiveId', '=', id).execute();
  await putOnLists(db, [{ row, number: row.number }]);
  await restand(db, [id]);
}

/** A directive that no list has yet, and its notice's number. */
export interface Fresh {
  readonly row: Listable & Countable;
  readonly number: string | null;
}

export async function listFresh(db: Db, fresh: readonly Fresh[]): Promise<void> {
  await putOnLists(db, fresh);
  await standFresh(
    db,
    fresh.map(({ row }) => row),
  );
}

/** Old work, which enters with the events it has. */
export async function listEntered(db: Db, fresh: readonly Fresh[]): Promise<void> {
  await putOnLists(db, fresh);
  await restand(
    db,
    fresh.map(({ row }) => row.id),
  );
}

function putOnLists(db: Db, fresh: readonly Fresh[]): Promise<void> {
  return insertListed(
    db,
    fresh.map(({ row, number }) => listedOf(row, number)),
  );
}

/** The same after an act that changed nothing but how it stands. */
export async function moveListed(db: Db, before: Moved, at: Instant, stands: Partial<Moved>): Promise<void> {
  const row = { ...before, ...stands };
  await db.updateTable('directiveLists').set(listedStanding(row)).where('directiveId', '=', row.id).execute();
  await moveStanding(db, before, at, row);
}

type Moved = Parameters<typeof listedStanding>[0] & Parameters<typeof moveStanding>[1];

/** What lists, search and filters read of them. */
export async function insertListed(db: Db, fresh: readonly Listed[]): Promise<void> {
  const lists = fresh.map(({ list }) => list);
  const words = fresh.flatMap(({ list: { directiveId }, words }) => words.map((word) => ({ word, directiveId })));
  const parties = fresh.flatMap(({ list: { directiveId }, parties }) =>
    parties.map((one) => ({ ...one, directiveId })),
  );
  for (const rows of batchesOf(lists, ROWS_AT_ONCE)) await db.insertInto('directiveLists').values(rows).execute();
  for (const rows of batchesOf(words, ROWS_AT_ONCE)) await db.insertInto('directiveWords').values(rows).execute();
  for (const rows of batchesOf(parties, ROWS_AT_ONCE)) await db.insertInto('directiveParties').values(rows).execute();
}
