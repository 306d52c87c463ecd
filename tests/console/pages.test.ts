import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DAY_MS } from '../../dsl/time/day.ts';
import type { DirectiveRecord } from '../../register/index.ts';
import { sketchNotice } from '../support/notice.ts';
import { follow, formOn, get, post, postFiles } from './support/http.ts';
import { ISSUED, openOffice, type TestOffice } from './support/office.ts';

const HOSTILE = '<script>alert(1)</script> "onload=x & \'</blockquote><img src=x onerror=alert(2)>';
const plain = sketchNotice('12/TB-VP', ISSUED, [
  { id: 'II.1', lead: 'Sở Nội vụ', cooperating: ['Sở Tài chính'], due: '2025-03-31' },
  { id: 'II.3', lead: 'Sở Y tế', due: '2025-06-30' },
  { id: 'II.4', lead: 'Sở Y tế', due: '2025-06-30' },
]);
const [hostile, ...others] = plain.notice.directives;
const notice = {
  ...plain,
  notice: { ...plain.notice, directives: hostile ? [{ ...hostile, text: HOSTILE }, ...others] : [] },
};
const CONTACT = 'Đầu mối Sở Nội vụ';
const HEALTH = 'Đầu mối Sở Y tế';
const OFFICE = 'Đầu mối Văn phòng';

let office: TestOffice;
let one: DirectiveRecord;
let three: DirectiveRecord;
let four: DirectiveRecord;
let origin: string;

beforeAll(async () => {
  office = await openOffice([notice]);
  origin = office.pages.localUrl;
  const [a, b, c] = await office.issue(notice);
  if (!a || !b || !c) throw new Error('not issued');
  [one, three, four] = [a, b, c];
});
afterAll(() => office.close());

const acts = async (id: string) =>
  (await office.register.directives.show(id))?.events.flatMap((event) => (event.act ? [event.act.act.type] : []));
/** Everything the register knows of a directive. */
const whole = async (id: string) =>
  JSON.stringify([await office.register.directives.show(id), await office.register.links.list({ directiveId: id })]);

describe('a page', () => {
  test('shows the words, what is asked, until when, who; and what anyone wrote is text, never markup', async () => {
    const page = await get(await office.linkTo(one.id, CONTACT));
    expect(page.status).toBe(200);
    expect(page.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page.html).not.toMatch(/<script|<img/);
    for (const words of [
      'Hết ngày 31/03/2025',
      'Còn 35 ngày',
      'Sở Tài chính',
      '12/TB-VP',
      'Xác nhận đã nhận nhiệm vụ',
    ]) {
      expect(page.html).toContain(words);
    }
    // Nothing has been delivered, so nothing is called sent.
    expect(page.html).toContain('thư điện tử: chờ gửi');
    expect(page.html).not.toContain('đã gửi');
  });

  test('leaks its address to nobody and lets nothing run, load or frame', async () => {
    const { headers } = await get(await office.linkTo(one.id, CONTACT));
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/script-src|unsafe/);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('opened by a mail scanner, over and over, changes nothing', async () => {
    const link = await office.linkTo(one.id, CONTACT);
    const before = await whole(one.id);
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']) {
      for (const path of ['', '/acknowledge', '/submit-result', '?da=x&lai=1']) {
        await fetch(`${link}${path}`, { method, headers: { 'user-agent': 'LinkScanner', purpose: 'prefetch' } });
      }
    }
    expect(await whole(one.id)).toBe(before);
  });
});

