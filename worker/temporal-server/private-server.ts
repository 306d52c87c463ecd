import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endProcess, signal } from '../../system/process.ts';
import { type DevServerOptions, startDevServer } from './dev-server.ts';
import { exitOf, type ServerHandle } from './handle.ts';

/**
 * A server in memory for this program alone (rehearsals and tests): nothing of it is worth keeping, so it is killed
 * rather than asked (a polite stop takes 2.5 s), and a guard ends it when this program dies hard.
 */
export async function openPrivateServer(
  options: Omit<DevServerOptions, 'dbFile' | 'logFile' | 'onSpawn'>,
): Promise<ServerHandle> {
  const logFile = join(tmpdir(), `dondoc-temporal-${process.pid}-${nextNumber++}.log`);
  let release = () => {};
  const server = await startDevServer({
    ...options,
    dbFile: undefined,
    logFile,
    onSpawn: async ({ pid, child }) => {
      const onExit = () => signal(pid, 'SIGKILL');
      process.once('exit', onExit);
      const guardEnds = guard(pid);
      release = () => {
        process.off('exit', onExit);
        guardEnds();
      };
      child.once('exit', () => release());
    },
  });
  const exited = exitOf(server.child, logFile, server.logFrom);
  const stop = async () => {
    release();
    if (server.child.exitCode === null && server.child.signalCode === null) await endProcess(server.pid, 0);
    await rm(logFile, { force: true });
  };
  return { address: server.address, uiAddress: server.uiAddress, pid: server.pid, stop, exited };
}

let nextNumber = 1;

/**
 * A shell that waits on a pipe from us: the system closes the pipe however we die, the shell then kills the server.
 * @returns ends the guard without harm to the server.
 */
function guard(pid: number): () => void {
  if (process.platform === 'win32') return () => {};
  const shell = spawn('sh', ['-c', 'read -r _; kill -KILL "$1"', 'sh', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.on('error', () => {});
  shell.unref();
  if (shell.stdin instanceof Socket) shell.stdin.unref();
  return () => void shell.kill('SIGKILL');
}
