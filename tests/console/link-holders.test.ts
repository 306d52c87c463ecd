import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RateLimit, standardRates } from '../../console/http/rates.ts';
import { renderText } from '../../delivery/email/index.ts';
import { instantAt } from '../../dsl/time/day.ts';
import type { DirectiveRecord } from '../../register/index.ts';
import { begin, dueRows } from '../support/leaving.ts';
import { sketchNotice } from '../support/notice.ts';
import { follow, formOn, get, post, postFiles } from './support/http.ts';
import { ISSUED, openOffice, type TestOffice } from './support/office.ts';

/* What a link opens to whom it was sent, what closes it, and what one finds who has none. */

const notice = sketchNotice('12/TB-VP', ISSUED, [
  { id: 'II.1', lead: 'Sở Nội vụ', cooperating: ['Sở Tài chính'], due: '2025-12-31' },
  { id: 'II.2', lead: 'Sở Nội vụ', due: '2025-03-14' },
  { id: 'II.3', lead: 'Sở Y tế', due: '2025-06-30' },
  { id: 'II.4', lead: 'Sở Y tế', due: '2025-06-30' },
  { id: 'II.5', lead: 'Sở Y tế', due: '2025-06-30' },
  { id: 'II.6', lead: 'Sở Tư pháp', due: '2025-06-30' },
]);
const CONTACT = 'Đầu mối Sở Nội vụ';
const HEALTH = 'Đầu mối Sở Y tế';

let office: TestOffice;
let two: DirectiveRecord;
let three: DirectiveRecord;
let four: DirectiveRecord;
let five: DirectiveRecord;
let six: DirectiveRecord;
let origin: string;

beforeAll(async () => {
  office = await openOffice([notice]);
  origin = office.pages.localUrl;
  const [a, b, c, d, e, f] = await office.issue(notice);
  if (!a || !b || !c || !d || !e || !f) throw new Error('not issued');
  await office.act(a.id, { type: 'acknowledge', by: { party: 'lead' } });
  [two, three, four, five, six] = [b, c, d, e, f];
});
afterAll(() => office.close());

describe('a head', () => {
  test('opens everything of the agency that is late or waiting, acts there, and opens nothing of others', async () => {
    await office.goTo(two, '2025-03-20');
    const link = await office.linkTo(two.id, 'Thủ trưởng Sở Nội vụ');
    const page = await get(link);
    expect(page.html).toContain('Quá hạn 6 ngày (4 ngày làm việc)');
    expect(page.html).toContain('Nhiệm vụ nêu trong thư');
    expect(page.html).not.toContain('mục II.1');
    const [, href = ''] = /class="go" href="([^"]+)"/.exec(page.html) ?? [];
    const one = await get(new URL(href, origin).href);
    const answer = await post(origin, formOn(one, 'report-progress'), { text: 'Đã chỉ đạo, xong ngày 25/3' });
    expect((await follow(origin, answer)).html).toContain('Đã ghi nhận: báo cáo tiến độ');
    expect((await office.register.directives.show(two.id))?.events.at(-1)?.act?.act.by).toMatchObject({
      ...{ party: 'lead', head: true, person: 'don-vi-1-thu-truong' },
    });
    const foreign = `${link}/viec/${Buffer.from(four.id).toString('base64url')}`;
    expect((await get(foreign)).status).toBe(404);
    expect((await get(`${link}/viec/khong-co`)).status).toBe(404);
  });
});

