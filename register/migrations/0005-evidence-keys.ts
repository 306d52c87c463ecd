import type { Kysely, Migration } from 'kysely';

/** Bounces name a message by its Message-ID, webhooks by the channel's own id: both are looked up with every one. */
export const evidenceKeys: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.createIndex('messages_message_id').on('messages').column('message_id').execute();
    await db.schema.createIndex('messages_provider_id').on('messages').columns(['channel', 'provider_id']).execute();
  },
};
