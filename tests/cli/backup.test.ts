import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { create } from 'tar';
import { type MailServer, startMailServer } from '../../rehearsal/stand-ins/mail-server.ts';
import { writeDayAndNight } from '../support/day-and-night.ts';
import { dondoc, environment } from '../support/dondoc.ts';
import { command, databaseOf } from '../support/postgres.ts';
import { dondocUntil } from '../support/program.ts';

/*
 * An office is backed up while it works, loses its disk, and is restored: nothing that was told is told again, what
 * happened since is asked of a person, and nothing runs away meanwhile. Then it moves, to PostgreSQL where there is one.
 */

const directory = fileURLToPath(new URL('../../register/samples/danh-ba-mau.yaml', import.meta.url));
const NOTICE =
  'UBND TỈNH HẢI SƠN\nVĂN PHÒNG\nSố: 92/TB-VP\nHải Sơn, ngày 24 tháng 02 năm 2025\n\nTHÔNG BÁO\nKết luận cuộc họp giao ban\n\n1. Giao Sở Nội vụ hoàn thành đề án trước ngày 15/3/2035.\n2. Sở Y tế báo cáo kết quả trước ngày 20/3/2035.\n3. Sở Tư pháp rà soát văn bản trước ngày 25/3/2035.\n';

let folder: string;
let mail: MailServer;
let up: ChildProcess | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-backup-'));
  mail = await startMailServer();
  await writeFile(join(folder, 'tb.txt'), NOTICE);
  await writeDayAndNight(folder);
});
afterAll(async () => {
  await stop();
  await mail.stop();
  await rm(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);
const office = () => environment(at('data'));

/** Until it serves and has said all of this: what it notes and what it tells come by two pipes. */
async function start(env = office(), ...alsoSays: readonly string[]): Promise<void> {
  up = await dondocUntil(['Sẵn sàng', ...alsoSays], ['up', '--no-ui'], env);
}

async function stop(): Promise<void> {
  const running = up;
  up = undefined;
  if (!running || running.exitCode !== null) return;
  running.kill('SIGTERM');
  await once(running, 'exit');
}

async function json<T>(args: readonly string[], env = office()): Promise<T> {
  const ran = await dondoc([...args, '--format', 'json'], env);
  expect(ran.code).toBe(0);
  return JSON.parse(ran.stdout) as T;
}

/** Mails of this kind so far, by whom they went to. */
const mails = (part: string) =>
  mail.mails.filter((m) => m.subject.includes(part)).map((m) => `${m.to.join()} ${m.subject}`);

async function untilMails(part: string, count: number): Promise<void> {
  const patience = performance.now() + 60_000;
  while (mails(part).length < count) {
    if (performance.now() > patience) throw new Error(`still ${mail.mails.map((m) => m.subject).join(' | ')}`);
    await delay(50);
  }
}

interface Listed {
  readonly directives: readonly { readonly told: { readonly accepted: number } }[];
}

/** The list, once the office has written down that what has arrived was taken: a mail is there before that. */
async function untilToldOf(count: number): Promise<Listed> {
  const patience = performance.now() + 60_000;
  for (;;) {
    const list = await json<Listed>(['list']);
    if (list.directives.filter(({ told }) => told.accepted === 1).length === count) return list;
    if (performance.now() > patience) throw new Error(`still ${JSON.stringify(list)}`);
    await delay(50);
  }
}

const suspend = (code: string, env = office()) =>
  dondoc(['act', code, 'suspend', '--reason', 'Chờ hướng dẫn', '--as', 'Lê Hà'], env);

interface Held {
  readonly held: readonly { readonly kind: string; readonly mayHaveLeft: boolean }[];
}

test('backed up at work, lost, restored: nothing twice, nothing unasked', async () => {
  await dondoc(['directory', 'import', directory], office());
  const settings = [
    `SMTP_URL=smtp://127.0.0.1:${mail.port}?tls=never`,
    'MAIL_FROM=vp@haison.example',
    'DONDOC_CHANNELS=email',
  ];
  await dondoc(['init', '--set', ...settings], office());
  await start();
  await dondoc(['calendar', 'change', '--file', at('lich.json')], office());
  await dondoc(['issue', at('tb.txt'), '--policy', 'ngay-dem', '--yes'], office());
  await untilMails('92/TB-VP', 3);
  const before = await untilToldOf(3);

  const written = await json<{ directives: number; bytes: number }>(['backup', at('so.tar.gz')]);
  expect(written.directives).toBe(3);
  expect((await stat(at('so.tar.gz'))).mode & 0o777).toBe(0o600);
  expect(await dondoc(['backup', at('so.tar.gz')], office())).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('đã có tệp này'),
  });
  // After the backup, so nobody will know of it.
  expect(await suspend('1')).toMatchObject({ code: 0 });
  const told = mail.mails.length;
  await untilMails('92/TB-VP', told);
  await stop();
  await rm(at('data'), { recursive: true });

  expect(await json(['restore', at('so.tar.gz')])).toMatchObject({ directives: 3, moved: false });
  expect(await dondoc(['restore', at('so.tar.gz')], office())).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('đã có dữ liệu'),
  });
  const sent = mail.mails.length;
  await start(office(), 'vì sổ vừa được khôi phục');
  expect(await json(['list'])).toEqual(before);
  expect((await dondoc(['doctor'], office())).stdout).toMatch(/!! +Sổ .*chưa ai đồng ý gửi/);
  expect(await suspend('2')).toMatchObject({ code: 0 });
  const { held } = await json<Held>(['restore']);
  expect(held.length).toBeGreaterThan(0);
  expect(held.every(({ kind, mayHaveLeft }) => kind === 'suspended' && !mayHaveLeft)).toBe(true);
  expect(await dondoc(['audit'], office())).toMatchObject({ code: 0 });
  expect(mail.mails.length).toBe(sent);

  expect(await dondoc(['restore', '--agree', '--as', 'Lê Hà'], office())).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--yes'),
  });
  expect(await dondoc(['restore', '--agree', '--as', 'Lê Hà', '--yes'], office())).toMatchObject({ code: 0 });
  const patience = performance.now() + 60_000;
  while (mail.mails.length < sent + held.length && performance.now() < patience) await delay(50);
  expect(mail.mails.length).toBe(sent + held.length);
  expect(new Set(mails('92/TB-VP')).size).toBe(mails('92/TB-VP').length);
  expect((await dondoc(['restore'], office())).stdout).toMatch(/Lê Hà đã đồng ý gửi/);
  expect((await dondoc(['doctor'], office())).stdout).toMatch(/ok +Sổ /);
});

