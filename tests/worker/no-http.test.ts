import { readdir, readFile, readlink } from 'node:fs/promises';
import { request } from 'node:http';
import { afterAll, expect, test } from '@jest/globals';
import { openTemporal, type TemporalServer } from '../../worker/temporal-server/index.ts';
import { localConfig, newFolder } from './folders.ts';

/* The development server always listens for HTTP somewhere; a web page finds the port by trying. */

let temporal: TemporalServer | undefined;
afterAll(() => temporal?.stop());

/** Ports on which a process listens (Linux tells). */
async function portsOf(pid: number): Promise<number[]> {
  const fds = await readdir(`/proc/${pid}/fd`);
  const links = await Promise.all(fds.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')));
  const inodes = new Set(links.map((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1]));
  const rows = (await readFile(`/proc/${pid}/net/tcp`, 'utf8')).split('\n').map((line) => line.trim().split(/\s+/));
  const listening = rows.filter(([, , , state, , , , , , inode]) => state === '0A' && inodes.has(inode));
  return listening.map(([, local = '']) => Number.parseInt(local.split(':')[1] ?? '', 16));
}

/** The status of an answer in HTTP; undefined where the port speaks something else. */
function ask(port: number, path: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const asked = request({ port, path, host: '127.0.0.1', timeout: 2_000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', () => resolve(undefined)).on('timeout', () => asked.destroy());
    asked.end();
  });
}

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('no page of a browser is answered by Temporal’s HTTP API', async () => {
  temporal = await openTemporal({ config: localConfig(), dataFolder: await newFolder() });
  const ports = await portsOf(temporal.pid ?? 0);
  expect(ports.length).toBeGreaterThan(1);
  const answers = await Promise.all(ports.map((port) => ask(port, '/api/v1/namespaces/default/workflows')));
  expect(answers).toContain(403);
  expect(answers).not.toContain(200);
});
