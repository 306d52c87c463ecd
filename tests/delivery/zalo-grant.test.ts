import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  DEFAULT_PARAMETERS,
  FileTokenStore,
  seedTokens,
  type ZaloOptions,
  ZaloSender,
} from '../../delivery/zalo/index.ts';
import { DAY_MS, HOUR_MS } from '../../dsl/time/day.ts';
import { startZaloServer, type ZaloServer } from '../../rehearsal/stand-ins/zalo-server.ts';
import { zaloStanding } from '../../service/zalo.ts';
import { zaloProblems } from '../../texts/zalo.ts';
import { morning } from './support/facts.ts';
import { rowOf } from './support/rows.ts';

/* The tokens by which Zalo lets the office send: renewed once, kept before they are used, never offered twice. */

const PHONE = '84912345678';
const TYPES = Object.fromEntries(Object.entries(DEFAULT_PARAMETERS).map(([name, p]) => [name, p.type]));

let folder: string;
let file: string;
let store: FileTokenStore;
let server: ZaloServer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zalo-grant-'));
  file = join(folder, 'tokens.json');
  store = new FileTokenStore(file);
  server = await startZaloServer({ templates: { '7001': TYPES } });
  await keep(25 * HOUR_MS);
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** Puts the server's current grant into the store, its access token good for this long. */
function keep(accessLifeMs: number): Promise<void> {
  const now = Date.now();
  const lives = { accessExpiresAt: now + accessLifeMs, refreshExpiresAt: now + 90 * DAY_MS };
  return store.save({ ...server.grant.current, ...lives });
}

const access = () => ({
  ...{ appId: server.appId, secretKey: server.secretKey, tokens: store, timeoutMs: 30_000 },
  urls: { business: server.url, openApi: server.url, oauth: server.url },
});
const sender = (more: Partial<ZaloOptions> = {}) =>
  new ZaloSender({
    ...access(),
    templates: { default: { id: '7001', parameters: DEFAULT_PARAMETERS } },
    now: () => morning('2025-02-25'),
    ...more,
  });
const zaloRow = (address: string, id = 'z1') => rowOf(id, { channel: 'zalo', address });

describe('tokens', () => {
  const twenty = (zalo: ZaloSender) =>
    Promise.all(Array.from({ length: 20 }, async (_, i) => (await zalo.send(zaloRow(PHONE, `z${i}`))).kind));

  test('twenty sends with a dead access token make one refresh', async () => {
    server.grant.expireAccess();
    expect(new Set(await twenty(sender()))).toEqual(new Set(['accepted']));
    expect(server.grant).toMatchObject({ refreshes: 1, reuses: 0 });
    expect(server.messages).toHaveLength(20);
  });

  test('two processes with one store make one refresh', async () => {
    await keep(HOUR_MS);
    const other = sender({ tokens: new FileTokenStore(file) });
    const kinds = (await Promise.all([twenty(sender()), twenty(other)])).flat();
    expect(new Set(kinds)).toEqual(new Set(['accepted']));
    expect(server.grant).toMatchObject({ refreshes: 1, reuses: 0 });
  });

  test('a token is renewed hours before it expires, and written down', async () => {
    await keep(4 * HOUR_MS);
    expect(await sender().send(zaloRow(PHONE))).toMatchObject({ kind: 'accepted' });
    expect(server.grant.refreshes).toBe(1);
    expect(await store.load()).toMatchObject(server.grant.current);
  });

  test('the new tokens are on disk before they are used', async () => {
    server.grant.expireAccess();
    let onDisk = '';
    const spy = new FileTokenStore(file);
    const save = spy.save.bind(spy);
    let usedBeforeSaved = 0;
    spy.save = async (tokens) => {
      usedBeforeSaved = server.calls;
      await save(tokens);
      onDisk = await readFile(file, 'utf8');
    };
    await sender({ tokens: spy }).send(zaloRow(PHONE));
    expect(usedBeforeSaved).toBe(1);
    expect(onDisk).toContain(server.grant.current.refreshToken);
    expect(server.calls).toBe(2);
  });

  test('trouble with the login leaves a token that still works in use', async () => {
    await keep(HOUR_MS);
    server.inject({ call: 'token', http: 503 });
    expect(await sender().send(zaloRow(PHONE))).toMatchObject({ kind: 'accepted' });
    expect(server.grant.refreshes).toBe(0);
  });

  test('a refresh whose answer is lost asks a person to consent again, once, and waits', async () => {
    server.grant.expireAccess();
    server.inject({ call: 'token', drop: true, taken: true });
    const zalo = sender();
    expect(await zalo.send(zaloRow(PHONE))).toMatchObject({ kind: 'later' });
    expect(await zalo.send(zaloRow(PHONE))).toMatchObject({ kind: 'later', alarm: true });
    expect(server.grant).toMatchObject({ refreshes: 1, reuses: 1 });
    await zalo.send(zaloRow(PHONE));
    expect(server.grant.reuses).toBe(1);
    await keep(25 * HOUR_MS);
    expect(await zalo.send(zaloRow(PHONE))).toMatchObject({ kind: 'accepted' });
  });

  test('without tokens, or with a spoilt file, nothing is sent and the message waits', async () => {
    const empty = new FileTokenStore(join(folder, 'khac.json'));
    expect(await sender({ tokens: empty }).send(zaloRow(PHONE))).toMatchObject({ kind: 'later', alarm: true });
    const folderAsFile = new FileTokenStore(folder);
    expect(await sender({ tokens: folderAsFile }).send(zaloRow(PHONE))).toMatchObject({ kind: 'later', alarm: true });
    expect(server.calls).toBe(0);
  });
});

