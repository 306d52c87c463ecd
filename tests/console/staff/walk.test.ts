import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Document, Packer, Paragraph } from 'docx';
import type { Browser, Locator, Page } from 'playwright-core';
import writeExcel from 'write-excel-file/node';
import { type MailServer, startMailServer } from '../../../rehearsal/stand-ins/mail-server.ts';
import { freePort } from '../../../worker/temporal-server/dev-server.ts';
import { dondoc, environment } from '../../support/dondoc.ts';
import { dondocUntil } from '../../support/program.ts';
import { DESKTOP, openBrowser, PHONE } from '../support/browser.ts';
import { FAINT_TEXTS, OVERFLOW, UNLABELLED } from '../support/measures.ts';

/* An office's first morning, in a browser that runs no script: from an empty folder over settings and directory to twenty-one issued tasks. */

const LEADS = ['Sở Tài chính', 'Sở Xây dựng', 'Sở Y tế', 'Sở Nông nghiệp và Môi trường'];
/** The work is always of next year: none of it is ever late on the day the tests run. */
const YEAR = new Date().getFullYear() + 1;
const END_OF_FEBRUARY = `${new Date(Date.UTC(YEAR, 2, 0)).getUTCDate()}/02/${YEAR}`;
const WORK = ['rà soát quy hoạch bến thuyền', 'lập dự toán duy tu đường ven hồ', 'kiểm tra các chợ đầu mối'];

/** Twenty orders: one names an agency with a slip, one has a day that is none; and a passage without a lead. */
function noticeLines(): string[] {
  const orders = Array.from({ length: 20 }, (_, i) => {
    const n = i + 1;
    if (n === 7)
      return `${n}. Giao Sở Nông nghệp và Môi trường chủ trì, rà soát hồ chứa, hoàn thành trước ngày 15/3/${YEAR}.`;
    if (n === 13) return `${n}. Giao Sở Y tế chủ trì, hoàn thành mua sắm thiết bị y tế trước ngày 30/02/${YEAR}.`;
    const [lead, work] = [LEADS[n % LEADS.length], WORK[n % WORK.length]];
    return `${n}. Giao ${lead} chủ trì, phối hợp với Sở Nội vụ ${work} đợt ${n}, hoàn thành trước ngày ${n}/4/${YEAR}.`;
  });
  return [
    ...['ỦY BAN NHÂN DÂN TỈNH HẢI SƠN', 'VĂN PHÒNG', 'Số: 61/TB-VPUBND', `Hải Sơn, ngày 05 tháng 01 năm ${YEAR}`],
    ...['THÔNG BÁO', `Kết luận của Chủ tịch UBND tỉnh tại cuộc họp giao ban tháng 01 năm ${YEAR}`],
    'Chủ tịch UBND tỉnh kết luận, chỉ đạo như sau:',
    ...orders,
    `Ngoài ra, đề nghị khẩn trương hoàn thành việc bàn giao mặt bằng tuyến đường ven biển trước ngày 20/3/${YEAR}.`,
    ...['Nơi nhận:', '- Như trên;', '- Lưu: VT.', 'KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG', 'Trịnh Quốc Hùng'],
  ];
}

/** Who is who, in a sheet as an office keeps it; Sở Y tế has nobody whom mail reaches. */
function directorySheet(): Promise<Buffer> {
  const agencies = ['Văn phòng Ủy ban nhân dân tỉnh', 'Sở Nội vụ', ...LEADS];
  const people = agencies.map((name, i) => [
    name,
    `Người ${i}`,
    name === 'Sở Y tế' ? '' : `dm${i}@tinh.example`,
    'Đầu mối',
  ]);
  const rows = [['Tên đơn vị', 'Họ và tên', 'Thư điện tử', 'Vai trò'], ...people];
  const data = rows.map((row) => row.map((value) => (value === '' ? null : { value })));
  return writeExcel([{ sheet: 'Danh bạ', data }] as never).toBuffer();
}

