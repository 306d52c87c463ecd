import { type Kysely, type Migration, sql } from 'kysely';

/** Requests for more time are found without reading every event: the first page of the office and of leaders asks. */
export const askedExtensions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createIndex('events_asked')
      .on('events')
      .column('directive_id')
      .where(sql.ref('act_type'), '=', 'ask-extension')
      .execute();
  },
};
