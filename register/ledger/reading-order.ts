import { instantOrNull } from '../codec.ts';
import type { Db } from '../context.ts';
import type { LedgerRow } from './row.ts';

/**
 * Rows that leave together, by the deadline of their directives (what is late longest comes first, what has none last),
 * then as they stand in the notices, the older notice first. Messages keep the order in which they are given.
 */
export async function inDigestOrder(db: Db, rows: readonly LedgerRow[]): Promise<LedgerRow[]> {
  const messages = new Map<string, LedgerRow[]>();
  for (const row of rows) {
    const key = row.shipment ?? row.id;
    const together = messages.get(key);
    if (together) together.push(row);
    else messages.set(key, [row]);
  }
  const digests = [...messages.values()].filter((together) => together.length > 1);
  const places = await placesOf(db, [...new Set(digests.flatMap((d) => d.map((row) => row.directiveId)))]);
  const placeOf = (row: LedgerRow) => places.get(row.directiveId) ?? places.size;
  for (const digest of digests) digest.sort((a, b) => placeOf(a) - placeOf(b) || a.at - b.at || (a.id < b.id ? -1 : 1));
  return [...messages.values()].flat();
}

/** The place of each directive among those given. */
async function placesOf(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const found = await db
    .selectFrom('directives as d')
    .innerJoin('notices as n', 'n.id', 'd.noticeId')
    .select(['d.id', 'd.dueAt', 'n.anchor', 'd.noticeId', 'd.spanStart'])
    .where('d.id', 'in', ids)
    .orderBy('n.anchor')
    .orderBy('d.noticeId')
    .orderBy('d.spanStart')
    .orderBy('d.id')
    .execute();
  const due = (row: (typeof found)[number]) => instantOrNull(row.dueAt) ?? Number.POSITIVE_INFINITY;
  // The sort is stable: what falls due together stays as it stands in the notices.
  const ordered = found.sort((a, b) => Math.sign(due(a) - due(b) || 0));
  return new Map(ordered.map((row, place) => [row.id, place]));
}
