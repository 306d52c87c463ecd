import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { HOUR_MS } from '../../../dsl/time/day.ts';
import { addAccount, IdentityProvider } from '../../../office/accounts/index.ts';
import { standInDirectory } from '../../../rehearsal/stand-in-directory.ts';
import { sketchNotice } from '../../support/notice.ts';
import { startProvider, type TestProvider } from '../support/identity-provider.ts';
import { Browser, openPagesAlone, type PagesAlone, type Seen } from '../support/pages-alone.ts';

const BACK = '/dang-nhap/tra-ve';
let pages: PagesAlone;
let provider: TestProvider;
let top: string;

beforeAll(async () => {
  // The provider's own remarks on its development settings.
  for (const kind of ['info', 'warn', 'log'] as const) jest.spyOn(console, kind).mockImplementation(() => {});
  pages = await openPagesAlone();
  // Each knows the other's address: the pages' is found by opening them, the provider is then told.
  let issuer = '';
  const one = {
    get issuer() {
      return issuer;
    },
    clientId: 'dondoc',
    clientSecret: 'mot-khoa-bi-mat-chi-de-thu-0123456789',
  };
  const running = await pages.more({ provider: new IdentityProvider(one) });
  top = running.localUrl;
  provider = await startProvider(() => [`${top}${BACK}`]);
  issuer = provider.issuer;
  const notice = sketchNotice('41/TB-VP', '2025-02-24', [{ id: 'I.1', lead: 'Sở Y tế', due: '2025-03-31' }]);
  await pages.register.directory.import(standInDirectory([notice]));
  for (const [login, role] of [
    ['loan@anphu.example', 'secretary'],
    ['cu@anphu.example', 'viewer'],
  ] as const) {
    const account = await addAccount(pages.register, { login, name: `Người ${login}`, role }, pages.now);
    if (account && login.startsWith('cu')) await pages.register.accountsOfStaff.close(account.id, pages.now);
  }
});
afterAll(async () => {
  await pages.close();
  await provider.close();
  jest.restoreAllMocks();
});
beforeEach(() => {
  pages.now += HOUR_MS;
});

const browser = () => new Browser((path) => `${top}${path}`);
/** The path and question of an address of the pages. */
const below = (url: string) => url.slice(top.length);

/** Goes to the provider, signs in there as somebody, and comes back. */
async function through(who: Browser, name: string, from = '/dang-nhap/co-quan'): Promise<Seen> {
  const left = await who.get(from);
  expect(left.status).toBe(302);
  return who.get(below(await provider.signIn(left.to, name)));
}

describe('whom the provider names', () => {
  test('is let in by the account of that address, and goes on to the page that was wanted', async () => {
    provider.people.set('loan', { email: 'Loan@AnPhu.example', email_verified: true });
    const who = browser();
    const door = await who.get('/dang-nhap?den=/vp/nhiem-vu');
    const [, href = ''] = /href="(\/dang-nhap\/co-quan[^"]*)"/.exec(door.html) ?? [];
    const back = await through(who, 'loan', href);
    expect(back.status).toBe(200);
    expect(back.html).toContain('href="/vp/nhiem-vu"');
    expect(back.set.find((line) => line.startsWith('dondoc_vp='))).toContain('SameSite=Strict');
    expect((await who.get('/vp')).html).toContain('Người loan@anphu.example');
    const account = await pages.register.accountsOfStaff.named('loan@anphu.example');
    expect(pages.events).toContainEqual(
      expect.objectContaining({ event: 'sign-in', how: 'oidc', account: account?.id, outcome: 'in' }),
    );
    expect(account?.signedInAt).toBe(pages.now);
    const out = await who.post('/vp/thoat');
    expect(out.to).toBe('/dang-nhap/da-thoat');
    expect((await who.get('/vp')).status).toBe(401);
    expect((await who.get(out.to)).html).toContain(`href="${provider.issuer}/session/end?`);
  });

  test('is let in as the one person of the directory with that address, on pages of their own', async () => {
    const { people } = await pages.register.directory.current();
    const person = people.find(({ name }) => name === 'Đầu mối Sở Y tế');
    provider.people.set('y-te', { email: person?.email ?? '', email_verified: true });
    const who = browser();
    expect((await through(who, 'y-te')).html).toContain('href="/toi"');
    expect((await who.get('/toi')).html).toContain('Đầu mối Sở Y tế');
    expect((await who.get('/vp')).status).toBe(401);
  });

  test.each([
    ['la', { email: 'la@khac.example', email_verified: true }, 'chưa có trong danh bạ'],
    ['khoa', { email: 'cu@anphu.example', email_verified: true }, 'chưa có trong danh bạ'],
    ['chua', { email: 'loan@anphu.example', email_verified: false }, 'không xác nhận địa chỉ thư'],
    ['khong', {}, 'không xác nhận địa chỉ thư'],
  ])('“%s” is refused with what to do: %j', async (name, claims, words) => {
    provider.people.set(name, claims);
    const who = browser();
    const back = await through(who, name);
    expect(back.status).toBe(403);
    expect(back.html).toContain(words);
    expect([...who.cookies.keys()]).toEqual([]);
  });

  test('an address two people share says not which of them came', async () => {
    const directory = await pages.register.directory.current();
    const shared = directory.people.map((one) =>
      one.name.endsWith('Sở Y tế') ? { ...one, email: 'chung@yte.example' } : one,
    );
    await pages.register.directory.import({ ...directory, people: shared });
    provider.people.set('chung', { email: 'chung@yte.example', email_verified: true });
    expect((await through(browser(), 'chung')).html).toContain('dùng chung địa chỉ');
    await pages.register.directory.import(directory);
  });
});

