import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Connection } from '@temporalio/client';

/** A development server as it comes: the same program, its database in a file, no pragmas. */
export async function openBareTemporal(folder, like) {
  const port = await like.freePort();
  const args = [
    'server',
    'start-dev',
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--headless',
    '--log-level',
    'error',
  ];
  const child = spawn(like.cli, [...args, '--db-filename', join(folder, 'bare.db'), ...like.attributeFlags], {
    stdio: 'ignore',
  });
  const address = `127.0.0.1:${port}`;
  for (let tries = 0; tries < 600; tries++) {
    const connection = await Connection.connect({ address, connectTimeout: 1_000 }).catch(() => undefined);
    if (connection) {
      const answer = await connection.workflowService
        .describeNamespace({ namespace: 'default' })
        .catch(() => undefined);
      await connection.close();
      if (answer) break;
    }
    await delay(100);
  }
  return {
    address,
    namespace: 'default',
    pids: () => [child.pid],
    async kill() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
