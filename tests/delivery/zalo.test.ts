import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../delivery/outbox/index.ts';
import {
  DEFAULT_PARAMETERS,
  type ErrorClass,
  FileTokenStore,
  LINK_PARAMETER,
  recipientOf,
  templateData,
  ZALO_ERRORS,
  type ZaloOptions,
  ZaloSender,
} from '../../delivery/zalo/index.ts';
import { instantAt } from '../../dsl/time/day.ts';
import { startZaloServer, type ZaloFault, type ZaloServer } from '../../rehearsal/stand-ins/zalo-server.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { DIRECTIVE, factsOf, morning } from './support/facts.ts';
import { rowOf } from './support/rows.ts';

const PHONE = '84912345678';
const USER = '4572947693969771653';
const STRANGER = '1111111111111';
const HOUR = 3_600_000;
const NOW = morning('2025-02-25');

/** The server's clock, for nights, days and contacts; that of the tokens. */
let serverNow = NOW;

let folder: string;
let server: ZaloServer;
let store: FileTokenStore;

const parameterTypes = Object.fromEntries(Object.entries(DEFAULT_PARAMETERS).map(([name, p]) => [name, p.type]));

beforeEach(async () => {
  serverNow = NOW;
  folder = await mkdtemp(join(tmpdir(), 'zalo-'));
  server = await startZaloServer({
    templates: { '7001': parameterTypes },
    unknownPhones: ['84900000000'],
    strangers: [STRANGER],
    contacts: { [USER]: NOW - HOUR },
    now: () => serverNow,
  });
  store = new FileTokenStore(join(folder, 'tokens.json'));
  await keep(25 * HOUR);
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** Puts the server's current grant into the store, its access token good for this long. */
function keep(accessLifeMs: number, accessToken = server.grant.current.accessToken): Promise<void> {
  const { refreshToken } = server.grant.current;
  const now = Date.now();
  const refreshExpiresAt = now + 90 * 24 * HOUR;
  return store.save({ accessToken, refreshToken, accessExpiresAt: now + accessLifeMs, refreshExpiresAt });
}

function sender(more: Partial<ZaloOptions> = {}): ZaloSender {
  return new ZaloSender({
    appId: server.appId,
    secretKey: server.secretKey,
    tokens: store,
    templates: { default: { id: '7001', parameters: DEFAULT_PARAMETERS } },
    now: () => morning('2025-02-25'),
    urls: { business: server.url, openApi: server.url, oauth: server.url },
    timeoutMs: 30_000,
    ...more,
  });
}

const zaloRow = (address: string, id = 'z1') => rowOf(id, { channel: 'zalo', address });

describe('sending by Zalo', () => {
  test('a template goes to a telephone number', async () => {
    const outcome = await sender().send(zaloRow('0912 345 678'));
    expect(outcome).toEqual({ kind: 'accepted', providerId: server.messages[0]?.messageId });
    expect(server.messages[0]).toMatchObject({ by: 'phone', to: PHONE, templateId: '7001', trackingId: 'z1' });
    expect(server.messages[0]?.data).toEqual({
      nguoi_nhan: 'Nguyễn Văn An',
      noi_dung: 'Giao nhiệm vụ',
      so_ky_hieu: '41/TB-UBND',
      co_quan: 'Sở Xây dựng',
      han: 'hạn 14/03/2025',
      nhiem_vu: DIRECTIVE.text,
    });
  });

  test('a template goes to a user id; without one, a text where that is allowed', async () => {
    await sender().send(zaloRow(USER));
    expect(server.messages[0]).toMatchObject({ by: 'user', to: USER, templateId: '7001' });
    await sender({ templates: {}, customerCare: 'free' }).send(zaloRow(USER));
    expect(server.messages[1]).toMatchObject({ by: 'text', to: USER });
    expect(server.messages[1]?.text).toContain('Trân trọng đề nghị đồng chí xác nhận đã nhận nhiệm vụ');
  });

  test('without a template a telephone cannot be reached', async () => {
    expect(await sender({ templates: {}, customerCare: 'free' }).send(zaloRow(PHONE))).toMatchObject({
      kind: 'refused',
    });
    expect(server.calls).toBe(0);
  });

  test('long texts are cut at a word to what the template takes', async () => {
    const content = composeMessage(
      factsOf('assignment', 'lead', '2025-02-25', {
        directive: {
          ...DIRECTIVE,
          text: 'Khẩn trương hoàn thiện hồ sơ '.repeat(40),
          leadNames: ['Ủy ban nhân dân các huyện, thị xã, thành phố'],
        },
      }),
    );
    const outcome = await sender().send({ ...zaloRow(PHONE), content, personName: 'Tôn Nữ '.repeat(9).trim() });
    expect(outcome.kind).toBe('accepted');
    const { data = {} } = server.messages[0] ?? {};
    expect(data['co_quan']).toBe('Ủy ban nhân dân các huyện…');
    expect(data['nguoi_nhan']).toMatch(/^(Tôn Nữ )+Tôn( Nữ)?…$/);
    expect(data['nhiem_vu']).toMatch(/\p{L}…$/u);
  });

  test('the whole text stands behind the link, which is never cut', () => {
    const parameters = { ...DEFAULT_PARAMETERS, ...LINK_PARAMETER };
    const linked = (url: string) => {
      const facts = factsOf('assignment', 'lead', '2025-02-25', { link: { url, takesActs: true } });
      return templateData({ id: '1', parameters }, composeMessage(facts), 'An')['lien_ket'];
    };
    const fits = `https://dondoc.example/l/${'a'.repeat(175)}`;
    expect(fits).toHaveLength(200);
    expect(linked(fits)).toBe(fits);
    expect(linked(`${fits}b`)).toBe('-');
  });

  test.each([
    ['0912345678', { by: 'phone', phone: PHONE }],
    ['+84 912.345.678', { by: 'phone', phone: PHONE }],
    [USER, { by: 'user', userId: USER }],
    ['0212345678', null],
    ['an@soxaydung.example', null],
    ['', null],
    [null, null],
  ])('the address %j', (address, recipient) => {
    expect(recipientOf(address)).toEqual(recipient);
  });

  test('calls are signed where the application demands it', async () => {
    const strict = await startZaloServer({ templates: { '7001': parameterTypes }, demandProof: true });
    const urls = { business: strict.url, openApi: strict.url, oauth: strict.url };
    await keep(25 * HOUR, strict.grant.current.accessToken);
    expect(await sender({ urls }).send(zaloRow(PHONE))).toMatchObject({ kind: 'later', code: '-1241', alarm: true });
    expect(await sender({ urls, prove: true }).send(zaloRow(PHONE))).toMatchObject({ kind: 'accepted' });
    await strict.stop();
  });
});

/** What each class of error comes to, the calls made for it, and those another message makes right after it. */
const CLASSES: Readonly<Record<ErrorClass, { kind: Outcome['kind']; calls: number; next: number; alarm?: true }>> = {
  token: { kind: 'accepted', calls: 2, next: 1 },
  window: { kind: 'later', calls: 1, next: 1 },
  rate: { kind: 'later', calls: 1, next: 0 },
  quota: { kind: 'later', calls: 1, next: 1 },
  balance: { kind: 'later', calls: 1, next: 0, alarm: true },
  transient: { kind: 'later', calls: 1, next: 1 },
  person: { kind: 'refused', calls: 1, next: 1 },
  message: { kind: 'refused', calls: 1, next: 1, alarm: true },
  template: { kind: 'later', calls: 1, next: 0, alarm: true },
  account: { kind: 'later', calls: 1, next: 0, alarm: true },
};

/** The tables of the reference, by hand: what the code must hold. */
const DOCUMENTED: Readonly<Record<ErrorClass, readonly number[]>> = {
  token: [-124, -216, -220],
  window: [-133, -234],
  rate: [-32],
  quota: [-144, -147, -1441, -1471, -1472],
  balance: [-115, -126, -137, -321],
  transient: [-100, -200, -211],
  person: [-108, -110, -114, -118, -119, -134, -139, -140, -141, -213, -217, -218, -227, -230, -232, -244],
  message: [
    ...[-111, -112, -1121, -1122, -1123, -1124, -113, -1131, -116, -121, -122, -130, -132, -153, -201, -210, -233],
  ],
  template: [-109, -117, -127, -131, -145, -146, -249],
  account: [
    ...[-101, -102, -103, -104, -105, -106, -120, -1241, -125, -135, -1351, -136, -138, -1381, -204, -205, -209],
    ...[-212, -219, -221, -223, -224, -235, -240, -242, -248, -320],
  ],
};

describe('every documented error', () => {
  const rows = Object.entries(DOCUMENTED).flatMap(([of, codes]) =>
    codes.map((code) => ({ code, of: of as ErrorClass })),
  );

  test('the table holds these codes and no others', () => {
    const table = Object.entries(ZALO_ERRORS).map(([code, e]) => ({ code: Number(code), of: e.class }));
    const byCode = (a: { code: number }, b: { code: number }) => a.code - b.code;
    expect(table.sort(byCode)).toEqual([...rows].sort(byCode));
  });

  test.each(rows)('$code is of class $of', async ({ code, of }) => {
    server.inject({ call: 'message', error: code });
    const zalo = sender();
    const outcome = await zalo.send(zaloRow(PHONE));
    const expected = CLASSES[of];
    expect(outcome.kind).toBe(expected.kind);
    expect(server.calls).toBe(expected.calls);
    expect(server.messages).toHaveLength(expected.kind === 'accepted' ? 1 : 0);
    if (expected.alarm) expect(outcome).toMatchObject({ alarm: true });
    // The same again by another message: what concerns all of them is not tried anew.
    const wholeDay = code === -144;
    await zalo.send(zaloRow('0987654321', 'z2'));
    expect(server.calls - expected.calls).toBe(wholeDay ? 0 : expected.next);
  });

  test('a code nobody knows is an unknown outcome and an alarm', async () => {
    server.inject({ call: 'message', error: -9999 });
    expect(await sender().send(zaloRow(PHONE))).toMatchObject({ kind: 'unknown', code: '-9999', alarm: true });
  });

  test('at night it waits for six in the morning', async () => {
    const night = instantAt('2025-02-25', 22 * 60 + 30);
    expect(await sender({ now: () => night }).send(zaloRow(PHONE))).toMatchObject({ retryAfterMs: 7.5 * HOUR });
    const early = instantAt('2025-02-26', 5 * 60);
    expect(await sender({ now: () => early }).send(zaloRow(USER))).toMatchObject({ retryAfterMs: HOUR });
    expect(server.calls).toBe(0);
    // Where Zalo's clock is ahead of ours, its word counts.
    server.inject({ call: 'message', error: -133 });
    const before = instantAt('2025-02-25', 21 * 60 + 59);
    expect(await sender({ now: () => before }).send(zaloRow(PHONE))).toMatchObject({
      ...{ kind: 'later', code: '-133', retryAfterMs: 8 * HOUR + 60_000 },
    });
  });

  test('a template that is locked stops its own messages only, and not for ever', async () => {
    let clock = Date.now();
    const zalo = sender({
      clock: () => clock,
      templates: {
        assignment: { id: '7009', parameters: DEFAULT_PARAMETERS },
        default: { id: '7001', parameters: DEFAULT_PARAMETERS },
      },
    });
    expect(await zalo.send(zaloRow(PHONE))).toMatchObject({ kind: 'later', code: '-109', alarm: true });
    expect(await zalo.send(zaloRow(PHONE, 'z2'))).toMatchObject({ kind: 'later', code: '-109', alarm: false });
    expect(server.calls).toBe(1);
    expect(await zalo.send({ ...zaloRow(PHONE, 'z3'), kind: 'overdue' })).toMatchObject({ kind: 'accepted' });
    clock += HOUR;
    await zalo.send(zaloRow(PHONE, 'z4'));
    expect(server.calls).toBe(3);
  });
});

const FAULTS: readonly (readonly [string, ZaloFault, Outcome['kind'], number])[] = [
  ['HTTP 500', { call: 'message', http: 500 }, 'later', 0],
  ['HTTP 503', { call: 'message', http: 503 }, 'later', 0],
  ['HTTP 429', { call: 'message', http: 429 }, 'later', 0],
  ['HTTP 404', { call: 'message', http: 404 }, 'later', 0],
  ['HTTP 502, a gateway that gave up', { call: 'message', http: 502 }, 'unknown', 0],
  ['HTTP 504, a gateway that gave up', { call: 'message', http: 504 }, 'unknown', 0],
  ['an answer that is no JSON', { call: 'message', garbage: true }, 'unknown', 0],
  ['a line lost before the answer', { call: 'message', drop: true }, 'unknown', 0],
  ['a line lost after the message was taken', { call: 'message', drop: true, taken: true }, 'unknown', 1],
  ['no answer', { call: 'message', silence: true }, 'unknown', 0],
  ['no answer after the message was taken', { call: 'message', silence: true, taken: true }, 'unknown', 1],
];

describe('a network that fails', () => {
  test.each(FAULTS)('%s', async (_name, fault, kind, taken) => {
    server.inject(fault);
    const patience = 'silence' in fault ? { timeoutMs: 1_000 } : {};
    expect((await sender(patience).send(zaloRow(PHONE))).kind).toBe(kind);
    expect(server.calls).toBe(1);
    expect(server.messages).toHaveLength(taken);
  });

  test('nobody listens: later', async () => {
    const gone = await startZaloServer();
    await gone.stop();
    const urls = { business: gone.url, openApi: gone.url, oauth: server.url };
    expect(await sender({ urls }).send(zaloRow(PHONE))).toMatchObject({ kind: 'later' });
  });
});
