import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { returnPath } from '../../../console/account/return-path.ts';
import { RateLimit, type Rates, standardRates } from '../../../console/http/rates.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../dsl/time/day.ts';
import { addAccount, invitePassword, passwordPath } from '../../../office/accounts/index.ts';
import { invite, type StaffRole, ticketPath } from '../../../office/staff/index.ts';
import { Browser, openPagesAlone, type PagesAlone } from '../support/pages-alone.ts';

const PASSWORD = 'chim bay về núi tối rồi';
let pages: PagesAlone;
let count = 0;

beforeAll(async () => {
  pages = await openPagesAlone();
});
afterAll(() => pages.close());
// An hour later everybody may try as often as at first.
beforeEach(() => {
  pages.now += 2 * HOUR_MS;
});

const browser = (headers = {}) => new Browser(pages.url, headers);
const signIn = (who: Browser, login: string, password = PASSWORD, more: Record<string, string> = {}) =>
  who.post('/dang-nhap', { ten: login, 'mat-khau': password, ...more });

/** Somebody with an account and a password, out again. */
async function somebody(role: StaffRole = 'secretary') {
  const login = `nguoi-${count++}`;
  const account = await addAccount(pages.register, { login, name: 'Phạm Hồng Loan', role }, pages.now);
  if (!account) throw new Error('taken');
  const path = passwordPath(await invitePassword(pages.register, account, pages.now));
  const chosen = await browser().post(path, { 'mat-khau': PASSWORD, lai: PASSWORD });
  expect(chosen.status).toBe(303);
  return { login, account, path };
}

async function administrator(): Promise<Browser> {
  const who = browser();
  const secret = await invite(pages.register, { name: 'Quản Trị', role: 'administrator' }, pages.now);
  expect((await who.post(ticketPath(secret))).status).toBe(303);
  return who;
}

