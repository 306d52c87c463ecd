import type { Kysely, Migration } from 'kysely';

/** Recurring directives, of which the occurrences are opened one after the other. */
export const series: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('series')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('notice_id', 'text', (c) => c.notNull().references('notices.id'))
      .addColumn('local_id', 'text', (c) => c.notNull())
      .addColumn('rules', 'text', (c) => c.notNull())
      .addColumn('deadlines', 'text', (c) => c.notNull())
      .addColumn('taken', 'text', (c) => c.notNull())
      .addColumn('issued', 'text', (c) => c.notNull())
      .addColumn('template', 'text', (c) => c.notNull())
      .addColumn('workflow_id', 'text', (c) => c.notNull())
      .addColumn('issue_state', 'text', (c) => c.notNull())
      .addColumn('ended_at', 'bigint')
      .addColumn('ended_why', 'text')
      .addColumn('ended_by', 'text')
      .addColumn('ended_reason', 'text')
      .execute();
    await db.schema.createIndex('series_notice').on('series').column('notice_id').execute();
    await db.schema.createIndex('directives_series').on('directives').column('series').execute();
  },
};
