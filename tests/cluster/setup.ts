import { readConfig } from '../../settings/read-config.ts';
import { openTemporal } from '../../worker/temporal-server/index.ts';
import { loadWorkflowBundle } from '../../worker/workflow-bundle.ts';
import { SEARCH_ATTRIBUTES } from '../../workflows/contract.ts';
import { buildIfStale } from '../support/build.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { writeHandoff } from '../support/temporal-handoff.ts';
import { temporalBinaries } from './binaries.ts';
import { type Cluster, startCluster } from './cluster.ts';

declare global {
  var dondocCluster: { readonly postgres: PostgresServer; readonly cluster: Cluster } | undefined;
}

/** PostgreSQL, two processes of a Temporal server on it, and the register there too, for all test files. */
export default async function clusterSetup(): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  buildIfStale();
  const binaries = await temporalBinaries(say);
  const postgres = await startPostgres();
  if (postgres === null) throw new Error('no PostgreSQL: scripts/install-postgres.sh installs it on Debian');
  const began = Date.now();
  try {
    const cluster = await startCluster(binaries, postgres.url);
    globalThis.dondocCluster = { postgres, cluster };
    const { address, namespace, pids } = cluster;
    // As any program comes to a server of others: by the settings.
    const config = readConfig({ TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace });
    await openTemporal({ config, dataFolder: '', searchAttributes: SEARCH_ATTRIBUTES });
    await loadWorkflowBundle();
    process.env['DONDOC_TEST_POSTGRES'] = postgres.url;
    process.env['DONDOC_TEST_CLUSTER'] = JSON.stringify(pids);
    await writeHandoff({ address, namespace });
    say(`a cluster of two at ${address}, register and Temporal on PostgreSQL, after ${Date.now() - began} ms`);
  } catch (error) {
    await globalThis.dondocCluster?.cluster.stop();
    await postgres.stop();
    throw error;
  }
}
