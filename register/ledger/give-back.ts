import type { Instant } from '../../dsl/time/day.ts';
import type { Context, Db } from '../context.ts';
import { overtakenBy } from '../messages/leaving.ts';
import { type Held, heldRow } from './begin.ts';
import { change, type StoredMessage } from './change.ts';
import { dropText } from './sent-texts.ts';

/** Plans a message again that surely did not leave, if its claim is still held. */
export async function giveBack(
  context: Context,
  db: Db,
  held: readonly Held[],
  said: { readonly reason: string; readonly nextAttemptAt: Instant },
  attempts: 0 | 1,
): Promise<void> {
  for (const one of held) {
    const row = await heldRow(db, one);
    await release(context, db, row, { ...said, attempts: row.attempts + attempts });
  }
}

/** Releases a claim: the row is planned again, or skipped if an act has overtaken it meanwhile. */
export async function release(
  context: Context,
  db: Db,
  row: StoredMessage,
  said: Partial<StoredMessage>,
): Promise<StoredMessage> {
  if (row.outcome === 'sending') await dropText(db, row);
  const given = await change(context, db, row, {
    ...{ outcome: 'planned', shipment: null, claimedBy: null, claimedAt: null, leaseUntil: null },
    ...said,
  });
  const overtaken = await overtakenBy(context, db, row);
  if (overtaken === null) return given;
  return change(context, db, given, { outcome: 'skipped', reason: overtaken, settledAt: context.now() });
}
