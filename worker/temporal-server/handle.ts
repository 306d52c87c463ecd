import type { ChildProcess } from 'node:child_process';
import { tailOf } from './dev-server.ts';

export interface ExitInfo {
  /** Both null when the server was not our child. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The server's last log lines. */
  readonly tail: readonly string[];
}

/** A running server as the ways of getting one give it. */
export interface ServerHandle {
  readonly address: string;
  readonly uiAddress: string | undefined;
  readonly pid: number | undefined;
  stop(): Promise<void>;
  readonly exited: Promise<ExitInfo>;
}

/** Resolves when the child is gone, also when it was gone already; its words are those in the log from byte `from` on. */
export function exitOf(child: ChildProcess, logFile: string, from = 0): Promise<ExitInfo> {
  const gone = async (code: number | null, signal: NodeJS.Signals | null) => ({
    code,
    signal,
    tail: await tailOf(logFile, from).catch(() => []),
  });
  if (child.exitCode !== null || child.signalCode !== null) return gone(child.exitCode, child.signalCode);
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(gone(code, signal))));
}
