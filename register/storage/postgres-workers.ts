import { sql } from 'kysely';
import pg from 'pg';
import { CURRENT_INTERPRETER } from '../../dsl/rules/index.ts';
import type { WorkerAtWork, WorkersAtWork } from './workers.ts';

/** Any number but those of the other locks; the version is its second half. */
const WORKERS = 0x646f_6e72;
const AGAIN_MS = 1_000;

/**
 * Each worker holds a lock of its session that bears its version: it falls with its connection, so a worker that was
 * killed holds nobody back, and no row of it has to be thrown away.
 */
export function workersAt(url: string): WorkersAtWork {
  return {
    join: (interpreter) => join(url, interpreter),
    async knownToAll(db) {
      const { rows } = await sql<{ known: string | null }>`
        select min(objid::bigint) as known from pg_locks
        where locktype = 'advisory' and classid = ${sql.lit(WORKERS)} and objsubid = 2 and granted
          and database = (select oid from pg_database where datname = current_database())`.execute(db);
      const known = rows[0]?.known ?? null;
      return known === null ? CURRENT_INTERPRETER : Math.min(CURRENT_INTERPRETER, Number(known));
    },
  };
}

async function join(url: string, interpreter: number): Promise<WorkerAtWork> {
  let left = false;
  let client = await locked(url, interpreter);
  let again: NodeJS.Timeout | undefined;
  const watch = () => {
    client.once('end', () => {
      if (!left) again = setTimeout(comeBack, AGAIN_MS);
    });
  };
  // The worker goes on while its database is restarted, and so must its word.
  const comeBack = async () => {
    try {
      client = await locked(url, interpreter);
      watch();
      if (left) await client.end();
    } catch {
      if (!left) again = setTimeout(comeBack, AGAIN_MS);
    }
  };
  watch();
  return {
    async leave() {
      left = true;
      clearTimeout(again);
      await client.end().catch(() => {});
    },
  };
}

async function locked(url: string, interpreter: number): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'dondoc worker', keepAlive: true });
  // Told by its end.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1, $2)', [WORKERS, interpreter]);
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}
