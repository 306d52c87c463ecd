import { mkdirSync, statSync } from 'node:fs';
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
import { type Fault, faultLine, type Storage, StorageError } from './storage.ts';

/**
 * How long one statement blocks the thread for a lock before it gives up. The driver is synchronous, so this stays
 * short; waiting longer is done by retries between which the process goes on living.
 */
const BUSY_TIMEOUT_MS = 100;

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
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    throw new StorageError('cannot-open', faultLine('cannot-open', file), error);
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new StorageError('cannot-open', faultLine('cannot-open', file));
  }
  return adapt(new Libsql(file, { timeout: BUSY_TIMEOUT_MS }));
}

/** libsql's connection as Kysely wants it, with the traps of the pair closed. */
function adapt(db: Libsql.Database): SqliteDatabase {
  return {
    close: () => {
      db.close();
    },
    prepare: (sql) => {
      switch (sql) {
        case BEGIN_READ:
        case BEGIN_WRITE:
        case 'commit':
          return command(() => db.exec(sql));
        case 'rollback':
          // SQLite has already rolled back by itself after a full disk; a second rollback would hide that error.
          return command(() => (db.inTransaction ? db.exec('rollback') : db));
        default:
          return wrap(db.prepare(sql));
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

function wrap(statement: Libsql.Statement): ReturnType<SqliteDatabase['prepare']> {
  return {
    reader: statement.reader,
    all: (parameters) => statement.all([...guard(parameters)]),
    run: (parameters) => statement.run([...guard(parameters)]),
    iterate: (parameters) => statement.iterate([...guard(parameters)]),
  };
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

function faultOf(error: unknown): Fault | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'locked';
  if (code === 'SQLITE_FULL') return 'disk-full';
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM') return 'read-only';
  if (code === 'SQLITE_NOTADB') return 'not-ours';
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_IOERR')) return 'damaged';
  if (code.startsWith('SQLITE_CANTOPEN') || error.message.includes('Unable to open connection')) return 'cannot-open';
  return undefined;
}
