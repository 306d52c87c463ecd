import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DAY_MS } from '../../dsl/time/day.ts';
import { signInMail } from '../../office/people/index.ts';
import { invite, ticketPath } from '../../office/staff/index.ts';
import type { DirectiveRecord } from '../../register/index.ts';
import { sketchNotice } from '../support/notice.ts';
import { seriousFaults } from './support/axe.ts';
import { DESKTOP, openBrowser, PHONE } from './support/browser.ts';
import { FAINT_TEXTS, FOCUS_RING, OVERFLOW, SMALL_TARGETS, UNLABELLED } from './support/measures.ts';
import { ISSUED, openOffice, type TestOffice } from './support/office.ts';

const HOSTILE = `<script>alert(1)</script><img src=x onerror=alert(2)> ${'không-có-chỗ-ngắt-'.repeat(20)}`;
const plain = sketchNotice('34/TB-VP', ISSUED, [
  { id: 'III.1', lead: 'Sở Xây dựng', cooperating: ['Sở Tài chính'], due: '2025-03-31' },
  { id: 'III.2', lead: 'Sở Xây dựng', due: '2025-03-14' },
  { id: 'III.3', lead: 'Sở Xây dựng', due: null },
]);
const [first, ...others] = plain.notice.directives;
const notice = {
  ...plain,
  notice: { ...plain.notice, directives: first ? [{ ...first, text: HOSTILE }, ...others] : [] },
};
const CONTACT = 'Đầu mối Sở Xây dựng';
const HEAD = 'Thủ trưởng Sở Xây dựng';
const OFFICE = 'Đầu mối Văn phòng';

let office: TestOffice;
let browser: Browser;
let one: DirectiveRecord;
let two: DirectiveRecord;
let three: DirectiveRecord;
let context: BrowserContext | undefined;

beforeAll(async () => {
  [office, browser] = await Promise.all([openOffice([notice]), openBrowser()]);
  const [a, b, c] = await office.issue(notice);
  if (!a || !b || !c) throw new Error('not issued');
  [one, two, three] = [a, b, c];
  await office.goTo(two, '2025-03-20');
});
afterAll(async () => {
  await browser.close();
  await office.close();
});
afterEach(async () => {
  await context?.close();
  context = undefined;
});

/** A page of a browser that runs no script; what it asks of other hosts, or complains of, is kept in `odd`. */
async function open(url: string, screen: typeof PHONE | typeof DESKTOP): Promise<{ page: Page; odd: string[] }> {
  context = await browser.newContext({ ...screen, javaScriptEnabled: false, locale: 'vi-VN' });
  const page = await context.newPage();
  const odd: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== office.pages.localUrl) odd.push(request.url());
    const { referer = '' } = request.headers();
    if (referer !== '') odd.push(`referrer: ${referer}`);
  });
  page.on('console', (message) => odd.push(message.text()));
  page.on('dialog', (dialog) => odd.push(dialog.message()));
  await page.goto(url);
  return { page, odd };
}

async function wellMade(page: Page): Promise<void> {
  expect(await page.evaluate(OVERFLOW)).toBe(0);
  expect(await page.evaluate(FAINT_TEXTS)).toEqual([]);
  expect(await page.evaluate(SMALL_TARGETS)).toEqual([]);
  expect(await page.evaluate(UNLABELLED)).toEqual([]);
  expect(await page.locator('html').getAttribute('lang')).toBe('vi');
  expect(await page.locator('h1').count()).toBe(1);
}

describe.each([
  ['phone', PHONE],
  ['desktop', DESKTOP],
] as const)('on a %s, without JavaScript', (_, screen) => {
  test('every page can be read, reached by keys and pressed by a finger', async () => {
    for (const url of [
      await office.linkTo(one.id, CONTACT),
      await office.linkTo(two.id, CONTACT),
      await office.linkTo(three.id, CONTACT),
      await office.linkTo(two.id, HEAD),
      `${office.pages.localUrl}/l/khong.dung`,
    ]) {
      const { page, odd } = await open(url, screen);
      for (const fold of await page.locator('summary').all()) await fold.click();
      await wellMade(page);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(FOCUS_RING)).toBeGreaterThanOrEqual(2);
      expect(odd.filter((line) => !line.includes('404'))).toEqual([]);
      await context?.close();
    }
  });
});

