import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Act } from '../../dsl/rules/act.ts';
import type { Day } from '../../dsl/time/day.ts';
import { actingAs } from '../../office/acting-as.ts';
import { contactIdOf } from '../../office/contact.ts';
import { personNamed } from '../../office/person-named.ts';
import { subjectOf } from '../../office/why/subject.ts';
import { type Directory, resolveRole } from '../../register/index.ts';
import { beginDue } from '../support/leaving.ts';
import * as sample from './support.ts';

/* One directive's own contact: who is told for the lead of it, and what becomes of messages that wait. */

const { at, by, DIRECTIVE_ID, draft, post, wake } = sample;
const office = { party: 'secretariat' } as const;
const STAFF = 'chuyen-vien-yt';
const USUAL = 'dau-moi-yt';
const directory: Directory = {
  ...sample.DIRECTORY,
  people: [
    ...sample.DIRECTORY.people,
    { id: STAFF, name: 'Vũ Thị Hải', email: 'sau@haison.example' },
    { id: 'hai-2', name: 'Vũ Thị Hài', email: 'bay@haison.example' },
    { id: 'hai-3', name: 'Vũ Thị Hài', email: 'tam@haison.example' },
    { id: 'khong-dia-chi', name: 'Bùi Văn Chín' },
  ],
  positions: [
    ...sample.DIRECTORY.positions,
    { agency: 'so-y-te', person: STAFF, function: 'staff', acting: false, to: '2025-03-31' },
    { agency: 'so-y-te', person: 'khong-dia-chi', function: 'staff', acting: false },
  ],
};

describe('who is told for the lead on a day', () => {
  const told = (contact: string, day: Day, lead = draft().lead) => {
    const { people, passedOver } = resolveRole(directory, { ...draft(), lead, contact }, 'lead', day);
    return [people.map((p) => `${p.agency.id} ${p.person.id}`), passedOver?.reason];
  };
  const away = (day: string) =>
    `danh bạ không ghi người này giữ vị trí nào ở đơn vị chủ trì vào ngày ${day}; gửi đầu mối thường lệ`;

  test('the one named, for as long as they hold a post there; then the usual contact, and why', () => {
    expect(told(STAFF, '2025-03-31')).toEqual([['so-y-te chuyen-vien-yt'], undefined]);
    expect(told(STAFF, '2025-04-01')).toEqual([['so-y-te dau-moi-yt'], away('01/04/2025')]);
    expect(told('da-xoa', '2025-03-10')).toEqual([['so-y-te dau-moi-yt'], away('10/03/2025')]);
    expect(told('khong-dia-chi', '2025-03-10')).toEqual([
      ['so-y-te dau-moi-yt'],
      'danh bạ không có địa chỉ thư điện tử, Zalo hay số điện thoại; gửi đầu mối thường lệ',
    ]);
  });

  test('of several that lead, for their own agency only; nobody else’s role is touched', () => {
    const two = [...draft().lead, { name: 'Văn phòng UBND tỉnh', agency: 'vp-tinh' }];
    expect(told(STAFF, '2025-03-10', two)).toEqual([['so-y-te chuyen-vien-yt', 'vp-tinh van-thu'], undefined]);
    for (const role of ['headOf(lead)', 'cooperating', 'supervisor', 'issuer', 'secretariat'] as const) {
      const own = resolveRole(directory, { ...draft(), contact: STAFF }, role, '2025-03-10');
      expect([role, own]).toEqual([role, resolveRole(directory, draft(), role, '2025-03-10')]);
    }
  });
});

