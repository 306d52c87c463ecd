import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { MINUTE_MS } from '../../../dsl/time/day.ts';
import { itemOf } from '../../../office/page-address.ts';
import { invite, ticketPath } from '../../../office/staff/index.ts';
import type { DirectiveRecord } from '../../../register/index.ts';
import { sketchNotice } from '../../support/notice.ts';
import { seriousFaults } from '../support/axe.ts';
import { DESKTOP, openBrowser, PHONE } from '../support/browser.ts';
import { OVERFLOW } from '../support/measures.ts';
import { ISSUED, openOffice, type TestOffice } from '../support/office.ts';

/* In a real browser, without JavaScript: an account, its password, a decision that asks once more, a session that is ended. */

jest.setTimeout(120_000);

const PASSWORD = 'chim bay về núi tối rồi';
const notice = sketchNotice('51/TB-VP', ISSUED, [{ id: 'I.1', lead: 'Sở Xây dựng', due: '2025-03-31' }]);
let office: TestOffice;
let browser: Browser;
let admin: Page;
let clerk: Page;
let one: DirectiveRecord;

beforeAll(async () => {
  office = await openOffice([notice], { decideBy: () => 'recent' });
  const [first] = await office.issue(notice);
  if (!first) throw new Error('not issued');
  one = first;
  const by = { party: 'lead', agency: first.lead[0]?.agency ?? '' } as const;
  await office.act(first.id, { type: 'submit-result', by, text: 'Báo cáo số 5' });
  browser = await openBrowser();
  const page = async (view: typeof DESKTOP | typeof PHONE) =>
    (await browser.newContext({ ...view, javaScriptEnabled: false, locale: 'vi-VN' })).newPage();
  [admin, clerk] = [await page(DESKTOP), await page(PHONE)];
  const secret = await invite(office.register, { name: 'Quản Trị', role: 'administrator' }, office.now);
  await admin.goto(url(ticketPath(secret)));
  await admin.getByRole('button', { name: 'Vào làm việc' }).click();
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

const url = (path: string) => `${office.pages.localUrl}${path}`;
const fits = async (page: Page) => expect(await page.evaluate(OVERFLOW)).toBe(0);

test('an administrator adds a clerk, who chooses a password on a phone and is in', async () => {
  await admin.getByRole('link', { name: /^Tài khoản của tôi/ }).click();
  expect(await admin.locator('main').innerText()).toContain('Đăng nhập bằng liên kết');
  await admin.goto(url('/vp/tai-khoan'));
  await admin.getByLabel('Họ và tên').fill('Phạm Hồng Loan');
  await admin.getByLabel('Tên đăng nhập').fill('loan.ph');
  await admin.getByRole('button', { name: 'Thêm và tạo liên kết chọn mật khẩu' }).click();
  const link = await admin.locator('.quote').innerText();
  await clerk.goto(link);
  await fits(clerk);
  await clerk.getByLabel('Mật khẩu mới', { exact: true }).fill('matkhau123456');
  await clerk.getByLabel('Gõ lại mật khẩu mới').fill('matkhau123456');
  await clerk.getByRole('button', { name: 'Đặt mật khẩu và vào làm việc' }).click();
  expect(await clerk.getByRole('alert').innerText()).toContain('dễ đoán');
  await clerk.getByLabel('Mật khẩu mới', { exact: true }).fill(PASSWORD);
  await clerk.getByLabel('Gõ lại mật khẩu mới').fill(PASSWORD);
  await clerk.getByRole('button', { name: 'Đặt mật khẩu và vào làm việc' }).click();
  expect(clerk.url()).toBe(url('/vp'));
  await fits(clerk);
});

test('signs out, is led through the door to the page that was wanted, and approves once they have proved it anew', async () => {
  await clerk.getByRole('button', { name: 'Thoát' }).click();
  await clerk.goto(url(`/vp/nhiem-vu/${itemOf(one.id)}`));
  await clerk.getByRole('link', { name: 'Đăng nhập' }).click();
  await fits(clerk);
  await clerk.getByLabel('Tên đăng nhập').fill('loan.ph');
  await clerk.getByLabel('Mật khẩu').fill('không phải câu này');
  await clerk.getByRole('button', { name: 'Đăng nhập' }).click();
  expect(await clerk.getByRole('alert').innerText()).toBe('Tên đăng nhập hoặc mật khẩu không đúng.');
  await clerk.getByLabel('Mật khẩu').fill(PASSWORD);
  await clerk.getByRole('button', { name: 'Đăng nhập' }).click();
  expect(clerk.url()).toBe(url(`/vp/nhiem-vu/${itemOf(one.id)}`));
  office.now += 31 * MINUTE_MS;
  await clerk.reload();
  expect(await clerk.getByRole('button', { name: 'Chấp thuận kết quả' }).count()).toBe(0);
  await clerk.getByRole('link', { name: 'Xác nhận để quyết định' }).click();
  await fits(clerk);
  await clerk.getByLabel('Mật khẩu').fill(PASSWORD);
  await clerk.getByRole('button', { name: 'Xác nhận' }).click();
  await clerk.getByRole('button', { name: 'Chấp thuận kết quả' }).click();
  expect(await clerk.getByRole('status').innerText()).toMatch(/ghi nhận/);
  expect((await office.register.directives.find(one.id))?.status).toBe('approved');
});

test('the administrator sees the phone among the sessions and ends it: the next click there asks to sign in', async () => {
  await admin.goto(url('/vp/tai-khoan'));
  await admin.getByRole('link', { name: 'Phạm Hồng Loan' }).click();
  await admin.getByRole('button', { name: 'Kết thúc phiên của Phạm Hồng Loan' }).click();
  expect(await admin.locator('main').innerText()).toContain('Không có phiên nào đang mở.');
  await clerk.goto(url('/vp'));
  expect(await clerk.locator('h1').innerText()).toBe('Cần đăng nhập');
});

test('no page of signing in keeps anybody out', async () => {
  const context = await browser.newContext({ ...PHONE, bypassCSP: true, locale: 'vi-VN' });
  const page = await context.newPage();
  for (const path of ['/dang-nhap', '/dang-nhap/da-thoat', '/toi/dang-nhap']) {
    await page.goto(url(path));
    expect(await seriousFaults(page)).toEqual([]);
  }
  await page.goto(url(ticketPath(await invite(office.register, { name: 'Q', role: 'administrator' }, office.now))));
  await page.getByRole('button', { name: 'Vào làm việc' }).click();
  const account = await office.register.accountsOfStaff.named('loan.ph');
  for (const path of ['/vp/tai-khoan', `/vp/tai-khoan/${account?.id}`, '/tai-khoan', '/xac-nhan', '/vp/phien']) {
    await page.goto(url(path));
    expect(await seriousFaults(page)).toEqual([]);
    await fits(page);
  }
});
