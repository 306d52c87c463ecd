import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { RateLimit, standardRates } from '../../console/http/rates.ts';
import type { SecurityEvent } from '../../console/security.ts';
import { instantAt } from '../../dsl/time/day.ts';
import type { DirectiveRecord } from '../../register/index.ts';
import { SecurityLog } from '../../service/security-log.ts';
import { StrangersShare } from '../../service/strangers-share.ts';
import { sketchNotice } from '../support/notice.ts';
import { formOn, get, postFiles } from './support/http.ts';
import { ISSUED, openOffice, type TestOffice } from './support/office.ts';

jest.setTimeout(60_000);

const NOTICE = sketchNotice('15/TB-VP', ISSUED, [{ id: 'I.1', lead: 'Sở Y tế', due: '2025-03-31' }]);
const CONTACT = 'Đầu mối Sở Y tế';

let office: TestOffice;
let one: DirectiveRecord;
beforeAll(async () => {
  office = await openOffice([NOTICE]);
  const [first] = await office.issue(NOTICE);
  if (first === undefined) throw new Error('nothing was issued');
  one = first;
}, 60_000);
afterAll(() => office.close());

const at = async (local: string) => (await office.linkTo(one.id, CONTACT)).replace(office.pages.localUrl, local);

test('strangers behind one address lock nobody out: a link that was signed is no miss and has a share of its own', async () => {
  const rates = { ...standardRates(), misses: new RateLimit(2), perAddress: new RateLimit(6) };
  const { localUrl } = await office.morePages({ rates });
  const statuses: number[] = [];
  for (let i = 0; i < 8; i++) statuses.push((await get(`${localUrl}/l/a.${i}`)).status);
  expect(statuses).toEqual([404, 404, 429, 429, 429, 429, 429, 429]);
  expect((await get(await at(localUrl))).status).toBe(200);
});

test('who came, who was turned away and what was done is written down, without a word that opens anything', async () => {
  const events: SecurityEvent[] = [];
  const rates = { ...standardRates(), misses: new RateLimit(1) };
  const { localUrl } = await office.morePages({ rates, onSecurity: (event) => events.push(event) });
  const link = await at(localUrl);
  await get(link);
  await get(`${localUrl}/l/a.b`);
  await get(`${localUrl}/l/a.c`);
  expect(events).toEqual([
    expect.objectContaining({ event: 'opened', directive: one.id, person: expect.any(String), caller: '127.0.0.1' }),
    { event: 'refused', why: 'unknown', caller: '127.0.0.1' },
    { event: 'locked-out', caller: '127.0.0.1' },
  ]);
  const [, mac = '?'] = /\.([A-Za-z0-9_-]{32})\.[0-9a-f]{4}$/.exec(link) ?? [];
  expect(JSON.stringify(events)).not.toContain(mac);
});

test('a proxy nobody told of is noticed, once', async () => {
  const troubles: string[] = [];
  const { localUrl } = await office.morePages({ onTrouble: (error) => troubles.push(String(error)) });
  await get(localUrl);
  for (let i = 0; i < 2; i++) await get(localUrl, { 'x-forwarded-for': '203.0.113.7' });
  expect(troubles).toEqual([expect.stringContaining('DONDOC_CONSOLE_PROXY')]);
  const told: unknown[] = [];
  const set = await office.morePages({ trustProxy: true, onTrouble: (error) => told.push(error) });
  await get(set.localUrl, { 'x-forwarded-for': '203.0.113.7' });
  expect(told).toEqual([]);
});

