import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { runProgram } from './run-program.ts';

const POLL_MS = 20;

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Whether a process runs with `word` among its arguments; undefined where the system does not tell. A pid alone proves
 * nothing: the number may have gone to another program since it was written down.
 */
export async function runsWith(pid: number, word: string): Promise<boolean | undefined> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
    return line?.split('\0').includes(word);
  }
  if (process.platform === 'win32') return undefined;
  const ps = await runProgram('ps', ['-o', 'command=', '-p', String(pid)], { env: {}, timeoutMs: 5_000 });
  return ps.code === 0 ? ps.stdout.includes(word) : undefined;
}

/** Asks a process to end, and makes it when it has not after `graceMs`. Returns when it is gone. */
export async function endProcess(pid: number, graceMs: number): Promise<void> {
  signal(pid, graceMs > 0 ? 'SIGTERM' : 'SIGKILL');
  if (graceMs > 0 && (await isGone(pid, graceMs))) return;
  signal(pid, 'SIGKILL');
  await isGone(pid, 5_000);
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone: what was wanted.
  }
}

async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const end = Date.now() + withinMs;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await delay(POLL_MS);
  }
  return true;
}
