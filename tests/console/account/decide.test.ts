import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { HOUR_MS, MINUTE_MS } from '../../../dsl/time/day.ts';
import { addAccount, invitePassword, passwordPath } from '../../../office/accounts/index.ts';
import { missingProof } from '../../../office/links/index.ts';
import { itemOf } from '../../../office/page-address.ts';
import { invitePerson, personTicketPath } from '../../../office/people/index.ts';
import { invite, ticketPath } from '../../../office/staff/index.ts';
import type { DirectiveRecord } from '../../../register/index.ts';
import { sketchNotice } from '../../support/notice.ts';
import { formOn, get, post } from '../support/http.ts';
import { ISSUED, openOffice, type TestOffice } from '../support/office.ts';
import { Browser } from '../support/pages-alone.ts';

/* Approving a result and granting more time, where the office asks for more than the link of a mail. */

const PASSWORD = 'chim bay về núi tối rồi';
const CHAIRMAN = 'Thủ trưởng Lãnh đạo giao việc';
const notice = sketchNotice('31/TB-VP', ISSUED, [
  { id: 'I.1', lead: 'Sở Xây dựng', due: '2025-03-31' },
  { id: 'I.2', lead: 'Sở Xây dựng', due: '2025-04-30' },
]);
let office: TestOffice;
let handedIn: DirectiveRecord;
let asks: DirectiveRecord;
let rule: 'link' | 'login' | 'recent' = 'login';
const mails: { readonly to: string; readonly text: string }[] = [];

beforeAll(async () => {
  office = await openOffice([notice], {
    decideBy: () => rule,
    sendMail: async (mail) => {
      mails.push(mail);
      return null;
    },
  });
  const [a, b] = await office.issue(notice);
  if (!a || !b) throw new Error('not issued');
  [handedIn, asks] = [a, b];
  const by = { party: 'lead', agency: 'so-xay-dung' } as const;
  const [own] = a.lead;
  await office.act(a.id, { type: 'submit-result', by: { ...by, agency: own?.agency ?? '' }, text: 'Báo cáo số 5' });
  const later = { due: '2025-05-20', reason: 'Chờ thẩm định' } as const;
  await office.act(b.id, { type: 'ask-extension', by: { ...by, agency: own?.agency ?? '' }, ...later });
});
afterAll(() => office.close());
beforeEach(() => {
  office.freshRates();
});

const browser = () => new Browser((path) => `${office.pages.localUrl}${path}`);
const acts = async ({ id }: DirectiveRecord) =>
  (await office.register.directives.show(id))?.events.flatMap(({ act }) => act?.act.type ?? []) ?? [];

/** The link of the office's newest message about a directive. */
async function officeLink({ id }: DirectiveRecord): Promise<string> {
  const view = await office.register.directives.show(id);
  const message = view?.messages.filter(({ role }) => role === 'secretariat' || role === 'issuer').at(-1);
  if (message?.personName == null) throw new Error('no message to the office');
  return office.linkTo(id, message.personName);
}

async function clerk(): Promise<Browser> {
  const account = await addAccount(
    office.register,
    { login: 'loan', name: 'Phạm Hồng Loan', role: 'secretary' },
    office.now,
  );
  if (!account) throw new Error('taken');
  const who = browser();
  const path = passwordPath(await invitePassword(office.register, account, office.now));
  expect((await who.post(path, { 'mat-khau': PASSWORD, lai: PASSWORD })).status).toBe(303);
  return who;
}

