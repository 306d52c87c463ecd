import type { Kysely, Migration } from 'kysely';

/** The first schema. A migration that has run anywhere is never edited: changes come as the next one. */
export const initial: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await record(db);
    await ledger(db);
    await directory(db);
  },
};

async function record(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('meta')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('notices')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('number', 'text')
    .addColumn('issued', 'text')
    .addColumn('anchor', 'text', (c) => c.notNull())
    .addColumn('issuer', 'text')
    .addColumn('signer', 'text')
    .addColumn('urgency', 'text')
    .addColumn('content_sha256', 'text', (c) => c.notNull().unique())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('file_name', 'text')
    .addColumn('registered_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('directives')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('notice_id', 'text', (c) => c.notNull().references('notices.id'))
    .addColumn('local_id', 'text', (c) => c.notNull())
    .addColumn('series', 'text')
    .addColumn('occurrence', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('span_start', 'integer', (c) => c.notNull())
    .addColumn('span_end', 'integer', (c) => c.notNull())
    .addColumn('deadline_phrase', 'text')
    .addColumn('deadline_start', 'integer')
    .addColumn('deadline_end', 'integer')
    .addColumn('lead', 'text', (c) => c.notNull())
    .addColumn('cooperating', 'text', (c) => c.notNull())
    .addColumn('supervisor', 'text', (c) => c.notNull())
    .addColumn('issued_at', 'bigint', (c) => c.notNull())
    .addColumn('opens_on', 'text')
    .addColumn('due', 'text')
    .addColumn('due_time', 'text')
    .addColumn('due_at', 'bigint')
    .addColumn('original_due', 'text')
    .addColumn('policy_id', 'text', (c) => c.notNull())
    .addColumn('policy', 'text', (c) => c.notNull())
    .addColumn('calendar_id', 'text', (c) => c.notNull())
    .addColumn('calendar_version', 'text', (c) => c.notNull())
    .addColumn('workflow_id', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('next_wake', 'bigint')
    .addColumn('acknowledged_at', 'bigint')
    .addColumn('submitted_at', 'bigint')
    .addColumn('closed_at', 'bigint')
    .addColumn('last_seq', 'integer', (c) => c.notNull())
    .addColumn('issue_state', 'text', (c) => c.notNull())
    .addUniqueConstraint('directives_place', ['notice_id', 'local_id', 'occurrence'])
    .execute();
  await db.schema.createIndex('directives_status').on('directives').columns(['status', 'due']).execute();
  await db.schema
    .createTable('events')
    .addColumn('directive_id', 'text', (c) => c.notNull().references('directives.id'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('act_id', 'text')
    .addColumn('act_type', 'text')
    .addColumn('act', 'text')
    .addColumn('posts', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('due', 'text')
    .addColumn('due_time', 'text')
    .addColumn('due_at', 'bigint')
    .addColumn('next_wake', 'bigint')
    .addColumn('acknowledged_at', 'bigint')
    .addColumn('submitted_at', 'bigint')
    .addColumn('closed_at', 'bigint')
    .addColumn('recorded_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('events_key', ['directive_id', 'seq'])
    .execute();
}

async function ledger(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('messages')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('directive_id', 'text', (c) => c.notNull().references('directives.id'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('post_key', 'text', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('recipient', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text')
    .addColumn('person_name', 'text')
    .addColumn('agency_id', 'text')
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('address', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('content', 'text')
    .addColumn('message_id', 'text')
    .addColumn('thread_root', 'text')
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('provider_id', 'text')
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('next_attempt_at', 'bigint')
    .addColumn('claimed_by', 'text')
    .addColumn('claimed_at', 'bigint')
    .addColumn('lease_until', 'bigint')
    .addColumn('settled_at', 'bigint')
    .addColumn('recorded_at', 'bigint', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addUniqueConstraint('messages_once', ['directive_id', 'post_key', 'recipient', 'channel'])
    .execute();
  await db.schema.createIndex('messages_due').on('messages').columns(['outcome', 'at']).execute();
  await db.schema
    .createTable('message_events')
    .addColumn('message_id', 'text', (c) => c.notNull().references('messages.id'))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('provider_id', 'text')
    .addColumn('owner', 'text')
    .addColumn('recorded_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('message_events_key', ['message_id', 'revision'])
    .execute();
}

async function directory(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('agencies')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('valid_from', 'text', (c) => c.notNull())
    .addColumn('valid_to', 'text')
    .addColumn('successor', 'text')
    .execute();
  await db.schema
    .createTable('agency_aliases')
    .addColumn('agency_id', 'text', (c) => c.notNull().references('agencies.id'))
    .addColumn('alias', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('agency_aliases_key', ['agency_id', 'alias'])
    .execute();
  await db.schema
    .createTable('group_members')
    .addColumn('group_id', 'text', (c) => c.notNull().references('agencies.id'))
    .addColumn('agency_id', 'text', (c) => c.notNull().references('agencies.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('group_members_key', ['group_id', 'agency_id'])
    .execute();
  await db.schema
    .createTable('people')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('email', 'text')
    .addColumn('phone', 'text')
    .addColumn('zalo_user_id', 'text')
    .execute();
  await db.schema
    .createTable('posts')
    .addColumn('agency_id', 'text', (c) => c.notNull().references('agencies.id'))
    .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
    .addColumn('function', 'text', (c) => c.notNull())
    .addColumn('title', 'text')
    .addColumn('acting', 'integer', (c) => c.notNull())
    .addColumn('valid_from', 'text', (c) => c.notNull())
    .addColumn('valid_to', 'text')
    .addPrimaryKeyConstraint('posts_key', ['agency_id', 'person_id', 'function', 'valid_from'])
    .execute();
}
