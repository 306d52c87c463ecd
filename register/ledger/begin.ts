import type { Context, Db } from '../context.ts';
import { appendMessageEvents } from '../messages/events.ts';
import { requireNext, rowById, type StoredMessage } from './change.ts';
import { keepText, type SentText, sentTextId } from './sent-texts.ts';

/** A row as its claimer read it last: the claim holds as long as nobody has changed the row since. */
export interface Held {
  readonly id: string;
  readonly revision: number;
}

/** The claim has gone to another process, or the message has been settled, since the row was read. */
export class ClaimLost extends Error {
  constructor({ id }: Held) {
    super(`message ${id} is claimed by another process or settled by now`);
  }
}

/**
 * queued → sending, for the rows of one message, all of them or none: from here on the message may have left, in the
 * words given. Throws `ClaimLost` where the claim of one is not held any more; whoever woke too late must not send.
 */
export async function begin(
  context: Context,
  db: Db,
  held: readonly Held[],
  leaseMs: number,
  text: SentText | null,
): Promise<StoredMessage[]> {
  const now = context.now();
  const begun: StoredMessage[] = [];
  for (const { id, revision } of held) {
    const row = await db
      .updateTable('messages')
      .set({ outcome: 'sending', leaseUntil: now + leaseMs, revision: revision + 1 })
      .where('id', '=', id)
      .where('revision', '=', revision)
      .where('outcome', '=', 'queued')
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) throw new ClaimLost({ id, revision });
    begun.push(row);
  }
  await appendMessageEvents(db, now, begun);
  const [first] = begun;
  if (first && text) await keepText(db, sentTextId(first), text, now);
  return begun;
}

/** A row whose claim its holder still has when giving it back. */
export async function heldRow(db: Db, held: Held): Promise<StoredMessage> {
  const row = await rowById(db, held.id);
  requireNext(row, 'planned');
  if (row.revision !== held.revision) throw new ClaimLost(held);
  return row;
}