let folder: string;
let mail: MailServer;
let env: NodeJS.ProcessEnv;
let up: ChildProcess;
let browser: Browser;
let page: Page;
let top: string;
let clicks = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-walk-'));
  const document = new Document({ sections: [{ children: noticeLines().map((text) => new Paragraph(text)) }] });
  await writeFile(join(folder, 'thong-bao.docx'), await Packer.toBuffer(document));
  await writeFile(join(folder, 'danh-ba.xlsx'), await directorySheet());
  env = environment(join(folder, 'data'), { DONDOC_CONSOLE_PORT: String(await freePort()) });
  [up, browser, mail] = await Promise.all([dondocUntil('Sẵn sàng', ['up'], env), openBrowser(), startMailServer()]);
  const login = await dondoc(['login', '--as', 'Phạm Hồng Loan', '--role', 'administrator'], env);
  const [url = ''] = /http:\S+/.exec(login.stdout) ?? [];
  top = url.replace(/\/vao\/.*/, '');
  const context = await browser.newContext({ ...DESKTOP, javaScriptEnabled: false, locale: 'vi-VN' });
  page = await context.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: 'Vào làm việc' }).click();
});
afterAll(async () => {
  await browser?.close();
  if (up) {
    up.kill('SIGTERM');
    await once(up, 'exit');
  }
  await mail?.stop();
  await rm(folder, { recursive: true, force: true });
});

const press = async (what: Locator) => {
  clicks++;
  await what.click();
};
/** Who types has clicked into the field first. */
const type = async (field: Locator, words: string) => {
  clicks++;
  await field.fill(words);
};
const wellMade = async () => {
  expect(await page.evaluate(OVERFLOW)).toBe(0);
  expect(await page.evaluate(FAINT_TEXTS)).toEqual([]);
  expect(await page.evaluate(UNLABELLED)).toEqual([]);
  expect(await page.locator('h1').count()).toBe(1);
};
const card = (code: string) => page.locator('article', { has: page.getByRole('link', { name: code, exact: true }) });

test('mail is set up and tried in the browser, and holds without a restart', async () => {
  // Whoever has nothing yet is told what comes first.
  expect(await page.locator('main ol').innerText()).not.toContain('đã xong');
  await wellMade();
  await page.getByRole('link', { name: 'Cài đặt gửi thư' }).click();
  await wellMade();
  await page.getByRole('button', { name: 'Gửi thử cho tôi' }).scrollIntoViewIfNeeded();
  await page.getByLabel('Tên hiện ở người gửi').fill('Văn phòng UBND tỉnh Hải Sơn');
  await page.getByLabel('Địa chỉ thư gửi đi').fill('vp@haison.example');
  await page.getByLabel('Máy chủ gửi thư (SMTP)').fill('127.0.0.1');
  await page.getByLabel('Bảo mật').selectOption('none');
  await page.getByLabel('Cổng').fill('1');
  await page.locator('#thu').getByRole('button', { name: 'Ghi' }).click();
  await page.getByLabel('Địa chỉ nhận thư thử').fill('loan@haison.example');
  await page.getByRole('button', { name: 'Gửi thử cho tôi' }).click();
  expect(await page.getByRole('alert').innerText()).toMatch(/Chưa gửi được thư: .*ECONNREFUSED/);
  await page.getByLabel('Cổng').fill(String(mail.port));
  await page.locator('#thu').getByRole('button', { name: 'Ghi' }).click();
  expect(await page.getByRole('status').innerText()).toBe('Đã ghi; thư gửi đi theo cài đặt mới từ bây giờ.');
  await page.getByLabel('Địa chỉ nhận thư thử').fill('loan@haison.example');
  await page.getByRole('button', { name: 'Gửi thử cho tôi' }).click();
  expect(await page.getByRole('status').innerText()).toContain('Máy chủ đã nhận thư thử gửi đến loan@haison.example');
  expect(mail.mails).toHaveLength(1);
  expect(await readFile(join(folder, 'data', 'settings.env'), 'utf8')).toContain(
    `SMTP_URL='smtp://127.0.0.1:${mail.port}?tls=never'`,
  );
});

test('an address of the pages holds from the next start, and the page says so', async () => {
  await page.getByLabel('Địa chỉ mà người nhận mở được').fill('https://dondoc.haison.example');
  await page.locator('#trang').getByRole('button', { name: 'Ghi' }).click();
  expect(await page.locator('main').innerText()).toContain('Đã ghi nhưng chưa có hiệu lực: DONDOC_CONSOLE_URL');
  await page.getByLabel('Địa chỉ mà người nhận mở được').fill('');
  await page.locator('#trang').getByRole('button', { name: 'Ghi' }).click();
  expect(await page.locator('main').innerText()).not.toContain('chưa có hiệu lực:');
});

