import { present } from '../../dsl/present.ts';
import type { Context, Db } from '../context.ts';
import { appendMessageEvents } from '../messages/events.ts';
import { someOvertaken } from '../messages/leaving.ts';
import { requireNext, rowById, type StoredMessage } from './change.ts';
import { keepText, type SentText, sentTextId } from './sent-texts.ts';

/** A row as it was read last: it is held as long as nobody has changed it since. */
export interface Held {
  readonly id: string;
  readonly revision: number;
}

/** One row of a message about to leave. */
export interface Leaving extends Held {
  readonly shipment: string | null;
  readonly messageId: string | null;
}

/** Who sends it. */
export interface Carrier {
  readonly dispatch: string;
  /** Id of the activity; null outside Temporal. */
  readonly activity: string | null;
  /** The process. */
  readonly owner: string;
}

/** Another was quicker, an act has come, or the message has been settled since the row was read. */
export class RowLost extends Error {
  constructor({ id }: Held) {
    super(`message ${id} was begun by another or settled by now`);
  }
}

/**
 * planned → sending, for the rows of one message, all of them or none: from here on the message may have left, in the
 * words given. Throws `RowLost` where one is not as it was read; whoever woke too late must not send.
 */
export async function begin(
  context: Context,
  db: Db,
  rows: readonly Leaving[],
  { dispatch, activity, owner }: Carrier,
  text: SentText | null,
): Promise<StoredMessage[]> {
  const now = context.now();
  const begun: StoredMessage[] = [];
  for (const { id, revision, shipment, messageId } of rows) {
    const mark = { outcome: 'sending', claimedBy: owner, claimedAt: now, revision: revision + 1 };
    const row = await db
      .updateTable('messages')
      .set({ ...mark, shipment, messageId, dispatch, ...present({ dispatchedAs: activity ?? undefined }) })
      .where('id', '=', id)
      .where('revision', '=', revision)
      .where('outcome', '=', 'planned')
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) throw new RowLost({ id, revision });
    begun.push(row);
  }
  const [first] = begun;
  if (first && (await someOvertaken(context, db, begun))) throw new RowLost(first);
  await appendMessageEvents(db, now, begun);
  if (first && text) await keepText(db, sentTextId(first), text, now);
  return begun;
}

/** A row that is still as its sender had it, when giving it back. */
export async function heldRow(db: Db, held: Held): Promise<StoredMessage> {
  const row = await rowById(db, held.id);
  requireNext(row, 'planned');
  if (row.revision !== held.revision) throw new RowLost(held);
  return row;
}
