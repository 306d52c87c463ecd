import { type Kysely, type Migration, sql } from 'kysely';

/** Accounts with a password, and of each session by what it was opened, where, and when its person last proved it. */
export const staffAccounts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('staff_accounts')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('login', 'text', (c) => c.notNull().unique())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('password', 'text')
      .addColumn('chosen_at', 'bigint')
      .addColumn('recorded_at', 'bigint', (c) => c.notNull())
      .addColumn('signed_in_at', 'bigint')
      .addColumn('closed_at', 'bigint')
      .execute();
    await db.schema.alterTable('staff_tickets').addColumn('account_id', 'text').execute();
    await db.schema.alterTable('staff_sessions').addColumn('account_id', 'text').execute();
    await db.schema
      .alterTable('staff_sessions')
      .addColumn('means', 'text', (c) => c.notNull().defaultTo('link'))
      .execute();
    await db.schema
      .alterTable('staff_sessions')
      .addColumn('device', 'text', (c) => c.notNull().defaultTo(''))
      .execute();
    await db.schema
      .alterTable('staff_sessions')
      .addColumn('verified_at', 'bigint', (c) => c.notNull().defaultTo(0))
      .execute();
    await sql`update staff_sessions set verified_at = recorded_at`.execute(db);
    await db.schema
      .createIndex('staff_sessions_account')
      .on('staff_sessions')
      .columns(['account_id', 'recorded_at'])
      .execute();
  },
};
