import type { Kysely, Migration } from 'kysely';

/** People of the directory come in by tickets and sessions of their own, and what they send counts for them. */
export const peopleSessions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const table of ['staff_tickets', 'staff_sessions', 'evidence']) {
      await db.schema.alterTable(table).addColumn('person_id', 'text').execute();
    }
    for (const table of ['staff_tickets', 'staff_sessions']) {
      await db.schema.createIndex(`${table}_person`).on(table).columns(['person_id', 'recorded_at']).execute();
    }
  },
};