test('of a result the rules refuse no file is left; one link brings only so much a day', async () => {
  const { localUrl } = office.pages;
  office.now = instantAt('2025-02-25', 600);
  const link = await at(localUrl);
  const [first, second, third] = [await get(link), await get(link), await get(link)].map((p) =>
    formOn(p, 'submit-result'),
  );
  if (!first || !second || !third) throw new Error('no form');
  const pdf = (words: string) => ({ name: 'a.pdf', bytes: new TextEncoder().encode(`%PDF-1.7 ${words}`) });
  expect((await postFiles(localUrl, first, 'Kết quả', [pdf('một')])).status).toBe(303);
  expect((await postFiles(localUrl, second, 'Kết quả', [pdf('hai'), pdf('một')])).status).toBe(409);
  const hash = (words: string) => createHash('sha256').update(pdf(words).bytes).digest('hex');
  const kept = (await readdir(join(office.folder, 'evidence'), { recursive: true })).filter((name) =>
    name.includes('/'),
  );
  expect(kept.map((name) => name.split('/')[1])).toEqual([hash('một')]);
  expect((await office.register.evidence.of(one.id)).map((file) => file.sha256)).toEqual([hash('một')]);

  const linkId = (await office.register.evidence.of(one.id))[0]?.linkId ?? '';
  await office.register.evidence.add({
    directiveId: one.id,
    sha256: 'f'.repeat(64),
    name: 'x',
    size: 100 * 1024 * 1024,
    linkId,
  });
  const full = await postFiles(localUrl, third, 'Kết quả', [pdf('ba')]);
  expect([full.status, full.html]).toEqual([422, expect.stringContaining('tối đa 100 MB')]);
});

test('the log of a year is a file of lines for its owner; a disk that cannot be written is told of once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'security-'));
  const troubles: unknown[] = [];
  const log = new SecurityLog(folder, (error) => troubles.push(error));
  const opened = { event: 'opened', link: 'l', directive: 'd', person: 'p', agency: 'a', caller: '::1' } as const;
  for (const year of [2025, 2025, 2026]) log.note(opened, Date.UTC(year, 5, 1));
  await log.close();
  const lines = (await readFile(join(folder, 'security', '2025.jsonl'), 'utf8')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(Array(2).fill({ at: '2025-06-01T00:00:00.000Z', ...opened }));
  expect((await stat(join(folder, 'security', '2026.jsonl'))).mode & 0o777).toBe(0o600);
  await rm(join(folder, 'security'), { recursive: true });
  await writeFile(join(folder, 'security'), '');
  for (let i = 0; i < 3; i++) log.note(opened);
  await log.close();
  expect(troubles).toHaveLength(1);
  await rm(folder, { recursive: true });
});

test('a stranger who knocks a million times fills no disk, and costs no act and no known link its line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'security-'));
  const log = new SecurityLog(
    folder,
    (error) => {
      throw error;
    },
    new StrangersShare(1_000),
  );
  const who = { link: 'l', directive: 'd', person: 'p', agency: 'a' };
  const knocks: SecurityEvent[] = [
    { event: 'refused', why: 'unknown', caller: '::1' },
    { event: 'locked-out', caller: '::1' },
    { event: 'person', person: '', path: '/toi/dang-nhap', caller: '::1' },
  ];
  const known: SecurityEvent[] = [
    { event: 'act', ...who, act: 'acknowledge', outcome: 'done' },
    { event: 'refused', why: 'expired', caller: '::1', link: 'l' },
    { event: 'staff', name: 'Lan', path: '/vp/x', caller: '::1' },
  ];
  const [first, second] = [Date.UTC(2026, 4, 4, 3), Date.UTC(2026, 4, 5, 3)];
  for (let i = 0; i < 3_000; i++) {
    log.note(knocks[i % 3] as SecurityEvent, first);
    if (i % 1_000 === 999) log.note(known[(i - 999) / 1_000] as SecurityEvent, first);
  }
  log.note(knocks[0] as SecurityEvent, second);
  await log.close(second);
  const text = await readFile(join(folder, 'security', '2026.jsonl'), 'utf8');
  const lines: Record<string, unknown>[] = text.split('\n').flatMap((l) => (l === '' ? [] : [JSON.parse(l)]));
  const left = lines.filter((l) => l['event'] === 'left-out');
  const written = lines.filter((l) => l['event'] !== 'left-out' && !('outcome' in l || 'link' in l || 'name' in l));
  expect(lines.filter((l) => 'outcome' in l || 'link' in l || 'name' in l)).toHaveLength(3);
  // What is written of the first day and what is counted are all there were; the next day has a share of its own.
  expect(left.at(-1)).toMatchObject({ day: '2026-05-04', lines: 3_000 - (written.length - 1) });
  expect(lines.at(-1)).toMatchObject({ event: 'refused', at: new Date(second).toISOString() });
  expect(text.length).toBeLessThan(4_000);
  await rm(folder, { recursive: true });
});
