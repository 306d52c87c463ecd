import type { Kysely, Migration } from 'kysely';

/** What a channel told of a message that the ledger says otherwise of, until a person has looked. */
export const contradictions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('contradictions')
      .addColumn('message_id', 'text', (c) => c.notNull().references('messages.id'))
      .addColumn('said', 'text', (c) => c.notNull())
      .addColumn('held', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('told_by', 'text', (c) => c.notNull())
      .addColumn('recorded_at', 'bigint', (c) => c.notNull())
      .addColumn('settled_at', 'bigint')
      .addColumn('settled_by', 'text')
      .addColumn('settled_reason', 'text')
      .addPrimaryKeyConstraint('contradictions_key', ['message_id', 'said'])
      .execute();
  },
};
