import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HOUR_MS } from '../../dsl/time/day.ts';
import { invite, STAFF_ROLES, ticketPath } from '../../office/staff/index.ts';
import type { DirectiveRecord } from '../../register/index.ts';
import { sketchNotice } from '../support/notice.ts';
import { get } from './support/http.ts';
import { ISSUED, openOffice, type TestOffice } from './support/office.ts';

/*
 * Every path the pages answer, taken from the pages themselves: one that is added is tried without anybody writing it
 * down, and is shut to strangers until it is put on the list of what is theirs.
 */

const NOTICE = sketchNotice('12/TB-VP', ISSUED, [
  { id: 'II.1', lead: 'Sở Nội vụ', due: '2025-03-31' },
  { id: 'II.2', lead: 'Sở Y tế', due: '2025-03-31' },
]);
/** What anybody sees: doors, styles and scripts, whether it lives. */
const OPEN = [
  'GET /',
  'GET /dang-nhap',
  'GET /dang-nhap/da-thoat',
  'GET /toi/dang-nhap',
  'GET /robots.txt',
  'GET /healthz',
];
const FILES = /^GET \/(?:assets\/|vp\/)[^:]*\.(?:css|js)$/;
/** The only forms a stranger may fill in: they ask for a link by mail. */
const ASKING = 'POST /toi/dang-nhap';
/** What one who may only read may send: to see a year played, to leave. */
const READERS_FORMS = ['POST /vp/dien-thu', 'POST /vp/dien-thu/dung', 'POST /vp/thoat'];

let office: TestOffice;
let foreign: DirectiveRecord;
const mails: string[] = [];
beforeAll(async () => {
  office = await openOffice([NOTICE], {
    sendMail: async ({ text }) => {
      mails.push(text);
      return null;
    },
  });
  const [first] = await office.issue(NOTICE);
  if (!first) throw new Error('nothing was issued');
  foreign = first;
});
afterAll(() => office.close());

interface Answer {
  readonly route: string;
  readonly status: number;
  readonly text: string;
}

/** Sends to every path, its places filled with what is there and not the caller's, or with what is nowhere. */
async function everywhere(
  cookie: string,
  body: () => { body: NonNullable<RequestInit['body']>; headers?: Record<string, string> },
  wanted: (route: string) => boolean = () => true,
): Promise<readonly Answer[]> {
  const item = Buffer.from(foreign.id).toString('base64url');
  const answers: Answer[] = [];
  for (const { method, path } of office.pages.routes) {
    const route = `${method} ${path}`;
    if (!wanted(route)) continue;
    const filled = path.replace(/:item(?:\{[^}]*\})?/, item).replace(/:\w+(?:\{[^}]*\})?/g, 'x');
    const sent = method === 'GET' ? undefined : body();
    const response = await fetch(`${office.pages.localUrl}${filled}`, {
      ...{ method, redirect: 'manual' },
      // A body that is refused unread ends its connection, which the next one must not be sent on.
      headers: { connection: 'close', ...(cookie === '' ? {} : { cookie }), ...sent?.headers },
      ...(sent ? { body: sent.body } : {}),
    });
    answers.push({ route, status: response.status, text: await response.text() });
    office.freshRates();
  }
  expect(answers.length).toBeGreaterThan(0);
  return answers;
}

const form = () => ({ body: new URLSearchParams({ lam: 'bo', ten: 'x', thu: 'khong-ai@nowhere.invalid' }) });
const isShut = ({ route, status }: Answer) =>
  route === ASKING || OPEN.includes(route) || FILES.test(route) || (status >= 400 && status < 500);

