import { loadWorkflowBundle } from '../../worker/workflow-bundle.ts';
import { buildIfStale } from '../support/build.ts';
import { writeHandoff } from '../support/temporal-handoff.ts';
import { type OpenCluster, openCluster } from './open.ts';

declare global {
  var dondocCluster: OpenCluster | undefined;
}

/** PostgreSQL, two processes of a Temporal server on it, and the register there too, for all test files. */
export default async function clusterSetup(): Promise<void> {
  buildIfStale();
  const opened = await openCluster((line) => process.stderr.write(`${line}\n`));
  globalThis.dondocCluster = opened;
  const { postgres, cluster } = opened;
  try {
    await loadWorkflowBundle();
    process.env['DONDOC_TEST_POSTGRES'] = postgres.url;
    process.env['DONDOC_TEST_CLUSTER'] = JSON.stringify(cluster.pids);
    await writeHandoff({ address: cluster.address, namespace: cluster.namespace });
  } catch (error) {
    await opened.stop();
    throw error;
  }
}