describe('choosing a password', () => {
  test('an administrator makes an account and sees its link once; its person chooses, and is in; the link is used up', async () => {
    const admin = await administrator();
    const made = await admin.post('/vp/tai-khoan', { 'ho-ten': 'Trần Văn Minh', ten: 'Minh.TV', vai: 'viewer' });
    const [, path = ''] = /(\/mat-khau\/[A-Za-z0-9_-]{43})/.exec(made.html) ?? [];
    expect(path).not.toBe('');
    expect((await admin.get('/vp/tai-khoan')).html).not.toContain(path);
    const who = browser();
    expect((await who.get(path)).html).toContain('Trần Văn Minh, tên đăng nhập: minh.tv');
    expect((await who.post(path, { 'mat-khau': 'ngắn', lai: 'ngắn' })).status).toBe(422);
    expect((await who.post(path, { 'mat-khau': PASSWORD, lai: `${PASSWORD}.` })).html).toContain('không giống nhau');
    expect((await who.post(path, { 'mat-khau': 'tran van minh 12', lai: 'tran van minh 12' })).html).toContain(
      'dễ đoán',
    );
    const chosen = await who.post(path, { 'mat-khau': PASSWORD, lai: PASSWORD });
    expect([chosen.status, chosen.to]).toEqual([303, '/vp']);
    expect((await who.get('/vp')).html).toContain('Trần Văn Minh');
    expect((await who.get(path)).status).toBe(404);
    expect((await who.post(path, { 'mat-khau': PASSWORD, lai: PASSWORD })).status).toBe(404);
  });

  test('of two who choose by one link at once one does; a newer link ends the older one; a day ends both', async () => {
    const { account } = await somebody();
    const [first, second] = [
      await invitePassword(pages.register, account, pages.now),
      await invitePassword(pages.register, account, pages.now),
    ].map(passwordPath);
    expect((await browser().get(first ?? '')).status).toBe(404);
    const both = await Promise.all(
      [1, 2].map(() => browser().post(second ?? '', { 'mat-khau': PASSWORD, lai: PASSWORD })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
    const late = passwordPath(await invitePassword(pages.register, account, pages.now));
    pages.now += DAY_MS;
    expect((await browser().get(late)).status).toBe(404);
  });

  test('its link is no ticket of the office, nor of a person, and theirs choose no password', async () => {
    const { account } = await somebody('administrator');
    const secret = await invitePassword(pages.register, account, pages.now);
    for (const path of [`/vp/vao/${secret}`, `/toi/vao/${secret}`])
      expect((await browser().post(path)).status).toBe(404);
    const ticket = await invite(pages.register, { name: 'A', role: 'administrator' }, pages.now);
    expect((await browser().get(passwordPath(ticket))).status).toBe(404);
    expect((await browser().get(passwordPath(secret))).status).toBe(200);
  });

  test('a password that is chosen anew ends every session there was', async () => {
    const { login, account } = await somebody();
    const before = browser();
    await signIn(before, login);
    expect((await before.get('/vp')).status).toBe(200);
    const path = passwordPath(await invitePassword(pages.register, account, pages.now));
    await browser().post(path, { 'mat-khau': 'một câu khác hẳn trước', lai: 'một câu khác hẳn trước' });
    expect((await before.get('/vp')).status).toBe(401);
    expect((await signIn(browser(), login)).status).toBe(401);
    expect((await signIn(browser(), login, 'một câu khác hẳn trước')).status).toBe(303);
  });
});

describe('signing in', () => {
  test('lets in who knows the password, in a session no browser brought, and goes on to the page that was wanted', async () => {
    const { login } = await somebody();
    const who = browser();
    who.cookies.set('dondoc_vp', 'A'.repeat(43));
    const wanted = await who.get('/vp/nhiem-vu');
    const [, href = ''] = /href="(\/dang-nhap[^"]*)"/.exec(wanted.html) ?? [];
    expect(href).toBe('/dang-nhap?den=/vp/nhiem-vu');
    expect((await who.get(href)).html).toContain('name="den" value="/vp/nhiem-vu"');
    const entered = await signIn(who, login.toUpperCase(), PASSWORD, { den: '/vp/nhiem-vu' });
    expect([entered.status, entered.to]).toEqual([303, '/vp/nhiem-vu']);
    const session = who.cookies.get('dondoc_vp');
    expect(session).not.toBe('A'.repeat(43));
    expect(entered.set.find((line) => line.startsWith('dondoc_vp='))).toMatch(
      /^[^;]+; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect((await who.get('/vp')).status).toBe(200);
    // Signing in again ends the session there was: nobody goes on by one that was left on a machine.
    await signIn(who, login);
    const old = browser();
    old.cookies.set('dondoc_vp', session ?? '');
    expect((await old.get('/vp')).status).toBe(401);
  });

  test.each([
    'https://khac.example',
    '//khac.example',
    '/\\khac.example',
    '/vp/..//khac.example',
    '/vp?x=1',
    'javascript:alert(1)',
    '/khac',
  ])('nobody is led to %s', (den) => {
    expect(returnPath(den)).toBeUndefined();
  });

  test('a page of another site is gone to neither from the form nor from its answer', async () => {
    const { login } = await somebody();
    expect((await signIn(browser(), login, PASSWORD, { den: 'https://khac.example' })).to).toBe('/vp');
    expect((await browser().get('/dang-nhap?den=//khac.example')).html).not.toContain('name="den"');
  });

  test('a wrong password, no such name, a closed account, one without a password: one answer', async () => {
    const { login, account } = await somebody();
    const closed = await somebody();
    await pages.register.accountsOfStaff.close(closed.account.id, pages.now);
    await addAccount(pages.register, { login: 'chua-chon', name: 'B', role: 'viewer' }, pages.now);
    const answers = await Promise.all(
      [
        [login, 'sai hẳn rồi nhé bạn ơi'],
        ['khong-co', PASSWORD],
        [closed.login, PASSWORD],
        ['chua-chon', PASSWORD],
      ].map(async ([name = '', password = '']) => {
        const { status, html } = await signIn(browser(), name, password);
        return { status, html: html.replaceAll(name, 'NAME') };
      }),
    );
    expect(answers[0]?.status).toBe(401);
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    const written = JSON.stringify(pages.events);
    expect(written).toContain(`"account":"${account.id}","outcome":"wrong"`);
    // What was typed as a name may be a password typed too early.
    for (const secret of ['khong-co', 'sai hẳn', PASSWORD]) expect(written).not.toContain(secret);
  });

  test('no form of another site is taken, nor what is no form, and nothing is a fault of ours', async () => {
    const { path } = await somebody();
    for (const at of ['/dang-nhap', path]) {
      for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://khac.example' }])
        expect((await browser().post(at, { ten: 'a', 'mat-khau': 'b' }, headers)).status).toBe(403);
      const json = { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } };
      expect([400, 404]).toContain((await browser().ask(at, json)).status);
      expect((await browser().post(at, { 'mat-khau': 'x'.repeat(400_000) })).status).toBe(413);
    }
    for (const odd of ['\0', '😀'.repeat(500), ' ', "' or 1=1 --", 'x'.repeat(5_000)])
      expect((await signIn(browser(), odd, odd)).status).toBe(401);
    expect(pages.troubles).toEqual([]);
  });
});

