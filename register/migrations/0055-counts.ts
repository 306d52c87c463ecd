import type { Kysely, Migration } from 'kysely';

/** A table that reports once counted by; 0057 replaces it, so nothing is put into it any more. */
export const counts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('directive_counts')
      .addColumn('directive_id', 'text', (c) => c.primaryKey().references('directives.id'))
      .execute();
  },
};
