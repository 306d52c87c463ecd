import type { Kysely, Migration } from 'kysely';

/** Which message another stands in for, and the calls the office made where no channel was left. */
export const calls: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('messages').addColumn('fallback_of', 'text').execute();
    await db.schema
      .createTable('calls')
      .addColumn('message_id', 'text', (c) => c.primaryKey().references('messages.id'))
      .addColumn('by', 'text', (c) => c.notNull())
      .addColumn('note', 'text', (c) => c.notNull())
      .addColumn('recorded_at', 'bigint', (c) => c.notNull())
      .execute();
  },
};
