import type { Kysely, Migration } from 'kysely';

/** What the checker found of a policy, and who has one followed that it did not prove. */
export const proofs: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('verdicts')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('unproved', 'text', (c) => c.notNull())
      .addColumn('recorded_at', 'bigint', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('policy_overrides')
      // No reference to directives: it may be a series.
      .addColumn('directive_id', 'text', (c) => c.notNull())
      .addColumn('policy_id', 'text', (c) => c.notNull())
      .addColumn('policy_name', 'text', (c) => c.notNull())
      .addColumn('policy_version', 'text', (c) => c.notNull())
      .addColumn('unproved', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('by', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('policy_overrides_key', ['directive_id', 'policy_version', 'at'])
      .execute();
  },
};
