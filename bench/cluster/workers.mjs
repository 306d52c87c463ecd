import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { lives } from '../storm/ours.mjs';

/** Directives run by so many workers, each a process of its own; this process only starts them. */
export function byWorkers(number) {
  return async (given) => {
    const side = await lives(given);
    const { address, namespace } = given.temporal;
    const argument = JSON.stringify({ address, namespace, taskQueue: given.taskQueue, url: side.url });
    const workers = Array.from({ length: number }, () =>
      spawn(process.execPath, [fileURLToPath(new URL('./worker-child.mjs', import.meta.url)), argument], {
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
    await Promise.all(workers.map(({ stdout }) => once(stdout, 'data')));
    return {
      ...side,
      pids: workers.map(({ pid }) => pid),
      async close() {
        await Promise.all(
          workers.map(async (worker) => {
            const gone = once(worker, 'exit');
            worker.kill('SIGTERM');
            await gone;
          }),
        );
        await side.close();
      },
    };
  };
}
