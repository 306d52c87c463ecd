import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely';
import pg from 'pg';
import { databaseName } from './address.ts';
import { workersAt } from './postgres-workers.ts';
import { faultLine, type Storage, StorageError, type StorageFault } from './storage.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database?sslmode=verify-full&sslrootcert=…`, as libpq writes it. */
  readonly url: string;
}

/** At once. Writers take turns, so more serve readers only. */
const CONNECTIONS = 8;
const CONNECT_TIMEOUT_MS = 10_000;
/**
 * How long one statement waits for a lock where its user says nothing. PostgreSQL serves who waits in turn, and who gives
 * up and asks again is last again: with four workers and a thousand steps in one second some were passed for nine
 * seconds, and failed.
 */
const LOCK_TIMEOUT_MS = 1_000;
/** Any number, the same for everybody who writes to a register. */
export const WRITERS_LOCK = 0x646f_6e64;

/** The register in a database of PostgreSQL 15 or newer. Of the register's SQL only this file, `seat.ts` and `postgres-workers.ts` are PostgreSQL's alone. */
export function postgresStorage({ url }: PostgresOptions): Storage {
  const name = databaseName(url);
  return {
    name,
    dialect: (lockWaitMs = LOCK_TIMEOUT_MS) =>
      new RegisterPostgresDialect({ pool: async () => poolOf(url, name, lockWaitMs) }),
    faultOf,
    workers: workersAt(url),
  };
}

function poolOf(url: string, name: string, lockWaitMs: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    application_name: 'dondoc',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    lock_timeout: lockWaitMs,
    verify: (client, done) => {
      requireOrder(client, name).then(() => done(), done);
    },
  });
  // A server that goes away ends idle connections too: the next call says so, nobody else need hear of it.
  pool.on('error', () => {});
  // Of one that is in use, too: cut between two statements of a transaction it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Lists are sorted, and stretches of ids compared, by bytes: another order would show or skip other rows. */
async function requireOrder(client: pg.PoolClient, name: string): Promise<void> {
  const { rows } = await client.query<{ fit: boolean }>(`
    select datcollate in ('C', 'POSIX', 'C.UTF-8', 'C.utf8') and pg_encoding_to_char(encoding) = 'UTF8' as fit
    from pg_database where datname = current_database()`);
  if (rows[0]?.fit !== true) throw new StorageError('wrong-order', faultLine('wrong-order', name));
}

class RegisterPostgresDialect extends PostgresDialect {
  constructor(private readonly config: PostgresDialectConfig) {
    super(config);
  }

  override createDriver(): Driver {
    return new RegisterPostgresDriver(this.config);
  }
}

class RegisterPostgresDriver extends PostgresDriver {
  /**
   * One writer at a time, as with SQLite: what the register reads before it writes then still holds when it writes, and
   * nothing has to be tried again. Readers wait for nobody.
   */
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    await super.beginTransaction(connection, settings);
    if (settings.accessMode === 'read only') return;
    try {
      await connection.executeQuery(CompiledQuery.raw(`select pg_advisory_xact_lock(${WRITERS_LOCK})`));
    } catch (error) {
      // Nobody else ends what has not quite begun, and the connection goes back to the others.
      await super.rollbackTransaction(connection).catch(() => {});
      throw error;
    }
  }
}

/** Codes of PostgreSQL (appendix A of its manual), by their beginning. */
const FAULTS: readonly (readonly [code: string, fault: StorageFault])[] = [
  ['55P03', 'locked'],
  ['40001', 'locked'],
  ['40P01', 'locked'],
  ['53100', 'disk-full'],
  ['53300', 'lost'],
  ['25006', 'read-only'],
  ['42501', 'read-only'],
  ['58', 'disk'],
  ['XX001', 'damaged'],
  ['XX002', 'damaged'],
  ['28', 'denied'],
  ['3D000', 'no-database'],
  ['57P', 'lost'],
  ['08', 'lost'],
];
const NOT_REACHED: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['ENOTFOUND', 'EAI_AGAIN', 'ENOENT'],
]);
/** The driver gives these no code. */
const CUT_OFF =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

function faultOf(error: unknown): StorageFault | undefined {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  if (typeof message === 'string' && CUT_OFF.test(message)) return 'lost';
  if (typeof code !== 'string') return undefined;
  if (NOT_REACHED.has(code)) return 'lost';
  return FAULTS.find(([start]) => code.length === SQLSTATE && code.startsWith(start))?.[1];
}

const SQLSTATE = 5;