describe('a link that opens nothing', () => {
  const WORD = { by: 'Lê Hà', reason: 'Gửi nhầm' };
  const empty = async (url: string, status: number, title: string) => {
    const page = await get(url);
    expect(page).toMatchObject({ status });
    expect(page.html).toContain(title);
    for (const secret of ['Sở', '12/TB-VP', 'Đầu mối', 'II.', '<form']) expect(page.html).not.toContain(secret);
  };

  test('tampered with, made up, of another key: 404; expired, revoked, of one who left: 410', async () => {
    const link = await office.linkTo(four.id, HEALTH);
    await empty(`${link.slice(0, -1)}${link.endsWith('0') ? '1' : '0'}`, 404, 'Liên kết không đúng');
    await empty(link.replace('/l/', '/l/A'), 404, 'Liên kết không đúng');
    await empty(`${origin}/l/a.b.c`, 404, 'Liên kết không đúng');
    await empty(`${origin}/khong-co`, 404, 'Không có trang này');
    const strangers = await office.morePages({ keyFile: join(office.folder, 'khac.json') });
    await empty(link.replace(origin, strangers.localUrl), 404, 'Liên kết không đúng');

    const { now } = office;
    office.now = instantAt('2026-06-01', 0);
    await empty(link, 410, 'Liên kết đã hết hạn');
    office.now = now;
    const form = formOn(await get(link), 'acknowledge');
    expect(await office.register.links.revoke({ directiveId: four.id }, WORD)).toBeGreaterThan(0);
    expect(await office.register.links.revoke({ directiveId: four.id }, WORD)).toBe(0);
    await empty(link, 410, 'Liên kết đã bị thu hồi');
    expect(await post(origin, form)).toMatchObject({ status: 410 });
    const events = (await office.register.directives.show(four.id))?.events ?? [];
    expect(events.flatMap(({ act }) => (act ? [act.act.type] : []))).toEqual([]);

    const left = await office.linkTo(five.id, HEALTH);
    const directory = await office.register.directory.current();
    await office.register.directory.import({
      ...directory,
      positions: directory.positions.map((p) => (p.person === 'don-vi-3-dau-moi' ? { ...p, to: '2025-03-01' } : p)),
    });
    await empty(left, 410, 'Liên kết không còn hiệu lực');
  });

  test('of an agency that no longer leads is closed to it', async () => {
    const link = await office.linkTo(two.id, CONTACT);
    await office.act(two.id, {
      ...{ type: 'reassign', by: { party: 'secretariat' }, reason: 'Đúng chức năng' },
      lead: [{ name: 'Sở Tài chính', agency: 'don-vi-2' }],
    });
    await empty(link, 410, 'Nhiệm vụ không còn thuộc cơ quan');
  });

  test('of who was told for the lead before another contact was named', async () => {
    const former = await office.linkTo(six.id, 'Đầu mối Sở Tư pháp');
    const directory = await office.register.directory.current();
    const colleague = { id: 'chuyen-vien', name: 'Chuyên viên Sở Tư pháp', email: 'chuyen-vien@rehearsal.invalid' };
    await office.register.directory.import({
      ...directory,
      people: [...directory.people, colleague],
      positions: [
        ...directory.positions,
        { agency: 'don-vi-4', person: colleague.id, function: 'staff', acting: false },
      ],
    });
    const adjust = (contact: string | null) =>
      office.act(six.id, { type: 'adjust', by: { party: 'secretariat' }, contact });
    const remindOn = '2025-02-26';
    await office.act(six.id, { type: 'adjust', by: { party: 'secretariat' }, contact: colleague.id, remindOn });
    await empty(former, 410, 'Nhiệm vụ đã có đầu mối khác');
    await office.goTo(six, remindOn);
    const link = await office.linkTo(six.id, colleague.name);
    const page = await get(link);
    expect(page).toMatchObject({ status: 200 });
    expect(page.html).toContain('đổi đầu mối');
    expect((await post(origin, formOn(page, 'acknowledge'))).status).toBe(303);
    const view = await office.register.directives.show(six.id);
    expect(view?.events.at(-1)?.act?.act).toMatchObject({
      type: 'acknowledge',
      by: { party: 'lead', agency: 'don-vi-4', person: colleague.id },
    });
    // Back again: each finds what the other found before.
    await adjust(null);
    await empty(link, 410, 'Nhiệm vụ đã có đầu mối khác');
    expect((await get(former)).status).toBe(200);
  });

  test('and too many of them make the caller wait; so does one link used without end', async () => {
    const rates = { ...standardRates(), misses: new RateLimit(3), perLink: new RateLimit(5) };
    const pages = await office.morePages({ rates });
    const good = (await office.linkTo(three.id, HEALTH)).replace(origin, pages.localUrl);
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++) statuses.push((await get(good)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    for (let i = 0; i < 3; i++) expect((await get(`${pages.localUrl}/l/a.${i}`)).status).toBe(404);
    const stopped = await get(`${pages.localUrl}/l/a.4`);
    expect(stopped.status).toBe(429);
    expect(stopped.headers.get('retry-after')).toBe('60');
  });
});

describe('trouble', () => {
  test('is told without the address that is a key, and the page says so plainly', async () => {
    const pages = await office.morePages({ evidenceFolder: join(office.folder, 'link-keys.json', 'x') });
    const link = (await office.linkTo(three.id, HEALTH)).replace(origin, pages.localUrl);
    office.now = instantAt('2025-02-25', 600);
    const form = formOn(await get(link), 'submit-result');
    const file = { name: 'a.pdf', bytes: new TextEncoder().encode('%PDF-1.7') };
    const failed = await postFiles(pages.localUrl, form, 'Kết quả', [file]);
    expect(failed.status).toBe(500);
    expect(failed.html).toContain('Hệ thống đang gặp trục trặc');
    expect(office.troubles).toHaveLength(1);
    expect(String(office.troubles[0])).not.toContain(new URL(link).pathname.split('/').at(-1));
  });

  test('behind a proxy with a path: links and forms keep the path', async () => {
    const pages = await office.morePages({ publicUrl: 'https://vp.example/dondoc/', port: 0 });
    expect(pages.baseUrl).toBe('https://vp.example/dondoc');
    const token = new URL(await office.linkTo(three.id, HEALTH)).pathname;
    for (const prefix of ['', '/dondoc']) {
      const page = await get(`${pages.localUrl}${prefix}${token}`);
      expect(page.html).toContain('href="/dondoc/assets/');
      expect(page.headers.get('strict-transport-security')).toMatch(/^max-age=/);
    }
  });
});

describe('what was sent before', () => {
  test('is shown word for word to whom it went, without the keys in it, and to nobody else', async () => {
    const { ledger } = office.register;
    // A working noon, whatever the hour of the test: outside its hours nothing leaves.
    const noon = instantAt('2025-06-02', 12 * 60);
    const due = await dueRows(ledger, { before: noon, channel: 'email' });
    const leaving = due.filter((r) => r.directiveId === five.id);
    for (const row of leaving) {
      if (row.content === null) throw new Error('no words');
      const text = { subject: row.content.subject, text: renderText(row.content) };
      await begin(ledger, [row], { text });
      await ledger.settle(row.id, { outcome: 'accepted' });
    }
    const link = await office.linkTo(five.id, HEALTH);
    const token = new URL(link).pathname.split('/').at(-1) ?? '?';
    const { html } = await get(link);
    const [, words = ''] =
      /<summary>Nguyên văn soạn để gửi qua thư điện tử[^<]*<\/summary>(.*?)<\/details>/s.exec(html) ?? [];
    expect(words).toContain(`Kính gửi: `);
    expect(words).toContain('/l/…');
    expect(words).not.toContain(token);
    const own = html.match(/<summary>Nguyên văn/g) ?? [];
    const mine = leaving.filter((r) => r.personName === HEALTH);
    expect([own.length, mine.length]).toEqual([mine.length, 1]);
  });
});