describe('who tries many passwords', () => {
  /** Pages that have less patience: each password that is tried costs a moment of the processor. */
  async function strict(limits: Partial<Rates>) {
    const { localUrl } = await pages.more({ rates: { ...standardRates(() => pages.now), ...limits } });
    return () => new Browser((path) => `${localUrl}${path}`);
  }

  test('waits after ten for a name; its person is let in on a device of theirs, and elsewhere after minutes', async () => {
    const { login } = await somebody();
    const own = browser();
    await signIn(own, login);
    const stranger = browser();
    const statuses = [];
    for (let i = 0; i < 12; i++) statuses.push((await signIn(stranger, login, `sai lần thứ ${i} rồi`)).status);
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
    expect((await signIn(stranger, login)).status).toBe(429);
    expect((await signIn(own, login)).status).toBe(303);
    pages.now += 7 * MINUTE_MS;
    expect((await signIn(browser(), login)).status).toBe(303);
  });

  test('waits for a name nobody has as for any other, and a right password uses nothing up', async () => {
    const { login } = await somebody();
    const any = await strict({ passwordsByName: new RateLimit(1 / 6, () => pages.now, 2) });
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await signIn(any(), 'khong-ai-ca', 'sai sai sai sai')).status);
    expect(statuses).toEqual([401, 401, 429]);
    for (let i = 0; i < 4; i++) expect((await signIn(any(), login)).status).toBe(303);
  });

  test('an address that tries many names waits; who is known there does not', async () => {
    const { login } = await somebody();
    const any = await strict({ passwordsByAddress: new RateLimit(3, () => pages.now) });
    const own = any();
    await signIn(own, login);
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await signIn(any(), `ten-${i}`, 'sai sai sai sai')).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
    expect((await signIn(any(), login)).status).toBe(429);
    expect((await signIn(own, login)).status).toBe(303);
  });

  test('a device is known for the account it was used for, until its password changes; made up, it is not', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const any = await strict({ passwordsByName: new RateLimit(1 / 6, () => pages.now, 1) });
    const own = any();
    await signIn(own, one.login);
    const device = own.cookies.get('dondoc_may') ?? '';
    const tries = async (login: string, cookie: string) => {
      const who = any();
      await signIn(any(), login, 'sai sai sai sai');
      who.cookies.set('dondoc_may', cookie);
      return (await signIn(who, login)).status;
    };
    expect(await tries(one.login, device)).toBe(303);
    expect(await tries(other.login, device)).toBe(429);
    pages.now += 2 * HOUR_MS;
    expect(await tries(one.login, `${device.slice(0, -3)}abc`)).toBe(429);
    pages.now += 2 * HOUR_MS;
    const path = passwordPath(await invitePassword(pages.register, one.account, pages.now));
    await browser().post(path, { 'mat-khau': PASSWORD, lai: PASSWORD });
    expect(await tries(one.login, device)).toBe(429);
  });
});

