import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { HOUR_MS } from '../../../dsl/time/day.ts';
import { addAccount, invitePassword, passwordPath } from '../../../office/accounts/index.ts';
import { seriousFaults } from '../support/axe.ts';
import { openBrowser, PHONE } from '../support/browser.ts';
import { OVERFLOW } from '../support/measures.ts';
import { openPagesAlone, type PagesAlone } from '../support/pages-alone.ts';

/* In a real browser with a device of Chromium's own: a key is added, lets in, confirms, and is removed. */

jest.setTimeout(120_000);

const PASSWORD = 'chim bay về núi tối rồi';
let pages: PagesAlone;
let browser: Browser;
let page: Page;

/** Browsers take keys on this machine under its name alone. */
const url = (path: string) => pages.url(path).replace('127.0.0.1', 'localhost');

beforeAll(async () => {
  pages = await openPagesAlone();
  const account = await addAccount(pages.register, { login: 'loan', name: 'Loan', role: 'secretary' }, pages.now);
  if (!account) throw new Error('taken');
  const invited = passwordPath(await invitePassword(pages.register, account, pages.now));
  browser = await openBrowser();
  page = await (await browser.newContext({ ...PHONE, locale: 'vi-VN' })).newPage();
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  await page.goto(url(invited));
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Gõ lại mật khẩu mới').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đặt mật khẩu và vào làm việc' }).click();
  // Whoever goes on to another page before the answer takes the form back.
  await page.waitForURL(url('/vp'));
});
afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

const looksRight = async () => {
  expect(await page.evaluate(OVERFLOW)).toBe(0);
  expect(await seriousFaults(page)).toEqual([]);
};

test('a key is added under a name, and the same device is not added twice', async () => {
  await page.goto(url('/tai-khoan'));
  await looksRight();
  await page.getByLabel('Tên khoá').fill('Điện thoại của tôi');
  await page.getByRole('button', { name: 'Thêm khoá của thiết bị này' }).click();
  await page.getByRole('status').waitFor();
  expect(await page.locator('main').innerText()).toContain('Điện thoại của tôi');
  await looksRight();
  await page.getByRole('button', { name: 'Thêm khoá của thiết bị này' }).click();
  await page.getByText('Khoá của thiết bị này đã có.').waitFor();
});

test('it lets its person in without a password, and confirms once more who they are', async () => {
  await page.getByRole('button', { name: 'Thoát' }).click();
  await page.waitForURL(url('/vp'));
  await page.goto(url('/dang-nhap?den=/tai-khoan'));
  await looksRight();
  await page.getByRole('button', { name: 'Đăng nhập bằng khoá truy cập' }).click();
  await page.waitForURL(url('/tai-khoan'));
  expect(await page.locator('main').innerText()).toContain('Đăng nhập bằng khoá truy cập');
  pages.now += HOUR_MS;
  await page.reload();
  await page.getByRole('link', { name: 'Xác nhận' }).click();
  await looksRight();
  await page.getByRole('button', { name: 'Xác nhận bằng khoá truy cập' }).click();
  await page.waitForURL(url('/tai-khoan'));
  expect(await page.getByRole('button', { name: 'Thêm khoá của thiết bị này' }).isVisible()).toBe(true);
});

test('once removed it lets nobody in; the password still does, without JavaScript too', async () => {
  await page.getByRole('button', { name: 'Bỏ khoá Điện thoại của tôi' }).click();
  await page.getByRole('status').waitFor();
  await page.getByRole('button', { name: 'Thoát' }).click();
  await page.waitForURL(url('/vp'));
  await page.goto(url('/dang-nhap'));
  await page.getByRole('button', { name: 'Đăng nhập bằng khoá truy cập' }).click();
  await page.waitForURL(/\/dang-nhap\/khoa/);
  expect(await page.locator('.fault[role=alert]').first().innerText()).toContain('Khoá không được nhận');
  const plain = await (await browser.newContext({ ...PHONE, javaScriptEnabled: false })).newPage();
  await plain.goto(url('/dang-nhap'));
  expect(await plain.getByRole('button', { name: /khoá truy cập/ }).isVisible()).toBe(false);
  await plain.getByLabel('Tên đăng nhập').fill('loan');
  await plain.getByLabel('Mật khẩu').fill(PASSWORD);
  await plain.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await plain.waitForURL(url('/vp'));
  expect(plain.url()).toBe(url('/vp'));
  await plain.goto(url('/tai-khoan'));
  expect(await plain.locator('main').innerText()).toContain('đang tắt JavaScript');
});
