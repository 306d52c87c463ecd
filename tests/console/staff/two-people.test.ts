import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { invite, ticketPath } from '../../../office/staff/index.ts';
import type { DirectiveRecord } from '../../../register/index.ts';
import { sketchNotice } from '../../support/notice.ts';
import { type Got, get } from '../support/http.ts';
import { ISSUED, openOffice, type TestOffice } from '../support/office.ts';

/* Two people of one office at the same thing in two windows: one wins, the other reads what happened, nothing is doubled. */

const LEAD = { party: 'lead', agency: 'so-noi-vu' } as const;
const notice = sketchNotice('12/TB-VP', ISSUED, [
  { id: 'II.1', lead: 'Sở Nội vụ', due: '2025-03-31' },
  { id: 'II.2', lead: 'Sở Nội vụ', due: '2025-03-31' },
  { id: 'II.3', lead: 'Sở Y tế', due: '2025-03-31' },
]);
const words = (number: string) =>
  [
    ...['ỦY BAN NHÂN DÂN TỈNH HẢI SƠN', 'VĂN PHÒNG', `Số: ${number}`, 'Hải Sơn, ngày 20 tháng 02 năm 2025'],
    ...['THÔNG BÁO', 'Kết luận cuộc họp giao ban', 'Chủ tịch UBND tỉnh kết luận như sau:'],
    `1. Giao Sở Nội vụ chủ trì, hoàn thành đề án ${number} trước ngày 15/4/2025.`,
    `2. Giao Sở Y tế chủ trì, báo cáo kết quả ${number} trước ngày 20/4/2025.`,
    'Ngoài ra, đề nghị khẩn trương hoàn thành việc bàn giao mặt bằng tuyến đường ven biển trước ngày 20/3/2025.',
    ...['KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG', 'Trịnh Quốc Hùng'],
  ].join('\n');

let office: TestOffice;
let [one, two]: DirectiveRecord[] = [];
let loan: Window;
let minh: Window;

/** Somebody's session in a browser. */
class Window {
  constructor(private readonly cookie: string) {}

  async get(path: string): Promise<Got> {
    return get(url(path), { cookie: this.cookie });
  }

