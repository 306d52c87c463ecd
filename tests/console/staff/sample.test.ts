import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePort } from '../../../worker/temporal-server/dev-server.ts';
import { environment } from '../../support/dondoc.ts';
import { dondocUntil, says } from '../../support/program.ts';
import { get } from '../support/http.ts';

/* What `npm start` shows, and the one click out of it. */

let folder: string;
let up: ChildProcess;
let origin: string;
let first: string;
let said = '';
let cookie: string;
const sample = () => join(folder, 'mau');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-sample-'));
  const port = String(await freePort());
  // A channel that is set up for the office is not the sample's.
  const own = {
    DONDOC_CONSOLE_PORT: port,
    SMTP_URL: 'smtp://127.0.0.1:1?tls=never',
    MAIL_FROM: 'VP <vp@tinh.example>',
  };
  origin = `http://127.0.0.1:${port}`;
  up = await dondocUntil('Sẵn sàng', ['up', '--sample'], environment(folder, own), (text) => {
    said = text;
  });
  [first = ''] = /http:\S+\/vp\/vao\/\S+/.exec(said) ?? [];
});
afterAll(async () => {
  if (up) {
    up.kill('SIGTERM');
    await once(up, 'exit');
  }
  await rm(folder, { recursive: true, force: true });
});

async function enter(url: string, fields: Record<string, string> = {}): Promise<string> {
  const body = new URLSearchParams(fields);
  const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
  expect(answer.status).toBe(303);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

test('sample data is an office under way, in a folder of its own, from which nothing leaves', async () => {
  expect(said).toContain('chưa có kênh nào');
  expect(existsSync(join(sample(), 'register.db'))).toBe(true);
  cookie = await enter(first);
  const home = await get(`${origin}/vp`, { cookie });
  for (const group of [
    'Kết quả chờ duyệt (1)',
    'Đề nghị gia hạn chờ trả lời (1)',
    'Giải trình chờ kết luận (1)',
    'Đang quá hạn (2)',
  ])
    expect(home.html).toContain(group);
  // Its settings are not the office's, and cannot be made to send.
  expect(home.html).not.toContain('/vp/cai-dat');
  expect((await get(`${origin}/vp/cai-dat`, { cookie })).status).toBe(404);
});

test('one click leaves it for the office itself: the person says who they are there, and the sample is gone', async () => {
  const ready = says(up, 'Sẵn sàng');
  const moving = await fetch(`${origin}/vp/du-lieu-mau`, { method: 'POST', headers: { cookie } });
  const [, next = ''] = /content="\d+;url=([^"]+)"/.exec(await moving.text()) ?? [];
  expect(next).toMatch(/\/vp\/vao\//);
  await ready;
  // Nobody becomes the office's first administrator under the name of a visitor.
  expect((await fetch(next, { method: 'POST', redirect: 'manual' })).status).toBe(422);
  const home = await get(`${origin}/vp`, { cookie: await enter(next, { 'ho-ten': 'Lê Thị Hoà' }) });
  expect(home.html).toContain('Lê Thị Hoà');
  expect(home.html).toContain('Không có việc nào đang chờ văn phòng.');
  expect(home.html).toContain('Xem với dữ liệu mẫu');
  expect(existsSync(sample())).toBe(false);
});
