import type { Context, Db } from '../context.ts';
import { isKnown, type MessageOutcome, type Settlement } from '../outcome.ts';
import { change, requireNext, rowById, type StoredMessage } from './change.ts';

/** Says how messages ended that left together, all of them or none. */
export async function settleRows(
  context: Context,
  db: Db,
  ids: readonly string[],
  settlement: Settlement,
): Promise<void> {
  for (const id of ids) await settleOne(context, db, await rowById(db, id), settlement);
}

async function settleOne(context: Context, db: Db, row: StoredMessage, settlement: Settlement): Promise<void> {
  if (isKnown(row.outcome as MessageOutcome, settlement.outcome)) {
    // Word of the delivery was faster than the answer, which still brings the id the channel knows it by.
    const { providerId } = settlement.outcome === 'accepted' ? settlement : {};
    if (providerId !== undefined && row.providerId === null) {
      await db.updateTable('messages').set({ providerId }).where('id', '=', row.id).execute();
    }
    return;
  }
  requireNext(row, settlement.outcome);
  const { outcome } = settlement;
  const said = settlement.outcome === 'accepted' ? settlement : undefined;
  await change(context, db, row, {
    outcome,
    settledAt: context.now(),
    reason: settlement.outcome === 'accepted' ? null : settlement.reason,
    providerId: said === undefined ? row.providerId : (said.providerId ?? null),
  });
}
