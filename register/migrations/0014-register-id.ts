import { randomBytes } from 'node:crypto';
import type { Kysely, Migration } from 'kysely';

/** A name of its own for each register, the same in its copies: Temporal keeps by it whose a workflow is. */
export const addRegisterId: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const value = randomBytes(4).toString('hex');
    await db
      .withTables<{ meta: { key: string; value: string } }>()
      .insertInto('meta')
      .values({ key: 'register', value })
      .execute();
  },
};
