import { once } from 'node:events';
import { join } from 'node:path';
import { built } from '../support/load.mjs';

const [namespaces, devServer, findCli, config, progress, contract] = await Promise.all([
  built('worker/temporal-server/namespace.js'),
  built('worker/temporal-server/dev-server.js'),
  built('worker/temporal-server/find-cli.js'),
  built('settings/read-config.js'),
  built('worker/temporal-server/progress.js'),
  built('workflows/contract.js'),
]);

const flagOf = namespaces.searchAttributeFlag;
const NAMESPACE = 'default';

/** A Temporal with its database in a file, on a port it keeps when it is started again. */
export async function openTemporal(folder) {
  const settings = config.readConfig();
  const { path: cli } = await findCli.findCli(settings, progress.silentProgress);
  const port = await devServer.freePort();
  const start = () =>
    devServer.startDevServer({
      cli,
      env: settings.childEnv,
      namespace: NAMESPACE,
      searchAttributes: contract.SEARCH_ATTRIBUTES,
      dbFile: join(folder, 'temporal.db'),
      logFile: join(folder, 'temporal.log'),
      port,
      uiPort: undefined,
      virtualTime: false,
    });
  let server = await start();
  return {
    address: server.address,
    namespace: NAMESPACE,
    cli,
    pid: () => server.child.pid,
    pids: () => [server.child.pid],
    freePort: devServer.freePort,
    attributeFlags: Object.values(contract.SEARCH_ATTRIBUTES).flatMap((a) => ['--search-attribute', flagOf(a)]),
    async kill() {
      server.child.ref();
      const gone = once(server.child, 'exit');
      server.child.kill('SIGKILL');
      await gone;
    },
    async start() {
      server = await start();
    },
  };
}
