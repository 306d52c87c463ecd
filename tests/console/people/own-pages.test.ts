import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HOUR_MS, instantAt, MINUTE_MS } from '../../../dsl/time/day.ts';
import { invite, ticketPath } from '../../../office/staff/index.ts';
import type { DirectiveRecord } from '../../../register/index.ts';
import { sketchNotice } from '../../support/notice.ts';
import { formOn, get, post } from '../support/http.ts';
import { ISSUED, openOffice, type TestOffice } from '../support/office.ts';

const chairman = 'Thủ trưởng Lãnh đạo giao việc';
const sketch = sketchNotice('21/TB-VP', ISSUED, [
  { id: 'I.1', lead: 'Sở Xây dựng', cooperating: ['Sở Tài chính'], due: '2025-03-31' },
  { id: 'I.2', lead: 'Sở Xây dựng', due: '2025-03-14' },
  { id: 'I.3', lead: 'Sở Y tế', due: '2025-03-20' },
]);
const notice = { ...sketch, notice: { ...sketch.notice, signer: chairman } };

let office: TestOffice;
let own: DirectiveRecord;
let urgent: DirectiveRecord;
let foreign: DirectiveRecord;
const mails: { to: string; subject: string; text: string }[] = [];

beforeAll(async () => {
  office = await openOffice([notice], {
    sendMail: async (mail) => {
      mails.push(mail);
      return null;
    },
  });
  const [a, b, c] = await office.issue(notice);
  if (!a || !b || !c) throw new Error('not issued');
  [own, urgent, foreign] = [a, b, c];
});
afterAll(() => office.close());

