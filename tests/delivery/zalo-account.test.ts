import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  careStanding,
  DEFAULT_PARAMETERS,
  FileTokenStore,
  hashOfPhone,
  readQuality,
  readQuota,
  readResponses,
  readStatus,
  readTemplate,
  ZaloClient,
  type ZaloOptions,
  ZaloSender,
} from '../../delivery/zalo/index.ts';
import { DAY_MS, HOUR_MS, instantAt, MINUTE_MS } from '../../dsl/time/day.ts';
import { startZaloServer, type ZaloServer, type ZaloServerOptions } from '../../rehearsal/stand-ins/zalo-server.ts';
import { zaloStanding } from '../../service/zalo.ts';
import { zaloLines, zaloProblems } from '../../texts/zalo.ts';
import { morning } from './support/facts.ts';
import { rowOf } from './support/rows.ts';

const PHONE = '84912345678';
const USER = '4572947693969771653';
const STRANGER = '1111111111111';
const NOW = morning('2025-02-25');
const TYPES = Object.fromEntries(Object.entries(DEFAULT_PARAMETERS).map(([name, p]) => [name, p.type]));
const TEMPLATES = { default: { id: '7001', parameters: DEFAULT_PARAMETERS } };

let folder: string;
let file: string;
let store: FileTokenStore;
let now: number;
let server: ZaloServer;

async function open(more: ZaloServerOptions = {}): Promise<void> {
  server = await startZaloServer({ templates: { '7001': TYPES }, now: () => now, ...more });
  await keep(25 * HOUR_MS);
}

function keep(accessLifeMs: number): Promise<void> {
  const real = Date.now();
  const lives = { accessExpiresAt: real + accessLifeMs, refreshExpiresAt: real + 90 * DAY_MS };
  return store.save({ ...server.grant.current, ...lives });
}

