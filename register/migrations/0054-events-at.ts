import type { Kysely, Migration } from 'kysely';

/** A report as of a day reads the logs of what has changed since, and no other. */
export const eventsAt: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.createIndex('events_at').on('events').columns(['at', 'directive_id']).execute();
  },
};
