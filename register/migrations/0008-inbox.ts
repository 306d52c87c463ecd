import type { Kysely, Migration } from 'kysely';

/** What channels tell of their own accord (webhooks): kept before it is answered, each once, and counted by day. */
export const inbox: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('inbox')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('event', 'text')
      .addColumn('received_at', 'bigint', (c) => c.notNull())
      .addColumn('settled_at', 'bigint')
      .addColumn('fate', 'text')
      .execute();
    await db.schema
      .createIndex('inbox_waiting')
      .on('inbox')
      .columns(['channel', 'settled_at', 'received_at'])
      .execute();
    await db.schema
      .createTable('inbox_counts')
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('what', 'text', (c) => c.notNull())
      .addColumn('n', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('inbox_counts_key', ['channel', 'day', 'what'])
      .execute();
  },
};