  /** Presses a button: what its form holds as the page shows it, with what was typed over it. */
  async press(page: Got, action: string, typed: Record<string, string>, which = ''): Promise<Got> {
    const form = page.html.split('<form ').find((part) => part.includes(`action="${action}"`) && part.includes(which));
    if (form === undefined) throw new Error(`the page has no form for ${action}`);
    const held = [...(form.split('</form>')[0] ?? '').matchAll(/<input[^>]*>/g)].flatMap(([input]) => {
      const [, name] = /\bname="([^"]*)"/.exec(input) ?? [];
      return name === undefined ? [] : [[name, unescaped(/\bvalue="([^"]*)"/.exec(input)?.[1] ?? '')]];
    });
    return this.post(action, { ...Object.fromEntries(held), ...typed });
  }

  async post(path: string, fields: Record<string, string>): Promise<Got> {
    const headers = { cookie: this.cookie };
    const answer = await fetch(url(path), {
      method: 'POST',
      headers,
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
    return { status: answer.status, html: await answer.text(), headers: answer.headers };
  }

  /** Brings a notice in, and returns where its draft is. */
  async bringIn(number: string): Promise<string> {
    const { headers } = await this.post('/vp/van-ban', { loi: words(number) });
    return (headers.get('location') ?? '').replace(/^.*(?=\/vp\/)/, '');
  }
}

const unescaped = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
const url = (path: string) => `${office.pages.localUrl}${path}`;
const enter = async (name: string) => {
  const secret = await invite(office.register, { name, role: 'secretary' }, office.now);
  const answer = await fetch(url(ticketPath(secret)), { method: 'POST', redirect: 'manual' });
  return new Window((answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
};
const pageOf = (directive: DirectiveRecord | undefined) =>
  `/vp/nhiem-vu/${Buffer.from(directive?.id ?? '').toString('base64url')}`;
const actsOf = async (directive: DirectiveRecord | undefined) =>
  (await office.register.directives.show(directive?.id ?? ''))?.events.flatMap((e) => (e.act ? [e.act.act.type] : []));
const alertIn = ({ html }: Got) => /role="alert"[^>]*>(.*?)<\/(?:div|section|p)>/s.exec(html)?.[1] ?? '';
const ofNotice = async (number: string) =>
  (await office.register.directives.list()).filter((d) => d.text.includes(`${number}/TB`)).length;

beforeAll(async () => {
  office = await openOffice([notice]);
  [one, two] = await office.issue(notice);
  [loan, minh] = [await enter('Phạm Hồng Loan'), await enter('Trần Văn Minh')];
});
afterAll(() => office.close());

describe('one draft in two windows', () => {
  test('who sends a card that a colleague has changed since is told, and their change stands', async () => {
    const draft = await loan.bringIn('41/TB-VP');
    const [hers, his] = [await loan.get(draft), await minh.get(draft)];
    const card = 'name="viec" value="1"';
    expect((await loan.press(hers, `${draft}/sua`, { lam: 'ghi', han: '30/04/2025' }, card)).status).toBe(303);
    const late = await minh.press(his, `${draft}/sua`, { lam: 'ghi', 'chu-tri': 'Sở Tài chính' }, card);
    expect(late.status).toBe(422);
    expect(late.html).toContain('Chỗ này vừa được sửa ở một cửa sổ khác');
    expect(late.html).toContain('value="30/04/2025"');
    expect(late.html).toContain('value="Sở Nội vụ"');
    // Another card is nobody's hindrance: a long notice is shared.
    const other = await minh.press(his, `${draft}/sua`, { lam: 'ghi', han: '05/05/2025' }, 'name="viec" value="2"');
    expect(other.status).toBe(303);
    // Seen anew, the first may be changed too.
    const again = await minh.press(late, `${draft}/sua`, { lam: 'ghi', 'chu-tri': 'Sở Tài chính' }, card);
    expect(again.status).toBe(303);
    const both = (await loan.get(draft)).html;
    for (const value of ['30/04/2025', 'Sở Tài chính', '05/05/2025']) expect(both).toContain(`value="${value}"`);
  });

  test('a button pressed twice is no quarrel: what is asked for is so already', async () => {
    const draft = await loan.bringIn('40/TB-VP');
    const page = await loan.get(draft);
    for (const [lam, which, typed] of [
      ['ghi', 'name="viec" value="1"', { han: '30/04/2025' }],
      ['dau', 'name="thu" value="1"', { so: '39/TB-VP' }],
      ['bo', 'name="viec" value="2"', {}],
    ] as const) {
      for (let i = 0; i < 2; i++) {
        expect((await loan.press(page, `${draft}/sua`, { lam, ...typed }, which)).status).toBe(303);
      }
    }
  });

  test('a header, a confirmation of all and a passage are taken from one of them', async () => {
    const draft = await loan.bringIn('42/TB-VP');
    const [hers, his] = [await loan.get(draft), await minh.get(draft)];
    const header = 'name="thu" value="1"';
    expect((await loan.press(hers, `${draft}/sua`, { lam: 'dau', so: '43/TB-VP' }, header)).status).toBe(303);
    expect((await minh.press(his, `${draft}/sua`, { lam: 'dau', so: '44/TB-VP' }, header)).status).toBe(422);
    const [passage] = his.html.match(/name="loi" value="[^"]*"/) ?? [];
    const take = (who: Window, page: Got) =>
      who.press(page, `${draft}/sua`, { lam: 'nhan', 'chu-tri': 'Sở Y tế' }, passage);
    expect((await take(loan, hers)).status).toBe(303);
    expect((await take(minh, his)).status).toBe(422);
    const shown = (await loan.get(draft)).html;
    expect(shown).toContain('value="43/TB-VP"');
    expect(shown).toContain('>BS.1<');
    expect(shown).not.toContain('>BS.2<');
  });

  test('what goes out is what was looked at: changed since, it is shown anew first', async () => {
    const draft = await loan.bringIn('45/TB-VP');
    const seen = await minh.get(`${draft}/giao?allowUnknown=1`);
    const page = await loan.get(draft);
    await loan.press(page, `${draft}/sua`, { lam: 'bo' }, 'name="viec" value="2"');
    const refused = await minh.press(seen, `${draft}/giao`, {});
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('vừa được sửa ở một cửa sổ khác sau khi trang xem trước');
    expect(await ofNotice('45')).toBe(0);
    expect((await minh.press(refused, `${draft}/giao`, {})).status).toBe(303);
    await issued(minh, draft);
    expect(await ofNotice('45')).toBe(1);
  });

  test('issued by both at once it goes out once, and both see the same; who comes later reads what became of it', async () => {
    const draft = await loan.bringIn('46/TB-VP');
    const [hers, his] = [
      await loan.get(`${draft}/giao?allowUnknown=1`),
      await minh.get(`${draft}/giao?allowUnknown=1`),
    ];
    const stale = await minh.get(draft);
    const both = await Promise.all([loan.press(hers, `${draft}/giao`, {}), minh.press(his, `${draft}/giao`, {})]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await issued(loan, draft)).toContain('đã giao 2 nhiệm vụ');
    expect((await minh.get(`${draft}/dang-giao`)).html).toContain('đã giao 2 nhiệm vụ');
    expect(await ofNotice('46')).toBe(2);
    for (const late of [
      await minh.get(draft),
      await minh.press(stale, `${draft}/sua`, { lam: 'bo' }, 'name="viec" value="1"'),
      await minh.press(stale, `${draft}/bo`, {}),
    ]) {
      expect(late.status).toBe(410);
      expect(late.html).toMatch(/đã được giao .*Xem các nhiệm vụ đã giao/s);
    }
    expect(await ofNotice('46')).toBe(2);
  });

  test('put away by one, it cannot be given out by the other, who reads so', async () => {
    const draft = await loan.bringIn('47/TB-VP');
    const seen = await minh.get(`${draft}/giao?allowUnknown=1`);
    expect((await loan.press(await loan.get(draft), `${draft}/bo`, {})).status).toBe(303);
    const late = await minh.press(seen, `${draft}/giao`, {});
    expect(late.status).toBe(410);
    expect(late.html).toMatch(/đã được bỏ/);
    expect(await ofNotice('47')).toBe(0);
  });
});

/** The page after the job is through. */
async function issued(who: Window, draft: string): Promise<string> {
  for (;;) {
    const { html } = await who.get(`${draft}/dang-giao`);
    if (!html.includes('http-equiv="refresh"')) return html;
  }
}

describe('one entry of the directory in two windows', () => {
  let entry = '';
  beforeAll(async () => {
    const { agencies } = await office.register.directory.current();
    entry = `/vp/danh-ba/don-vi/${agencies.find(({ name }) => name === 'Sở Y tế')?.id}`;
  });
  const person = 'name="vai-tro" value="contact"';
  const contact = async () => {
    const { people } = await office.register.directory.current();
    return people.find(({ name }) => name === 'Đầu mối Sở Y tế');
  };

  test('an address put right by one is not put back by the other, who reads so and sees it', async () => {
    const [hers, his] = [await loan.get(entry), await minh.get(entry)];
    const right = { lam: 'nguoi', thu: 'moi@so-y-te.example' };
    expect((await loan.press(hers, entry, right, person)).status).toBe(303);
    const late = await minh.press(his, entry, { lam: 'nguoi', so: '0900000077' }, person);
    expect(late.status).toBe(422);
    expect(late.html).toContain('Chỗ này vừa được sửa ở một cửa sổ khác');
    expect(late.html).toContain('moi@so-y-te.example');
    expect((await contact())?.email).toBe('moi@so-y-te.example');
    // Seen anew, both stand; and pressed twice it is no quarrel.
    for (let i = 0; i < 2; i++)
      expect((await minh.press(late, entry, { lam: 'nguoi', so: '0900000077' }, person)).status).toBe(303);
    expect(await contact()).toMatchObject({ email: 'moi@so-y-te.example', phone: '84900000077' });
  });

  test('names that documents use are kept, too; another form of the page is nobody’s hindrance', async () => {
    const [hers, his] = [await loan.get(entry), await minh.get(entry)];
    const name = 'value="ten"';
    expect((await loan.press(hers, entry, { lam: 'ten', 'ten-khac': 'SYT; Sở Y' }, name)).status).toBe(303);
    const late = await minh.press(his, entry, { lam: 'ten', 'ten-khac': 'Ngành y tế' }, name);
    expect([late.status, late.html]).toEqual([422, expect.stringContaining('SYT; Sở Y')]);
    expect((await minh.press(his, entry, { lam: 'nguoi', so: '0900000078' }, person)).status).toBe(303);
  });
});

describe('one directive in two windows', () => {
  test('a result approved by one and returned by the other at once has one end, and the other reads which', async () => {
    await office.act(one?.id ?? '', { type: 'submit-result', by: LEAD, text: 'Đã ban hành đề án' });
    const path = pageOf(one);
    const [hers, his] = [await loan.get(path), await minh.get(path)];
    const both = await Promise.all([
      loan.press(hers, `${path}/approve`, {}),
      minh.press(his, `${path}/return`, { reason: 'Thiếu phụ lục' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const loser = both.find(({ status }) => status === 409);
    expect(alertIn(loser as Got)).not.toBe('');
    const acts = await actsOf(one);
    expect(acts?.filter((type) => type === 'approve' || type === 'return')).toHaveLength(1);
  });

  test('suspended by one and cancelled by the other at once, each reads what holds', async () => {
    const path = pageOf(two);
    const [hers, his] = [await loan.get(path), await minh.get(path)];
    const both = await Promise.all([
      loan.press(hers, `${path}/suspend`, { reason: 'Chờ Trung ương' }),
      minh.press(his, `${path}/cancel`, { reason: 'Không còn cần' }),
    ]);
    for (const { status } of both) expect([303, 409]).toContain(status);
    const acts = await actsOf(two);
    // A suspended directive may be cancelled; a cancelled one is suspended no more.
    expect([['suspend', 'cancel'], ['cancel']]).toContainEqual(acts);
    if (acts?.length === 1) expect(alertIn(both[0] as Got)).not.toBe('');
    expect((await office.register.directives.find(two?.id ?? ''))?.status).toBe('cancelled');
    // Late comes who had the page open all the while.
    const late = await loan.press(hers, `${path}/suspend`, { reason: 'Chờ' });
    expect([303, 409]).toContain(late.status);
    expect(await actsOf(two)).toEqual(acts);
  });

  test('no page of all this was a fault of the program', () => {
    expect(office.troubles).toEqual([]);
  });
});
