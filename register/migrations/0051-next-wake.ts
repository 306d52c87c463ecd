import type { Kysely, Migration } from 'kysely';

/** Operators are told every few seconds how many directives have missed their instant, and since when. */
export const nextWake: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createIndex('directives_next_wake')
      .on('directives')
      .column('next_wake')
      .where('next_wake' as never, 'is not', null)
      .execute();
  },
};
