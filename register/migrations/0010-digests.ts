import { type Kysely, type Migration, sql } from 'kysely';

/** When a message may leave, which may be later than the step it is made of, and with which others it left. */
export const digests: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const table = () => db.schema.alterTable('messages');
    await table()
      .addColumn('leave_at', 'bigint', (c) => c.notNull().defaultTo(0))
      .execute();
    await table()
      .addColumn('gathered', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    await table().addColumn('window_from', 'text').execute();
    await table().addColumn('window_to', 'text').execute();
    await table().addColumn('shipment', 'text').execute();
    await sql`update messages set leave_at = at`.execute(db);
    await db.schema.createIndex('messages_leave').on('messages').columns(['outcome', 'leave_at']).execute();
    await db.schema.createIndex('messages_shipment').on('messages').column('shipment').execute();
  },
};
