import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { HOUR_MS, MINUTE_MS } from '../../../dsl/time/day.ts';
import { addAccount, invitePassword, passwordPath } from '../../../office/accounts/index.ts';
import { invite, ticketPath } from '../../../office/staff/index.ts';
import { Browser, openPagesAlone, type PagesAlone } from '../support/pages-alone.ts';
import { type Asked, askedOn, SoftKey } from '../support/soft-key.ts';

/* Keys in people's devices: who comes in by them, and which answers are none. */

const ORIGIN = 'https://dondoc.example';
const PASSWORD = 'chim bay về núi tối rồi';
let pages: PagesAlone;
let count = 0;

beforeAll(async () => {
  pages = await openPagesAlone({ publicUrl: ORIGIN });
});
afterAll(() => pages.close());
beforeEach(() => {
  pages.now += 2 * HOUR_MS;
});

const browser = (headers = {}) => new Browser(pages.url, headers);
const asked = async (who: Browser, path: string): Promise<Asked> => {
  const found = askedOn((await who.get(path)).html);
  if (!found) throw new Error(`${path} asks for no key`);
  return found;
};
const outcomes = (how: string) =>
  pages.events.flatMap((one) => (one.event === 'sign-in' && one.how === how ? [one.outcome] : []));
const enter = (who: Browser, answer: string, headers = {}) =>
  who.post('/dang-nhap/khoa', { 'tra-loi': answer }, headers);

/** Somebody who has an account and is in by its password. */
async function somebody() {
  const login = `nguoi-${count++}`;
  const account = await addAccount(pages.register, { login, name: 'Phạm Hồng Loan', role: 'secretary' }, pages.now);
  if (!account) throw new Error('taken');
  const who = browser();
  const path = passwordPath(await invitePassword(pages.register, account, pages.now));
  expect((await who.post(path, { 'mat-khau': PASSWORD, lai: PASSWORD })).status).toBe(303);
  return { who, account };
}

async function withKey() {
  const { who, account } = await somebody();
  const key = new SoftKey(ORIGIN);
  const answer = key.made(await asked(who, '/tai-khoan'));
  const added = await who.post('/tai-khoan/khoa', { 'tra-loi': answer, ten: 'Điện thoại' });
  expect([added.status, added.to]).toEqual([303, '/tai-khoan?da=khoa']);
  return { who, account, key };
}

describe('a key', () => {
  test('is added, named, lets its person in on another machine, and is no more once it is removed', async () => {
    const { who, key } = await withKey();
    const own = await who.get('/tai-khoan');
    expect(own.html).toContain('Điện thoại');
    const other = browser();
    const entered = await enter(other, key.used(await asked(other, '/dang-nhap')));
    expect([entered.status, entered.to]).toEqual([303, '/vp']);
    expect((await other.get('/tai-khoan')).html).toContain('Đăng nhập bằng khoá truy cập');
    const [, remove = ''] = /action="([^"]*\/tai-khoan\/khoa\/[^"]*\/bo)"/.exec(own.html) ?? [];
    expect((await (await somebody()).who.post(remove)).status).toBe(404);
    expect((await who.post(remove)).status).toBe(303);
    expect((await enter(browser(), key.used(await asked(browser(), '/dang-nhap')))).status).toBe(401);
    expect(outcomes('passkey').at(-1)).toBe('unknown');
  });

  test('leads on to the page that was wanted, and to ours alone', async () => {
    const { key } = await withKey();
    const go = async (den: string) => {
      const who = browser();
      const answer = key.used(await asked(who, '/dang-nhap'));
      return (await who.post('/dang-nhap/khoa', { 'tra-loi': answer, den })).to;
    };
    expect(await go('/vp/bao-cao')).toBe('/vp/bao-cao');
    expect(await go('https://khac.example/')).toBe('/vp');
  });

  test('is added by who has proved lately who they are, and never by a link’s session', async () => {
    const { who } = await somebody();
    const wanted = await asked(who, '/tai-khoan');
    pages.now += 31 * MINUTE_MS;
    const late = await who.post('/tai-khoan/khoa', { 'tra-loi': new SoftKey(ORIGIN).made(wanted) });
    expect([late.status, late.html.includes('xác nhận lại')]).toEqual([422, true]);
    expect(askedOn((await who.get('/tai-khoan')).html)).toBeUndefined();
    const guest = browser();
    await guest.post(ticketPath(await invite(pages.register, { name: 'A', role: 'secretary' }, pages.now)));
    expect((await guest.post('/tai-khoan/khoa', { 'tra-loi': '{}' })).status).toBe(404);
    expect((await browser().post('/tai-khoan/khoa', { 'tra-loi': '{}' })).status).toBe(401);
  });

  test('proves once more who they are, where it is of the same account', async () => {
    const { who, key } = await withKey();
    const stranger = (await withKey()).key;
    pages.now += HOUR_MS;
    const at = '/xac-nhan?den=/tai-khoan';
    const confirm = (answer: string) => who.post('/xac-nhan/khoa?den=/tai-khoan', { 'tra-loi': answer });
    expect((await confirm(stranger.used(await asked(who, at)))).to).toContain('/xac-nhan?khong');
    expect((await confirm(key.used(await asked(browser(), '/dang-nhap')))).to).toContain('/xac-nhan?khong');
    expect(askedOn((await who.get('/tai-khoan')).html)).toBeUndefined();
    expect((await confirm(key.used(await asked(who, at)))).to).toBe('/tai-khoan');
    expect(askedOn((await who.get('/tai-khoan')).html)).toBeDefined();
  });

  test('of a closed account opens nothing, nor one whose password was chosen anew by a link', async () => {
    const { account, key } = await withKey();
    await pages.register.accountsOfStaff.close(account.id, pages.now);
    expect((await enter(browser(), key.used(await asked(browser(), '/dang-nhap')))).status).toBe(401);
    expect(outcomes('passkey').at(-1)).toBe('closed');
    await pages.register.accountsOfStaff.reopen(account.id);
    const path = passwordPath(await invitePassword(pages.register, account, pages.now));
    await browser().post(path, { 'mat-khau': PASSWORD, lai: PASSWORD });
    expect((await enter(browser(), key.used(await asked(browser(), '/dang-nhap')))).status).toBe(401);
    expect(outcomes('passkey').at(-1)).toBe('unknown');
  });
});

