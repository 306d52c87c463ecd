import type { Kysely, Migration } from 'kysely';

/** The person told for the lead of this one directive instead of its usual contact; null where nobody else is. */
export const addOwnContact: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('directives').addColumn('contact', 'text').execute();
  },
};
