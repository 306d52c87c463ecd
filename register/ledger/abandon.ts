import type { Instant } from '../../dsl/time/day.ts';
import type { Context, Db } from '../context.ts';
import { appendMessageEvents } from '../messages/events.ts';
import type { Row } from './change.ts';

export const ABANDONED = 'tiến trình dừng giữa lúc gửi';

/**
 * Whose claims are looked at: with an owner, those it made until `olderThan`; without, everybody's that are that old and
 * whose lease has run out.
 */
export interface Abandoned {
  readonly owner?: string;
  /** By the register's clock. */
  readonly olderThan: Instant;
}

/** Claims of a process that died become `unknown`: the message may have left, so it is never sent again. */
export async function abandonClaims(context: Context, db: Db, options: Abandoned): Promise<Row[]> {
  const now = context.now();
  let update = db
    .updateTable('messages')
    .set((eb) => ({ outcome: 'unknown', reason: ABANDONED, settledAt: now, revision: eb('revision', '+', 1) }))
    .where('outcome', '=', 'queued')
    .where('claimedAt', '<=', options.olderThan);
  update =
    options.owner === undefined ? update.where('leaseUntil', '<=', now) : update.where('claimedBy', '=', options.owner);
  const rows = await update.returningAll().execute();
  await appendMessageEvents(db, now, rows);
  return rows;
}
