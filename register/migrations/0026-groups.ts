import type { Kysely, Migration } from 'kysely';

/**
 * A group by a rule, an agency whose work several took over, and which group's directive one is a member's share of,
 * with the lead as the notice names it.
 */
export const groups: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('agencies').addColumn('heirs', 'text').execute();
    await db.schema.alterTable('agencies').addColumn('groupRule', 'text').execute();
    await db.schema.alterTable('directives').addColumn('parent', 'text').execute();
    await db.schema.alterTable('directives').addColumn('parentLead', 'text').execute();
    await db.schema
      .createIndex('directives_parent')
      .on('directives')
      .column('parent')
      .where('parent' as never, 'is not', null)
      .execute();
  },
};
