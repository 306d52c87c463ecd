import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import type { Binaries } from './binaries.ts';

const DEPLOY = fileURLToPath(new URL('../../deploy/temporal/', import.meta.url));
/** Skipping time is for tests, so it is no part of the template. The same as for the server an office starts itself. */
const VIRTUAL_TIME = `
frontend.WorkflowTimeSkippingEnabled: [{ value: true }]
system.workflowTimeSkippingEnabled: [{ value: true }]
history.timerProcessorMaxTimeShift: [{ value: 1ms }]
history.workflowIdReuseMinimalInterval: [{ value: 0s }]
history.timerProcessorMaxPollRPS: [{ value: 100000 }]
history.timerProcessorMaxPollHostRPS: [{ value: 100000 }]
history.transferProcessorMaxPollRPS: [{ value: 100000 }]
history.transferProcessorMaxPollHostRPS: [{ value: 100000 }]
`;
const READY_MS = 60_000;

export interface Cluster {
  /** Of the first process's front end. */
  readonly address: string;
  readonly namespace: string;
  /** Process ids, the first one's first. */
  readonly pids: readonly number[];
  /** `kill -9` of one process, by its place, and a new one in its stead; once that serves. */
  replace(place: number): Promise<void>;
  stop(): Promise<void>;
}

/** Two processes of a Temporal server on a PostgreSQL server, by the templates of deploy/temporal. */
export async function startCluster(binaries: Binaries, postgresUrl: string): Promise<Cluster> {
  const { hostname, port, username } = new URL(postgresUrl);
  await promisify(execFile)(join(DEPLOY, 'schema.sh'), [binaries.sql, hostname, port, username]);
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-cluster-'));
  const dynamic = join(folder, 'dynamic.yaml');
  await writeFile(dynamic, (await readFile(join(DEPLOY, 'temporal-dynamic.yaml'), 'utf8')) + VIRTUAL_TIME);
  const first = FIRST_PORT + (process.pid % 400) * 20;
  const ports = [first, first + 10];
  const servers: ChildProcess[] = [];
  const settingsOf = (ports: number) => ({
    TEMPORAL_PORTS: String(ports),
    TEMPORAL_SHARDS: '4',
    TEMPORAL_DB_ADDRESS: `${hostname}:${port}`,
    TEMPORAL_DB_USER: username,
    TEMPORAL_DYNAMIC_CONFIG: dynamic,
  });
  const stop = async () => {
    await Promise.all(servers.map(end));
    await rm(folder, { recursive: true, force: true });
  };
  const start = async (place: number) => {
    const one = ports[place] ?? first;
    const served = within(READY_MS, () => {
      // One that finds its database recovering ends; systemd starts it again.
      if (!isRunning(servers[place])) servers[place] = startServer(binaries.server, folder, settingsOf(one));
      return serving(`127.0.0.1:${one}`);
    });
    await served.catch(async (error) => {
      const log = await readFile(logOf(folder, one), 'utf8');
      throw new Error(`${error}\n${log.split('\n').slice(-LAST_LINES).join('\n')}`);
    });
  };
  const address = `127.0.0.1:${first}`;
  try {
    // One after the other: two that meet an empty database at once both write what the cluster is, and one ends.
    for (const place of ports.keys()) await start(place);
    await makeNamespace(address, NAMESPACE);
    await within(READY_MS, () => knows(address, NAMESPACE));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    address,
    namespace: NAMESPACE,
    pids: servers.map(({ pid }) => pid ?? 0),
    async replace(place) {
      const server = servers[place];
      if (server) await end(server);
      await start(place);
    },
    stop,
  };
}

/** Of a process's log, where it does not serve. */
const LAST_LINES = 12;
const FIRST_PORT = 21_000;
const NAMESPACE = 'default';

function logOf(folder: string, ports: string | number): string {
  return join(folder, `server-${ports}.log`);
}

function startServer(server: string, folder: string, settings: Record<string, string>): ChildProcess {
  const log = openSync(logOf(folder, settings['TEMPORAL_PORTS'] ?? ''), 'a');
  const child = spawn(server, ['--config-file', join(DEPLOY, 'temporal.yaml'), '--allow-no-auth', 'start'], {
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  return child;
}

function isRunning(server: ChildProcess | undefined): boolean {
  return server !== undefined && server.exitCode === null && server.signalCode === null;
}

async function end(server: ChildProcess): Promise<void> {
  if (!isRunning(server)) return;
  server.kill('SIGKILL');
  await once(server, 'exit');
}

async function withConnection<T>(address: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address, connectTimeout: 1_000 });
  try {
    return await connection.withDeadline(Date.now() + 10_000, () => work(connection));
  } finally {
    await connection.close();
  }
}

const serving = (address: string) => withConnection(address, (c) => c.workflowService.getClusterInfo({}));
const knows = (address: string, namespace: string) =>
  withConnection(address, (c) => c.operatorService.listSearchAttributes({ namespace }));

async function makeNamespace(address: string, namespace: string): Promise<void> {
  const workflowExecutionRetentionPeriod = proto.google.protobuf.Duration.fromObject({ seconds: 3 * 86_400 });
  await withConnection(address, (c) =>
    c.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod }),
  );
}

async function within(ms: number, work: () => Promise<unknown>): Promise<void> {
  const until = Date.now() + ms;
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
