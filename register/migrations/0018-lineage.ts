import type { Kysely, Migration } from 'kysely';

/** Directives split and merged: what was worked out, and which became which. */
export const lineage: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('successions')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('drafts', 'text', (c) => c.notNull())
      .addColumn('recorded_at', 'bigint', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('lineage')
      .addColumn('from_id', 'text', (c) => c.notNull().references('directives.id'))
      .addColumn('to_id', 'text', (c) => c.notNull())
      .addColumn('how', 'text', (c) => c.notNull())
      .addColumn('succession', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('lineage_pk', ['from_id', 'to_id'])
      .execute();
    await db.schema.createIndex('lineage_to').on('lineage').column('to_id').execute();
  },
};
