import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePort } from '../../worker/temporal-server/dev-server.ts';
import { get } from '../console/support/http.ts';
import { dondoc, environment } from '../support/dondoc.ts';
import { dondocUntil } from '../support/program.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-console-up-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('dondoc up serves the pages, takes the mail that waits, keeps its keys to itself and gives the port back', async () => {
  const port = await freePort();
  const data = join(folder, 'data');
  const inbox = join(folder, 'Maildir');
  await mkdir(join(inbox, 'new'), { recursive: true });
  await writeFile(join(inbox, 'new', '1.la'), 'From: x@y.example\r\n\r\nXin chào');
  const metrics = '127.0.0.1:0';
  const env = environment(data, { DONDOC_CONSOLE_PORT: String(port), MAIL_INBOX: inbox, DONDOC_METRICS: metrics });
  const taken = '1.la: không trả lời thông báo nào trong sổ';
  let said = '';
  const up = await dondocUntil([`http://127.0.0.1:${port}`, taken, 'Sẵn sàng'], ['up', '--no-ui'], env, (all) => {
    said = all;
  });
  try {
    expect(await get(`http://127.0.0.1:${port}/healthz`)).toMatchObject({ status: 200, html: 'ok\n' });
    expect((await get(`http://127.0.0.1:${port}/`)).html).toContain('Mở nhiệm vụ từ liên kết');
    expect((await get(`http://127.0.0.1:${port}/robots.txt`)).html).toContain('Disallow: /');
    expect((await stat(join(data, 'link-keys.json'))).mode & 0o777).toBe(0o600);
    await watched(/Giám sát: {2}(\S+)\/metrics/.exec(said)?.[1] ?? '');
    const second = await dondoc(['up', '--no-ui'], { ...env, DONDOC_DATA: join(folder, 'khac') });
    expect(second).toMatchObject({ code: 2 });
    expect(second.stderr).toMatch(/không mở được trang ở 127\.0\.0\.1:\d+ \(EADDRINUSE\); đặt DONDOC_CONSOLE_PORT/);
  } finally {
    up.kill('SIGTERM');
    const [code] = await once(up, 'exit');
    expect(code).toBe(0);
  }
  await expect(get(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow('fetch failed');
});

/** What dashboards and alerts ask for is there under these names, and the service calls itself ready. */
async function watched(url: string): Promise<void> {
  expect(await get(`${url}/readyz`)).toMatchObject({ status: 200, html: expect.stringContaining('"ready":true') });
  const asked = ['prometheus/dondoc.rules.yml', 'grafana/van-hanh.json', 'grafana/van-phong.json'].flatMap((file) => [
    ...readFileSync(new URL(`../../deploy/${file}`, import.meta.url), 'utf8').matchAll(
      /\b((?:dondoc|temporal|process|nodejs)_[a-z0-9_]+)(?=[{[)\s"'])/g,
    ),
  ]);
  const names = new Set(asked.map(([, name]) => (name ?? '').replace(/_bucket$/, '')));
  expect(names.size).toBeGreaterThan(30);
  const missing = async () => {
    const { html } = await get(`${url}/metrics`);
    const there = new Set([...html.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name ?? ''));
    return [...names].filter((name) => !there.has(name));
  };
  // A duration has its name once one was measured, and the first activity may still be on its way to the worker.
  const patience = performance.now() + 30_000;
  while ((await missing()).length > 0 && performance.now() < patience) await delay(50);
  expect(await missing()).toEqual([]);
}
