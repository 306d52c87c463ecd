import type { Kysely, Migration } from 'kysely';

/** Most rows have none of these yet when they are written, and no query asks for the rows that have none. */
const SPARSE = [
  ['messages_message_id', ['message_id'], 'message_id'],
  // Over all rows, SQLite also took it for "every row of this channel".
  ['messages_provider_id', ['channel', 'provider_id'], 'provider_id'],
  ['messages_shipment', ['shipment'], 'shipment'],
] as const;

/** The keys evidence is found by hold only the rows that have them. */
export const sparseKeys: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const [name, columns, key] of SPARSE) {
      await db.schema.dropIndex(name).execute();
      await db.schema
        .createIndex(name)
        .on('messages')
        .columns([...columns])
        .where(key, 'is not', null)
        .execute();
    }
  },
};
