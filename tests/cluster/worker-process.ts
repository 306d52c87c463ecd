import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { WorkerBuild } from '../../settings/config.ts';

export interface WorkerProcessOptions {
  /** Of the program it is of. */
  readonly dist: string;
  readonly address: string;
  readonly namespace: string;
  readonly database: string;
  readonly taskQueue: string;
  /** The file of the office's keys. */
  readonly keys: string;
  readonly build?: WorkerBuild;
}

export interface WorkerProcess {
  readonly pid: number;
  /** As a machine that is upgraded does: what is in hand is finished. */
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL('worker-program.mjs', import.meta.url));

export async function startWorkerProcess(options: WorkerProcessOptions): Promise<WorkerProcess> {
  const child = spawn(process.execPath, ['--no-warnings', program, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), gone]);
  if (child.exitCode !== null) throw new Error(`a worker ended with ${child.exitCode}`);
  return {
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await gone;
    },
  };
}