describe('the grant', () => {
  function renewer(mode: 'use' | 'die'): Promise<{ said: string; signal: string | null }> {
    const args = [file, server.url, server.appId, server.secretKey, mode];
    const hooks = join(import.meta.dirname, '..', 'register', 'register-ts.mjs');
    const script = join(import.meta.dirname, 'zalo-renewer.ts');
    const child = spawn(process.execPath, ['--import', hooks, '--no-warnings', script, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    return new Promise((resolve) => child.on('close', (_code, signal) => resolve({ said, signal })));
  }

  test('two processes that refresh at once make one refresh and get the same token', async () => {
    await keep(HOUR_MS);
    const got = await Promise.all([renewer('use'), renewer('use')]);
    const { accessToken } = server.grant.current;
    expect(got.map(({ said }) => JSON.parse(said))).toEqual([
      { kind: 'token', accessToken },
      { kind: 'token', accessToken },
    ]);
    expect(server.grant).toMatchObject({ refreshes: 1, reuses: 0 });
  });

  test('a process killed between writing the new tokens down and using them has lost nothing', async () => {
    await keep(HOUR_MS);
    expect(await renewer('die')).toEqual({ said: '', signal: 'SIGKILL' });
    expect(await store.load()).toMatchObject(server.grant.current);
    expect(await sender().send(zaloRow(PHONE))).toMatchObject({ kind: 'accepted' });
    expect(server.grant).toMatchObject({ refreshes: 1, reuses: 0 });
  });

  test('a refresh whose answer was lost is remembered beyond the process, and a new consent mends it', async () => {
    await keep(HOUR_MS);
    server.grant.expireAccess();
    server.inject({ call: 'token', drop: true, taken: true });
    await sender().send(zaloRow(PHONE));
    expect(await store.load()).toMatchObject({ renewingSince: expect.any(Number) });
    expect(await sender().send(zaloRow(PHONE))).toMatchObject({ kind: 'later', alarm: true });
    expect(await store.load()).toMatchObject({ deadSince: expect.any(Number) });
    // A third process: the dead token is not offered again.
    await sender().send(zaloRow(PHONE));
    expect(server.grant.reuses).toBe(1);
    const setup = { access: access(), tokens: store, templateId: '7001' };
    expect(zaloProblems(await zaloStanding(setup))[0]).toContain('cấp quyền lại');

    expect(await seedTokens(store, server.grant.current.refreshToken, Date.now())).toBe(true);
    expect(await sender().send(zaloRow(PHONE))).toMatchObject({ kind: 'accepted' });
  });

  test('is kept in a folder that is made for it, or one line says why it cannot be', async () => {
    const deep = new FileTokenStore(join(folder, 'a', 'b', 'tokens.json'));
    expect(await seedTokens(deep, server.grant.current.refreshToken, Date.now())).toBe(true);
    expect(await sender({ tokens: deep }).send(zaloRow(PHONE))).toMatchObject({ kind: 'accepted' });
    const barred = new FileTokenStore(join(file, 'tokens.json'));
    await expect(seedTokens(barred, 'x', Date.now())).rejects.toThrow(/kiểm tra quyền của thư mục/);
  });

  test('the token of the environment counts once, and another one replaces what came of it', async () => {
    await rm(file);
    const { refreshToken } = server.grant.current;
    expect(await seedTokens(store, refreshToken, Date.now())).toBe(true);
    expect(await sender().send(zaloRow(PHONE))).toMatchObject({ kind: 'accepted' });
    expect(await seedTokens(store, refreshToken, Date.now())).toBe(false);
    expect(await store.load()).toMatchObject(server.grant.current);
    expect(await seedTokens(store, 'mã-cấp-lại', Date.now())).toBe(true);
    expect(await store.load()).toMatchObject({ refreshToken: 'mã-cấp-lại' });
  });
});