describe('what is still missing', () => {
  const as = { party: 'secretariat' } as const;
  const now = 10 * HOUR_MS;

  test('nothing where a link is enough, a session where one is asked for, a fresh word where that is', () => {
    const [none, old, fresh] = [{}, { as, verifiedAt: now - 31 * MINUTE_MS }, { as, verifiedAt: now - 29 * MINUTE_MS }];
    const of = (visit: Parameters<typeof missingProof>[2]) =>
      (['link', 'login', 'recent'] as const).map((one) => missingProof(one, 'approve', visit, now));
    expect(of(none)).toEqual([undefined, 'login', 'login']);
    expect(of(old)).toEqual([undefined, undefined, 'again']);
    expect(of(fresh)).toEqual([undefined, undefined, undefined]);
  });

  test('only of what decides: handing in, acknowledging, asking go on by link', () => {
    for (const act of ['acknowledge', 'submit-result', 'ask-extension', 'report-progress', 'return'] as const)
      expect(missingProof('recent', act, {}, now)).toBeUndefined();
    for (const act of ['approve', 'endorse', 'grant-extension', 'offer-extension', 'accept-explanation'] as const)
      expect(missingProof('login', act, {}, now)).toBe('login');
  });
});

test('by a link a result is seen and returned, not approved: neither by its page nor by a form made before', async () => {
  rule = 'link';
  const link = await officeLink(handedIn);
  const form = formOn(await get(link), 'approve');
  rule = 'login';
  const page = await get(link);
  expect(page.html).not.toContain('/approve"');
  expect(page.html).toContain('/return"');
  expect(page.html).toContain(`href="/vp/nhiem-vu/${itemOf(handedIn.id)}"`);
  const tried = await post(office.pages.localUrl, form);
  expect(tried.status).toBe(403);
  expect(tried.html).toContain('cần đăng nhập');
  expect(await acts(handedIn)).not.toContain('approve');
});

test('somebody of the office signs in and comes back to the page; after half an hour they prove once more who they are', async () => {
  rule = 'recent';
  const who = await clerk();
  const at = `/vp/nhiem-vu/${itemOf(handedIn.id)}`;
  const early = formOn({ ...(await who.get(at)), headers: new Headers() }, 'approve');
  office.now += 31 * MINUTE_MS;
  const page = await who.get(at);
  expect(page.html).not.toContain('/approve"');
  const [, confirm = ''] = /href="(\/xac-nhan[^"]*)"/.exec(page.html) ?? [];
  expect(confirm).toBe(`/xac-nhan?den=${at}`);
  expect((await who.post(early.action, { nonce: early.nonce })).status).toBe(403);
  expect((await who.get(confirm)).html).toContain('current-password');
  expect((await who.post(confirm, { 'mat-khau': 'sai sai sai sai' })).status).toBe(422);
  expect((await who.post(confirm, { 'mat-khau': PASSWORD }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await browser().post(confirm, { 'mat-khau': PASSWORD })).status).toBe(401);
  const confirmed = await who.post(confirm, { 'mat-khau': PASSWORD });
  expect([confirmed.status, confirmed.to]).toEqual([303, at]);
  const form = formOn({ ...(await who.get(at)), headers: new Headers() }, 'approve');
  expect((await who.post(form.action, { nonce: form.nonce })).status).toBe(303);
  expect((await acts(handedIn)).at(-1)).toBe('approve');
  // What the office does by itself asks for it too, by its page and by a form that was open.
  const other = `/vp/nhiem-vu/${itemOf(asks.id)}`;
  const open = formOn({ ...(await who.get(other)), headers: new Headers() }, 'change-deadline');
  office.now += 31 * MINUTE_MS;
  const later = await who.get(other);
  expect([later.html.includes('/change-deadline"'), later.html.includes('/note"')]).toEqual([false, true]);
  const fields = { nonce: open.nonce, due: '2025-05-30', reason: 'Máy để mở' };
  expect((await who.post(open.action, fields)).status).toBe(403);
  expect(await acts(asks)).not.toContain('change-deadline');
});

test('whoever a ticket let in proves it by a new one', async () => {
  rule = 'recent';
  const who = browser();
  await who.post(ticketPath(await invite(office.register, { name: 'A', role: 'secretary' }, office.now)));
  const page = await who.get('/xac-nhan?den=/vp');
  expect(page.html).toContain('xác nhận bằng liên kết mới');
  expect((await who.post('/xac-nhan?den=/vp', { 'mat-khau': PASSWORD })).status).toBe(404);
});

