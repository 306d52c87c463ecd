import { randomUUID } from 'node:crypto';
import { source } from '../support/load.mjs';

const [{ openCluster }, { command, databaseOf, query, TEMPLATE }] = await Promise.all([
  source('tests/cluster/open'),
  source('tests/support/postgres'),
]);

/** A cluster instead of the office's own Temporal: two processes of it and the registers on PostgreSQL, two services. */
export async function openTemporalCluster() {
  const { postgres, cluster, stop } = await openCluster((line) => process.stderr.write(`${line}\n`));
  return {
    address: cluster.address,
    namespace: cluster.namespace,
    services: 2,
    replace: (place) => cluster.replace(place),
    /** A new database for the register of a round. */
    async database() {
      const name = `drill_${randomUUID().replaceAll('-', '')}`;
      await command(postgres.url, `create database ${name} template ${TEMPLATE}`);
      return databaseOf(postgres.url, name);
    },
    /** One that holds nothing yet. */
    async emptyDatabase() {
      const name = `moved_${randomUUID().replaceAll('-', '')}`;
      await command(postgres.url, `create database ${name} template template0`);
      return databaseOf(postgres.url, name);
    },
    /** One of its processes that serve somebody; PostgreSQL then ends all of them and recovers. */
    async killBackend(random) {
      const serving = await query(
        postgres.url,
        "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
      );
      if (serving.length > 0) process.kill(serving[random.int(0, serving.length - 1)].pid, 'SIGKILL');
    },
    replaceDatabase: () => postgres.replace(),
    kill: stop,
  };
}