describe('an administrator', () => {
  test('sees who has an account, ends a session or all by closing it, and changes a role at once', async () => {
    const admin = await administrator();
    const { login, account } = await somebody('secretary');
    const [phone, desk] = [
      browser({ 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/130.0' }),
      browser({ 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Gecko Firefox/140.0' }),
    ];
    await signIn(phone, login);
    await signIn(desk, login);
    const at = `/vp/tai-khoan/${account.id}`;
    const { html } = await admin.get(at);
    expect(html).toContain('mật khẩu, Chrome, Android');
    // The newest first: the phone's stands second.
    const ends = [...html.matchAll(/action="([^"]*\/phien\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(ends).toHaveLength(3);
    for (const path of ends) expect((await admin.post(path)).to).toBe(at);
    expect([(await phone.get('/vp')).status, (await desk.get('/vp')).status]).toEqual([401, 401]);
    await signIn(desk, login);
    expect((await desk.post('/vp/danh-ba/them')).status).not.toBe(403);
    await admin.post(at, { 'ho-ten': 'Tên Mới', vai: 'viewer' });
    expect((await desk.get('/vp')).html).toContain('Tên Mới');
    expect((await desk.post('/vp/danh-ba/them')).status).toBe(403);
    await admin.post(`${at}/khoa`);
    expect((await desk.get('/vp')).status).toBe(401);
    expect((await signIn(browser(), login)).status).toBe(401);
    expect((await admin.get('/vp/tai-khoan')).html).toContain('đã khoá');
    await admin.post(`${at}/mo`);
    expect((await signIn(browser(), login)).status).toBe(303);
  });

  test('does not shut themselves out, makes no name twice, and mails a link where asked', async () => {
    const { login, account } = await somebody('administrator');
    const admin = browser();
    await signIn(admin, login);
    const at = `/vp/tai-khoan/${account.id}`;
    expect((await admin.post(`${at}/khoa`)).status).toBe(422);
    expect((await admin.post(at, { 'ho-ten': 'X', vai: 'viewer' })).status).toBe(422);
    const add = (ten: string, more = {}) =>
      admin.post('/vp/tai-khoan', { 'ho-ten': 'Lê An', ten, vai: 'viewer', ...more });
    for (const odd of [login, 'Tên Có Dấu', '']) expect((await add(odd)).status).toBe(422);
    await add('an@anphu.example', { gui: 'on' });
    expect(pages.mails.at(-1)).toMatchObject({ to: 'an@anphu.example' });
    expect(pages.mails.at(-1)?.text).toMatch(/\/mat-khau\/[A-Za-z0-9_-]{43}/);
  });

  test.each(['viewer', 'secretary', 'administrator'] as const)('%s: every page and form of accounts', async (role) => {
    const { account } = await somebody();
    const { login } = await somebody(role);
    const who = browser();
    await signIn(who, login);
    const at = `/vp/tai-khoan/${account.id}`;
    const may = role === 'administrator';
    for (const path of ['/vp/tai-khoan', at]) {
      expect((await who.get(path)).status).toBe(may ? 200 : 403);
      expect((await browser().get(path)).status).toBe(401);
    }
    for (const path of ['/vp/tai-khoan', at, `${at}/lien-ket`, `${at}/khoa`, `${at}/mo`, '/vp/tai-khoan/khong-co']) {
      expect((await browser().post(path)).status).toBe(401);
      expect((await who.post(path, {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
      const { status } = await who.post(path, { 'ho-ten': 'X' });
      if (!may) expect({ path, status }).toEqual({ path, status: 403 });
      else expect(status).toBeLessThan(500);
    }
  });
});

describe('behind https', () => {
  test('cookies are bound to this host and never sent without it; below a path they stay below it', async () => {
    const { login } = await somebody();
    const top = await pages.more({ publicUrl: 'https://dondoc.example' });
    const below = await pages.more({ publicUrl: 'https://anphu.example/dondoc' });
    const at = (local: string) => new Browser((path) => `${local}${path}`);
    const first = await signIn(at(top.localUrl), login);
    for (const line of first.set)
      expect(line).toMatch(/^__Host-dondoc_(vp|may)=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(first.set).toHaveLength(2);
    const second = await signIn(at(below.localUrl), login);
    expect(second.to).toBe('/dondoc/vp');
    for (const line of second.set) expect(line).toMatch(/^__Secure-dondoc_(vp|may)=.*; Path=\/dondoc; /);
    const plain = at(top.localUrl);
    plain.cookies.set('dondoc_vp', first.set[0]?.slice('__Host-dondoc_vp='.length).split(';')[0] ?? '');
    expect((await plain.get('/vp')).status).toBe(401);
  });
});
