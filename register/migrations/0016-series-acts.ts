import type { Kysely, Migration } from 'kysely';

/** What people did to recurring directives as a whole: who, when, why. */
export const seriesActs: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('series_acts')
      .addColumn('series_id', 'text', (c) => c.notNull().references('series.id'))
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('act_id', 'text', (c) => c.notNull())
      .addColumn('act', 'text', (c) => c.notNull())
      .addColumn('left_out', 'text', (c) => c.notNull())
      .addColumn('recorded_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('series_acts_key', ['series_id', 'seq'])
      .addUniqueConstraint('series_acts_act_id', ['series_id', 'act_id'])
      .execute();
  },
};