const url = (path: string) => `${office.pages.localUrl}${path}`;
const item = ({ id }: DirectiveRecord) => Buffer.from(id).toString('base64url');
const send = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  fetch(url(path), { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' });

async function personNamed(name: string) {
  const { people } = await office.register.directory.current();
  const person = people.find((one) => one.name === name);
  if (!person?.email) throw new Error(`no ${name}`);
  return { ...person, email: person.email };
}

/** The path of the ticket in the mail that comes once it is asked for. */
async function asked(address: string): Promise<string | undefined> {
  const before = mails.length;
  expect((await send('/toi/dang-nhap', { thu: address })).status).toBe(200);
  await office.settled();
  return /\/toi\/vao\/\S+/.exec(mails[before]?.text ?? '')?.[0];
}

/** Comes in as a person of the directory; the hour of the office moves, for nobody gets more than some links an hour. */
async function enter(name: string): Promise<string> {
  office.now += HOUR_MS;
  const ticket = await asked((await personNamed(name)).email);
  const answer = await send(ticket ?? '');
  expect(answer.status).toBe(303);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

describe('signing in', () => {
  test('the answer is the same for an address the directory has and one it has not; a mail goes to the first alone', async () => {
    const { email } = await personNamed('Đầu mối Sở Xây dựng');
    const pages = [email, 'ai-do@khac.example'].map((thu) => send('/toi/dang-nhap', { thu }));
    const [known, unknown] = await Promise.all(pages.map(async (page) => (await page).text()));
    expect(known).toBe(unknown);
    await office.settled();
    expect(mails.map(({ to }) => to)).toEqual([email]);
    expect(mails[0]?.text).toContain('Đầu mối Sở Xây dựng');
    expect((await send('/toi/dang-nhap', { thu: 'khong phai' })).status).toBe(422);
  });

  test('a ticket is shown as often as wished, opens one session, and nothing after half an hour', async () => {
    office.now += HOUR_MS;
    const { email } = await personNamed('Đầu mối Sở Xây dựng');
    const ticket = (await asked(email)) ?? '';
    for (let i = 0; i < 2; i++) expect((await get(url(ticket))).html).toContain('Đầu mối Sở Xây dựng');
    const statuses = (await Promise.all([send(ticket), send(ticket)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([303, 404]);
    const late = (await asked(email)) ?? '';
    office.now += 31 * MINUTE_MS;
    expect((await send(late)).status).toBe(404);
  });

  test('nobody is sent more than four links an hour, nor asks more than ten times a minute', async () => {
    office.now += HOUR_MS;
    const { email } = await personNamed('Thủ trưởng Sở Y tế');
    const got = [];
    for (let i = 0; i < 5; i++) got.push(await asked(email));
    expect(got.map((ticket) => ticket !== undefined)).toEqual([true, true, true, true, false]);
    const statuses = new Set<number>();
    for (let i = 0; i < 12; i++) statuses.add((await send('/toi/dang-nhap', { thu: 'a@b.example' })).status);
    expect(statuses.has(429)).toBe(true);
    office.freshRates();
  });

  test('a ticket of the office opens no pages of a person, nor a person’s those of the office', async () => {
    office.now += HOUR_MS;
    const secret = await invite(office.register, { name: 'Phạm Hồng Loan', role: 'administrator' }, office.now);
    expect((await send(`/toi/vao/${secret}`)).status).toBe(404);
    expect((await get(url(ticketPath(secret)))).status).toBe(200);
    const ticket = (await asked((await personNamed('Đầu mối Sở Y tế')).email)) ?? '';
    expect((await send(ticket.replace('/toi/', '/vp/'))).status).toBe(404);
    const cookie = ((await send(ticket)).headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const value = cookie.slice(cookie.indexOf('=') + 1);
    expect((await get(url('/vp'), { cookie: `dondoc_vp=${value}` })).status).toBe(401);
    expect((await get(url('/vp'), { cookie })).status).toBe(401);
  });
});

describe('an agency', () => {
  test('sees what it leads and what it takes part in, the next to fall due first, and nothing of another', async () => {
    const cookie = await enter('Đầu mối Sở Xây dựng');
    const { html } = await get(url('/toi'), { cookie });
    expect(html.indexOf('I.2')).toBeLessThan(html.indexOf('I.1'));
    expect(html.indexOf('I.2')).toBeGreaterThan(0);
    expect(html).not.toContain('I.3');
    const partner = await get(url('/toi'), { cookie: await enter('Đầu mối Sở Tài chính') });
    expect(partner.html).toContain('Phối hợp');
    expect(partner.html).not.toContain('I.2');
  });

  test('is offered what the rules offer it, and acts by pages of its own: submits, takes it back, asks for more time', async () => {
    const cookie = await enter('Đầu mối Sở Xây dựng');
    const page = () => get(url(`/toi/viec/${item(own)}`), { cookie });
    const does = async (act: string, fields: Record<string, string>) =>
      (await post(office.pages.localUrl, formOn(await page(), act), fields, { cookie })).status;
    expect((await page()).html).not.toContain(`/approve"`);
    expect(await does('submit-result', { text: 'Báo cáo số 5' })).toBe(303);
    expect(await does('withdraw-result', {})).toBe(303);
    expect(await does('ask-extension', { due: '2025-04-10', reason: 'Chờ thẩm định' })).toBe(303);
    const events = (await office.register.directives.show(own.id))?.events.flatMap(({ act }) => act?.act ?? []) ?? [];
    expect(events.map(({ type }) => type)).toEqual(['submit-result', 'withdraw-result', 'ask-extension']);
    const { id } = await personNamed('Đầu mối Sở Xây dựng');
    expect(events[0]?.by).toMatchObject({ party: 'lead', person: id, door: 'page' });
  });

  test('hands a task on to one of its own people, who is reminded from then on; not to anybody else', async () => {
    const cookie = await enter('Đầu mối Sở Xây dựng');
    const form = async () => formOn(await get(url(`/toi/viec/${item(urgent)}`), { cookie }), 'phu-trach');
    const head = await personNamed('Thủ trưởng Sở Xây dựng');
    const stranger = await personNamed('Đầu mối Sở Y tế');
    const send = async (id: string) => post(office.pages.localUrl, await form(), { 'can-bo': id }, { cookie });
    expect((await send(stranger.id)).status).toBe(422);
    const passed = await send(head.id);
    expect(passed.status).toBe(303);
    const { html } = await get(new URL(passed.headers.get('location') ?? '', office.pages.localUrl).href, { cookie });
    expect(html).toContain('Đã ghi nhận: đổi đầu mối');
    // Before all there is to know: on a phone that is a long way down.
    expect(html.indexOf('id="phu-trach"')).toBeLessThan(html.indexOf('Thông tin nhiệm vụ'));
    expect((await office.register.directives.find(urgent.id))?.contact).toBe(head.id);
    const partner = await enter('Đầu mối Sở Tài chính');
    expect((await get(url(`/toi/viec/${item(own)}`), { cookie: partner })).html).not.toContain('phu-trach"');
  });
});

describe('a leader', () => {
  test('opens the morning: who is late, what waits, and every figure leads to as many directives as it says', async () => {
    const then = office.now;
    const cookie = await enter(chairman);
    office.now = instantAt('2025-03-18', 8 * 60);
    // A session is for a week: this one is opened anew on the day.
    const later = await enter(chairman);
    const { html, status } = await get(url('/toi'), { cookie: later });
    expect(status).toBe(200);
    expect((await get(url('/toi'), { cookie })).status).toBe(401);
    expect(html).toContain('role="img"');
    const figures = [...html.matchAll(/href="(\/vp\/bao-cao\/nhiem-vu[^"]*)"[^>]*>(?:<span class="[^"]*">)?(\d+)</g)];
    // Four sums, six weeks of three figures, three of the notice they signed.
    expect(figures.length).toBeGreaterThanOrEqual(3 + 18 + 3);
    for (const [, path = '', n] of figures) {
      const page = await get(url(path.replaceAll('&amp;', '&')), { cookie: later });
      expect({ path, n: /<h2>(\d+) nhiệm vụ/.exec(page.html)?.[1] }).toEqual({ path, n });
    }
    expect(html).toContain('Đề nghị gia hạn chờ trả lời (1)');
    office.now = then;
  });

  test('who is a deputy has waiting for them what they signed, and nothing else', async () => {
    const directory = await office.register.directory.current();
    const deputy = { id: 'pho', name: 'Phó Thủ trưởng', email: 'pho@rehearsal.invalid' };
    await office.register.directory.import({
      ...directory,
      people: [...directory.people, deputy],
      positions: [...directory.positions, { agency: 'lanh-dao', person: 'pho', function: 'deputy', acting: false }],
    });
    const then = office.now;
    office.now = instantAt('2025-03-18', 14 * 60);
    const { html } = await get(url('/toi'), { cookie: await enter(deputy.name) });
    expect(html).toContain('Không có việc nào chờ quyết định');
    expect(html).not.toContain('Đề nghị gia hạn chờ trả lời');
    office.freshRates();
    office.now = then;
  });

  test('reads the pages of the office, acts on none of them, and decides on a page of their own', async () => {
    const cookie = await enter(chairman);
    for (const path of ['/vp/nhiem-vu', '/vp/bao-cao', '/vp/bao-cao?so-voi=25/02/2025', '/vp/bao-cao?ngay=x'])
      expect((await get(url(path), { cookie })).status).toBeLessThan(423);
    expect((await get(url('/vp/cai-dat'), { cookie })).status).toBe(403);
    for (const path of ['/vp/van-ban', '/vp/danh-ba/them', `/vp/nhiem-vu/${item(own)}/cancel`, '/vp/du-lieu-mau'])
      expect({ path, status: (await send(path, {}, { cookie })).status }).toEqual({ path, status: 403 });
    const page = await get(url(`/toi/viec/${item(own)}`), { cookie });
    const granted = await post(office.pages.localUrl, formOn(page, 'grant-extension'), {}, { cookie });
    expect(granted.status).toBe(303);
    const last = (await office.register.directives.show(own.id))?.events.at(-1)?.act?.act;
    expect(last).toMatchObject({ type: 'grant-extension', by: { party: 'issuer', head: true, door: 'page' } });
  });
});

describe('every route and every role, own and foreign', () => {
  const READERS = ['Đầu mối Sở Xây dựng', 'Thủ trưởng Sở Xây dựng', 'Đầu mối Sở Y tế', 'Đầu mối Sở Tài chính'];
  const ACTS = ['acknowledge', 'submit-result', 'approve', 'grant-extension', 'cancel', 'phu-trach', 'khong-co'];

  test.each(READERS)(
    '%s: what is not theirs is not there; nothing is taken without its form, and nothing breaks',
    async (name) => {
      const cookie = await enter(name);
      const before = office.troubles.length;
      const mine = (one: DirectiveRecord) =>
        [...one.lead, ...one.cooperating].some((party) => name.endsWith(party.name));
      for (const one of [own, urgent, foreign]) {
        const { status, html } = await get(url(`/toi/viec/${item(one)}`), { cookie });
        expect({ name, id: one.localId, status }).toEqual({ name, id: one.localId, status: mine(one) ? 200 : 404 });
        if (!mine(one)) expect(html).not.toContain(one.lead[0]?.name ?? '');
        expect((await get(url(`/toi/viec/${item(one)}/tep/${'a'.repeat(64)}`), { cookie })).status).toBe(404);
        for (const act of ACTS) {
          const { status } = await send(`/toi/viec/${item(one)}/${act}`, { nonce: 'x', text: 'x' }, { cookie });
          expect({ act, ok: status >= 400 && status < 500 }).toEqual({ act, ok: true });
          const cross = { cookie, 'sec-fetch-site': 'cross-site' };
          expect((await send(`/toi/viec/${item(one)}/${act}`, {}, cross)).status).toBe(403);
        }
      }
      for (const path of ['/vp', '/vp/nhiem-vu', `/vp/nhiem-vu/${item(own)}`, '/vp/bao-cao', '/vp/cai-dat'])
        expect({ path, status: (await get(url(path), { cookie })).status }).toEqual({ path, status: 401 });
      for (const path of ['/toi/viec/khong-co', '/toi/viec/%00', `/toi/viec/${item(own)}x`])
        expect((await get(url(path), { cookie })).status).toBe(404);
      const big = await send(`/toi/viec/${item(own)}/acknowledge`, { text: 'x'.repeat(400_000) }, { cookie });
      expect(big.status).toBe(413);
      expect(office.troubles.length).toBe(before);
      office.freshRates();
    },
  );

  test('without a session, with one that was made up or has ended, every page says how to come in', async () => {
    const cookie = await enter('Đầu mối Sở Y tế');
    const second = await enter('Đầu mối Sở Y tế');
    await send('/toi/thoat-het', {}, { cookie });
    for (const given of [{}, { cookie }, { cookie: second }, { cookie: `${cookie.slice(0, -1)}_` }]) {
      for (const path of ['/toi', '/toi/nhiem-vu', `/toi/viec/${item(foreign)}`]) {
        const { status, html } = await get(url(path), given);
        expect({ path, status }).toEqual({ path, status: 401 });
        expect(html).toContain('/toi/dang-nhap');
      }
    }
  });

  test('who no longer holds a post sees nothing any more, whatever session is open', async () => {
    const cookie = await enter('Đầu mối Sở Y tế');
    const directory = await office.register.directory.current();
    const { id } = await personNamed('Đầu mối Sở Y tế');
    const positions = directory.positions.map((p) => (p.person === id ? { ...p, to: '2025-02-24' } : p));
    await office.register.directory.import({ ...directory, positions });
    expect((await get(url('/toi'), { cookie })).status).toBe(403);
    expect((await get(url(`/toi/viec/${item(foreign)}`), { cookie })).status).toBe(403);
    await office.register.directory.import(directory);
  });
});
