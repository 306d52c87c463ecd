import type { Kysely, Migration } from 'kysely';

/** Which notice a corrected edition takes the place of. */
export const editions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('notices').addColumn('replaces', 'text').execute();
  },
};
