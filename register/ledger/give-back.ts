import type { Instant } from '../../dsl/time/day.ts';
import type { Context, Db } from '../context.ts';
import { overtakenBy } from '../messages/leaving.ts';
import { type Held, heldRow } from './begin.ts';
import { change, type StoredMessage } from './change.ts';
import { dropText } from './sent-texts.ts';

/** Plans a message again that surely did not leave, if it is still held; skipped if an act has overtaken it meanwhile. */
export async function giveBack(
  context: Context,
  db: Db,
  held: readonly Held[],
  said: { readonly reason: string; readonly nextAttemptAt: Instant },
  attempts: 0 | 1,
): Promise<void> {
  for (const one of held) {
    const row = await heldRow(db, one);
    await dropText(db, row);
    await release(context, db, row, { ...said, attempts: row.attempts + attempts });
  }
}

async function release(context: Context, db: Db, row: StoredMessage, said: Partial<StoredMessage>): Promise<void> {
  const given = await change(context, db, row, {
    outcome: 'planned',
    shipment: null,
    claimedBy: null,
    claimedAt: null,
    ...said,
  });
  const overtaken = await overtakenBy(context, db, row);
  if (overtaken === null) return;
  await change(context, db, given, { outcome: 'skipped', reason: overtaken, settledAt: context.now() });
}

/** Says of a message that was not even tried why it waits, and until when. */
export async function hold(db: Db, ids: readonly string[], nextAttemptAt: Instant, reason: string): Promise<void> {
  await db
    .updateTable('messages')
    .set({ nextAttemptAt, reason })
    .where('id', 'in', ids)
    .where('outcome', '=', 'planned')
    .execute();
}
