import { tmpdir } from 'node:os';
import { readConfig } from '../../settings/read-config.ts';
import { lineProgress, openTemporal, type TemporalServer } from '../../worker/temporal-server/index.ts';
import { loadWorkflowBundle } from '../../worker/workflow-bundle.ts';
import { SEARCH_ATTRIBUTES } from '../../workflows/contract.ts';
import { buildIfStale } from './build.ts';
import { type PostgresServer, startPostgres } from './postgres.ts';
import { writeHandoff } from './temporal-handoff.ts';

/** The teardown runs in the same process, as a module of its own. */
declare global {
  var dondocTestTemporal: TemporalServer | undefined;
  var dondocTestPostgres: PostgresServer | undefined;
}

/**
 * One Temporal server with virtual time for all test files, and the workflows bundled once. A failure here is told by
 * the tests that need what failed; the others run.
 */
export default async function globalSetup(): Promise<void> {
  // Some tests run the program as people do, from dist.
  try {
    buildIfStale();
  } catch {
    process.stderr.write('build failed\n');
  }
  const temporal = openTemporal({
    config: readConfig(),
    dataFolder: tmpdir(),
    virtualTime: true,
    searchAttributes: SEARCH_ATTRIBUTES,
    progress: lineProgress((line) => process.stderr.write(`${line}\n`)),
  });
  const bundle = loadWorkflowBundle().catch(() => {});
  const postgres = openPostgres();
  try {
    const { address, namespace } = await temporal;
    globalThis.dondocTestTemporal = await temporal;
    await writeHandoff({ address, namespace });
  } catch (error) {
    await writeHandoff({ failed: error instanceof Error ? error.message : String(error) });
  }
  await bundle;
  await postgres;
}

/** The register's tests run on PostgreSQL too where there is one. */
async function openPostgres(): Promise<void> {
  const server = await startPostgres();
  if (server === null) {
    process.stderr.write(
      'no PostgreSQL is installed (scripts/install-postgres.sh does it on Debian): its tests do not run\n',
    );
    return;
  }
  globalThis.dondocTestPostgres = server;
  process.env['DONDOC_TEST_POSTGRES'] = server.url;
}
