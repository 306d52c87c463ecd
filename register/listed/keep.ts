import type { Db } from '../context.ts';
import { type Listed, listedOf, listedStanding } from './row.ts';

/** The parameters of a statement are bounded. */
const ROWS_AT_ONCE = 200;

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
  await insertListed(db, listedOf(row, row.number));
}

/** The same after an act that changed nothing but how it stands. */
export async function moveListed(db: Db, row: Parameters<typeof listedStanding>[0]): Promise<void> {
  await db.updateTable('directiveLists').set(listedStanding(row)).where('directiveId', '=', row.id).execute();
}

/** Of a directive that no list has yet. */
export async function insertListed(db: Db, { list, words, parties }: Listed): Promise<void> {
  const { directiveId } = list;
  await db.insertInto('directiveLists').values(list).execute();
  for (let from = 0; from < words.length; from += ROWS_AT_ONCE) {
    const batch = words.slice(from, from + ROWS_AT_ONCE);
    await db
      .insertInto('directiveWords')
      .values(batch.map((word) => ({ word, directiveId })))
      .execute();
  }
  if (parties.length === 0) return;
  await db
    .insertInto('directiveParties')
    .values(parties.map((one) => ({ ...one, directiveId })))
    .execute();
}
