import { readConfig } from '../../settings/read-config.ts';
import { openTemporal } from '../../worker/temporal-server/index.ts';
import { SEARCH_ATTRIBUTES } from '../../workflows/contract.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { temporalBinaries } from './binaries.ts';
import { type Cluster, startCluster } from './cluster.ts';

export interface OpenCluster {
  readonly postgres: PostgresServer;
  readonly cluster: Cluster;
  stop(): Promise<void>;
}

/**
 * PostgreSQL, `durable` or not, and two processes of a Temporal server on it with all that the program asks of one.
 * `say` hears how far it is.
 */
export async function openCluster(say: (line: string) => void, { durable = false } = {}): Promise<OpenCluster> {
  const binaries = await temporalBinaries(say);
  const postgres = await startPostgres({ durable });
  if (postgres === null) throw new Error('no PostgreSQL: scripts/install-postgres.sh installs it on Debian');
  const began = Date.now();
  let cluster: Cluster | undefined;
  const stop = async () => {
    await cluster?.stop();
    await postgres.stop();
  };
  try {
    cluster = await startCluster(binaries, postgres.url);
    const { address, namespace } = cluster;
    // As any program comes to a server of others: by the settings.
    const config = readConfig({ TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace });
    await openTemporal({ config, dataFolder: '', searchAttributes: SEARCH_ATTRIBUTES });
    say(`a cluster of two at ${address}, register and Temporal on PostgreSQL, after ${Date.now() - began} ms`);
    return { postgres, cluster, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
