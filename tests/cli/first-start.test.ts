import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dayOf } from '../../dsl/time/day.ts';
import { type MailServer, startMailServer } from '../../rehearsal/stand-ins/mail-server.ts';
import { formatDay } from '../../texts/format.ts';
import { writeDayAndNight } from '../support/day-and-night.ts';
import { dondoc, environment } from '../support/dondoc.ts';
import { dondocUntil } from '../support/program.ts';

/*
 * A newcomer starts before anything is set up, gives work out, and sets mail up afterwards: nothing is lost. The office's
 * own policy sends day and night, and its calendar works today and tomorrow: neither the hour nor the day decides what
 * is seen.
 */

const directory = fileURLToPath(new URL('../../register/samples/danh-ba-mau.yaml', import.meta.url));
const NOTICE =
  'UBND TỈNH HẢI SƠN\nVĂN PHÒNG\nSố: 91/TB-VP\nHải Sơn, ngày 24 tháng 02 năm 2025\n\nTHÔNG BÁO\nKết luận cuộc họp giao ban\n\n1. Giao Sở Nội vụ hoàn thành đề án trước ngày 15/3/2035.\n2. Sở Y tế báo cáo kết quả trước ngày 20/3/2035.\n3. Sở Tư pháp rà soát văn bản trước ngày 25/3/2035.\n';

let folder: string;
let mail: MailServer;
let up: ChildProcess | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-first-'));
  mail = await startMailServer();
  await writeFile(join(folder, 'tb.txt'), NOTICE);
  await writeDayAndNight(folder);
});
afterAll(async () => {
  await stop();
  await mail.stop();
  await rm(folder, { recursive: true, force: true });
});

const env = () => environment(join(folder, 'data'));
const start = async () => {
  up = await dondocUntil('Sẵn sàng', ['up', '--no-ui'], env());
};

async function stop(): Promise<void> {
  const running = up;
  up = undefined;
  if (!running || running.exitCode !== null) return;
  running.kill('SIGTERM');
  await once(running, 'exit');
}

interface Told {
  readonly planned: number;
  readonly held: number;
  readonly accepted: number;
}

async function told(): Promise<readonly Told[]> {
  const { stdout } = await dondoc(['list', '--format', 'json'], env());
  return (JSON.parse(stdout) as { directives: { told: Told }[] }).directives.map((d) => d.told);
}

/** Asks until it holds. How often says nothing: on a fast machine two hundred questions were over before anything ran. */
async function untilAll(holds: (one: Told) => boolean): Promise<readonly Told[]> {
  const patience = performance.now() + 60_000;
  while (performance.now() < patience) {
    const now = await told();
    if (now.length > 0 && now.every(holds)) return now;
    await delay(50);
  }
  throw new Error(`still ${JSON.stringify(await told())}`);
}

const assignments = () => mail.mails.filter((m) => m.raw.toString().includes('91/TB-VP')).map((m) => m.to.join());

test('started without any setting, work given out, mail set up later: every assignment arrives, once', async () => {
  await dondoc(['directory', 'import', directory], env());
  await start();
  expect(await dondoc(['calendar', 'change', '--file', join(folder, 'lich.json')], env())).toMatchObject({ code: 0 });
  // What is looked at is the calendar the office works by, not the one that ships.
  const examined = await dondoc(['doctor'], env());
  expect(examined.stdout).toContain(`phiên bản ${formatDay(dayOf(Date.now()))}`);
  const issued = await dondoc(['issue', join(folder, 'tb.txt'), '--policy', 'ngay-dem', '--yes'], env());
  expect(issued).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/Chưa cài đặt kênh gửi nào: mọi thông báo được giữ lại/),
  });
  const held = await untilAll((one) => one.held > 0 && one.planned === 0);
  expect(held).toHaveLength(3);
  expect(held.every((one) => one.accepted === 0)).toBe(true);
  expect(mail.mails).toEqual([]);
  await stop();

  const { port } = new URL(mail.url);
  const settings = [
    `SMTP_URL=smtp://127.0.0.1:${port}?tls=never`,
    'MAIL_FROM=Văn phòng Hải Sơn <vp@haison.example>',
    'DONDOC_CHANNELS=email',
  ];
  expect((await dondoc(['init', '--set', ...settings], env())).code).toBe(0);
  await start();
  await untilAll((one) => one.accepted > 0 && one.held === 0 && one.planned === 0);
  const got = assignments();
  expect(got.length).toBeGreaterThanOrEqual(3);
  expect(new Set(got).size).toBe(got.length);
});
