import type { Kysely, Migration } from 'kysely';

/** What people changed or confirmed of a reading when its notice was issued: both versions, and who. */
export const corrections: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('corrections')
      .addColumn('notice_id', 'text', (c) => c.notNull().references('notices.id'))
      .addColumn('seq', 'integer', (c) => c.notNull())
      // No reference to directives: a directive that was dropped is in none, one with several dates is several.
      .addColumn('directive_id', 'text', (c) => c.notNull())
      .addColumn('field', 'text', (c) => c.notNull())
      .addColumn('was', 'text')
      .addColumn('is', 'text')
      .addColumn('by', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('corrections_key', ['notice_id', 'seq'])
      .execute();
    await db.schema.createIndex('corrections_directive').on('corrections').column('directive_id').execute();
  },
};
