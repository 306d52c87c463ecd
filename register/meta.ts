import { fromJson } from './codec.ts';
import type { Db } from './context.ts';

/** What the register keeps of itself under a name; undefined where it never was. */
export async function metaOf(db: Db, key: string): Promise<string | undefined> {
  return (await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst())?.value;
}

/** The same of what was kept as JSON. */
export async function jsonOfMeta<T>(db: Db, key: string): Promise<T | undefined> {
  const value = await metaOf(db, key);
  return value === undefined ? undefined : fromJson<T>(value);
}

/** In the place of what stood there. */
export async function putMeta(db: Db, key: string, value: string): Promise<void> {
  await db
    .insertInto('meta')
    .values({ key, value })
    .onConflict((c) => c.column('key').doUpdateSet({ value }))
    .execute();
}

/** Where nothing stands there yet: of two that come at once the first one's counts, for both. */
export async function putMetaOnce(db: Db, key: string, value: string): Promise<string> {
  await db
    .insertInto('meta')
    .values({ key, value })
    .onConflict((c) => c.column('key').doNothing())
    .execute();
  return (await metaOf(db, key)) ?? value;
}