describe('an answer', () => {
  test('opens nothing for another browser, twice, late, without its errand, or changed', async () => {
    provider.people.set('loan', { email: 'loan@anphu.example', email_verified: true });
    const who = browser();
    const left = await who.get('/dang-nhap/co-quan');
    const back = below(await provider.signIn(left.to, 'loan'));
    const [stranger, other] = [browser(), browser()];
    expect((await stranger.get(back)).status).toBe(400);
    await other.get('/dang-nhap/co-quan');
    expect((await other.get(back)).status).toBe(400);
    const kept = who.cookies.get('dondoc_di') ?? '';
    expect((await who.get(back)).status).toBe(200);
    expect((await who.get(back)).status).toBe(400);
    // The code is used up even where the errand is put back.
    const again = browser();
    again.cookies.set('dondoc_di', kept);
    expect((await again.get(back)).status).toBe(400);
    for (const odd of ['', '?code=x', '?error=access_denied', '?code=x&state=y', `?code=${'x'.repeat(5_000)}`]) {
      const one = browser();
      await one.get('/dang-nhap/co-quan');
      expect((await one.get(`${BACK}${odd}`)).status).toBe(400);
    }
    for (const cookie of ['a.b.c', 'x', '....', 'a'.repeat(3_000)]) {
      const one = browser();
      one.cookies.set('dondoc_di', cookie);
      expect((await one.get(back)).status).toBe(400);
    }
    expect([...stranger.cookies.keys(), ...again.cookies.keys()]).toEqual([]);
  });

  test('a page of another site is gone to neither on the way there nor back', async () => {
    provider.people.set('loan', { email: 'loan@anphu.example', email_verified: true });
    const back = await through(browser(), 'loan', '/dang-nhap/co-quan?den=https://khac.example');
    expect(back.html).not.toContain('khac.example');
    expect(back.html).toContain('href="/vp"');
  });
});

describe('the provider', () => {
  test('is asked what it offers once, and told where to send people back exactly', async () => {
    const left = new URL((await browser().get('/dang-nhap/co-quan')).to);
    expect(left.origin).toBe(provider.issuer);
    expect(Object.fromEntries(left.searchParams)).toMatchObject({
      ...{ redirect_uri: `${top}${BACK}`, response_type: 'code', client_id: 'dondoc', scope: 'openid email' },
      code_challenge_method: 'S256',
    });
    const [a, b] = [left, new URL((await browser().get('/dang-nhap/co-quan')).to)].map(({ searchParams: q }) =>
      ['state', 'nonce', 'code_challenge'].map((name) => q.get(name)),
    );
    for (const [i, value] of (a ?? []).entries()) expect(b?.[i]).not.toBe(value);
  });

  test('that was signed in to before is no proof for a decision; asked anew it is', async () => {
    provider.people.set('loan', { email: 'loan@anphu.example', email_verified: true });
    const who = browser();
    await through(who, 'loan');
    const session = async () =>
      (await pages.register.staff.openSessions(pages.now)).find(({ means }) => means === 'oidc');
    expect((await session())?.verifiedAt).toBe(0);
    const confirm = await who.get('/xac-nhan?den=/vp/nhiem-vu');
    const [, href = ''] = /href="(\/dang-nhap\/co-quan\?lai[^"]*)"/.exec(confirm.html) ?? [];
    const left = await who.get(href.replaceAll('&amp;', '&'));
    expect(new URL(left.to).searchParams.get('prompt')).toBe('login');
    const back = await who.get(below(await provider.signIn(left.to, 'loan')));
    expect(back.html).toContain('href="/vp/nhiem-vu"');
    expect((await pages.register.staff.openSessions(pages.now))[0]?.verifiedAt).toBe(pages.now);
  });

  test('that cannot be asked is said, with the other ways in; it is asked again the next time', async () => {
    let issuer = 'http://127.0.0.1:9';
    const settings = {
      get issuer() {
        return issuer;
      },
      ...provider.client,
    };
    const running = await pages.more({ provider: new IdentityProvider(settings) });
    const who = new Browser((path) => `${running.localUrl}${path}`);
    const before = pages.troubles.length;
    const answer = await who.get('/dang-nhap/co-quan');
    expect([answer.status, pages.troubles.length]).toEqual([503, before + 1]);
    expect(answer.html).toContain('liên kết gửi đến hộp thư');
    issuer = provider.issuer;
    expect((await who.get('/dang-nhap/co-quan')).status).toBe(302);
  });

  test('an office without one has no such pages', async () => {
    const none = new Browser(pages.url);
    for (const path of ['/dang-nhap/co-quan', BACK]) expect((await none.get(path)).status).toBe(404);
    expect((await none.get('/dang-nhap')).html).not.toContain('co-quan');
  });
});
