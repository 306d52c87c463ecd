import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { UserError } from '../../dsl/user-error.ts';
import { asOwnerOnly } from '../../system/private-folder.ts';
import { endProcess } from '../../system/process.ts';
import { probe } from './connect.ts';
import { type SearchAttributes, searchAttributeFlag } from './namespace.ts';
import { explainFailedStart, isPortTaken, uiPortTaken } from './start-failure.ts';

const READY_WITHIN_MS = 60_000;
const PROBE_MS = 1_000;
const POLL_MS = 25;
/** A server that panics says why above the trace of every goroutine it had. */
const TAIL_BYTES = 64 * 1_024;
const OWN_PORT_TRIES = 3;
const BIG_LOG_BYTES = 5_000_000;

export interface DevServerOptions {
  readonly cli: string;
  readonly env: Readonly<Record<string, string>>;
  readonly namespace: string;
  readonly searchAttributes: SearchAttributes;
  /** undefined keeps everything in memory. */
  readonly dbFile: string | undefined;
  readonly logFile: string;
  /** undefined: any free one. */
  readonly port: number | undefined;
  /** Where its page is served; undefined: nowhere. */
  readonly uiPort: number | undefined;
  readonly virtualTime: boolean;
  /** Told as soon as the process runs, before it serves: an orphan must be findable from then on. */
  readonly onSpawn?: (server: RunningServer) => Promise<void>;
}

export interface RunningServer {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly address: string;
  readonly uiAddress: string | undefined;
  readonly logFile: string;
  /** The byte of its log at which it began. */
  readonly logFrom: number;
}

/**
 * Starts a development server and waits until it serves the namespace.
 * @throws UserError when it dies or stays silent for a minute; nothing is left running then.
 */
export async function startDevServer(options: DevServerOptions): Promise<RunningServer> {
  for (let tries = 1; ; tries++) {
    const outcome = await startOnce(options, options.port ?? (await freePort()));
    if ('child' in outcome) return outcome;
    if (options.port !== undefined || tries >= OWN_PORT_TRIES || !isPortTaken(outcome.tail))
      throw explainFailedStart(outcome);
  }
}

async function startOnce(options: DevServerOptions, port: number) {
  const { dbFile, logFile } = options;
  // Asked before: another Temporal on the port would answer the probe in our server's name.
  if ((await freePort(port)) !== port) return { tail: ['address already in use'], port, dbFile, logFile };
  const uiPort = options.uiPort;
  if (uiPort !== undefined && (await freePort(uiPort)) !== uiPort) throw uiPortTaken(uiPort);
  const logStart = await sizeOf(logFile);
  const keepLog = logStart < BIG_LOG_BYTES;
  // A file, never a pipe: when we die hard the server must outlive its first log line (a broken pipe would end it).
  const { log, child } = asOwnerOnly(() => {
    const log = openSync(logFile, keepLog ? 'a' : 'w');
    // A process group of its own: Ctrl-C is for us, and we end the server after our own work is put away.
    const child = spawn(options.cli, serverArguments(options, port, uiPort), {
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...options.env },
    });
    return { log, child };
  });
  closeSync(log);
  child.unref();
  const failed = async () => ({ tail: await tailOf(logFile, keepLog ? logStart : 0), port, dbFile, logFile });
  const spawned = await new Promise<boolean>((done) => {
    child.once('spawn', () => done(true));
    child.once('error', () => done(false));
  });
  if (!spawned || child.pid === undefined) throw new UserError(`không chạy được Temporal CLI: ${options.cli}`);

  const address = `127.0.0.1:${port}`;
  const uiAddress = uiPort === undefined ? undefined : `http://127.0.0.1:${uiPort}`;
  const server = { child, pid: child.pid, address, uiAddress, logFile, logFrom: keepLog ? logStart : 0 };
  await options.onSpawn?.(server);
  const end = Date.now() + READY_WITHIN_MS;
  while (child.exitCode === null && child.signalCode === null) {
    // gRPC answers a closed port with a second of back-off; asking TCP first halves the start.
    if ((await listens(port)) && (await probe({ address }, options.namespace, PROBE_MS)) === 'serving') return server;
    if (Date.now() > end) {
      await endProcess(child.pid, 0);
      break;
    }
    await delay(POLL_MS);
  }
  return failed();
}

/**
 * docs/performance.md has what they gain. They survive kill -9; a power cut takes what the system had not yet written
 * back by itself, some seconds, whatever the third pragma: a checkpoint for 16 MB of journal instead of 4 saves some 7 %
 * of a start. With the last the file itself turns a second server away, and a start takes some 4 % less.
 */
const PRAGMAS = ['journal_mode=wal', 'synchronous=normal', 'wal_autocheckpoint=4000', 'locking_mode=exclusive'];

function serverArguments(options: DevServerOptions, port: number, uiPort: number | undefined): string[] {
  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'error'];
  args.push('--namespace', options.namespace);
  args.push(...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort), '--ui-disable-news-fetch']));
  if (options.dbFile !== undefined) {
    args.push('--db-filename', options.dbFile, ...PRAGMAS.flatMap((pragma) => ['--sqlite-pragma', pragma]));
  }
  for (const attribute of Object.values(options.searchAttributes))
    args.push('--search-attribute', searchAttributeFlag(attribute));
  const flags = [NO_HTTP, ...(options.virtualTime ? VIRTUAL_TIME : [])];
  args.push(...flags.flatMap((flag) => ['--dynamic-config-value', flag]));
  return args;
}

/**
 * The development server always serves Temporal's HTTP API, on a port it picks, to whatever web page finds it: none has
 * a name that can never be looked up (RFC 6761).
 */
const NO_HTTP = 'frontend.httpAllowedHosts=["closed.invalid"]';

const VIRTUAL_TIME = [
  'frontend.WorkflowTimeSkippingEnabled=true',
  'system.workflowTimeSkippingEnabled=true',
  // Without it each jump of virtual time costs a second.
  'history.timerProcessorMaxTimeShift="1ms"',
  // Without it a run that continues as new within a second waits in real time while its virtual clock runs on.
  'history.workflowIdReuseMinimalInterval="0s"',
  // Each jump takes a few polls; the default of 20 a second makes it 200 ms once the first burst is spent.
  'history.timerProcessorMaxPollRPS=100000',
  'history.timerProcessorMaxPollHostRPS=100000',
  'history.transferProcessorMaxPollRPS=100000',
  'history.transferProcessorMaxPollHostRPS=100000',
];

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => done(true)).once('error', () => done(false));
  });
}

/** A free loopback port: the wished one if it is free. Another program may still take it before the server does. */
export async function freePort(wished?: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (wished === undefined ? reject(error) : resolve(freePort())));
    server.listen(wished ?? 0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The last lines a server wrote to its log since byte `from`. */
export async function tailOf(logFile: string, from = 0): Promise<string[]> {
  const file = await open(logFile).catch(() => undefined);
  if (!file) return [];
  try {
    const { size } = await file.stat();
    const start = Math.max(from, size - TAIL_BYTES);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.max(1, size - start)), 0, size - start, start);
    return buffer.toString('utf8', 0, bytesRead).trimEnd().split('\n');
  } finally {
    await file.close();
  }
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    (s) => s.size,
    () => 0,
  );
}
