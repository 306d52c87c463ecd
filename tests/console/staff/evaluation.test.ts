import { afterAll, beforeAll, expect, test } from '@jest/globals';
import JSZip from 'jszip';
import type { Browser, Page } from 'playwright-core';
import readExcel from 'read-excel-file/node';
import { invite, type StaffRole, ticketPath } from '../../../office/staff/index.ts';
import { sketchNotice } from '../../support/notice.ts';
import { seriousFaults } from '../support/axe.ts';
import { DESKTOP, openBrowser, PHONE } from '../support/browser.ts';
import { FAINT_TEXTS, OVERFLOW, UNLABELLED } from '../support/measures.ts';
import { ISSUED, openOffice, type TestOffice } from '../support/office.ts';

/* The evaluation annex in a browser: what was late and returned is there with its act, by the office's own numbers. */

const notice = sketchNotice('12/TB-VP', ISSUED, [
  { id: 'II.1', lead: 'Sở Nội vụ', due: '2025-03-05' },
  { id: 'II.2', lead: 'Sở Y tế', due: '2025-04-15' },
]);

let office: TestOffice;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [office, browser] = await Promise.all([openOffice([notice]), openBrowser()]);
  const [first] = await office.issue(notice);
  if (!first) throw new Error('nothing was issued');
  await office.goTo(first, '2025-03-10');
  await office.act(first.id, { type: 'submit-result', by: { party: 'lead' }, text: 'Tờ trình 12/TTr-SNV' });
  await office.act(first.id, { type: 'return', by: { party: 'secretariat' }, reason: 'Thiếu phụ lục 2' });
  await office.act(first.id, { type: 'submit-result', by: { party: 'lead' }, text: 'Tờ trình 13/TTr-SNV' });
  await office.act(first.id, { type: 'approve', by: { party: 'secretariat' } });
  page = await enter('administrator', { ...DESKTOP, javaScriptEnabled: false });
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

const url = (path: string) => `${office.pages.localUrl}${path}`;
async function enter(role: StaffRole, options: Parameters<Browser['newContext']>[0]): Promise<Page> {
  const context = await browser.newContext({ ...options, locale: 'vi-VN' });
  const opened = await context.newPage();
  const secret = await invite(office.register, { name: 'Phạm Hồng Loan', role }, office.now);
  await opened.goto(url(ticketPath(secret)));
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
/** The file of a link on the page, as the browser's session gets it. */
const fileOf = async (name: string) => {
  const href = await page.getByRole('link', { name }).getAttribute('href');
  const answer = await page.request.get(url(href ?? ''));
  expect(answer.status()).toBe(200);
  return answer.body();
};

test('from the report to the annex: scores, each point taken with its act and day, and its directive', async () => {
  await page.goto(url('/vp/bao-cao'));
  await page.getByRole('link', { name: 'Phụ lục đánh giá' }).click();
  const text = await main();
  expect(text).toContain('Phụ lục đánh giá kết quả thực hiện nhiệm vụ quý I/2025');
  expect(text).toContain('là VÍ DỤ kèm chương trình');
  expect(text).toContain('Qua hạn; đến 10/03/2025 mới trình kết quả');
  expect(text).toContain('Kết quả bị trả lại: “Thiếu phụ lục 2”');
  expect(text).toContain('58,33');
  await wellMade();
  await page.getByRole('link', { name: 'II.1' }).first().click();
  expect(await main()).toContain('Thiếu phụ lục 2');
});

test('the files say what the page says', async () => {
  await page.goto(url('/vp/bao-cao/danh-gia?ky=quý I/2025'));
  const sheets = await readExcel(await fileOf('.xlsx'));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Theo đơn vị', 'Theo cá nhân', 'Từng khoản trừ', 'Từng sản phẩm']);
  expect(sheets[0]?.data.flat()).toEqual(expect.arrayContaining(['Sở Nội vụ', 58.33, 75]));
  const words = await (await JSZip.loadAsync(await fileOf('.docx'))).file('word/document.xml')?.async('string');
  expect(words?.replace(/<[^>]+>/g, '')).toContain('Kết quả bị trả lại: “Thiếu phụ lục 2”');
});

test('the office fills in its own numbers; what cannot be right is refused and stays to be mended', async () => {
  await page.goto(url('/vp/bao-cao/danh-gia'));
  await page.getByRole('link', { name: 'Cách tính' }).click();
  await wellMade();
  const late = page.getByLabel('Mỗi lần qua hạn trừ');
  for (const [typed, said] of [
    ['mười', 'không phải là số'],
    ['250', 'danh-gia.yaml: takes.late'],
  ] as const) {
    await late.fill(typed);
    await page.getByRole('button', { name: 'Ghi cách tính' }).click();
    expect(await main()).toContain(said);
    expect(await late.inputValue()).toBe(typed);
  }
  await late.fill('10');
  await page.getByLabel('Vẫn là ví dụ').uncheck();
  await page.getByLabel('Điểm tiêu chí chung').fill('Sở Nội vụ: 28');
  await page.getByRole('button', { name: 'Ghi cách tính' }).click();
  expect(await main()).toContain('Đã ghi cách tính');
  // The file is what the form said, for those who prefer to write it.
  await page.getByRole('link', { name: 'Sửa thẳng nội dung tệp' }).click();
  await wellMade();
  const text = page.getByLabel('Nội dung tệp danh-gia.yaml');
  expect(await text.inputValue()).toContain('Sở Nội vụ: 28');
  await text.fill('takes: [');
  await page.getByRole('button', { name: 'Ghi cách tính' }).click();
  expect(await main()).toContain('danh-gia.yaml:1: không phải YAML');
  await page.getByRole('link', { name: 'Về phụ lục' }).click();
  const annex = await main();
  expect(annex).not.toContain('VÍ DỤ');
  // 100, 75 and 90 of 100: 61.83 of 70, and 28.
  expect(annex).toContain('61,83');
  expect(annex).toContain('89,83');
  expect(annex).toContain('Hoàn thành tốt nhiệm vụ');
});

test('a period without anything, a period that is none; a viewer reads and changes nothing', async () => {
  await page.goto(url('/vp/bao-cao/danh-gia?ky=01/2020'));
  expect(await main()).toContain('Kỳ này không có sản phẩm nào');
  await page.goto(url('/vp/bao-cao/danh-gia?ky=hôm nào'));
  expect(await main()).toContain('“hôm nào” không phải là một kỳ');
  const viewer = await enter('viewer', PHONE);
  for (const path of ['/vp/bao-cao/danh-gia', '/vp/bao-cao/danh-gia?ky=2025']) {
    await viewer.goto(url(path));
    await wellMade(viewer);
    expect(await viewer.getByRole('link', { name: 'Cách tính' }).count()).toBe(0);
    expect(await seriousFaults(viewer)).toEqual([]);
  }
  expect((await viewer.goto(url('/vp/bao-cao/danh-gia/cach-tinh')))?.status()).toBe(403);
  expect((await viewer.goto(url('/vp/bao-cao/danh-gia/khac.xlsx')))?.status()).toBe(404);
  const wide = await enter('administrator', DESKTOP);
  for (const form of ['', '?dang=van-ban']) {
    await wide.goto(url(`/vp/bao-cao/danh-gia/cach-tinh${form}`));
    expect(await seriousFaults(wide)).toEqual([]);
  }
  expect(office.troubles).toEqual([]);
});
