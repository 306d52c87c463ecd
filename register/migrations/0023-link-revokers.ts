import type { Kysely, Migration } from 'kysely';

/** On whose word a link was ended. */
export const linkRevokers: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('links').addColumn('revoked_by', 'text').execute();
  },
};
