import type { Kysely, Migration } from 'kysely';
import type { Db } from '../context.ts';
import { type Countable, countedOf } from '../listed/counted.ts';
import { insertCounted } from '../listed/keep.ts';

const AT_ONCE = 200;

/** What reports count by: how each directive stands, in rows a report of all of them can read. */
export const counts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('directive_counts')
      .addColumn('directive_id', 'text', (c) => c.primaryKey().references('directives.id'))
      .addColumn('notice_id', 'text', (c) => c.notNull())
      .addColumn('parent', 'text')
      .addColumn('first_lead', 'text')
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('due_at', 'bigint')
      .addColumn('submitted_at', 'bigint')
      .addColumn('closed_at', 'bigint')
      .addColumn('issued_at', 'bigint', (c) => c.notNull())
      .addColumn('first_due_at', 'bigint')
      .execute();
    await fill(db as Kysely<{ readonly directives: Countable }>);
  },
};

async function fill(db: Kysely<{ readonly directives: Countable }>): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('directives')
      .select(['id', 'noticeId', 'parent', 'lead', 'issuedAt', 'originalDue', 'dueTime'])
      .select(['status', 'dueAt', 'submittedAt', 'closedAt'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    await insertCounted(db as unknown as Db, rows.map(countedOf));
    after = last.id;
  }
}
