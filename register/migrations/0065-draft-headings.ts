import type { Kysely, Migration } from 'kysely';

/** What a draft says of itself, kept with it: a list of drafts names them without reading their files. */
export const draftHeadings: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('drafts').addColumn('headings', 'text').execute();
  },
};