test('what is no whole backup fills nothing', async () => {
  const whole = await readFile(at('so.tar.gz'));
  await writeFile(at('cut.tar.gz'), whole.subarray(0, whole.length * 0.7));
  await writeFile(at('other.tar.gz'), 'không phải');
  await writeFile(at('muc-luc.json'), '{"format":"dondoc-backup","version":2}');
  await create({ file: at('newer.tar.gz'), cwd: folder, gzip: true }, ['muc-luc.json']);
  const env = environment(at('empty'));
  for (const [name, words] of [
    ['cut.tar.gz', 'cắt ngang'],
    ['other.tar.gz', 'không phải bản sao lưu'],
    ['newer.tar.gz', 'phiên bản dondoc mới hơn'],
    ['none.tar.gz', 'không có tệp này'],
  ] as const) {
    const refused = await dondoc(['restore', at(name)], env);
    expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(words) });
  }
  expect((await readdir(at('empty'))).filter((name) => !name.startsWith('service'))).toEqual([]);
});

test('moved: where it was it does nothing more, where it is it goes on, and nobody is told again', async () => {
  expect(await dondoc(['backup', at('di.tar.gz'), '--move'], office())).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('đã chạy'),
  });
  await stop();
  expect(await dondoc(['backup', at('di.tar.gz'), '--move'], office())).toMatchObject({ code: 0 });
  for (const refused of [['up'], ['act', '3', 'note', '--text', 'Đã gọi'], ['issue', at('tb.txt'), '--yes']]) {
    expect(await dondoc(refused, office())).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('đã được chuyển đi'),
    });
  }
  const sent = mail.mails.length;
  const server = process.env['DONDOC_TEST_POSTGRES'];
  const database = `moved_${process.pid}`;
  const more: Record<string, string> = {};
  if (server !== undefined) {
    await command(server, `create database ${database} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`);
    more['DONDOC_DATABASE'] = databaseOf(server, database);
  }
  const env = environment(at('moi'), more);
  try {
    expect(await json(['restore', at('di.tar.gz')], env)).toMatchObject({ directives: 3, moved: true });
    await start(env);
    expect(await dondoc(['audit'], env)).toMatchObject({ code: 0 });
    expect(mail.mails.length).toBe(sent);
    const acted = await suspend('3', env);
    expect(acted).toMatchObject({ code: 0 });
    const patience = performance.now() + 60_000;
    while (mail.mails.length === sent && performance.now() < patience) await delay(50);
    expect(mail.mails.length).toBeGreaterThan(sent);
    await stop();
  } finally {
    await stop();
    if (server !== undefined) await command(server, `drop database ${database} with (force)`);
  }
  expect((await dondoc(['backup', '--stay'], office())).stdout).toContain('dùng tiếp ở đây');
});
