import type { Instant } from '../../dsl/time/day.ts';
import type { Context, Db } from '../context.ts';
import { change, type StoredMessage } from './change.ts';
import { release } from './give-back.ts';

export const ABANDONED = 'tiến trình dừng, hoặc không ghi được sổ, giữa lúc gửi';
export const NEVER_BEGUN = 'tiến trình dừng trước khi gửi';

/**
 * Whose claims are looked at: with an owner, those it made until `olderThan`; without, everybody's that are that old and
 * whose lease has run out.
 */
export interface Abandoned {
  readonly owner?: string;
  /** By the register's clock. */
  readonly olderThan: Instant;
}

/** What became of them: `doubted` may have left and is never sent again, `released` had not begun to. */
export interface Recovered<R> {
  readonly doubted: readonly R[];
  readonly released: readonly R[];
}

/** Claims of a process that died: what it had begun to send becomes `unknown`, the rest is planned again. */
export async function abandonClaims(context: Context, db: Db, options: Abandoned): Promise<Recovered<StoredMessage>> {
  const doubted: StoredMessage[] = [];
  for (const row of await claimsOf(context, db, 'sending', options)) {
    doubted.push(await change(context, db, row, { outcome: 'unknown', reason: ABANDONED, settledAt: context.now() }));
  }
  const released: StoredMessage[] = [];
  for (const row of await claimsOf(context, db, 'queued', options)) {
    released.push(await release(context, db, row, { reason: NEVER_BEGUN }));
  }
  return { doubted, released };
}

function claimsOf(
  context: Context,
  db: Db,
  outcome: 'queued' | 'sending',
  options: Abandoned,
): Promise<StoredMessage[]> {
  const { owner, olderThan } = options;
  const query = db
    .selectFrom('messages')
    .selectAll()
    .where('outcome', '=', outcome)
    .where('claimedAt', '<=', olderThan)
    .orderBy('id');
  return owner === undefined
    ? query.where('leaseUntil', '<=', context.now()).execute()
    : query.where('claimedBy', '=', owner).execute();
}