describe('whom the office means', () => {
  const meant = (given: string, day: Day = '2025-03-10') => contactIdOf(directory, draft(), given, day);

  test('by id or by name, also typed without its marks where that is one person', () => {
    expect([STAFF, 'Vũ Thị Hải', 'vũ thị  hải', 'Pham Van Ba', 'none'].map((given) => meant(given))).toEqual([
      ...[STAFF, STAFF, STAFF, USUAL, 'none'],
    ]);
  });

  test.each([
    ['nobody', 'Ngô Văn Mười', /^--contact “Ngô Văn Mười”: danh bạ không có người này; .*dondoc directory show$/],
    ['no name at all', ' ', /danh bạ không có người này/],
    ['two of that name', 'Vũ Thị Hài', /^--contact “Vũ Thị Hài”: danh bạ có 2 người tên này; ghi mã: hai-2, hai-3$/],
    ['three who may be meant', 'Vu Thi Hai', /có 3 người tên này; ghi mã: chuyen-vien-yt, hai-2, hai-3$/],
    ['without an address', 'Bùi Văn Chín', /^--contact Bùi Văn Chín: danh bạ không có địa chỉ thư điện tử, Zalo/],
    [
      'of another agency',
      'van-thu',
      /^--contact Lê Thị Hai: hôm nay không giữ vị trí nào ở đơn vị chủ trì \(Sở Y tế\)/,
    ],
  ])('%s is refused, with the reason', (_, given, reason) => {
    expect(() => meant(given)).toThrow(reason);
  });

  test('by every command the same: to let in, to ask why, and who acts', async () => {
    const meantBy = async (given: string) => {
      const asked: readonly (() => string | undefined | Promise<string | undefined>)[] = [
        () => personNamed(directory, given, '--person').id,
        () => subjectOf(directory, given, '2025-03-10').id,
        async () => (await actingAs(register, { name: given }, '2025-03-10', draft())).person,
      ];
      return await Promise.all(
        asked.map((ask) =>
          Promise.resolve()
            .then(ask)
            .catch(() => 'refused'),
        ),
      );
    };
    const { register, close } = await sample.openFresh(sample.sqlite);
    await register.directory.import(directory);
    const asked = async () => [await meantBy('Pham Van Ba'), await meantBy('VŨ THỊ HẢI'), await meantBy('Vu Thi Hai')];
    const answers = await asked().finally(close);
    expect(answers).toEqual([USUAL, STAFF, 'refused'].map((who) => Array(3).fill(who)));
  });

  test('who left the day before is refused', () => {
    expect(() => meant(STAFF, '2025-04-01')).toThrow(/không giữ vị trí nào/);
  });
});

