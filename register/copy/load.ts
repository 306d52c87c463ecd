import { CamelCasePlugin, Kysely, Migrator, sql } from 'kysely';
import { MIGRATION_TABLE } from '../migrate.ts';
import { migrations } from '../migrations/index.ts';
import { attempt } from '../storage/attempt.ts';
import { type RegisterPlace, storageAt } from '../storage/place.ts';
import { faultLine, type Storage, StorageError } from '../storage/storage.ts';
import type { CopyHead, PlainRow } from './dump.ts';
import { tableNames } from './tables.ts';

/** A register that was copied, to be read from top to bottom. */
export interface RegisterCopy {
  readonly migration: string;
  readonly tables: CopyHead['tables'];
  rowsOf(table: string): AsyncIterable<readonly PlainRow[]>;
}

type Plain = Kysely<Record<string, Record<string, string | number | null>>>;

/** Tables of which one row makes a register somebody's. */
const IN_USE = ['notices', 'agencies', 'drafts', 'staff_accounts'];

/**
 * Fills an empty register with a copy, all of it or nothing: cut off in the middle, it is as empty as before. `marks`
 * are kept with it, by name, as if they had been in the copy. Its schema is brought forward by whoever opens it next.
 * @throws StorageError `in-use` where the register is not empty, `not-ours` where something else stands there, `newer`
 * where a newer program has made the copy.
 */
export async function loadRegister(
  place: RegisterPlace,
  copy: RegisterCopy,
  marks: Readonly<Record<string, string>>,
): Promise<void> {
  return loadRegisterIn(await storageAt(place), copy, marks);
}

/** The same in any storage. */
export async function loadRegisterIn(
  storage: Storage,
  copy: RegisterCopy,
  marks: Readonly<Record<string, string>>,
): Promise<void> {
  if (!(copy.migration in migrations)) throw fault('newer', storage);
  await attempt(storage, LOCK_WAIT_MS, async () => {
    // The migrations name things as the code does.
    const named: Plain = new Kysely({ dialect: storage.dialect(), plugins: [new CamelCasePlugin()] });
    const db = named.withoutPlugins();
    try {
      await makeSchema(named, copy.migration, storage);
      await db.transaction().execute((trx) => fill(trx, copy, marks, storage));
    } finally {
      await named.destroy();
    }
  });
}

const LOCK_WAIT_MS = 5_000;

/** As it was when the copy was made. */
async function makeSchema(named: Plain, migration: string, storage: Storage): Promise<void> {
  const db = named.withoutPlugins();
  const there = (await db.introspection.getTables({ withInternalKyselyTables: true })).map(({ name }) => name);
  if (there.length > 0 && !there.includes(MIGRATION_TABLE)) throw fault('not-ours', storage);
  const migrator = new Migrator({ db: named, provider: { getMigrations: async () => ({ ...migrations }) } });
  const done = (await migrator.getMigrations()).filter(({ executedAt }) => executedAt !== undefined);
  if (done.some(({ name }) => name > migration)) {
    // Opened once by today's program: nothing of it is anybody's, and it is made again.
    if (await isInUse(db)) throw fault('in-use', storage);
    await dropOwn(db);
  }
  const { error } = await migrator.migrateTo(migration);
  if (error !== undefined) throw error;
}

async function fill(
  db: Plain,
  { tables, rowsOf }: RegisterCopy,
  marks: Readonly<Record<string, string>>,
  storage: Storage,
): Promise<void> {
  if (await isInUse(db)) throw fault('in-use', storage);
  for (const { name } of [...tables].reverse()) await db.deleteFrom(name).execute();
  for (const { name, rows } of tables) {
    let count = 0;
    for await (const some of rowsOf(name)) {
      await db
        .insertInto(name)
        .values([...some])
        .execute();
      count += some.length;
    }
    if (count !== rows) throw new Error(`${name}: the copy holds ${count} rows and says ${rows}`);
  }
  const kept = Object.entries(marks).map(([key, value]) => ({ key, value }));
  if (kept.length > 0) {
    await db
      .insertInto('meta')
      .values(kept)
      .onConflict((c) => c.column('key').doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })))
      .execute();
  }
}

async function isInUse(db: Plain): Promise<boolean> {
  const there = new Set((await db.introspection.getTables()).map(({ name }) => name));
  for (const table of IN_USE) {
    if (there.has(table) && (await db.selectFrom(table).selectAll().limit(1).execute()).length > 0) return true;
  }
  return false;
}

/** The tables of a register with nothing in it; what else stands in the database stays. */
async function dropOwn(db: Plain): Promise<void> {
  const own = new Set(tableNames());
  const there = (await db.introspection.getTables({ withInternalKyselyTables: true })).map(({ name }) => name);
  for (let left = there.filter((name) => own.has(name) || name.startsWith(MIGRATION_TABLE)); left.length > 0; ) {
    const refused: string[] = [];
    // What others refer to goes after them.
    for (const name of left) {
      await sql`drop table ${sql.table(name)}`.execute(db).catch(() => refused.push(name));
    }
    if (refused.length === left.length) throw new Error(`tables that cannot be dropped: ${refused.join(', ')}`);
    left = refused;
  }
}

function fault(kind: 'newer' | 'in-use' | 'not-ours', { name }: Storage): StorageError {
  return new StorageError(kind, faultLine(kind, name));
}
