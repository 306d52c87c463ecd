import { type Kysely, type Migration, sql } from 'kysely';

/**
 * A claim and the begin of sending are two marks from now on. What an older program had claimed may have left: it reads
 * as begun.
 */
export const sending: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      insert into message_events (message_id, revision, outcome, reason, provider_id, owner, recorded_at)
      select id, revision + 1, 'sending', reason, provider_id, claimed_by, claimed_at
      from messages where outcome = 'queued'`.execute(db);
    await sql`update messages set outcome = 'sending', revision = revision + 1 where outcome = 'queued'`.execute(db);
  },
};
