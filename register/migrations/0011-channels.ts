import type { Kysely, Migration } from 'kysely';

/** How each channel stands, as the post office last found it. */
export const channels: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('channels')
      .addColumn('channel', 'text', (c) => c.primaryKey())
      .addColumn('paused_until', 'bigint')
      .addColumn('since', 'bigint')
      .addColumn('reason', 'text')
      .addColumn('recorded_at', 'bigint', (c) => c.notNull())
      .execute();
  },
};
