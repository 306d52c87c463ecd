import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { invite, ticketPath } from '../../../office/staff/index.ts';
import type { DirectiveRecord } from '../../../register/index.ts';
import { sketchNotice } from '../../support/notice.ts';
import { seriousFaults } from '../support/axe.ts';
import { DESKTOP, openBrowser, PHONE } from '../support/browser.ts';
import { FAINT_TEXTS, OVERFLOW, UNLABELLED } from '../support/measures.ts';
import { ISSUED, openOffice, type TestOffice } from '../support/office.ts';
import { SMALL } from '../support/small-policy.ts';

/* A policy is copied, edited, proved, compared and given to what runs, in a browser that runs no script. */

const notice = sketchNotice('12/TB-VP', ISSUED, [
  { id: 'II.1', lead: 'Sở Nội vụ', due: '2025-03-31' },
  { id: 'II.2', lead: 'Sở Y tế', due: '2025-04-15' },
]);

let office: TestOffice;
let browser: Browser;
let page: Page;
let directives: readonly DirectiveRecord[];
beforeAll(async () => {
  [office, browser] = await Promise.all([openOffice([notice]), openBrowser()]);
  await mkdir(join(office.folder, 'policies'));
  await writeFile(join(office.folder, 'policies', 'gon.yaml'), SMALL);
  directives = await office.issue(notice);
  page = await enter({ ...DESKTOP, javaScriptEnabled: false });
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

async function enter(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
  const context = await browser.newContext({ ...options, locale: 'vi-VN' });
  // A busy machine proves slowly, and the form that writes waits for it.
  context.setDefaultTimeout(150_000);
  const opened = await context.newPage();
  const secret = await invite(office.register, { name: 'Phạm Hồng Loan', role: 'administrator' }, office.now);
  await opened.goto(`${office.pages.localUrl}${ticketPath(secret)}`);
  await opened.getByRole('button', { name: 'Vào làm việc' }).click();
  return opened;
}

const main = () => page.locator('main').innerText();
const press = (name: string) => page.getByRole('button', { name, exact: true }).last().click();
const wellMade = async (on = page) => {
  expect(await on.evaluate(OVERFLOW)).toBe(0);
  expect(await on.evaluate(FAINT_TEXTS)).toEqual([]);
  expect(await on.evaluate(UNLABELLED)).toEqual([]);
  expect(await on.locator('h1').count()).toBe(1);
};

test('a policy is copied, and a rung is typed wrong, mended and moved, before anything is written', async () => {
  await page.getByRole('link', { name: 'Quy tắc', exact: true }).click();
  await wellMade();
  await page.getByLabel('Mã').fill('khan');
  await page.getByLabel('Tên gọi').fill('Khẩn');
  await page.getByLabel('Theo quy tắc').selectOption('gon');
  await press('Chép và sửa');
  expect(await page.locator('h1').innerText()).toBe('Sửa quy tắc: Khẩn');

  await press('Thêm một bậc nhắc');
  // The page comes back where somebody goes on typing.
  expect(page.url()).toMatch(/#nhac-1$/);
  await page.locator('#nhac-1-so').fill('một');
  await page.locator('#nhac-1-so-don-vi').selectOption('workingDays');
  await press('Xem lại');
  expect(page.url()).toMatch(/#ket-qua$/);
  expect(await main()).toContain('Chưa ghi được: 1 chỗ cần sửa');
  await page.getByRole('link', { name: /remind bậc 2/ }).click();
  expect(page.url()).toMatch(/#nhac-1-so$/);
  await page.locator('#nhac-1-so').fill('1');
  await press('Xem lại');
  await wellMade();
  expect(await main()).toContain('trước hạn 1 ngày làm việc');
  expect(await page.locator('.life').count()).toBeGreaterThan(0);
});

test('what is proved is written', async () => {
  await press('Ghi');
  expect(await page.getByRole('status').first().innerText()).toMatch(/^Đã ghi\. Nhiệm vụ đang chạy giữ bản cũ/);
  expect(await page.locator('#chung-minh').innerText()).not.toContain('SAI');
  await wellMade();
});

test('a ladder without a head is refuted, and a story with a picture says why', async () => {
  await page.getByRole('link', { name: 'Sửa quy tắc này' }).click();
  await page.getByRole('button', { name: 'Bỏ: Báo lên 1' }).click();
  await press('Ghi');
  expect(await page.getByRole('alert').innerText()).toContain('kiểm chứng thấy quy tắc này sai');
  expect(await page.locator('.result .life').count()).toBeGreaterThan(0);
  expect(await page.locator('.result').first().innerText()).toMatch(/SAI: /);
  await wellMade();
});

test('it is compared with the one it was copied from: stricter, and weaker the other way round', async () => {
  await page.getByRole('link', { name: 'Về trang quy tắc' }).click();
  await page.getByRole('link', { name: 'So với quy tắc khác' }).click();
  await page.getByLabel('Quy tắc thứ nhất').selectOption('gon');
  await page.getByLabel('Quy tắc thứ hai').selectOption('khan');
  await press('So sánh');
  await page.getByText('ĐÚNG: theo “khan” không ai được báo muộn hơn').waitFor();
  await page.getByRole('link', { name: 'So theo chiều ngược lại' }).click();
  await page.getByText('SAI: “gon” yếu hơn “khan”').waitFor();
  expect(await page.locator('.life').count()).toBe(2);
  await wellMade();
});

test('what runs is given to it: seen before, a result a row after', async () => {
  await page.goto(`${office.pages.localUrl}/vp/quy-tac/khan/chuyen?tu=tieu-chuan`);
  await page.getByText('yếu hơn “đang theo”').waitFor();
  expect(await main()).toContain('2 nhiệm vụ đang chạy sẽ đổi');
  expect(await main()).toMatch(/trong 2 nhiệm vụ có bước dời/);
  await wellMade();
  expect(await policiesNow()).toEqual(['tieu-chuan', 'tieu-chuan']);
  await page.getByLabel('Lý do').fill('Lãnh đạo yêu cầu theo sát hơn');
  await press('Chuyển 2 nhiệm vụ');
  await page.getByText('Đã chuyển 2 trên 2 nhiệm vụ.').waitFor();
  expect(await page.getByRole('cell', { name: 'đã chuyển' }).count()).toBe(2);
  await wellMade();
  expect(await policiesNow()).toEqual(['khan', 'khan']);
  await page.goto(`${office.pages.localUrl}/vp/quy-tac`);
  expect(await page.getByRole('row', { name: /Khẩn/ }).innerText()).toMatch(/2 nhiệm vụ/);
});

test('on a phone each of the pages is whole', async () => {
  const phone = await enter(PHONE);
  const paths = [
    ...['quy-tac', 'quy-tac/khan', 'quy-tac/khan/sua', 'quy-tac/khan/sua?dang=van-ban', 'so-sanh'],
    ...['so-sanh?a=tieu-chuan&b=khan', 'quy-tac/khan/chuyen', 'quy-tac/khan/dang-chuyen'],
  ];
  for (const path of paths) {
    await phone.goto(`${office.pages.localUrl}/vp/${path}`);
    await wellMade(phone);
    expect({ path, faults: await seriousFaults(phone) }).toEqual({ path, faults: [] });
  }
  expect(office.troubles).toEqual([]);
});

async function policiesNow(): Promise<string[]> {
  const found = await Promise.all(directives.map(({ id }) => office.register.directives.find(id)));
  return found.map((one) => one?.policy.id ?? '');
}
