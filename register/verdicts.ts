import type { Unproved } from '../dsl/proof/index.ts';
import { fromJson } from './codec.ts';
import type { Context } from './context.ts';

/** What was found of a policy when it was checked; undefined where it was not. `key` names all the verdict hangs on. */
export function findVerdict(context: Context, key: string): Promise<readonly Unproved[] | undefined> {
  return context.read(async (db) => {
    const row = await db.selectFrom('verdicts').select('unproved').where('key', '=', key).executeTakeFirst();
    return row && fromJson<readonly Unproved[]>(row.unproved);
  });
}

export function saveVerdict(context: Context, key: string, unproved: readonly Unproved[]): Promise<void> {
  return context.transact(async (db) => {
    await db
      .insertInto('verdicts')
      .values({ key, unproved: JSON.stringify(unproved), recordedAt: context.now() })
      .onConflict((c) => c.column('key').doNothing())
      .execute();
  });
}
