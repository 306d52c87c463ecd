import type { Kysely, Migration } from 'kysely';

/** Names of those who give acts in for the office: acts themselves travel through Temporal, and bear ids alone. */
export const operators: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('operators')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull().unique())
      .addColumn('recorded_at', 'bigint', (c) => c.notNull())
      .execute();
  },
};
