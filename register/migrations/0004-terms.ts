import type { Kysely, Migration } from 'kysely';

/** Editions of the working calendar, and what a change of terms or an import did to the steps that were planned. */
export const terms: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('calendars')
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('version', 'text', (c) => c.notNull())
      .addColumn('calendar', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('recorded_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('calendars_key', ['id', 'version'])
      .execute();
    await db.schema.alterTable('events').addColumn('plan', 'text').execute();
  },
};
