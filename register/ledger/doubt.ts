import type { Context, Db } from '../context.ts';
import { change, type StoredMessage } from './change.ts';

export const ABANDONED = 'tiến trình dừng, hoặc không ghi được sổ, giữa lúc gửi';

/** What an attempt that ended without a word had begun to send: it may have left, and is never sent again. */
export async function doubtBegun(context: Context, db: Db, dispatch: string): Promise<StoredMessage[]> {
  const begun = await db
    .selectFrom('messages')
    .selectAll()
    .where('dispatch', '=', dispatch)
    .where('outcome', '=', 'sending')
    .orderBy('id')
    .execute();
  const doubted: StoredMessage[] = [];
  for (const row of begun) {
    doubted.push(await change(context, db, row, { outcome: 'unknown', reason: ABANDONED, settledAt: context.now() }));
  }
  return doubted;
}