test('a leader is led to sign in, back to the page, and later asked again by a mail to their own box', async () => {
  rule = 'recent';
  const { people } = await office.register.directory.current();
  const chairman = people.find(({ name }) => name === CHAIRMAN);
  if (!chairman?.email) throw new Error('no chairman');
  const at = `/toi/viec/${itemOf(asks.id)}`;
  const who = browser();
  const first = await who.get(at);
  expect([first.status, /href="([^"]*dang-nhap[^"]*)"/.exec(first.html)?.[1]]).toEqual([
    401,
    `/toi/dang-nhap?den=${at}`,
  ]);
  await who.post('/toi/dang-nhap', { thu: chairman.email, den: at });
  await office.settled();
  const ticketIn = (text = '') => /\/toi\/vao\/\S+/.exec(text)?.[0] ?? '';
  expect((await who.post(ticketIn(mails.at(-1)?.text))).to).toBe(at);
  expect((await who.get(at)).html).toContain('/grant-extension"');
  office.now += 40 * MINUTE_MS;
  const page = await who.get(at);
  expect(page.html).not.toContain('/grant-extension"');
  const [, confirm = ''] = /href="(\/xac-nhan[^"]*)"/.exec(page.html) ?? [];
  const before = who.cookies.get('dondoc_toi') ?? '';
  expect((await who.post(confirm)).html).toContain('liên kết xác nhận');
  await office.settled();
  expect(mails.at(-1)?.to).toBe(chairman.email);
  expect((await who.post(ticketIn(mails.at(-1)?.text))).to).toBe(at);
  const form = formOn({ ...(await who.get(at)), headers: new Headers() }, 'grant-extension');
  expect((await who.post(form.action, { nonce: form.nonce })).status).toBe(303);
  expect((await acts(asks)).at(-1)).toBe('grant-extension');
  const old = browser();
  old.cookies.set('dondoc_toi', before);
  expect((await old.get('/toi')).status).toBe(401);
});

test('one’s own page: how one came in, sessions of one’s own and of nobody else, another password', async () => {
  const { people } = await office.register.directory.current();
  const person = people.find(({ name }) => name === 'Đầu mối Sở Xây dựng');
  if (!person) throw new Error('nobody');
  const [one, two] = [browser(), browser()];
  for (const who of [one, two])
    await who.post(personTicketPath(await invitePerson(office.register, person, office.now)));
  const clerks = [browser(), browser()] as const;
  for (const who of clerks)
    expect((await who.post('/dang-nhap', { ten: 'loan', 'mat-khau': PASSWORD })).status).toBe(303);
  const ends = async (who: Browser) =>
    [...(await who.get('/tai-khoan')).html.matchAll(/action="([^"]*\/tai-khoan\/phien\/[^"]+)"/g)].map(
      (m) => m[1] ?? '',
    );
  const [ofPerson = ''] = await ends(one);
  expect(await ends(one)).toHaveLength(1);
  expect((await clerks[0].post(ofPerson)).status).toBe(404);
  expect((await browser().post(ofPerson)).status).toBe(401);
  expect((await one.post(ofPerson)).status).toBe(303);
  expect((await two.get('/toi')).status).toBe(401);
  expect((await one.get('/toi')).status).toBe(200);
  const change = (who: Browser, cu: string, moi: string) =>
    who.post('/tai-khoan/mat-khau', { cu, 'mat-khau': moi, lai: moi });
  expect((await change(clerks[0], 'không phải câu này', 'mưa rơi trên mái ngói')).status).toBe(422);
  expect((await change(clerks[0], PASSWORD, 'ngắn')).status).toBe(422);
  expect((await change(one, PASSWORD, 'mưa rơi trên mái ngói')).status).toBe(404);
  expect((await change(clerks[0], PASSWORD, 'mưa rơi trên mái ngói')).to).toBe('/tai-khoan?da=doi');
  expect((await clerks[0].get('/vp')).status).toBe(200);
  expect((await clerks[1].get('/vp')).status).toBe(401);
  for (const path of ['/tai-khoan', '/xac-nhan']) expect((await browser().get(path)).status).toBe(401);
  expect(office.troubles).toEqual([]);
});