test('the directory comes from a sheet, its difference shown before anything is written', async () => {
  await page.getByRole('link', { name: 'Danh bạ' }).click();
  await page.setInputFiles('#tep', join(folder, 'danh-ba.xlsx'));
  await page.getByRole('button', { name: 'Xem thay đổi' }).click();
  expect(await page.locator('main').innerText()).toContain('Thêm 6 đơn vị, sửa 0 chỗ, bỏ 0 đơn vị.');
  await wellMade();
  await page.getByRole('button', { name: 'Nạp danh bạ này' }).click();
  expect(await page.getByRole('status').innerText()).toBe('Đã nạp 6 đơn vị, 6 người.');
  expect(await page.locator('.missing').first().innerText()).toBe('1 đơn vị chưa có ai nhận được thông báo (chữ đỏ).');
  await wellMade();
});

test('who has no address is given one in place, and somebody acts for a head', async () => {
  await page.getByRole('link', { name: 'Sở Y tế' }).click();
  expect(await page.locator('.missing').innerText()).toBe('chưa có địa chỉ');
  await page.locator('#thu-0').fill('y-te@tinh.example');
  await page.getByRole('button', { name: 'Ghi', exact: true }).last().click();
  expect(await page.getByRole('status').innerText()).toBe('Đã ghi.');
  await page.locator('#moi-ten').fill('Vũ Thị Chi');
  await page.locator('#moi-thu').fill('chi@tinh.example');
  await page.getByLabel('Vai trò').selectOption('head');
  await page.getByLabel(/Phụ trách/).check();
  await page.getByRole('button', { name: 'Ghi người này' }).click();
  await wellMade();
  await page.getByRole('link', { name: 'Về danh bạ' }).click();
  expect(await page.locator('main').innerText()).toContain('Vũ Thị Chi (phụ trách)');
  expect(await page.locator('main').innerText()).not.toContain('chưa có địa chỉ');
});

test('a .docx of twenty orders with two faults and a passage not read is issued in few clicks', async () => {
  await page.goto(top);
  expect(await page.locator('main ol li').allInnerTexts()).toEqual([
    expect.stringMatching(/gửi thư.*đã xong/),
    expect.stringMatching(/danh bạ.*đã xong/),
    expect.not.stringContaining('đã xong'),
  ]);
  await page.getByRole('link', { name: 'Văn bản đến' }).click();
  clicks = 0;
  clicks++;
  await page.setInputFiles('#tep', join(folder, 'thong-bao.docx'));
  await press(page.getByRole('button', { name: 'Đọc văn bản' }));
  expect(await page.locator('h1').innerText()).toBe('61/TB-VPUBND');
  expect(await page.locator('main').innerText()).toContain('20 nhiệm vụ; 2 cần xác nhận; 1 đoạn');
  await wellMade();

  await type(card('7').getByLabel('Chủ trì'), 'Sở Nông nghiệp và Môi trường');
  await press(card('7').getByRole('button', { name: 'Đúng, xác nhận' }));
  expect(await page.getByRole('status').innerText()).toBe('Đã ghi.');

  await type(card('13').getByLabel('Thời hạn'), 'hôm nào đó');
  await press(card('13').getByRole('button', { name: 'Đúng, xác nhận' }));
  expect(await page.getByRole('alert').innerText()).toContain('“hôm nào đó” không phải là một thời hạn');
  await type(card('13').getByLabel('Thời hạn'), `cuối tháng 2/${YEAR}`);
  await press(card('13').getByRole('button', { name: 'Đúng, xác nhận' }));
  expect(await card('13').innerText()).toContain(END_OF_FEBRUARY);

  await type(page.getByLabel('Đơn vị chủ trì'), 'Sở Xây dựng');
  await press(page.getByRole('button', { name: 'Đây là nhiệm vụ' }));
  expect(await page.locator('main').innerText()).toContain('21 nhiệm vụ; 0 cần xác nhận; 0 đoạn');
  expect(await card('BS.1').innerText()).toContain(`19/03/${YEAR}`);

  await press(page.getByRole('link', { name: 'Xem trước và giao 21 nhiệm vụ' }));
  expect(await page.locator('main').innerText()).toMatch(/Báo được ngay cho \d+ người \(thư điện tử\)/i);
  await wellMade();
  await press(page.getByRole('button', { name: 'Giao 21 nhiệm vụ' }));
  expect(clicks).toBeLessThanOrEqual(15);
  await page.waitForURL(/dang-giao/);
  await expect(doneIssuing()).resolves.toContain('đã giao 21 nhiệm vụ');
});