beforeEach(async () => {
  now = NOW;
  folder = await mkdtemp(join(tmpdir(), 'zalo-account-'));
  file = join(folder, 'tokens.json');
  store = new FileTokenStore(file);
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const access = () => ({
  ...{ appId: server.appId, secretKey: server.secretKey, tokens: store, timeoutMs: 30_000 },
  urls: { business: server.url, openApi: server.url, oauth: server.url },
});
const sender = (more: Partial<ZaloOptions> = {}) =>
  new ZaloSender({ ...access(), templates: TEMPLATES, now: () => now, ...more });
const zaloRow = (address: string, id = 'z1') => rowOf(id, { channel: 'zalo', address });

describe('a telephone number nobody is to know', () => {
  test('is given to Zalo as its hash, and a hash in the directory is taken as it is', async () => {
    await open({ unknownPhones: ['84900000000'] });
    const zalo = sender({ hashPhones: true });
    expect(await zalo.send(zaloRow('0912 345 678'))).toMatchObject({ kind: 'accepted' });
    expect(server.messages[0]).toMatchObject({ by: 'hash', to: hashOfPhone(PHONE), trackingId: 'z1' });
    expect(await zalo.send(zaloRow('0900000000'))).toMatchObject({ kind: 'refused', code: '-118' });
    expect(await sender().send(zaloRow(hashOfPhone(PHONE).toUpperCase(), 'z2'))).toMatchObject({ kind: 'accepted' });
    expect(server.messages[1]).toMatchObject({ by: 'hash', to: hashOfPhone(PHONE), trackingId: 'z2' });
  });
});

describe('a customer-care text', () => {
  test.each([
    [0, 'free'],
    [48 * HOUR_MS, 'free'],
    [48 * HOUR_MS + 1, 'paid'],
    [7 * DAY_MS, 'paid'],
    [7 * DAY_MS + 1, 'closed'],
  ])('%i ms after the last contact is %s', (age, standing) => {
    expect(careStanding(NOW - age, NOW)).toBe(standing);
    expect(careStanding(null, NOW)).toBe('closed');
  });

  const cases = [
    ['free', HOUR_MS, 'accepted', false],
    ['free', 3 * DAY_MS, 'refused', undefined],
    ['paid', 3 * DAY_MS, 'accepted', true],
    ['paid', 8 * DAY_MS, 'refused', undefined],
  ] as const;
  test.each(cases)(
    'where %s ones may be sent, %i ms after the contact: %s',
    async (customerCare, age, kind, billed) => {
      await open({ contacts: { [USER]: NOW - age } });
      expect(await sender({ templates: {}, customerCare }).send(zaloRow(USER))).toMatchObject({ kind });
      expect(server.calls).toBe(kind === 'accepted' ? 1 : 0);
      expect(server.messages[0]?.billed).toBe(billed);
    },
  );

  test.each([
    [HOUR_MS, 'text'],
    [3 * DAY_MS, 'user'],
  ] as const)('%i ms after the contact, beside a template, goes by %s; what is kept is what left', async (age, by) => {
    await open({ contacts: { [USER]: NOW - age } });
    const zalo = sender({ customerCare: 'free' });
    const row = zaloRow(USER);
    const ready = await zalo.prepare(row);
    expect(server.calls).toBe(0);
    expect(await zalo.send(row, ready)).toMatchObject({ kind: 'accepted' });
    const [message] = server.messages;
    expect(message).toMatchObject({ by, to: USER });
    const got = message?.text ?? Object.values(message?.data ?? {})[0] ?? '?';
    expect(ready.text?.text).toContain(got);
    if (by === 'text') expect(ready.text?.text).toBe(row.content?.zalo.body);
  });

  test('is not asked about for a telephone number, nor where it is not wanted', async () => {
    await open({ contacts: { [USER]: NOW } });
    await sender({ customerCare: 'paid' }).send(zaloRow(PHONE, 'z1'));
    await sender().send(zaloRow(USER, 'z2'));
    expect(server.messages.map((m) => m.by)).toEqual(['phone', 'user']);
  });

  test('leaves the template where Zalo cannot be asked', async () => {
    await open({ contacts: { [USER]: NOW }, callsAMinute: 4_000 });
    await keep(-HOUR_MS);
    server.inject({ call: 'token', http: 503 }, 2);
    const zalo = sender({ customerCare: 'free' });
    const row = zaloRow(USER);
    expect((await zalo.prepare(row)).text?.text).toMatch(/^Tin theo mẫu Zalo 7001/);
  });

  test('does not go to those who do not follow the account, nor before they ever wrote', async () => {
    await open({ strangers: [STRANGER], contacts: { [STRANGER]: NOW } });
    const zalo = sender({ templates: {}, customerCare: 'paid' });
    expect(await zalo.send(zaloRow(STRANGER))).toMatchObject({ kind: 'refused' });
    expect(await zalo.send(zaloRow(USER))).toMatchObject({ kind: 'refused' });
    expect(server.calls).toBe(0);
  });
});

describe('the daily quota', () => {
  test('what is over waits for the next morning, uncalled and unlost', async () => {
    await open({ dailyQuota: 2 });
    let clock = Date.now();
    const zalo = sender({ clock: () => clock });
    for (const id of ['z1', 'z2']) expect(await zalo.send(zaloRow(PHONE, id))).toMatchObject({ kind: 'accepted' });
    const morningAfter = instantAt('2025-02-26', 6 * 60);
    expect(await zalo.send(zaloRow(PHONE, 'z3'))).toMatchObject({
      ...{ kind: 'later', code: '-144', retryAfterMs: morningAfter - NOW },
    });
    expect(server.calls).toBe(2);
    clock += morningAfter - NOW;
    now = morningAfter;
    expect(await zalo.send(zaloRow(PHONE, 'z3'))).toMatchObject({ kind: 'accepted' });
  });

  test('another process has used it up: Zalo says so once, and the rest of the morning is not tried', async () => {
    await open({ dailyQuota: 1 });
    await sender().send(zaloRow(PHONE));
    const zalo = sender();
    expect(await zalo.send(zaloRow(PHONE, 'z2'))).toMatchObject({ kind: 'later', code: '-144', alarm: true });
    expect(await zalo.send(zaloRow(PHONE, 'z3'))).toMatchObject({ kind: 'later', alarm: false });
    expect(server.calls).toBe(2);
  });

  test('one person’s, or one template’s, holds up nobody else', async () => {
    await open({ personQuota: 1 });
    const zalo = sender();
    await zalo.send(zaloRow(PHONE));
    expect(await zalo.send(zaloRow(PHONE, 'z2'))).toMatchObject({ kind: 'later', code: '-1471' });
    expect(await zalo.send(zaloRow('0987654321', 'z3'))).toMatchObject({ kind: 'accepted' });
  });

  test('the calls of a minute are counted: the last one holds the next back until the minute is over', async () => {
    await open({ callsAMinute: 1 });
    let clock = Date.now();
    const zalo = sender({ clock: () => clock });
    expect(await zalo.send(zaloRow(PHONE))).toMatchObject({ kind: 'accepted' });
    expect(await zalo.send(zaloRow(PHONE, 'z2'))).toMatchObject({ kind: 'later', retryAfterMs: MINUTE_MS });
    expect(server.calls).toBe(1);
    clock += MINUTE_MS;
    now += MINUTE_MS;
    expect(await zalo.send(zaloRow(PHONE, 'z2'))).toMatchObject({ kind: 'accepted' });
  });
});

describe('asking Zalo', () => {
  test('quota, quality, template, status, and the buttons people pressed', async () => {
    await open({ dailyQuota: 500, quality: ['MEDIUM', 'LOW'] });
    await sender().send(zaloRow(PHONE));
    const [message] = server.messages;
    if (!message) throw new Error('nothing was taken');
    const client = new ZaloClient(access());
    expect(await readQuota(client)).toEqual({ kind: 'ok', value: { daily: 500, left: 499 } });
    expect(await readQuality(client)).toEqual({ kind: 'ok', value: { last48Hours: 'MEDIUM', last7Days: 'LOW' } });
    expect(await readTemplate(client, '7001')).toMatchObject({ value: { status: 'ENABLE' } });
    expect(await readTemplate(client, '9')).toMatchObject({ kind: 'failed', code: -109 });
    expect(await readStatus(client, 'khac')).toEqual({ kind: 'ok', value: -1 });
    expect(await readStatus(client, message.messageId, PHONE)).toEqual({ kind: 'ok', value: 0 });
    server.delivered.add(message.messageId);
    expect(await readStatus(client, message.messageId, PHONE)).toEqual({ kind: 'ok', value: 1 });
    server.press(message, 'Đã nhận');
    const span = { templateId: '7001', from: NOW - 1, to: NOW + 1 };
    expect(await readResponses(client, span)).toEqual({
      ...{ kind: 'ok' },
      value: [{ data: 'Đã nhận', trackingId: 'z1', messageId: message.messageId, at: NOW }],
    });
  });

  test('the account’s standing is shown, and what somebody has to do about it', async () => {
    await open({ dailyQuota: 500, quality: ['HIGH', 'HIGH'] });
    const setup = { access: access(), tokens: store, templateId: '7001' };
    const well = await zaloStanding(setup);
    expect(zaloProblems(well)).toEqual([]);
    expect(Object.fromEntries(zaloLines(well))).toMatchObject({ 'Hạn mức hôm nay': 'còn 500/500 tin' });

    const old = { ...server.grant.current, accessExpiresAt: Date.now() + 25 * HOUR_MS };
    await store.save({ ...old, refreshExpiresAt: Date.now() + 29.5 * DAY_MS });
    expect(zaloProblems(await zaloStanding(setup))).toEqual([expect.stringContaining('chỉ còn 29 ngày')]);
    await server.stop();
    await open({ dailyQuota: 0, quality: ['LOW', 'HIGH'], templateStatus: { '7001': 'DISABLE' } });
    expect(zaloProblems(await zaloStanding({ ...setup, access: access() }))).toEqual([
      ...[expect.stringContaining('kém'), expect.stringContaining('bị khóa')],
    ]);
  });
});