describe('a form', () => {
  test('is taken once: sent again it changes nothing and says so kindly', async () => {
    const link = await office.linkTo(one.id, CONTACT);
    const form = formOn(await get(link), 'acknowledge');
    const [first, second] = await Promise.all([post(origin, form), post(origin, form)]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect((await follow(origin, first)).html).toContain('Đã ghi nhận: xác nhận tiếp nhận');
    const again = await post(origin, form);
    const kindly = (await follow(origin, again)).html;
    expect(kindly).toContain('đã được ghi nhận trước đó');
    expect(kindly).not.toContain('role="alert"');
    expect(await acts(one.id)).toEqual(['acknowledge']);
  });

  test('the rules refuse comes back with their reason and with what was typed', async () => {
    const link = await office.linkTo(one.id, CONTACT);
    const form = formOn(await get(link), 'ask-extension');
    const refused = await post(origin, form, { due: '2025-12-31', reason: 'Chờ hướng dẫn' });
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('role="alert"');
    expect(refused.html).toContain('chỉ được đề nghị gia hạn đến hết ngày 30/04/2025');
    expect(refused.html).toContain('Chờ hướng dẫn');
    expect(await acts(one.id)).toEqual(['acknowledge']);
  });

  test.each([
    ['report-progress', { text: ' ' }, 'Cần ghi rõ nội dung'],
    ['report-progress', { text: 'Đang làm', percent: '101' }, 'từ 0 đến 100'],
    ['report-progress', { text: 'a'.repeat(4_001) }, 'dài quá 4000'],
    ['ask-extension', { due: '31/4', reason: 'x' }, 'không phải là ngày'],
    ['ask-extension', { reason: 'x' }, 'Cần chọn ngày'],
  ])('of %s with %j is not taken: %s', async (act, fields, why) => {
    const before = await whole(one.id);
    const form = formOn(await get(await office.linkTo(one.id, CONTACT)), act);
    const refused = await post(origin, form, fields as Record<string, string>);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(why);
    expect(await whole(one.id)).toBe(before);
  });

  test('of another link, of another act, from another site, too old or too large is not taken', async () => {
    const before = await whole(three.id);
    const mine = await office.linkTo(three.id, HEALTH);
    const theirs = formOn(await get(await office.linkTo(four.id, HEALTH)), 'acknowledge');
    const own = formOn(await get(mine), 'acknowledge');
    const report = formOn(await get(mine), 'report-progress');
    expect(await post(origin, { ...own, nonce: theirs.nonce })).toMatchObject({ status: 403 });
    expect(await post(origin, { ...own, nonce: report.nonce })).toMatchObject({ status: 403 });
    expect(await post(origin, { ...own, nonce: '' })).toMatchObject({ status: 403 });
    expect(await post(origin, own, {}, { 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403 });
    const long = await post(origin, report, { text: 'a'.repeat(300_000) });
    expect([long.status, long.html]).toEqual([413, expect.stringContaining('tối đa 256 KB chữ')]);
    const heavy = { name: 'quet.pdf', bytes: new Uint8Array(21 * 1024 * 1024) };
    const result = formOn(await get(mine), 'submit-result');
    const large = await postFiles(origin, result, 'Báo cáo', [heavy]);
    expect([large.status, large.html]).toEqual([413, expect.stringContaining('tối đa 20 MB cộng lại')]);
    const json = await fetch(new URL(own.action, origin), {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(json.status).toBe(400);
    // An act the link was not given, and one no link is given.
    const path = new URL(mine).pathname;
    expect(await post(origin, { ...own, action: `${path}/approve` })).toMatchObject({ status: 403 });
    expect(await post(origin, { ...own, action: `${path}/cancel` })).toMatchObject({ status: 404 });
    office.now += 2 * DAY_MS;
    const stale = await post(origin, report, { text: 'Viết từ hôm kia' });
    office.now -= 2 * DAY_MS;
    expect(stale.status).toBe(409);
    expect(stale.html).toContain('Viết từ hôm kia');
    expect(await whole(three.id)).toBe(before);
  });

  test('with progress keeps its words, lines and who said it', async () => {
    const form = formOn(await get(await office.linkTo(one.id, CONTACT)), 'report-progress');
    const fields = { text: `Đã xong dự thảo.\r\n${HOSTILE}\u0000`, percent: '60', blockedBy: 'Sở Tài chính' };
    const answer = await post(origin, form, fields);
    const page = await follow(origin, answer);
    expect(page.html).toContain('báo cáo tiến độ, 60%, vướng ở Sở Tài chính');
    expect(page.html).not.toMatch(/<script|<img/);
    const event = (await office.register.directives.show(one.id))?.events.at(-1);
    expect(event?.act?.act).toEqual({
      type: 'report-progress',
      by: { party: 'lead', agency: 'don-vi-1', person: 'don-vi-1-dau-moi', door: 'link' },
      text: `Đã xong dự thảo.\n${HOSTILE}`,
      percent: 60,
      blockedBy: 'Sở Tài chính',
    });
  });
});

describe('a result with a file', () => {
  const pdf = new TextEncoder().encode('%PDF-1.7\n<script>alert(1)</script>');
  const hash = createHash('sha256').update(pdf).digest('hex');

  test.each([
    ['page.html', '<html>', 'Không nhận tệp'],
    ['that.pdf', '<html><script>', 'Không nhận tệp'],
    ['.pdf', '', 'không có nội dung'],
  ])('%s is refused', async (name, text, why) => {
    const form = formOn(await get(await office.linkTo(one.id, CONTACT)), 'submit-result');
    const refused = await postFiles(origin, form, 'Tờ trình', [{ name, bytes: new TextEncoder().encode(text) }]);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(why);
  });

  test('is kept by its hash, named by it in the act, given back to be saved and to nobody else', async () => {
    const link = await office.linkTo(one.id, CONTACT);
    const form = formOn(await get(link), 'submit-result');
    const name = '../../Tờ trình "12".pdf';
    const answer = await postFiles(origin, form, 'Tờ trình số 12/TTr-SNV', [{ name, bytes: pdf }]);
    expect(answer.status).toBe(303);
    const view = await office.register.directives.show(one.id);
    expect(view?.directive.status).toBe('submitted');
    expect(view?.events.at(-1)?.act?.act).toMatchObject({ evidence: [`sha256:${hash}`] });
    expect(await readFile(join(office.folder, 'evidence', hash.slice(0, 2), hash))).toEqual(Buffer.from(pdf));

    const officeLink = await office.linkTo(one.id, OFFICE);
    expect((await get(officeLink)).html).toContain('Tờ trình &quot;12&quot;.pdf');
    const saved = await fetch(`${officeLink}/tep/${hash}`);
    expect(Buffer.from(await saved.arrayBuffer())).toEqual(Buffer.from(pdf));
    expect(saved.headers.get('content-type')).toBe('application/octet-stream');
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; .*T%E1%BB%9D%20tr%C3%ACnh/);
    const partner = await office.linkTo(one.id, 'Đầu mối Sở Tài chính');
    expect((await get(`${partner}/tep/${hash}`)).status).toBe(404);
    expect((await get(`${await office.linkTo(three.id, HEALTH)}/tep/${hash}`)).status).toBe(404);
    expect((await get(`${officeLink}/tep/${'0'.repeat(64)}`)).status).toBe(404);
  });
});

describe('an answer by mail that waits', () => {
  test('is read by the office; its agency learns that it came; others see nothing of it; confirmed, it is gone', async () => {
    const view = await office.register.directives.show(one.id);
    const row = view?.messages.find((m) => m.personName === CONTACT);
    const draft = {
      ...{ id: '3f2a90b1c4d5e6f7', directiveId: one.id, messageRow: row?.id ?? '', fromAddress: 'an@snv.example' },
      ...{ subject: 'Re: 12/TB-VP', text: `Đã xong phụ lục 2.\n${HOSTILE}` },
      files: [{ sha256: 'a'.repeat(64), name: 'phu-luc.pdf', size: 3 }],
    };
    expect(await office.register.replies.add(draft)).toBe(true);
    const pageOf = async (who: string) => (await get(await office.linkTo(one.id, who))).html;
    const desk = await pageOf(OFFICE);
    for (const words of [
      'Thư trả lời chờ xác nhận',
      'an@snv.example',
      '3f2a90b1',
      'Đã xong phụ lục 2.',
      'phu-luc.pdf',
    ]) {
      expect(desk).toContain(words);
    }
    expect(desk).not.toMatch(/<script|<img/);
    const own = await pageOf(CONTACT);
    expect(own).toContain('Văn phòng đã nhận thư trả lời từ an@snv.example, chưa xác nhận');
    expect(own).not.toContain('Đã xong phụ lục 2.');
    expect(await pageOf('Đầu mối Sở Tài chính')).not.toContain('Thư trả lời');
    await office.register.replies.decide(draft.id, 'dismissed', { by: 'Hà', reason: 'Nhầm' });
    expect(await pageOf(OFFICE)).not.toContain('Thư trả lời');
  });
});

describe('the office', () => {
  test('returns with a reason, then approves; the closed directive shows its state and takes nothing more', async () => {
    const lead = await office.linkTo(one.id, CONTACT);
    const link = await office.linkTo(one.id, OFFICE);
    const page = await get(link);
    expect(page.html).toContain('xem xét kết quả');
    expect(await post(origin, formOn(page, 'return'), { reason: '' })).toMatchObject({ status: 422 });
    const returned = await post(origin, formOn(page, 'return'), { reason: 'Thiếu phụ lục 2' });
    expect((await follow(origin, returned)).html).toContain('Đã ghi nhận: trả lại kết quả');
    const back = await get(lead);
    expect(back.html).toContain('Thiếu phụ lục 2');
    await post(origin, formOn(back, 'submit-result'), { text: 'Đã bổ sung phụ lục 2' });
    const old = formOn(await get(lead), 'report-progress');
    const approval = formOn(await get(link), 'approve');
    expect((await post(origin, approval)).status).toBe(303);
    // The run has ended; the register still knows the form.
    expect((await follow(origin, await post(origin, approval))).html).toContain('đã được ghi nhận trước đó');
    const closed = await get(lead);
    expect(closed.html).toContain('Nhiệm vụ đã hoàn thành');
    expect(closed.html).not.toContain('<form');
    const told = (await office.register.directives.show(one.id))?.messages.find((m) => m.kind === 'approved');
    expect(told?.content?.link?.label).toBe('Xem nhiệm vụ');
    const late = await post(origin, old, { text: 'Muộn' });
    expect(late.status).toBe(409);
    expect(late.html).toContain('Nhiệm vụ đã kết thúc');
    expect(await acts(one.id)).toEqual([
      'acknowledge',
      'report-progress',
      'submit-result',
      'return',
      'submit-result',
      'approve',
    ]);
  });

  test('answers a request for more time with another day, which the lead takes', async () => {
    const link = await office.linkTo(three.id, HEALTH);
    await post(origin, formOn(await get(link), 'ask-extension'), { due: '2025-07-25', reason: 'Chờ ý kiến Bộ' });
    const officeLink = await office.linkTo(three.id, OFFICE);
    const asked = await get(officeLink);
    expect(asked.html).toContain('Lý do cơ quan nêu: “Chờ ý kiến Bộ”');
    await post(origin, formOn(asked, 'offer-extension'), { due: '2025-07-15', reason: 'Phiên họp ngày 16/7' });
    const offered = await get(link);
    expect(offered.html).toContain('Văn phòng đề xuất hạn mới là hết ngày 15/07/2025');
    await post(origin, formOn(offered, 'accept-offer'));
    expect((await office.register.directives.find(three.id))?.due).toBe('2025-07-15');
  });
});
