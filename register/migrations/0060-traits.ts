import type { Kysely, Migration } from 'kysely';

/**
 * Rungs may speak of some directives only, and tell the one of the office who issued: until now nobody wrote down what
 * a directive is, or who issued its notice.
 */
export const traits: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('notices').addColumn('issuedBy', 'text').execute();
    await db.schema.alterTable('directives').addColumn('traits', 'text').execute();
  },
};
