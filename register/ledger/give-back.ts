import type { Instant } from '../../dsl/time/day.ts';
import type { Context, Db } from '../context.ts';
import { overtakenBy } from '../messages/superseded.ts';
import { change, type Row, requireNext, rowById } from './change.ts';

/** Back to the planned ones, where a message surely did not leave. What an act has meanwhile overtaken is skipped. */
export async function giveBack(
  context: Context,
  db: Db,
  ids: readonly string[],
  said: { readonly reason: string; readonly nextAttemptAt: Instant },
  attempts: 0 | 1,
): Promise<void> {
  for (const id of ids) {
    const row = await rowById(db, id);
    requireNext(row, 'planned');
    const given = await change(context, db, row, { ...UNCLAIMED, ...said, attempts: row.attempts + attempts });
    const overtaken = await overtakenBy(db, row);
    if (overtaken === null) continue;
    await change(context, db, given, { outcome: 'skipped', reason: overtaken, settledAt: context.now() });
  }
}

const UNCLAIMED: Partial<Row> = {
  ...{ outcome: 'planned', shipment: null, claimedBy: null, claimedAt: null, leaseUntil: null },
};
