import { type Kysely, type Migration, sql } from 'kysely';

/**
 * What a directive's workflow was started with and no other column tells: the version of the rules, and which agencies
 * took part. What was there before ran by the first version, which did not ask who takes part.
 */
export const interpreter: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('directives')
      .addColumn('interpreter', 'integer', (c) => c.notNull().defaultTo(sql`1`))
      .execute();
    await db.schema.alterTable('directives').addColumn('partiesAtIssue', 'text').execute();
  },
};
