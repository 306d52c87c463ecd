import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { UserError } from '../../dsl/user-error.ts';
import { endProcess, isAlive, runsWith, signal } from '../../system/process.ts';
import { probe } from './connect.ts';
import { type DevServerOptions, freePort, type RunningServer, startDevServer, tailOf } from './dev-server.ts';
import { withFolderLock } from './folder-lock.ts';
import { type ExitInfo, exitOf, type ServerHandle } from './handle.ts';
import { readServerRecord, removeServerRecord, type ServerRecord, writeServerRecord } from './server-record.ts';

// Longer than a start may take, so that a second program waits for the first's server and does not give up on it.
const LOCK_WAIT_MS = 90_000;
const STOP_GRACE_MS = 10_000;
const SICK_GRACE_MS = 1_000;
const ORPHAN_ANSWERS_WITHIN_MS = 5_000;
const WATCH_MS = 500;

export interface SharedServerOptions {
  readonly dataFolder: string;
  readonly server: Omit<DevServerOptions, 'cli' | 'dbFile' | 'logFile' | 'virtualTime' | 'onSpawn'>;
  /** Asked only when a server must be started: finding the CLI may mean downloading it. */
  readonly cli: () => Promise<string>;
  readonly log: (line: string) => void;
}

/**
 * Joins the healthy server of the data folder, also one left behind by a program that died; ends a sick one that is
 * certainly ours; else starts one. Never two servers on one database file.
 */
export async function openSharedServer(options: SharedServerOptions): Promise<ServerHandle> {
  const seat = randomUUID();
  const locked = <T>(work: () => Promise<T>) => withFolderLock(options.dataFolder, LOCK_WAIT_MS, work);
  const died: { port?: number } = {};
  const joined = await locked(() => joinRunning(options, seat, died));
  if (joined) return joined;
  const cli = await options.cli();
  return locked(async () => {
    const others = await joinRunning(options, seat, died);
    if (others) return others;
    const port = options.server.port ?? (await stillFree(died.port));
    return start({ ...options, server: { ...options.server, port } }, seat, cli);
  });
}

/** Where those who used a server that died look for it: whoever starts it anew starts it there. */
async function stillFree(port: number | undefined): Promise<number | undefined> {
  return port !== undefined && (await freePort(port)) === port ? port : undefined;
}

function dbFileOf(dataFolder: string): string {
  return join(dataFolder, 'temporal.db');
}

function logFileOf(dataFolder: string): string {
  return join(dataFolder, 'temporal.log');
}

async function joinRunning(
  options: SharedServerOptions,
  seat: string,
  died: { port?: number },
): Promise<ServerHandle | undefined> {
  const { dataFolder, log } = options;
  const record = readServerRecord(dataFolder);
  if (!record) return undefined;
  const ours = await runsWith(record.pid, dbFileOf(dataFolder));
  if (ours === false) {
    log(`máy chủ Temporal trước (pid ${record.pid}) không còn chạy`);
    if (record.users.length > 0) died.port = Number(record.address.split(':').at(-1));
    await removeServerRecord(dataFolder);
    return undefined;
  }
  if (await answers(record, options.server.namespace)) {
    await writeServerRecord(dataFolder, { ...record, users: [...record.users, { pid: process.pid, seat }] });
    log(`dùng máy chủ Temporal đang chạy ở ${record.address} (pid ${record.pid})`);
    return handle(options, seat, record, watchPid(record.pid, logFileOf(dataFolder)));
  }
  if (ours === undefined)
    throw new UserError(
      `${dbFileOf(dataFolder)}: tiến trình ${record.pid} có thể còn giữ tệp nhưng ${record.address} không trả lời; dừng tiến trình đó rồi chạy lại`,
    );
  log(`máy chủ Temporal (pid ${record.pid}) không trả lời; dừng nó và khởi động lại`);
  await endProcess(record.pid, SICK_GRACE_MS);
  await removeServerRecord(dataFolder);
  return undefined;
}

async function answers(record: ServerRecord, namespace: string): Promise<boolean> {
  const end = Date.now() + ORPHAN_ANSWERS_WITHIN_MS;
  while (isAlive(record.pid)) {
    if ((await probe({ address: record.address }, namespace, 1_000)) === 'serving') return true;
    if (Date.now() > end) return false;
    await delay(50);
  }
  return false;
}

async function start(options: SharedServerOptions, seat: string, cli: string): Promise<ServerHandle> {
  const { dataFolder } = options;
  const recordOf = ({ pid, address, uiAddress }: RunningServer): ServerRecord => ({
    pid,
    address,
    ...(uiAddress !== undefined && { uiAddress }),
    users: [{ pid: process.pid, seat }],
  });
  try {
    const server = await startDevServer({
      ...options.server,
      cli,
      dbFile: dbFileOf(dataFolder),
      logFile: logFileOf(dataFolder),
      virtualTime: false,
      onSpawn: (spawned) => writeServerRecord(dataFolder, recordOf(spawned)),
    });
    return handle(options, seat, recordOf(server), exitOf(server.child, server.logFile, server.logFrom));
  } catch (error) {
    await removeServerRecord(dataFolder);
    throw error;
  }
}

function handle(
  { dataFolder }: SharedServerOptions,
  seat: string,
  { pid, address, uiAddress }: ServerRecord,
  exited: Promise<ExitInfo>,
): ServerHandle {
  const othersIn = (record: ServerRecord) => record.users.filter((user) => user.seat !== seat);
  // process.exit() without stop(): nothing can be awaited any more, but the server can still be asked to end.
  const onExit = () => {
    const record = readServerRecord(dataFolder);
    const alone = record ? record.pid === pid && othersIn(record).length === 0 : !existsSync(dataFolder);
    if (alone) signal(pid, 'SIGTERM');
  };
  process.once('exit', onExit);
  const leave = async () => {
    const record = readServerRecord(dataFolder);
    if (record?.pid !== pid) return;
    const users = othersIn(record);
    if (users.length > 0) return writeServerRecord(dataFolder, { ...record, users });
    if ((await runsWith(pid, dbFileOf(dataFolder))) !== false) await endProcess(pid, STOP_GRACE_MS);
    await removeServerRecord(dataFolder);
  };
  const leaveLocked = () =>
    // A folder deleted under us has no record for others to find the server by: it is ours alone to end.
    existsSync(dataFolder) ? withFolderLock(dataFolder, LOCK_WAIT_MS, leave) : endProcess(pid, STOP_GRACE_MS);
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= leaveLocked().finally(() => process.off('exit', onExit));
    return stopping;
  };
  return { address, uiAddress, pid, stop, exited };
}

/** A server that is not our child tells nobody when it dies: look twice a second. Its words are those since now. */
async function watchPid(pid: number, logFile: string): Promise<ExitInfo> {
  const from = (await stat(logFile).catch(() => undefined))?.size ?? 0;
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      if (isAlive(pid)) return;
      clearInterval(timer);
      resolve();
    }, WATCH_MS);
    timer.unref();
  });
  return { code: null, signal: null, tail: await tailOf(logFile, from).catch(() => []) };
}