/** The page asks again by itself until it is done: it is let, for a hand on it would cross its own asking. */
async function doneIssuing(): Promise<string> {
  const busy = ['Đang giao', 'Đã giao 0', 'tự làm mới'];
  const done = `!${JSON.stringify(busy)}.some((part) => (document.querySelector('main')?.innerText ?? part).includes(part))`;
  await page.waitForFunction(done, undefined, { timeout: 0 });
  return page.locator('main').innerText();
}

test('the tasks are in the list, found without marks; one page tells what may be done', async () => {
  await page.goto(`${top}/nhiem-vu`);
  expect(await page.locator('tbody tr').count()).toBe(21);
  await page.getByLabel('Tìm').fill('ven ho so tai chinh');
  await page.getByRole('button', { name: 'Lọc' }).click();
  const found = await page.locator('tbody tr').allInnerTexts();
  expect(found.length).toBeGreaterThan(0);
  for (const row of found) expect(row).toMatch(/Sở Tài chính/);
  await wellMade();
  await page.locator('tbody a').first().click();
  await page.locator('summary', { hasText: 'Ghi chú' }).click();
  await page.getByRole('textbox', { name: 'Nội dung' }).fill('Đã trao đổi với sở');
  await page.getByRole('button', { name: 'Ghi vào sổ' }).dblclick();
  expect(await page.getByRole('status').innerText()).toMatch(/ghi nhận/);
  expect(await page.locator('main').innerText()).toContain('Đã trao đổi với sở');
  expect(await page.getByText('Đã trao đổi với sở').count()).toBe(1);
  expect(await page.locator('main').innerText()).toContain('trên trang của văn phòng, người nhập: Phạm Hồng Loan');
  await wellMade();
});

test('the same file again is refused with the reason, and nothing is doubled', async () => {
  await page.goto(`${top}/van-ban`);
  await page.setInputFiles('#tep', join(folder, 'thong-bao.docx'));
  await page.getByRole('button', { name: 'Đọc văn bản' }).click();
  await page.getByRole('link', { name: /Xem trước và giao/ }).click();
  expect(await page.locator('.fault').innerText()).toBe('Còn nhiệm vụ cần sửa hoặc xác nhận trước khi giao: 7, 13.');
  await page.getByRole('link', { name: 'Trở lại sửa' }).click();
  await page.getByRole('button', { name: 'Xác nhận cả 2 nhiệm vụ còn ngờ' }).click();
  await page.getByRole('link', { name: /Xem trước và giao/ }).click();
  expect(await page.locator('main').innerText()).toMatch(/61\/TB-VPUBND đã được giao ngày .* không giao lần nữa/);
  expect(await page.getByRole('button', { name: /^Giao/ }).count()).toBe(0);
  await page.goto(`${top}/nhiem-vu`);
  expect(await page.locator('tbody tr').count()).toBe(21);
});

test('what cannot be read is said by its name, and nothing is kept of it', async () => {
  await page.goto(`${top}/van-ban`);
  await writeFile(join(folder, 'anh.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  await page.setInputFiles('#tep', join(folder, 'anh.png'));
  await page.getByRole('button', { name: 'Đọc văn bản' }).click();
  expect(await page.getByRole('alert').innerText()).toMatch(/^anh\.png: /);
});

test('every page fits a phone', async () => {
  await page.setViewportSize(PHONE.viewport);
  for (const path of ['', '/van-ban', '/nhiem-vu', '/bao-cao', '/danh-ba', '/danh-ba/don-vi/so-y-te', '/cai-dat']) {
    await page.goto(`${top}${path}`);
    await wellMade();
  }
});
