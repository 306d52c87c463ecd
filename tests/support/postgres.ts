import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { openRegister } from '../../register/index.ts';
import { composeMessage } from '../../texts/messages/index.ts';

const run = promisify(execFile);
const install = fileURLToPath(new URL('../../scripts/install-postgres.sh', import.meta.url));

export interface PostgresServer {
  /** Of its database `postgres`; others are made beside it. */
  readonly url: string;
  /** Of its first process, of which all others are children. */
  pid(): number;
  /** `kill -9` of the server itself, and the same one again on what it left behind; once that serves. */
  replace(): Promise<void>;
  stop(): Promise<void>;
}

/** Holds a register's schema and nothing else: a fresh register is a copy of it. */
export const TEMPLATE = 'dondoc_template';

/**
 * A PostgreSQL of the tests' own on loopback, installed where it is missing and can be; null where it cannot. Unless
 * `durable`, its files outlive no power cut, which no test is about.
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer | null> {
  const programs = programsOf() ?? (await installed());
  if (programs === null) return null;
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-postgres-'));
  // It refuses to run as root.
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ('uid' in user) await chown(folder, NOBODY, NOBODY);
  const data = join(folder, 'data');
  const locale = ['--locale=C', '--encoding=UTF8'];
  await run(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'dondoc', '-A', 'trust', '--no-sync', '--no-instructions', ...locale],
    user,
  );
  const port = await freePort();
  const fsync = durable ? 'on' : 'off';
  const set = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', fsync, max_connections: 200 };
  const args = ['-D', data, ...Object.entries(set).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  let server: ChildProcess | undefined;
  const start = async () => {
    const started = spawn(join(programs, 'postgres'), args, { ...user, stdio: ['ignore', 'ignore', 'pipe'] });
    server = started;
    await said(started.stderr, /ready to accept connections/);
    // Nobody reads on; a full pipe would hold it up.
    started.stderr.resume();
  };
  const end = async (signal: NodeJS.Signals) => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill(signal);
    await gone;
  };
  const stop = async () => {
    await end('SIGINT');
    await rm(folder, { recursive: true, force: true });
  };
  const replace = async () => {
    await end('SIGKILL');
    const until = performance.now() + ORPHANS_MS;
    // It refuses while processes of the one that died still have its memory.
    while (!(await succeeds(start, until))) await delay(ORPHANS_LOOK_MS);
  };
  try {
    await start();
    const url = `postgres://dondoc@127.0.0.1:${port}/postgres`;
    await makeTemplate(url);
    return { url, pid: () => server?.pid ?? 0, replace, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const ORPHANS_MS = 60_000;
const ORPHANS_LOOK_MS = 100;

/** Whether it did; what it throws once the time is up is the caller's. */
async function succeeds(work: () => Promise<void>, until: number): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (performance.now() > until) throw error;
    return false;
  }
}

/** As the system's administrator, which CI is; nobody is asked for a password. */
async function installed(): Promise<string | null> {
  if (process.getuid?.() !== 0) return null;
  await run(install).catch((error: Error) => process.stderr.write(`${error.message}\n`));
  return programsOf();
}

const NOBODY = 65_534;
const DEBIAN = '/usr/lib/postgresql';

/** Debian keeps the server's programs out of the way, a folder a version. */
function programsOf(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((v) => join(DEBIAN, v, 'bin')), ...(process.env['PATH'] ?? '').split(':')];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject()));
    });
  });
}

function said(stream: NodeJS.ReadableStream, words: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let heard = '';
    stream.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
      if (words.test(heard)) resolve();
    });
    stream.once('end', () => reject(new Error(`PostgreSQL did not start: ${heard}`)));
  });
}

async function makeTemplate(url: string): Promise<void> {
  await command(url, `create database ${TEMPLATE}`);
  const register = await openRegister({
    url: databaseOf(url, TEMPLATE),
    compose: composeMessage,
    mailDomain: 'dondoc.example',
  });
  await register.close();
}

export function databaseOf(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}

/** One statement on a connection of its own. */
export async function command(url: string, sql: string): Promise<void> {
  await query(url, sql);
}

export async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
