import type { Kysely, Migration } from 'kysely';
import type { Db } from '../context.ts';
import { conclusionIn } from '../directory/concluder.ts';

/** What says who concluded, beside the long words of each notice: a leader's page asks it of all of them. */
export const conclusions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('notices')
      .addColumn('conclusion', 'text', (c) => c.notNull().defaultTo(''))
      .execute();
    await fill(db as unknown as Db);
  },
};

async function fill(db: Db): Promise<void> {
  const ids = await db.selectFrom('notices').select('id').execute();
  for (const { id } of ids) {
    const { text } = await db.selectFrom('notices').select('text').where('id', '=', id).executeTakeFirstOrThrow();
    const conclusion = conclusionIn(text);
    if (conclusion !== '') await db.updateTable('notices').set({ conclusion }).where('id', '=', id).execute();
  }
}
