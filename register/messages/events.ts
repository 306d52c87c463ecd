import type { Selectable } from 'kysely';
import type { Db } from '../context.ts';
import type { MessageTable } from '../schema.ts';

/** Keeps each outcome a message has had: one line for the state these rows are in now. */
export async function appendMessageEvents(
  db: Db,
  recordedAt: number,
  rows: readonly Pick<
    Selectable<MessageTable>,
    'id' | 'revision' | 'outcome' | 'reason' | 'providerId' | 'claimedBy'
  >[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('messageEvents')
    .values(
      rows.map(({ id, revision, outcome, reason, providerId, claimedBy }) => ({
        revision,
        outcome,
        reason,
        providerId,
        recordedAt,
        messageId: id,
        owner: claimedBy,
      })),
    )
    .execute();
}
