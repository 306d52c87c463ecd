import { type Kysely, type Migration, sql } from 'kysely';

/** Requests for an explanation are found as those for more time are: without reading every event. */
export const askedExplanations: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createIndex('events_to_explain')
      .on('events')
      .column('directive_id')
      .where(sql.ref('act_type'), '=', 'ask-explanation')
      .execute();
  },
};
