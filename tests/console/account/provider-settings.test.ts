import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { invite, ticketPath } from '../../../office/staff/index.ts';
import { settingsDesk } from '../../../service/settings-desk.ts';
import { readConfig } from '../../../settings/read-config.ts';
import { settingsFile } from '../../../settings/settings-file.ts';
import { dondoc, environment } from '../../support/dondoc.ts';
import { startProvider, type TestProvider } from '../support/identity-provider.ts';
import { Browser, openPagesAlone, type PagesAlone } from '../support/pages-alone.ts';

/* The office's own sign-in is set up on the page of settings and looked after by the doctor, against a real provider. */

const BACK = 'https://dondoc.haison.example/dang-nhap/tra-ve';
let pages: PagesAlone;
let provider: TestProvider;
let who: Browser;

beforeAll(async () => {
  // The provider's own remarks on its development settings.
  for (const kind of ['info', 'warn', 'log'] as const) jest.spyOn(console, kind).mockImplementation(() => {});
  [pages, provider] = await Promise.all([openPagesAlone(), startProvider(() => [BACK])]);
  const desk = settingsDesk(readConfig({ DONDOC_DATA: pages.folder }), async () => {});
  const running = await pages.more({ settings: desk });
  who = new Browser((path) => `${running.localUrl}${path}`);
  const secret = await invite(pages.register, { name: 'Quản Trị', role: 'administrator' }, pages.now);
  await who.post(ticketPath(secret));
});
afterAll(async () => {
  await pages.close();
  await provider.close();
  jest.restoreAllMocks();
});

const written = () => readFile(settingsFile(pages.folder), 'utf8').catch(() => '');
const form = (changes: Record<string, string> = {}) => ({
  noi: provider.issuer,
  'ma-ung-dung': provider.client.clientId,
  'khoa-ung-dung': provider.client.clientSecret,
  ...changes,
});

test('nothing is asked before there is something, and half of it is not written', async () => {
  expect((await who.post('/vp/cai-dat/dang-nhap/hoi')).html).toContain('Chưa cài đặt đăng nhập chung');
  for (const half of [form({ 'khoa-ung-dung': '' }), form({ 'ma-ung-dung': '' })]) {
    const refused = await who.post('/vp/cai-dat/dang-nhap', half);
    expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('Cần cả mã ứng dụng và khóa')]);
  }
  expect(await written()).not.toContain('OIDC');
});

test('it is written, waits for the next start, never shows its secret, and is asked', async () => {
  expect((await who.post('/vp/cai-dat/dang-nhap', form())).status).toBe(303);
  const { html } = await who.get('/vp/cai-dat');
  expect(html).toContain('Đã ghi nhưng chưa có hiệu lực: OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET');
  expect(html).toContain(`value="${provider.issuer}"`);
  expect(html).not.toContain(provider.client.clientSecret);
  expect(html).toContain('Cần địa chỉ của trang');
  // People could not come back yet: that is said, not called well.
  expect((await who.post('/vp/cai-dat/dang-nhap/hoi')).html).toContain('chưa đặt DONDOC_CONSOLE_URL');
  await who.post('/vp/cai-dat/trang', { 'dia-chi': 'https://dondoc.haison.example' });
  const asked = await who.post('/vp/cai-dat/dang-nhap/hoi');
  expect([asked.status, asked.html]).toEqual([200, expect.stringContaining(BACK)]);
});

test('the secret stays for the same program at the same place, and goes to no other', async () => {
  const kept = form({ 'khoa-ung-dung': '' });
  expect((await who.post('/vp/cai-dat/dang-nhap', kept)).status).toBe(303);
  expect(await written()).toContain(provider.client.clientSecret);
  const elsewhere = form({ noi: 'https://khac.example', 'khoa-ung-dung': '' });
  expect((await who.post('/vp/cai-dat/dang-nhap', elsewhere)).status).toBe(422);
  expect((await who.post('/vp/cai-dat/dang-nhap', form({ noi: 'không phải địa chỉ' }))).status).toBe(422);
  expect(await written()).toContain(provider.issuer);
});

test('one that cannot be asked is said with what to look at; taken out, nothing is left of it', async () => {
  await who.post('/vp/cai-dat/dang-nhap', form({ noi: 'http://127.0.0.1:9' }));
  const asked = await who.post('/vp/cai-dat/dang-nhap/hoi');
  expect([asked.status, asked.html]).toEqual([422, expect.stringContaining('kiểm tra OIDC_ISSUER')]);
  await who.post('/vp/cai-dat/dang-nhap', form({ noi: '' }));
  expect(await written()).not.toContain(provider.client.clientSecret);
  expect(pages.troubles).toEqual([]);
});

test('the doctor asks it: well, without a way back, not to be reached, another than it is called', async () => {
  // The other parts are not looked at here: a data folder that is none fails them at once.
  const file = join(pages.folder, 'tep');
  await writeFile(file, '');
  const line = async (settings: Record<string, string>) => {
    const { clientId, clientSecret } = provider.client;
    const oidc = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret };
    const url = { DONDOC_CONSOLE_URL: 'https://dondoc.haison.example' };
    const { stdout } = await dondoc(['doctor'], environment(file, { ...oidc, ...url, ...settings }));
    expect(stdout).not.toContain(clientSecret);
    return stdout.split('\n').find((one) => one.includes('Đăng nhập'));
  };
  expect(await line({})).toBe(`ok  Đăng nhập      ${provider.issuer}; địa chỉ quay về cần khai ở đó: ${BACK}`);
  expect(await line({ DONDOC_CONSOLE_URL: '' })).toMatch(/^!! .*chưa đặt DONDOC_CONSOLE_URL/);
  expect(await line({ OIDC_ISSUER: 'http://127.0.0.1:9' })).toMatch(/^!! .*không hỏi được hệ thống đăng nhập/);
  const alias = provider.issuer.replace('localhost', '127.0.0.1');
  expect(await line({ OIDC_ISSUER: alias })).toMatch(/^!! .*kiểm tra OIDC_ISSUER/);
});
