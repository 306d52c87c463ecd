import type { Kysely, Migration } from 'kysely';

/** What the auditor found, and how many messages each wake wrote: a row that is gone is then missed. */
export const auditTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('incidents')
      .addColumn('directive_id', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('step', 'text', (c) => c.notNull())
      .addColumn('found_at', 'bigint', (c) => c.notNull())
      .addColumn('since', 'bigint', (c) => c.notNull())
      .addColumn('detail', 'text', (c) => c.notNull())
      .addColumn('resolved_at', 'bigint')
      .addPrimaryKeyConstraint('incidents_key', ['directive_id', 'kind', 'step', 'found_at'])
      .execute();
    await db.schema.createIndex('incidents_open').on('incidents').column('resolved_at').execute();
    // Null on what was recorded before: how many there were is not known.
    await db.schema.alterTable('events').addColumn('messages', 'integer').execute();
  },
};
