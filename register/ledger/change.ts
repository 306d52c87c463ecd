import type { Selectable } from 'kysely';
import type { Context, Db } from '../context.ts';
import { appendMessageEvents } from '../messages/events.ts';
import { fallBack } from '../messages/fall-back.ts';
import { type MessageOutcome, mayBecome } from '../outcome.ts';
import type { MessageTable } from '../schema.ts';

export type StoredMessage = Selectable<MessageTable>;

/**
 * Changes a row as it was read in the same transaction, keeps the change in `message_events`, and sends the message by
 * another channel where it has now failed. Throws where another process was quicker.
 */
export async function change(
  context: Context,
  db: Db,
  row: StoredMessage,
  to: Partial<StoredMessage>,
  by: string | null = row.claimedBy,
): Promise<StoredMessage> {
  const next = { ...row, ...to, revision: row.revision + 1 };
  const { numUpdatedRows } = await db
    .updateTable('messages')
    .set({ ...to, revision: next.revision })
    .where('id', '=', row.id)
    .where('revision', '=', row.revision)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`message ${row.id} was changed by another process at the same time`);
  await appendMessageEvents(db, context.now(), [{ ...next, claimedBy: by }]);
  await fallBack(context, db, next);
  return next;
}

export async function rowById(db: Db, id: string): Promise<StoredMessage> {
  const row = await db.selectFrom('messages').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new Error(`message ${id} is not in the ledger`);
  return row;
}

export function requireNext(row: StoredMessage, next: MessageOutcome): void {
  if (mayBecome(row.outcome as MessageOutcome, next)) return;
  throw new Error(`message ${row.id} is ${row.outcome}: it cannot become ${next}`);
}
