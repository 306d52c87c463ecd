import { sql } from 'kysely';
import type { Instant } from '../../dsl/time/day.ts';
import type { Context, Db } from '../context.ts';
import { namesDone } from '../migrate.ts';
import { inDatabase, KEYS, tableNames } from './tables.ts';

/** A row as it stands in the database, by the names of its columns there. */
export type PlainRow = Readonly<Record<string, string | number | null>>;

/** What a copy of a register is, besides its rows. */
export interface CopyHead {
  /** Before the moment all of its rows are of. */
  readonly takenAt: Instant;
  /** The last migration its schema has seen. */
  readonly migration: string;
  /** Its tables with their rows counted, in the order in which they can be loaded. */
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
}

/** Takes rows of a table; `total` is how many there are of all tables. */
export type TakeRows = (table: string, rows: readonly PlainRow[], total: number) => Promise<void>;

/** Rows at once: some notices are long. */
const PAGE = 200;

/**
 * Hands out every row of the register as of one moment, table by table, whatever is written meanwhile. The same from
 * SQLite and from PostgreSQL, so that either can take what the other gave.
 */
export async function dumpRegister(context: Context, take: TakeRows): Promise<CopyHead> {
  const takenAt = context.now();
  let begun = false;
  return context.read(async (named) => {
    // What was handed out cannot be taken back.
    if (begun) throw new Error('a register was given up in the middle of being copied');
    begun = true;
    const migration = (await namesDone(named)).sort().at(-1) ?? '';
    const db = named.withoutPlugins();
    const wide = await wideColumns(db);
    const total = await rowsOf(db);
    const tables: CopyHead['tables'][number][] = [];
    for (const [name, keys] of Object.entries(KEYS)) {
      const table = inDatabase(name);
      tables.push({ name: table, rows: await dumpTable(db, { table, keys: keys.map(inDatabase), wide, total }, take) });
    }
    return { takenAt, migration, tables };
  });
}

interface Wanted {
  readonly table: string;
  readonly keys: readonly string[];
  readonly wide: ReadonlySet<string>;
  readonly total: number;
}

async function dumpTable(db: Db, { table, keys, wide, total }: Wanted, take: TakeRows): Promise<number> {
  const key = sql.join(keys.map((k) => sql.ref(k)));
  let count = 0;
  for (let after: readonly unknown[] | undefined; ; ) {
    const onwards = after === undefined ? sql`` : sql`where (${key}) > (${sql.join([...after])})`;
    const page = sql<PlainRow>`select * from ${sql.table(table)} ${onwards} order by ${key} limit ${sql.lit(PAGE)}`;
    const { rows } = await page.execute(db);
    const plain = rows.map((row) => asNumbers(table, row, wide));
    if (rows.length > 0) await take(table, plain, total);
    count += rows.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return count;
    after = keys.map((k) => last[k]);
  }
}

async function rowsOf(db: Db): Promise<number> {
  let sum = 0;
  for (const table of tableNames()) {
    const { rows } = await sql<{ count: number | string }>`select count(*) as count from ${sql.table(table)}`.execute(
      db,
    );
    sum += Number(rows[0]?.count ?? 0);
  }
  return sum;
}

/** The columns PostgreSQL hands out as text though they are numbers, as `table.column`; SQLite has none. */
async function wideColumns(db: Db): Promise<ReadonlySet<string>> {
  const tables = await db.introspection.getTables();
  return new Set(
    tables.flatMap(({ name, columns }) =>
      columns.filter(({ dataType }) => dataType === 'int8').map((column) => `${name}.${column.name}`),
    ),
  );
}

function asNumbers(table: string, row: PlainRow, wide: ReadonlySet<string>): PlainRow {
  if (wide.size === 0) return row;
  const entries = Object.entries(row).map(
    ([name, value]) => [name, value !== null && wide.has(`${table}.${name}`) ? Number(value) : value] as const,
  );
  return Object.fromEntries(entries);
}