describe('the ledger', () => {
  let opened: sample.Opened;
  beforeEach(async () => {
    opened = await sample.openFresh(sample.sqlite);
    await opened.register.directory.import(directory);
    await opened.register.notices.register(sample.NOTICE, [draft()]);
    await opened.register.directives.recordWake(wake({ posts: [post()] }));
  });
  afterEach(() => opened.close());

  const contact = (seq: number, id: string | null) =>
    opened.register.directives.recordWake(
      wake({ seq, at: at('2025-03-04', 18), act: by({ type: 'adjust', by: office, contact: id }, `doi-${seq}`) }),
    );
  const rows = async (key: string) =>
    ((await opened.register.directives.show(DIRECTIVE_ID))?.messages ?? [])
      .filter((m) => m.postKey === key)
      .map((m) => `${m.personId} ${m.channel} ${m.outcome}${m.reason === null ? '' : `: ${m.reason}`}`)
      .sort();
  const reminder = post({ key: 'remind/0', stage: 'remind', kind: 'due-reminder', at: at('2025-03-07') });

  test('what comes after the act goes to the one named, what came before stays; back again by null', async () => {
    await contact(1, STAFF);
    expect((await opened.register.directives.find(DIRECTIVE_ID))?.contact).toBe(STAFF);
    await opened.register.directives.recordWake(wake({ seq: 2, at: reminder.at, posts: [reminder] }));
    expect(await rows('remind/0')).toEqual([`${STAFF} email planned`]);
    await contact(3, null);
    const later = { ...reminder, key: 'remind/1', at: at('2025-03-12') };
    await opened.register.directives.recordWake(wake({ seq: 4, at: later.at, posts: [later] }));
    expect(await rows('remind/1')).toEqual([`${USUAL} email planned`, `${USUAL} zalo planned`]);
  });

  test('what waits for the morning goes to the new one, in the words of its own step; nothing is told twice', async () => {
    const returned: Act = { type: 'return', by: office, reason: 'Thiếu phụ lục 2' };
    const held = post({ key: 'returned.1:lead', kind: 'returned', cause: { event: 'returned' }, at: at('2025-03-05') });
    await opened.register.directives.recordWake(
      wake({ seq: 1, at: at('2025-03-04', 17), act: by(returned), posts: [held] }),
    );
    const skipped = (id: string, channel: string) => `${id} ${channel} skipped: Đã đổi đầu mối trước giờ gửi`;
    const before = await rows(held.key);
    expect(before).toEqual([`${USUAL} email planned`, `${USUAL} zalo planned`]);

    expect(await contact(2, STAFF)).toEqual({ recorded: true, planned: 2, skipped: 0, leaves: expect.any(Array) });
    const changed = [`${STAFF} email planned`, skipped(USUAL, 'email'), skipped(USUAL, 'zalo')];
    expect(await rows(held.key)).toEqual(changed);
    const mail = (await opened.register.directives.show(DIRECTIVE_ID))?.messages.find(
      (m) => m.personId === STAFF && m.postKey === held.key,
    );
    expect(mail).toMatchObject({ at: held.at, seq: 1 });
    expect(JSON.stringify(mail?.content)).toContain('Thiếu phụ lục 2');
    expect(await contact(2, STAFF)).toMatchObject({ recorded: false });
    expect(await contact(3, STAFF)).toEqual({ recorded: true, planned: 0, skipped: 0, leaves: [] });
    expect(await rows(held.key)).toEqual(changed);

    await contact(4, null);
    expect(await rows(held.key)).toEqual([skipped(STAFF, 'email'), ...before]);
    expect(await rows('assign')).toEqual([skipped(STAFF, 'email'), ...before]);
  });

  test('what has left stays with who was told', async () => {
    const { ledger } = opened.register;
    const [first] = await beginDue(ledger, { before: at('2025-03-10'), limit: 1 });
    await contact(1, STAFF);
    const assigned = await rows('assign');
    expect(assigned).toContain(`${USUAL} ${first?.channel} sending`);
    expect(assigned).toContain(`${STAFF} email planned`);
  });

  test('once they have left, the usual contact is told and the ledger says why; nobody has to be called', async () => {
    await contact(1, STAFF);
    const late = { ...reminder, at: at('2025-04-01') };
    await opened.register.directives.recordWake(wake({ seq: 2, at: late.at, posts: [late] }));
    expect(await rows('remind/0')).toEqual([
      `${STAFF} email skipped: Vũ Thị Hải: danh bạ không ghi người này giữ vị trí nào ở đơn vị chủ trì vào ngày 01/04/2025; gửi đầu mối thường lệ`,
      `${USUAL} email planned`,
      `${USUAL} zalo planned`,
    ]);
    expect(await opened.register.calls.missed()).toEqual([]);
  });

  test('another lead has its own contact again', async () => {
    await contact(1, STAFF);
    const act: Act = {
      type: 'reassign',
      by: office,
      reason: 'x',
      lead: [{ name: 'Sở Xây dựng', agency: 'so-xay-dung' }],
    };
    await opened.register.directives.recordWake(
      wake({ seq: 2, at: at('2025-03-05'), act: by(act), posts: [post({ key: 'r' })] }),
    );
    expect((await opened.register.directives.find(DIRECTIVE_ID))?.contact).toBeNull();
    expect((await rows('r')).map((row) => row.split(' ')[0])).toEqual(['khong-kenh']);
  });
});
