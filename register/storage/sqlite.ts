import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';
import Libsql from 'libsql';
import { asOwnerOnly } from '../../system/private-folder.ts';
import { faultLine, type Storage, StorageError, type StorageFault } from './storage.ts';

/**
 * How long one statement blocks the thread for a lock before it gives up. The driver is synchronous, so this stays
 * short; waiting longer is done by retries between which the process goes on living.
 */
const BUSY_TIMEOUT_MS = 100;

/** Of what was read last: the lists of a large office are looked through without asking the system for each page. */
const CACHE_KIB = 64 * 1024;

/** A wake, a claim and a settlement together use some forty. */
const KEPT_STATEMENTS = 100;

const BEGIN_READ = 'begin deferred';
const BEGIN_WRITE = 'begin immediate';

export interface SqliteOptions {
  readonly file: string;
  /**
   * `full` (default) survives a power cut as well: a claim that were lost with the last commits would be a message
   * sent twice. `normal` survives the death of the process only.
   */
  readonly synchronous?: 'full' | 'normal';
  /** Upper bound of the file in pages of 4 KiB: for a quota, and for tests of a full disk. */
  readonly maxPages?: number;
}

/** The register in one SQLite file, through libsql. All SQLite-only SQL of the register is in this file. */
export function sqliteStorage(options: SqliteOptions): Storage {
  return {
    name: options.file,
    dialect: () =>
      new RegisterSqliteDialect({
        database: async () => open(options),
        onCreateConnection: async (connection) => {
          for (const pragma of [
            'journal_mode = wal',
            `synchronous = ${options.synchronous ?? 'full'}`,
            'foreign_keys = on',
            `cache_size = -${CACHE_KIB}`,
            ...(options.maxPages === undefined ? [] : [`max_page_count = ${options.maxPages}`]),
          ]) {
            await connection.executeQuery(CompiledQuery.raw(`pragma ${pragma}`));
          }
        },
      }),
    faultOf,
  };
}

function open({ file }: SqliteOptions): SqliteDatabase {
  try {
    ensureFolder(dirname(file));
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new Error('a folder');
  } catch (error) {
    throw new StorageError('cannot-open', faultLine('cannot-open', file), error);
  }
  // Whoever makes it, whatever the rights of its folder; what SQLite puts beside it has the same.
  return adapt(asOwnerOnly(() => new Libsql(file, { timeout: BUSY_TIMEOUT_MS })));
}

/** Node's own `recursive` spins for ever where a folder cannot be created though its parent is there, as in /proc. */
function ensureFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) ensureFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have been quicker.
    if (!existsSync(folder)) throw error;
  }
}

/** libsql's connection as Kysely wants it, with the traps of the pair closed. */
function adapt(db: Libsql.Database): SqliteDatabase {
  let closed = false;
  const statements = new Statements(db);
  return {
    close: () => {
      if (closed) return;
      // A transaction that is cut off must not keep its lock.
      if (db.inTransaction) db.exec('rollback');
      closed = true;
      statements.forget();
      db.close();
    },
    prepare: (sql) => {
      // Asked anything after it was closed, libsql aborts the whole process.
      if (closed && sql === 'rollback') return command(() => db);
      if (closed) throw new Error('the register has been closed');
      switch (sql) {
        case BEGIN_READ:
        case BEGIN_WRITE:
        case 'commit':
          return command(() => db.exec(sql));
        case 'rollback':
          // SQLite has already rolled back by itself after a full disk; a second rollback would hide that error.
          return command(() => (db.inTransaction ? db.exec('rollback') : db));
        default:
          return statements.prepare(sql);
      }
    },
  };
}

/**
 * Transactions are begun and ended by `exec`, which finalises its statement: a prepared `begin` that met a lock would
 * stay half-run until the garbage collector comes, and no commit passes until then.
 */
function command(run: () => unknown): ReturnType<SqliteDatabase['prepare']> {
  return {
    reader: false,
    all: () => [],
    run: () => {
      run();
      return { changes: 0, lastInsertRowid: 0 };
    },
    iterate: () => [].values(),
  };
}

interface Prepared {
  readonly statement: Libsql.Statement;
  readonly reader: boolean;
}

/** Statements asked for lately, by their text: preparing one costs more than running it. */
class Statements {
  private readonly prepared = new Map<string, Prepared>();

  constructor(private readonly db: Libsql.Database) {}

  prepare(sql: string): ReturnType<SqliteDatabase['prepare']> {
    const prepared = this.prepared.get(sql) ?? this.fresh(sql);
    const { statement, reader } = prepared;
    this.prepared.delete(sql);
    const use = <T>(run: () => T): T => {
      // One that failed may stay half-run, so it is kept only once it has ended well.
      const answer = run();
      this.keep(sql, prepared);
      return answer;
    };
    return {
      reader,
      all: (parameters) => use(() => statement.all([...guard(parameters)])),
      run: (parameters) => use(() => statement.run([...guard(parameters)])),
      iterate: (parameters) => statement.iterate([...guard(parameters)]),
    };
  }

  forget(): void {
    this.prepared.clear();
  }

  private fresh(sql: string): Prepared {
    const statement = this.db.prepare(sql);
    return { statement, reader: statement.reader };
  }

  private keep(sql: string, prepared: Prepared): void {
    this.prepared.set(sql, prepared);
    if (this.prepared.size <= KEPT_STATEMENTS) return;
    for (const [oldest] of this.prepared) {
      this.prepared.delete(oldest);
      break;
    }
  }
}

/** libsql aborts the whole process on a boolean parameter. */
function guard(parameters: readonly unknown[]): readonly unknown[] {
  if (parameters.some((p) => typeof p === 'boolean'))
    throw new TypeError('a boolean has no column type here: use 0 or 1');
  return parameters;
}

class RegisterSqliteDialect extends SqliteDialect {
  constructor(private readonly config: SqliteDialectConfig) {
    super(config);
  }

  override createDriver(): Driver {
    return new RegisterSqliteDriver(this.config);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

class RegisterSqliteDriver extends SqliteDriver {
  /**
   * A transaction that reads, then writes, fails at once where another one wrote in between, however long the busy
   * timeout: one that may write takes the lock first. One that only reads needs none.
   */
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(settings?.accessMode === 'read only' ? BEGIN_READ : BEGIN_WRITE));
  }
}

/** SQLite does roll back DDL; saying so makes the migrator run in one locked transaction. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Primary result codes of SQLite: the low byte. The driver names only some of the extended ones. */
const FAULTS: Readonly<Record<number, StorageFault>> = {
  3: 'read-only',
  5: 'locked',
  6: 'locked',
  8: 'read-only',
  10: 'disk',
  11: 'damaged',
  13: 'disk-full',
  14: 'cannot-open',
  26: 'not-ours',
};
/** The shared memory beside the file could not grow: the disk is full, though SQLite calls it an I/O error. */
const IOERR_SHMSIZE = 4874;

function faultOf(error: unknown): StorageFault | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.message.includes('Unable to open connection')) return 'cannot-open';
  if (!('rawCode' in error) || typeof error.rawCode !== 'number') return undefined;
  return error.rawCode === IOERR_SHMSIZE ? 'disk-full' : FAULTS[error.rawCode & 0xff];
}