async function cookieOf(path: string): Promise<string> {
  const answer = await fetch(`${office.pages.localUrl}${path}`, { method: 'POST', redirect: 'manual' });
  expect(answer.status).toBe(303);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

const asStaff = async (role: (typeof STAFF_ROLES)[number]) =>
  cookieOf(ticketPath(await invite(office.register, { name: 'Phạm Hồng Loan', role }, office.now)));

/** Comes in as the contact of an agency, by the link that is mailed. */
async function asAgency(agency: string): Promise<string> {
  office.now += HOUR_MS;
  const { people } = await office.register.directory.current();
  const thu = people.find(({ name }) => name === `Đầu mối ${agency}`)?.email ?? '';
  await fetch(`${office.pages.localUrl}/toi/dang-nhap`, { method: 'POST', body: new URLSearchParams({ thu }) });
  await office.settled();
  return cookieOf(/\/toi\/vao\/\S+/.exec(mails.at(-1) ?? '')?.[0] ?? '');
}

describe('a stranger', () => {
  test.each(['', 'dondoc_vp=x', 'dondoc_toi=x; dondoc_vp=x; dondoc_tk=x'])(
    'with the cookie “%s” is shown doors alone and gives nothing in',
    async (cookie) => {
      const answers = await everywhere(cookie, form);
      expect(answers.filter((one) => !isShut(one)).map(({ route, status }) => `${status} ${route}`)).toEqual([]);
      for (const { route, text } of answers)
        expect({ route, names: text.includes(foreign.lead[0]?.name ?? '') }).toEqual({ route, names: false });
    },
  );

  test('finds every open path answered', async () => {
    const answers = await everywhere('', form, (route) => OPEN.includes(route) || FILES.test(route));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(OPEN.every((open) => answers.some(({ route }) => route === open))).toBe(true);
  });
});

test('an agency opens and sends nothing of the office, and finds nothing of another agency', async () => {
  const cookie = await asAgency('Sở Y tế');
  expect((await get(`${office.pages.localUrl}/toi`, { cookie })).status).toBe(200);
  const answers = await everywhere(cookie, form, (route) => !/ \/toi\/thoat/.test(route));
  // Whoever is in has an own page, and proves who they are again.
  const own = /^(?:GET|POST) \/(?:toi|tai-khoan|xac-nhan)(?:\/|$)/;
  const opened = answers.filter((one) => !own.test(one.route) && !isShut(one));
  expect(opened.map(({ route, status }) => `${status} ${route}`)).toEqual([]);
  for (const { route, status, text } of answers.filter((one) => one.route.includes('/toi/viec/'))) {
    expect({ route, ok: status >= 400 && status < 500 }).toEqual({ route, ok: true });
    expect(text).not.toContain('Sở Nội vụ');
  }
});

test('who may only read gives nothing in', async () => {
  const cookie = await asStaff('viewer');
  const answers = await everywhere(
    cookie,
    form,
    (route) => route.startsWith('POST /vp') && !READERS_FORMS.includes(route),
  );
  expect(
    answers.filter(({ status }) => status < 400 || status >= 500).map((one) => `${one.status} ${one.route}`),
  ).toEqual([]);
});

describe('what is no form', () => {
  const BODIES = {
    json: () => ({ body: '{"a":', headers: { 'content-type': 'application/json' } }),
    'half a file': () => ({
      body: '--x\r\nContent-Disposition: form-data; name="tep"; filename="a.docx"\r\n\r\nPK',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    }),
    'broken letters': () => ({
      body: '%E1%B=&ten=%00%FF&nonce=%',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
    'far too much': () => ({ body: new URLSearchParams({ ten: 'x'.repeat(400_000) }) }),
  };

  test.each(STAFF_ROLES)('sent everywhere by a %s: nothing breaks', async (role) => {
    for (const [name, body] of Object.entries(BODIES)) {
      const cookie = await asStaff(role);
      const before = office.troubles.length;
      const answers = await everywhere(cookie, body, (route) => route.startsWith('POST') && !/\/thoat/.test(route));
      expect({ name, broken: answers.filter(({ status }) => status >= 500).map(({ route }) => route) }).toEqual({
        name,
        broken: [],
      });
      expect(office.troubles.slice(before)).toEqual([]);
    }
  });
});
