import type { Kysely, Migration } from 'kysely';

/** The words each message left with, once a message, by the id its channel knew it by: the digest's or the row's. */
export const sentTexts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('sent_texts')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('subject', 'text')
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('recorded_at', 'bigint', (c) => c.notNull())
      .execute();
  },
};