describe('a person', () => {
  test('acknowledges with one touch; a second one, a reload and the way back change nothing', async () => {
    const { page, odd } = await open(await office.linkTo(one.id, CONTACT), PHONE);
    expect(await page.locator('blockquote').innerText()).toContain('<script>alert(1)</script>');
    const button = page.getByRole('button', { name: 'Xác nhận đã nhận nhiệm vụ' });
    await button.dblclick();
    expect(await page.getByRole('status').innerText()).toMatch(/(Đã|đã được) ghi nhận/);
    await wellMade(page);
    await page.reload();
    await page.goBack();
    expect(await button.count()).toBe(0);
    expect((await office.register.directives.show(one.id))?.events.filter((e) => e.act !== null)).toHaveLength(1);
    expect(odd).toEqual([]);
  });

  test('is told why a request is refused, then hands in a result with a file, which the office opens and approves', async () => {
    const { page } = await open(await office.linkTo(one.id, CONTACT), PHONE);
    await page.getByText('Đề nghị gia hạn', { exact: true }).tap();
    await page.getByLabel('Hạn mới').fill('2026-01-01');
    await page.getByLabel('Lý do đề nghị').fill('Chờ vốn');
    await page.getByRole('button', { name: 'Gửi đề nghị gia hạn' }).tap();
    expect(await page.getByRole('alert').innerText()).toContain('chỉ được đề nghị gia hạn đến hết ngày 30/04/2025');
    expect(await page.getByLabel('Lý do đề nghị').inputValue()).toBe('Chờ vốn');
    await wellMade(page);

    const file = join(office.folder, 'Tờ trình 12.pdf');
    await writeFile(file, '%PDF-1.7 tờ trình');
    await page.getByText('Gửi kết quả', { exact: true }).first().tap();
    await page.getByLabel('Kết quả thực hiện').fill('Tờ trình số 12/TTr-SXD');
    await page.getByLabel('Tệp kèm theo').setInputFiles(file);
    await page.getByRole('button', { name: 'Gửi kết quả' }).tap();
    expect(await page.getByRole('status').innerText()).toContain('Đã ghi nhận: trình kết quả');
    expect(await page.locator('.badge').innerText()).toBe('Chờ duyệt kết quả');
    await context?.close();

    const { page: desk } = await open(await office.linkTo(one.id, OFFICE), DESKTOP);
    const [saved] = await Promise.all([
      desk.waitForEvent('download'),
      desk.locator('.result').getByRole('link', { name: 'Tờ trình 12.pdf' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('Tờ trình 12.pdf');
    await desk.getByRole('button', { name: 'Chấp thuận kết quả' }).click();
    expect(await desk.getByRole('status').innerText()).toContain('Đã ghi nhận: duyệt kết quả');
    expect(await desk.locator('.badge').innerText()).toBe('Hoàn thành');
    expect(await desk.locator('form').count()).toBe(0);
    await wellMade(desk);
  });

  test('whose link has run out has another sent to their mail from the page that says so', async () => {
    const { now } = office;
    office.now += 200 * DAY_MS;
    try {
      const { page } = await open(await office.linkTo(two.id, CONTACT), PHONE);
      expect(await page.locator('h1').innerText()).toBe('Liên kết đã hết hạn');
      await wellMade(page);
      await page.getByRole('link', { name: 'Đến trang đăng nhập' }).tap();
      await page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor();
      expect(await page.locator('input[name="thu"]').count()).toBe(1);
    } finally {
      office.now = now;
    }
  });

  test('at the head of an agency goes from the list to a task and back', async () => {
    const { page } = await open(await office.linkTo(two.id, HEAD), PHONE);
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'Quá hạn (1 nhiệm vụ)',
      'Chưa xác nhận tiếp nhận (1 nhiệm vụ)',
    ]);
    await page.getByRole('link', { name: 'Mở nhiệm vụ' }).first().tap();
    await page.getByRole('button', { name: 'Xác nhận đã nhận nhiệm vụ' }).tap();
    expect(await page.getByRole('status').innerText()).toContain('Đã ghi nhận');
    await page.getByRole('link', { name: 'Về danh sách' }).tap();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Nhiệm vụ của Sở Xây dựng');
  });
});

describe('no page keeps out who reads with a screen reader, or works with keys alone', () => {
  const item = ({ id }: DirectiveRecord) => Buffer.from(id).toString('base64url');

  /** A page behind a session, in a browser that lets axe look: the page itself runs no script. */
  async function enter(path: string): Promise<Page> {
    context = await browser.newContext({ ...DESKTOP, locale: 'vi-VN' });
    const page = await context.newPage();
    await page.goto(`${office.pages.localUrl}${path}`);
    await page.getByRole('button', { name: 'Vào làm việc' }).click();
    return page;
  }

  async function asPerson(name: string): Promise<Page> {
    const { people } = await office.register.directory.current();
    const email = people.find((one) => one.name === name)?.email ?? '';
    const mail = await signInMail(office.register, email, '', office.now);
    return enter(/\/toi\/vao\/\S+/.exec(mail?.text ?? '')?.[0] ?? '');
  }

  async function looked(page: Page, paths: readonly string[]): Promise<void> {
    for (const screen of [PHONE, DESKTOP]) {
      await page.setViewportSize(screen.viewport);
      for (const path of paths) {
        await page.goto(`${office.pages.localUrl}${path}`);
        await page.keyboard.press('Tab');
        expect({ path, first: await page.evaluate('document.activeElement.className') }).toEqual({
          path,
          first: 'skip',
        });
        // The phone's page is the longer look: nothing of the laptop's is missing on it.
        if (screen === PHONE) expect({ path, faults: await seriousFaults(page) }).toEqual({ path, faults: [] });
        expect({ path, wide: await page.evaluate(OVERFLOW) }).toEqual({ path, wide: 0 });
      }
    }
  }

  test('of the office', async () => {
    const secret = await invite(office.register, { name: 'Phạm Hồng Loan', role: 'administrator' }, office.now);
    const page = await enter(ticketPath(secret));
    await looked(
      page,
      [
        ...['', '/van-ban', '/nhiem-vu', `/nhiem-vu/${item(two)}`, '/bao-cao?so-voi=25/02/2025'],
        ...['/bao-cao/nhiem-vu?o=openOverdue', '/danh-ba', '/cai-dat', '/phien', '/kenh'],
      ].map((path) => `/vp${path}`),
    );
  });

  test('of an agency, and of a leader', async () => {
    const page = await asPerson(CONTACT);
    await looked(page, ['/toi/dang-nhap', '/toi', '/toi/nhiem-vu?xem=da-xong', `/toi/viec/${item(two)}`]);
    await context?.close();
    await looked(await asPerson('Thủ trưởng Lãnh đạo giao việc'), ['/toi', `/toi/viec/${item(two)}`]);
  });

  test('of a link', async () => {
    context = await browser.newContext({ ...PHONE, locale: 'vi-VN' });
    const page = await context.newPage();
    for (const url of [await office.linkTo(two.id, CONTACT), await office.linkTo(two.id, HEAD)]) {
      await page.goto(url);
      expect(await seriousFaults(page)).toEqual([]);
    }
  });
});
