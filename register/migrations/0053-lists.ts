import { type Kysely, type Migration, sql } from 'kysely';
import type { Db } from '../context.ts';
import { insertListed } from '../listed/keep.ts';
import { listedOf } from '../listed/row.ts';

const AT_ONCE = 200;

/** What lists, search and filters read: narrow rows in their order, the words of each, the agencies of each. */
export const lists: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { schema } = db;
    await schema
      .createTable('directive_lists')
      .addColumn('directive_id', 'text', (c) => c.primaryKey().references('directives.id'))
      .addColumn('place', 'text', (c) => c.notNull())
      .addColumn('notice_id', 'text', (c) => c.notNull())
      .addColumn('parent', 'text')
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('is_open', 'integer', (c) => c.notNull())
      .addColumn('overdue_from', 'bigint')
      .addColumn('words', 'text', (c) => c.notNull())
      .execute();
    const index = (name: string, columns: string[]) =>
      schema.createIndex(`directive_lists_${name}`).on('directive_lists').columns(columns);
    const covering = ['place', 'parent', 'directive_id'];
    await index('place', covering).execute();
    await index('open', ['is_open', ...covering]).execute();
    await index('status', ['status', ...covering]).execute();
    await index('notice', ['notice_id', 'place']).execute();
    await index('parent', ['parent', 'place']).where(sql.ref('parent'), 'is not', null).execute();
    await index('overdue', ['overdue_from', ...covering])
      .where(sql.ref('overdue_from'), 'is not', null)
      .execute();
    await schema
      .createTable('directive_words')
      .addColumn('word', 'text', (c) => c.notNull())
      .addColumn('directive_id', 'text', (c) => c.notNull().references('directives.id'))
      .addPrimaryKeyConstraint('directive_words_key', ['word', 'directive_id'])
      .execute();
    await schema.createIndex('directive_words_directive').on('directive_words').column('directive_id').execute();
    await schema
      .createTable('directive_parties')
      .addColumn('agency', 'text', (c) => c.notNull())
      .addColumn('party', 'text', (c) => c.notNull())
      .addColumn('directive_id', 'text', (c) => c.notNull().references('directives.id'))
      .addPrimaryKeyConstraint('directive_parties_key', ['agency', 'party', 'directive_id'])
      .execute();
    await schema.createIndex('directive_parties_directive').on('directive_parties').column('directive_id').execute();
    await fill(db as Kysely<Before>);
  },
};

/** What of a directive's row this migration reads. */
interface Before {
  readonly directives: Parameters<typeof listedOf>[0];
  readonly notices: { readonly id: string; readonly number: string | null };
}

async function fill(db: Kysely<Before>): Promise<void> {
  const numbers = new Map(
    (await db.selectFrom('notices').select(['id', 'number']).execute()).map((n) => [n.id, n.number]),
  );
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('directives')
      .select(['id', 'noticeId', 'localId', 'parent', 'text', 'spanStart', 'lead', 'cooperating', 'supervisor'])
      .select(['due', 'dueAt', 'status', 'submittedAt', 'closedAt'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    await insertListed(
      db as unknown as Db,
      rows.map((row) => listedOf(row, numbers.get(row.noticeId) ?? null)),
    );
    after = last.id;
  }
}
