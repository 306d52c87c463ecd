import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { invite, type StaffRole, ticketPath } from '../../../office/staff/index.ts';
import { playYear } from '../../../rehearsal/play-year.ts';
import { seriousFaults } from '../support/axe.ts';
import { DESKTOP, openBrowser, PHONE } from '../support/browser.ts';
import { FAINT_TEXTS, OVERFLOW, UNLABELLED } from '../support/measures.ts';
import { openPagesAlone, type PagesAlone } from '../support/pages-alone.ts';

/* A year is played from the pages, on a Temporal of its own: stopped, refused a second time, watched to its end. */

const NOTICE = `UBND TỈNH HẢI SƠN
VĂN PHÒNG
Số: 9/TB-VP
Hải Sơn, ngày 24 tháng 02 năm 2025
THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh
1. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính trình kế hoạch trước ngày 20/3/2025.
2. Sở Nội vụ hoàn thành đề án trước ngày 31/3/2025.
`;

let pages: PagesAlone;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [pages, browser] = await Promise.all([openPagesAlone({ playYear }), openBrowser()]);
  page = await enter('secretary', { ...DESKTOP, javaScriptEnabled: false });
});
afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

async function enter(role: StaffRole, options: Parameters<Browser['newContext']>[0]): Promise<Page> {
  const context = await browser.newContext({ ...options, locale: 'vi-VN' });
  context.setDefaultTimeout(120_000);
  const opened = await context.newPage();
  const secret = await invite(pages.register, { name: 'Phạm Hồng Loan', role }, pages.now);
  await opened.goto(pages.url(ticketPath(secret)));
  await opened.getByRole('button', { name: 'Vào làm việc' }).click();
  return opened;
}

const main = () => page.locator('main').innerText();
const wellMade = async (on = page) => {
  expect(await on.evaluate(OVERFLOW)).toBe(0);
  expect(await on.evaluate(FAINT_TEXTS)).toEqual([]);
  expect(await on.evaluate(UNLABELLED)).toEqual([]);
  expect(await on.locator('h1').count()).toBe(1);
};
const rowsHeld = async () => [
  await pages.register.notices.numbers(),
  await pages.register.directives.list(),
  await pages.register.ledger.nextAt(),
];

test('one is played at a time, and stops where it is, leaving nothing', async () => {
  const viewer = await enter('viewer', PHONE);
  await viewer.goto(pages.url('/vp/quy-tac'));
  await viewer.getByRole('link', { name: 'Diễn thử một năm' }).click();
  await viewer.getByRole('button', { name: 'Bắt đầu diễn thử' }).click();
  await viewer.getByText('Đang diễn thử').first().waitFor();
  await page.goto(pages.url('/vp/dien-thu'));
  await page.getByRole('button', { name: 'Bắt đầu diễn thử' }).click();
  expect(await main()).toContain('Đang có một lần diễn thử');
  await page.goto(pages.url('/vp/dien-thu/ket-qua'));
  await page.getByRole('button', { name: 'Dừng diễn thử' }).click();
  await page.getByText('Đã dừng theo yêu cầu').waitFor();
  await wellMade();
  expect(await seriousFaults(await enter('viewer', DESKTOP).then(opened('/vp/dien-thu/ket-qua')))).toEqual([]);
});

const opened = (path: string) => async (on: Page) => {
  await on.goto(pages.url(path));
  return on;
};

test('a notice that is only brought in is watched through its year, day by day, as it was planned', async () => {
  await page.goto(pages.url('/vp/van-ban'));
  await page.getByLabel('hoặc dán lời văn').fill(NOTICE);
  await page.getByRole('button', { name: 'Đọc văn bản' }).click();
  await page.goto(pages.url('/vp/dien-thu'));
  await wellMade();
  await page.getByLabel('Văn bản').selectOption({ index: 1 });
  await page.getByLabel('Người được giao việc').selectOption('late');
  await page.getByRole('button', { name: 'Bắt đầu diễn thử' }).click();
  await page.getByText(/Đúng như bản xem trước: dự kiến (\d+) bước, đã chạy \1 bước/).waitFor();
  // The first month is open.
  for (const month of (await page.locator('summary').all()).slice(1)) await month.click();
  const text = await main();
  expect(text).toContain('9/TB-VP; quy tắc: Theo quy định chọn quy tắc');
  // Acts and whom they moved, and who heard of what was late.
  expect(text).toContain('Thứ Ba, 08/04/2025');
  expect(text).toMatch(/trả lại kết quả/);
  expect(text).toMatch(/Thủ trưởng Sở Nội vụ \(thư điện tử\)/);
  await wellMade();
});

test('each life has its picture and the words of its messages', async () => {
  await page.getByRole('link', { name: '2', exact: true }).first().click();
  await wellMade();
  expect(await page.locator('svg.life').count()).toBe(1);
  await page
    .getByRole('link', { name: /Đầu mối Sở Nội vụ \(thư điện tử\)/ })
    .first()
    .click();
  const text = await main();
  expect(text).toContain('máy chủ đã nhận');
  expect(text).toContain('Sở Nội vụ hoàn thành đề án');
  expect(text).not.toMatch(/\/l\/[\w-]{20}/);
  await wellMade();
});

test('the pages of a notice on its way in keep nobody out either', async () => {
  const phone = await enter('secretary', PHONE);
  const [draft] = await pages.register.drafts.open();
  for (const path of ['', '/giao', '/danh-ba']) {
    await phone.goto(pages.url(`/vp/van-ban/${draft?.id}${path}`));
    expect({ path, faults: await seriousFaults(phone) }).toEqual({ path, faults: [] });
    expect({ path, wide: await phone.evaluate(OVERFLOW) }).toEqual({ path, wide: 0 });
  }
});

test('on a phone and for axe the pages hold; addresses of nothing are no page', async () => {
  const phone = await enter('viewer', PHONE);
  for (const path of ['/vp/dien-thu', '/vp/dien-thu/ket-qua', '/vp/dien-thu/nhiem-vu/1']) {
    await phone.goto(pages.url(path));
    expect({ path, faults: await seriousFaults(phone) }).toEqual({ path, faults: [] });
    await wellMade(phone);
  }
  for (const path of ['nhiem-vu/0', 'nhiem-vu/99', 'nhiem-vu/x', 'nhiem-vu/1/tin/khong-co'])
    expect((await phone.goto(pages.url(`/vp/dien-thu/${path}`)))?.status()).toBe(404);
});

test('the real register has none of it, and no mail has left', async () => {
  expect(await rowsHeld()).toEqual([new Map(), [], null]);
  expect(pages.mails).toEqual([]);
  expect(pages.troubles).toEqual([]);
});
