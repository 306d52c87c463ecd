import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DAY_MS } from '../../../dsl/time/day.ts';
import { invite, type StaffRole, ticketPath } from '../../../office/staff/index.ts';
import { playYear } from '../../../rehearsal/play-year.ts';
import { sketchNotice } from '../../support/notice.ts';
import { get } from '../support/http.ts';
import { ISSUED, openOffice, type TestOffice } from '../support/office.ts';

const notice = sketchNotice('12/TB-VP', ISSUED, [{ id: 'II.1', lead: 'Sở Nội vụ', due: '2025-03-31' }]);

let office: TestOffice;
let item: string;
beforeAll(async () => {
  office = await openOffice([notice], { playYear });
  const [one] = await office.issue(notice);
  item = Buffer.from(one?.id ?? '').toString('base64url');
});
afterAll(() => office.close());

const url = (path: string) => `${office.pages.localUrl}${path}`;
const send = (
  path: string,
  headers: Record<string, string> = {},
  body: URLSearchParams | string = new URLSearchParams({ lam: 'bo' }),
) => fetch(url(path), { method: 'POST', headers, body, redirect: 'manual' });
/** Comes in with a new ticket, and returns the cookie. */
async function enter(role: StaffRole): Promise<string> {
  const secret = await invite(office.register, { name: 'Phạm Hồng Loan', role }, office.now);
  const answer = await send(ticketPath(secret));
  expect(answer.status).toBe(303);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

const READ = [
  '/vp',
  '/vp/van-ban',
  '/vp/nhiem-vu',
  '/vp/bao-cao',
  '/vp/bao-cao/bao-cao.xlsx',
  '/vp/bao-cao/danh-gia',
  '/vp/bao-cao/danh-gia/phu-luc-danh-gia.docx',
  '/vp/dien-thu',
  '/vp/danh-ba',
  '/vp/quy-tac',
  '/vp/quy-tac/hoa-toc',
  '/vp/so-sanh',
  '/vp/khoi-phuc',
  '/vp/quy-tac/hoa-toc/quy-tac.docx',
];
const pagesOf = () => [...READ, `/vp/nhiem-vu/${item}`];
/** Of an administrator alone. */
const SET_UP_PAGES = [
  '/vp/cai-dat',
  '/vp/phien',
  '/vp/kenh',
  '/vp/quy-tac/tieu-chuan/dang-chuyen',
  '/vp/bao-cao/danh-gia/cach-tinh',
];
const SET_UP_FORMS = [
  '/vp/cai-dat/thu',
  '/vp/cai-dat/thu/gui-thu',
  '/vp/cai-dat/trang',
  '/vp/cai-dat/zalo',
  '/vp/cai-dat/dang-nhap',
  '/vp/cai-dat/dang-nhap/hoi',
  '/vp/bao-cao/danh-gia/cach-tinh',
  '/vp/kenh/email/dung',
  '/vp/quy-tac',
  '/vp/quy-tac/hoa-toc/sua',
  '/vp/quy-tac/hoa-toc/chuyen',
  '/vp/kenh/email/gui-tiep',
  '/vp/khoi-phuc',
];
/** Whoever may read may play a year, which changes nothing of the office. */
const READ_FORMS = ['/vp/dien-thu', '/vp/dien-thu/dung'];
const formsOf = () => [
  ...[
    '/vp/van-ban',
    '/vp/van-ban/x/sua',
    '/vp/van-ban/x/bo',
    '/vp/van-ban/x/giao',
    '/vp/danh-ba/nap',
    '/vp/danh-ba/nap/ghi',
    '/vp/danh-ba/them',
    '/vp/danh-ba/don-vi/so-noi-vu',
    '/vp/van-ban/x/danh-ba',
  ],
  ...[`/vp/nhiem-vu/${item}/approve`, `/vp/nhiem-vu/${item}/cancel`],
];

describe('without a session', () => {
  test('no page of the office is shown and no form taken', async () => {
    for (const path of [...pagesOf(), '/vp/cai-dat']) {
      const page = await get(url(path));
      expect({ path, status: page.status }).toEqual({ path, status: 401 });
      expect(page.html).not.toContain('Sở Nội vụ');
    }
    for (const path of [...formsOf(), ...READ_FORMS])
      expect({ path, status: (await send(path)).status }).toEqual({ path, status: 401 });
  });

  test('a form whose session has ended was not taken, and is told how not to type it again', async () => {
    const answer = await send(READ_FORMS[0] ?? '');
    expect(await answer.text()).toContain('Nội dung vừa gửi chưa được ghi.');
    expect((await get(url('/vp'))).html).not.toContain('chưa được ghi');
  });

  test('a cookie that was made up, changed or has ended opens nothing', async () => {
    const cookie = await enter('secretary');
    expect((await get(url('/vp'), { cookie })).status).toBe(200);
    for (const other of [`${cookie.slice(0, -1)}${cookie.endsWith('A') ? 'B' : 'A'}`, 'dondoc_vp=x', 'dondoc_vp='])
      expect((await get(url('/vp'), { cookie: other })).status).toBe(401);
    await send('/vp/thoat', { cookie });
    expect((await get(url('/vp'), { cookie })).status).toBe(401);
  });

  test('an administrator ends the session of another, and nobody else does', async () => {
    const [admin, other] = [await enter('administrator'), await enter('secretary')];
    const [, path = ''] =
      /action="([^"]*\/phien\/[^"]+)"/.exec((await get(url('/vp/phien'), { cookie: admin })).html) ?? [];
    expect((await send(path, { cookie: other })).status).toBe(403);
    for (const [, one = ''] of (await get(url('/vp/phien'), { cookie: admin })).html.matchAll(
      /action="([^"]*\/phien\/[^"]+)"/g,
    ))
      expect((await send(one, { cookie: admin })).status).toBe(303);
    expect((await get(url('/vp'), { cookie: other })).status).toBe(401);
    expect((await get(url('/vp'), { cookie: admin })).status).toBe(200);
    expect((await send(path, { cookie: admin })).status).toBe(404);
  });

  test('a session ends by itself', async () => {
    const cookie = await enter('secretary');
    const then = office.now;
    office.now = then + 8 * DAY_MS;
    expect((await get(url('/vp'), { cookie })).status).toBe(401);
    office.now = then;
  });
});

describe('a ticket', () => {
  test('shows whom it lets in without being used up, opens one session, and no second one', async () => {
    const secret = await invite(office.register, { name: 'Trần Văn Minh', role: 'viewer' }, office.now);
    for (let i = 0; i < 2; i++) expect((await get(url(ticketPath(secret)))).html).toContain('Trần Văn Minh');
    const [one, two] = await Promise.all([send(ticketPath(secret)), send(ticketPath(secret))]);
    expect([one.status, two.status].sort()).toEqual([303, 404]);
    expect((await get(url(ticketPath(secret)))).status).toBe(404);
  });

  test('that names nobody asks who it is, and is not used up before they have said', async () => {
    const secret = await invite(office.register, { name: '', role: 'administrator' }, office.now);
    expect((await get(url(ticketPath(secret)))).html).toContain('Họ và tên');
    for (const name of ['', '  \u200b ', '12']) {
      const refused = await send(ticketPath(secret), {}, new URLSearchParams({ 'ho-ten': name }));
      expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Chưa ghi họ và tên')]);
    }
    const body = new URLSearchParams({ 'ho-ten': ' Lê\r\nThị Hoà ' });
    const entered = await send(ticketPath(secret), {}, body);
    expect(entered.status).toBe(303);
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect((await get(url('/vp'), { cookie })).html).toContain('Lê Thị Hoà');
    expect((await send(ticketPath(secret), {}, body)).status).toBe(404);
  });

  test('that names somebody takes no other name', async () => {
    const secret = await invite(office.register, { name: 'Trần Văn Minh', role: 'viewer' }, office.now);
    const entered = await send(ticketPath(secret), {}, new URLSearchParams({ 'ho-ten': 'Người khác' }));
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const { html } = await get(url('/vp'), { cookie });
    expect(html).toContain('Trần Văn Minh');
    expect(html).not.toContain('Người khác');
  });

  test('is kept as a hash, is for one day, and none is made by guessing', async () => {
    const secret = await invite(office.register, { name: 'A', role: 'viewer' }, office.now - 2 * DAY_MS);
    expect((await get(url(ticketPath(secret)))).status).toBe(404);
    expect((await get(url('/vp/vao/khong-co'))).status).toBe(404);
  });

  test('the cookie goes to these pages alone, to no script, and with no request of another site', async () => {
    const secret = await invite(office.register, { name: 'A', role: 'viewer' }, office.now);
    const cookie = (await send(ticketPath(secret))).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    expect(cookie).toMatch(/Path=\/;/i);
  });
});

describe('who may do what', () => {
  test.each(['viewer', 'secretary', 'administrator'] as const)('%s: every page and every form', async (role) => {
    const cookie = await enter(role);
    for (const path of pagesOf())
      expect({ path, status: (await get(url(path), { cookie })).status }).toEqual({ path, status: 200 });
    for (const path of formsOf()) {
      const { status } = await send(path, { cookie });
      if (role === 'viewer') expect({ path, status }).toEqual({ path, status: 403 });
      else expect(status).toBeLessThan(500);
    }
    for (const path of [...SET_UP_PAGES, ...SET_UP_FORMS]) {
      const { status } = await (SET_UP_PAGES.includes(path) ? get(url(path), { cookie }) : send(path, { cookie }));
      if (role === 'administrator') expect({ path, ok: status < 500 && status !== 403 }).toEqual({ path, ok: true });
      else expect({ path, status }).toEqual({ path, status: 403 });
    }
    expect((await get(url(`/vp/nhiem-vu/${item}`), { cookie })).html).toContain(
      'href="https://temporal.example/namespaces/',
    );
    const view = await office.register.directives.show(Buffer.from(item, 'base64url').toString('utf8'));
    expect(view?.directive.status).toBe('assigned');
  });

  test('a form of another site is not taken, whoever sends it', async () => {
    const cookie = await enter('administrator');
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://khac.example' },
      { origin: 'null' },
    ]) {
      for (const path of [...formsOf(), ...READ_FORMS]) {
        const { status } = await send(path, { cookie, ...headers });
        expect({ path, status }).toEqual({ path, status: 403 });
      }
    }
  });

  test('bodies that are no forms, too large, or of nothing there is are refused and never a fault of ours', async () => {
    const cookie = await enter('secretary');
    const before = office.troubles.length;
    const headers = { cookie, 'content-type': 'application/json' };
    for (const path of [
      ...formsOf(),
      ...READ_FORMS.slice(0, 1),
      '/vp/nhiem-vu/khong-co/approve',
      `/vp/nhiem-vu/${item}/khong-co`,
    ]) {
      const { status } = await send(path, headers, '{"a":1}');
      expect({ path, ok: status >= 300 && status < 500 }).toEqual({ path, ok: true });
    }
    expect((await send('/vp/danh-ba/them', { cookie }, new URLSearchParams({ ten: 'x'.repeat(400_000) }))).status).toBe(
      413,
    );
    expect(office.troubles.length).toBe(before);
  });
});
