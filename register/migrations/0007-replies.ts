import type { Kysely, Migration } from 'kysely';

/** Answers that came by mail and wait for a person: nothing in them acts by itself. */
export const replies: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('replies')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('directive_id', 'text', (c) => c.notNull().references('directives.id'))
      // The row of the ledger it answers.
      .addColumn('message_row', 'text', (c) => c.notNull().references('messages.id'))
      .addColumn('from_address', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('files', 'text', (c) => c.notNull())
      .addColumn('recorded_at', 'bigint', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('decided_by', 'text')
      .addColumn('decided_reason', 'text')
      .addColumn('decided_at', 'bigint')
      .execute();
    await db.schema.createIndex('replies_state').on('replies').column('state').execute();
  },
};
