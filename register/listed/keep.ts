import type { Selectable } from 'kysely';
import { batchesOf } from '../../system/batches.ts';
import type { Db } from '../context.ts';
import type { DirectiveCountTable } from '../schema.ts';
import { type Countable, countedOf, countedStanding } from './counted.ts';
import { type Listable, type Listed, listedOf, listedStanding } from './row.ts';

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
  for (const table of ['directiveWords', 'directiveParties', 'directiveLists', 'directiveCounts'] as const)
    await db.deleteFrom(table).where('directiveId', '=', id).execute();
  await listFresh(db, [{ row, number: row.number }]);
}

/** A directive that no list has yet, and its notice's number. */
export interface Fresh {
  readonly row: Listable & Countable;
  readonly number: string | null;
}

export async function listFresh(db: Db, fresh: readonly Fresh[]): Promise<void> {
  await insertListed(
    db,
    fresh.map(({ row, number }) => listedOf(row, number)),
  );
  await insertCounted(
    db,
    fresh.map(({ row }) => countedOf(row)),
  );
}

/** The same after an act that changed nothing but how it stands. */
export async function moveListed(db: Db, row: Parameters<typeof listedStanding>[0]): Promise<void> {
  await db.updateTable('directiveLists').set(listedStanding(row)).where('directiveId', '=', row.id).execute();
  await db.updateTable('directiveCounts').set(countedStanding(row)).where('directiveId', '=', row.id).execute();
}

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

/** What reports count them by. */
export async function insertCounted(db: Db, counted: readonly Selectable<DirectiveCountTable>[]): Promise<void> {
  for (const rows of batchesOf(counted, ROWS_AT_ONCE)) await db.insertInto('directiveCounts').values(rows).execute();
}