describe('an answer is refused and written down', () => {
  test('that comes a second time, or late', async () => {
    const { key } = await withKey();
    const answer = key.used(await asked(browser(), '/dang-nhap'));
    const both = await Promise.all([1, 2].map(() => enter(browser(), answer)));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 401]);
    const late = key.used(await asked(browser(), '/dang-nhap'));
    pages.now += 11 * MINUTE_MS;
    expect((await enter(browser(), late)).status).toBe(401);
    expect(outcomes('passkey').slice(-1)).toEqual(['stale']);
  });

  test.each([
    ['another site', { origin: 'https://dondoc.example.khac.example' }, 'foreign'],
    ['a page without https', { origin: 'http://dondoc.example' }, 'foreign'],
    ['another host', { host: 'khac.example' }, 'wrong'],
    ['a challenge of its own', { challenge: Buffer.from('tự nghĩ ra').toString('base64url') }, 'stale'],
    ['a device that asked nobody', { unverified: true as const }, 'wrong'],
    ['a device whose count went back', { count: 0 }, 'wrong'],
  ])('made by %s', async (_, odd, why) => {
    const { key } = await withKey();
    await enter(browser(), key.used(await asked(browser(), '/dang-nhap')));
    expect((await enter(browser(), key.used(await asked(browser(), '/dang-nhap'), odd))).status).toBe(401);
    expect(outcomes('passkey').at(-1)).toBe(why);
  });

  test('signed by another key under a known name', async () => {
    const { key } = await withKey();
    const answer = JSON.parse(new SoftKey(ORIGIN).used(await asked(browser(), '/dang-nhap')));
    const id = key.id.toString('base64url');
    expect((await enter(browser(), JSON.stringify({ ...answer, id }))).status).toBe(401);
    expect(outcomes('passkey').at(-1)).toBe('wrong');
  });

  test.each(['', '{', '[]', '{"id":"a","client":"e30","device":"e30","signature":"e30"}', 'x'.repeat(60_000)])(
    'that is none: %#',
    async (answer) => {
      expect((await enter(browser(), answer)).status).toBe(401);
      expect(outcomes('passkey').at(-1)).toBe('malformed');
    },
  );

  test('sent by a page of another site; and a key is not added twice, nor for another account', async () => {
    const { who, key } = await withKey();
    const answer = key.used(await asked(browser(), '/dang-nhap'));
    expect((await enter(browser(), answer, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const again = key.made(await asked(who, '/tai-khoan'));
    expect((await who.post('/tai-khoan/khoa', { 'tra-loi': again })).html).toContain('đã có');
    const other = (await somebody()).who;
    const stolen = key.made(await asked(who, '/tai-khoan'));
    expect((await other.post('/tai-khoan/khoa', { 'tra-loi': stolen })).status).toBe(422);
    expect(outcomes('passkey-added').slice(-2)).toEqual(['known', 'stale']);
    expect(pages.troubles).toEqual([]);
  });

  test('tried too often: the address waits', async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 40; i++) statuses.add((await enter(browser(), '{}')).status);
    expect(statuses).toEqual(new Set([401, 429]));
  });
});

test('only pages that ask for a key may load the script, and no page anything else', async () => {
  const { who } = await somebody();
  const policy = async (path: string) => {
    const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return (await fetch(pages.url(path), { headers: { cookie } })).headers.get('content-security-policy') ?? '';
  };
  for (const path of ['/dang-nhap', '/tai-khoan']) expect(await policy(path)).toMatch(/script-src 'self'$/);
  for (const path of ['/', '/vp', '/toi/dang-nhap']) expect(await policy(path)).not.toContain('script');
});

test('where the address has no https nothing is asked, and the page says why', async () => {
  const plain = await pages.more({});
  const at = (path: string) => `${plain.localUrl}${path}`;
  const who = new Browser(at);
  expect(askedOn((await who.get('/dang-nhap')).html)).toBeUndefined();
  const account = await addAccount(pages.register, { login: 'khong-https', name: 'B', role: 'viewer' }, pages.now);
  if (!account) throw new Error('taken');
  await who.post(passwordPath(await invitePassword(pages.register, account, pages.now)), {
    'mat-khau': PASSWORD,
    lai: PASSWORD,
  });
  expect((await who.get('/tai-khoan')).html).toContain('Chỉ dùng được khi trang có địa chỉ https');
  expect((await who.post('/tai-khoan/khoa', { 'tra-loi': '{}' })).status).toBe(404);
});
