import type { Kysely, Migration } from 'kysely';

/** The lead the notice named, kept where another was put in its place; null where nobody was. */
export const originalLead: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('directives').addColumn('original_lead', 'text').execute();
  },
};
