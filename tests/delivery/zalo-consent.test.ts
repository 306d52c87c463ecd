import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { exchangeCode, FileTokenStore, readQuota, seedTokens, ZaloClient } from '../../delivery/zalo/index.ts';
import { startZaloServer, type ZaloServer } from '../../rehearsal/stand-ins/zalo-server.ts';
import { freePort } from '../../worker/temporal-server/dev-server.ts';
import { dondoc, environment } from '../support/dondoc.ts';

let folder: string;
let store: FileTokenStore;
let server: ZaloServer;
let now: number;
beforeEach(async () => {
  now = Date.now();
  folder = await mkdtemp(join(tmpdir(), 'zalo-consent-'));
  store = new FileTokenStore(join(folder, 'zalo-tokens.json'));
  server = await startZaloServer({ now: () => now });
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const oauth = () => ({
  ...{ appId: server.appId, secretKey: server.secretKey, oauthUrl: server.url, timeoutMs: 5_000, clock: () => now },
});
const CODE = { code: 'code-khong-co' };

describe('the code of a consent', () => {
  test('brings the first pair of tokens, which are in the store before they are used, and work', async () => {
    const granted = await exchangeCode(store, oauth(), { code: server.grant.consent() });
    expect(granted).toMatchObject({ kind: 'granted', tokens: server.grant.current });
    expect(await store.load()).toMatchObject({ ...server.grant.current, accessExpiresAt: now + 90_000_000 });
    const urls = { business: server.url, openApi: server.url, oauth: server.url };
    const client = new ZaloClient({ appId: server.appId, secretKey: server.secretKey, tokens: store, urls });
    expect(await readQuota(client)).toMatchObject({ kind: 'ok' });
    // An older refresh token of the environment is not taken in the place of what a person has just granted.
    expect(await seedTokens(store, 'cu', now)).toBe(false);
  });

  test('works once, for ten minutes, and with its verifier where one was promised', async () => {
    const code = server.grant.consent();
    await exchangeCode(store, oauth(), { code });
    expect(await exchangeCode(store, oauth(), { code })).toMatchObject({ kind: 'refused', codeLeft: false });
    const late = server.grant.consent();
    now += 11 * 60_000;
    expect(await exchangeCode(store, oauth(), { code: late })).toMatchObject({ kind: 'refused' });
    const challenge = createHash('sha256').update('bi-mat').digest('base64url');
    const other = { code: server.grant.consent(challenge), verifier: 'khac' };
    expect(await exchangeCode(store, oauth(), other)).toMatchObject({ kind: 'refused' });
    const right = { code: server.grant.consent(challenge), verifier: 'bi-mat' };
    expect(await exchangeCode(store, oauth(), right)).toMatchObject({ kind: 'granted' });
  });

  test('that is refused, or whose answer is lost, leaves the tokens there are', async () => {
    await exchangeCode(store, oauth(), { code: server.grant.consent() });
    const held = await store.load();
    expect(await exchangeCode(store, oauth(), CODE)).toMatchObject({ kind: 'refused', codeLeft: false });
    server.inject({ call: 'token', drop: true });
    const lost = await exchangeCode(store, oauth(), { code: server.grant.consent() });
    expect(lost).toMatchObject({ kind: 'refused', codeLeft: false });
    expect(await store.load()).toEqual(held);
  });

  test('is not used where Zalo cannot be reached', async () => {
    const unreachable = { ...oauth(), oauthUrl: `http://127.0.0.1:${await freePort()}` };
    expect(await exchangeCode(store, unreachable, CODE)).toMatchObject({ kind: 'refused', codeLeft: true });
    expect(await store.load()).toBeNull();
  });
});

describe('dondoc zalo grant', () => {
  const run = (...args: string[]) =>
    dondoc(['zalo', 'grant', ...args], {
      ...environment(folder),
      ...{ ZALO_APP_ID: server.appId, ZALO_APP_SECRET: server.secretKey, ZALO_OAUTH_URL: server.url },
    });

  test('takes the address Zalo came back to, keeps the tokens for their owner only, and says none of them', async () => {
    const granted = await run(`https://anphu.example/zalo?oa_id=1&code=${server.grant.consent()}`);
    expect([granted.code, granted.stderr]).toEqual([0, '']);
    expect(granted.stdout).toMatch(/còn (89|90) ngày/);
    const { accessToken, refreshToken } = server.grant.current;
    for (const secret of [accessToken, refreshToken]) expect(granted.stdout).not.toContain(secret);
    const file = join(folder, 'zalo-tokens.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ accessToken, refreshToken });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['https://anphu.example/zalo?error=denied', 'không thấy mã cấp quyền'],
    ['code-khong-co', 'mở lại trang cấp quyền'],
  ])('%s is refused in one line that says what to do', async (text, says) => {
    const refused = await run(text);
    expect([refused.code, refused.stdout, refused.stderr.trim().split('\n')]).toEqual([
      ...[2, ''],
      [expect.stringContaining(says)],
    ]);
  });
});
