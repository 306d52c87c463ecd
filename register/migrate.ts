import { type Migration, Migrator } from 'kysely';
import type { Db } from './context.ts';
import { metaOf, putMetaOnce } from './meta.ts';
import { migrations } from './migrations/index.ts';
import { faultLine, StorageError } from './storage/storage.ts';

const APPLICATION = { key: 'application', value: 'dondoc' } as const;
export const MIGRATION_TABLE = 'kysely_migration';

/**
 * Brings the schema forward, all new migrations in one locked transaction: two processes that start together end with
 * one schema. Refuses a database that is not ours, or that a newer program has written.
 */
export async function migrate(
  db: Db,
  name: string,
  known: Readonly<Record<string, Migration>> = migrations,
): Promise<void> {
  if (await isCurrent(db, known)) await requireOurs(db, name);
  else await bringForward(db, name, known);
  // Also finds out now, not at the first wake, where the file can be read and not written.
  await db.transaction().execute((trx) => putMetaOnce(trx, APPLICATION.key, APPLICATION.value));
}

/** As at nearly every start. One question, where looking at every table takes a tenth of what `dondoc list` does. */
async function isCurrent(db: Db, known: Readonly<Record<string, Migration>>): Promise<boolean> {
  // No such table, or anything else that is amiss: the long way finds out, and says it.
  const done = await namesDone(db).catch(() => []);
  return done.length === Object.keys(known).length && done.every((name) => name in known);
}

async function bringForward(db: Db, name: string, known: Readonly<Record<string, Migration>>): Promise<void> {
  const tables = new Set((await db.introspection.getTables({ withInternalKyselyTables: true })).map((t) => t.name));
  if (tables.size > 0) {
    if (tables.has(MIGRATION_TABLE) && tables.has('meta')) await requireOurs(db, name);
    // A process killed before its first migration leaves only the migrator's own tables.
    else if ([...tables].some((t) => !t.startsWith(MIGRATION_TABLE))) refuse('not-ours', name);
    if (tables.has(MIGRATION_TABLE) && (await namesDone(db)).some((done) => !(done in known))) refuse('newer', name);
  }
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...known }) },
  }).migrateToLatest();
  if (error !== undefined) throw error;
}

async function requireOurs(db: Db, name: string): Promise<void> {
  const application = await metaOf(db, APPLICATION.key);
  if (application !== undefined && application !== APPLICATION.value) refuse('not-ours', name);
}

/** Names of the migrations a register has seen. */
export async function namesDone(db: Db): Promise<string[]> {
  const done = db.withTables<{ kyselyMigration: { name: string } }>().selectFrom('kyselyMigration').select('name');
  return (await done.execute()).map(({ name }) => name);
}

function refuse(fault: 'not-ours' | 'newer', name: string): never {
  throw new StorageError(fault, faultLine(fault, name));
}
