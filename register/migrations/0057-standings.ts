import type { Kysely, Migration } from 'kysely';
import type { Db } from '../context.ts';
import { restand } from '../listed/stand.ts';

const AT_ONCE = 200;

/** What reports of any instant count by: each stretch of time in which a directive stood alike. */
export const standings: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('directive_standings')
      .addColumn('directive_id', 'text', (c) => c.notNull().references('directives.id'))
      .addColumn('since', 'bigint', (c) => c.notNull())
      .addColumn('until', 'bigint', (c) => c.notNull())
      .addColumn('notice_id', 'text', (c) => c.notNull())
      .addColumn('parent', 'text')
      .addColumn('first_lead', 'text')
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('due_at', 'bigint')
      .addColumn('submitted_at', 'bigint')
      .addColumn('closed_at', 'bigint')
      .addPrimaryKeyConstraint('directive_standings_key', ['directive_id', 'since'])
      .execute();
    await fill(db as unknown as Db);
  },
};

async function fill(db: Db): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('directives')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    await restand(
      db,
      rows.map(({ id }) => id),
    );
    after = last.id;
  }
}
