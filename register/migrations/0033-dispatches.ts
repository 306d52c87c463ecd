import { type Kysely, type Migration, sql } from 'kysely';

/**
 * Which dispatch each message leaves in, and the activity on Temporal that carries it. Claims and their leases are
 * Temporal's: what an older program had claimed is planned again, what it had begun to send may have left.
 */
export const dispatches: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const table = () => db.schema.alterTable('messages');
    await table()
      .addColumn('dispatch', 'text', (c) => c.notNull().defaultTo(''))
      .execute();
    await table().addColumn('dispatched_as', 'text').execute();
    await sql`update messages set dispatch = id`.execute(db);
    for (const [held, next, reason] of [
      ['queued', 'planned', 'tiến trình dừng trước khi gửi'],
      ['sending', 'unknown', 'tiến trình dừng, hoặc không ghi được sổ, giữa lúc gửi'],
    ] as const) {
      await sql`
        insert into message_events (message_id, revision, outcome, reason, provider_id, owner, recorded_at)
        select id, revision + 1, ${next}, ${reason}, provider_id, claimed_by, claimed_at
        from messages where outcome = ${held}`.execute(db);
      await sql`
        update messages set outcome = ${next}, reason = ${reason}, revision = revision + 1, settled_at = ${
          next === 'planned' ? sql`null` : sql`claimed_at`
        } where outcome = ${held}`.execute(db);
    }
    await table().dropColumn('lease_until').execute();
    // With the outcome: else SQLite looks for one dispatch through everything that waits.
    await db.schema.createIndex('messages_dispatch').on('messages').columns(['dispatch', 'outcome']).execute();
    await db.schema
      .createIndex('messages_dispatched_as')
      .on('messages')
      .columns(['dispatched_as', 'outcome'])
      .where('dispatched_as', 'is not', null)
      .execute();
    await sql`create index "messages_relay" on "messages" ("leave_at") where "outcome" = 'planned' and "dispatched_as" is null`.execute(
      db,
    );
    await sql`create index "messages_reader" on "messages" ("recipient", "channel") where "outcome" = 'planned'`.execute(
      db,
    );
  },
};
