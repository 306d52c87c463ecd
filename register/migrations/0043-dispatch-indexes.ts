import type { Kysely, Migration } from 'kysely';

/**
 * Indexes that also give the order: without it SQLite read everything that waits, in order of time, for each dispatch,
 * and never took the partial ones (`npm run bench -- quarter-end`).
 */
export const dispatchIndexes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const name of ['messages_relay', 'messages_reader', 'messages_dispatch']) {
      await db.schema.dropIndex(name).execute();
    }
    await index(db, 'messages_dispatch', ['dispatch', 'outcome', 'leave_at', 'id']);
    await index(db, 'messages_reader', ['recipient', 'channel', 'outcome', 'at', 'id']);
  },
};

async function index(db: Kysely<unknown>, name: string, columns: readonly string[]): Promise<void> {
  await db.schema
    .createIndex(name)
    .on('messages')
    .columns([...columns])
    .execute();
}
