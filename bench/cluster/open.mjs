import { randomUUID } from 'node:crypto';
import { source } from '../support/load.mjs';

const [{ openCluster }, { command, databaseOf, query, TEMPLATE }] = await Promise.all([
  source('tests/cluster/open'),
  source('tests/support/postgres'),
]);

/** Two processes of Temporal and a PostgreSQL that synchronises what it writes, as a province would run them. */
export async function openMeasured() {
  const { postgres, cluster, stop } = await openCluster((line) => process.stderr.write(`${line}\n`), { durable: true });
  const fresh = async (template) => {
    const name = `bench_${randomUUID().replaceAll('-', '')}`;
    await command(postgres.url, `create database ${name} template ${template}`);
    return databaseOf(postgres.url, name);
  };
  return {
    address: cluster.address,
    namespace: cluster.namespace,
    pids: () => cluster.pids,
    database: () => postgres.pid(),
    /** A database for a register of its own. */
    registerUrl: () => fresh(TEMPLATE),
    emptyUrl: () => fresh('template0'),
    /** MB of a database, by its name or address. */
    async megabytes(database) {
      const name = database.includes('/') ? new URL(database).pathname.slice(1) : database;
      const [{ bytes }] = await query(postgres.url, `select pg_database_size('${name}') as bytes`);
      return Number(bytes) / 1024 / 1024;
    },
    query: (sql, url = postgres.url) => query(url, sql),
    /** Database pages that wait are written now, so that no side pays for another's. */
    checkpoint: () => command(postgres.url, 'checkpoint'),
    stop,
  };
}
