import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { bareLetters } from '../../dsl/bare-letters.ts';
import type { Role } from '../../dsl/policy/policy.ts';
import { conclusionIn } from '../../register/directory/concluder.ts';
import { mergeDirectory } from '../../register/directory/merge.ts';
import { type Directory, loadDirectory, type Parties, resolveRole } from '../../register/index.ts';
import { DATABASES, DIRECTORY, openFresh } from './support.ts';

const sample = loadDirectory(join(import.meta.dirname, '../../register/samples/danh-ba-mau.yaml'));

function parties(lead: string, change: Partial<Parties> = {}): Parties {
  return { lead: [{ name: lead, agency: lead }], cooperating: [], supervisor: [], ...change };
}

function titles(who: Parties, role: Role, day: string, directory = sample) {
  return resolveRole(directory, who, role, day).people.map(
    (p) => `${p.agency.id}: ${p.position.title ?? p.position.function}`,
  );
}

describe('who a role is on a day', () => {
  test('the lead is its contact', () => {
    expect(titles(parties('so-noi-vu'), 'lead', '2025-04-01')).toEqual(['so-noi-vu: Chánh Văn phòng']);
  });

  test('a lead without a contact is its head', () => {
    expect(titles(parties('thanh-tra-tinh'), 'lead', '2025-04-01')).toEqual(['thanh-tra-tinh: Chánh Thanh tra']);
  });

  test('the head retires and somebody acts', () => {
    const head = (day: string) => titles(parties('so-y-te'), 'headOf(lead)', day);
    expect(head('2025-05-31')).toEqual(['so-y-te: Giám đốc']);
    expect(head('2025-06-01')).toEqual(['so-y-te: Phó Giám đốc phụ trách']);
  });

  test('somebody acts for a head on leave, until the head is back', () => {
    const head = (day: string) => titles(parties('so-xay-dung'), 'headOf(lead)', day);
    expect(head('2025-03-31')).toEqual(['so-xay-dung: Giám đốc']);
    expect(head('2025-04-01')).toEqual(['so-xay-dung: Quyền Giám đốc']);
    expect(head('2025-06-30')).toEqual(['so-xay-dung: Quyền Giám đốc']);
    expect(head('2025-07-01')).toEqual(['so-xay-dung: Giám đốc']);
  });

  test('a head appointed later stands before an acting one nobody ended', () => {
    const directory: Directory = {
      ...DIRECTORY,
      positions: [
        { agency: 'so-y-te', person: 'dau-moi-yt', function: 'head', from: '2025-01-01', acting: true },
        { agency: 'so-y-te', person: 'giam-doc-yt', function: 'head', from: '2025-06-01', acting: false },
      ],
    };
    const head = (day: string) =>
      resolveRole(directory, parties('so-y-te'), 'headOf(lead)', day).people.map((p) => p.person.id);
    expect(head('2025-05-31')).toEqual(['dau-moi-yt']);
    expect(head('2025-06-01')).toEqual(['giam-doc-yt']);
  });

  test('a merged agency answers through its successor from the day after', () => {
    const head = (day: string) => titles(parties('so-giao-thong-van-tai'), 'headOf(lead)', day);
    expect(head('2025-02-28')).toEqual(['so-giao-thong-van-tai: Giám đốc']);
    expect(head('2025-03-01')).toEqual(['so-xay-dung: Giám đốc']);
  });

  test('two leads merged into one are told once', () => {
    const both = parties('so-tai-nguyen-moi-truong', {
      lead: ['so-tai-nguyen-moi-truong', 'so-nong-nghiep-ptnt'].map((agency) => ({ name: agency, agency })),
    });
    expect(titles(both, 'headOf(lead)', '2025-02-28')).toHaveLength(2);
    expect(titles(both, 'headOf(lead)', '2025-03-01')).toEqual(['so-nong-nghiep-moi-truong: Giám đốc']);
  });

  test('a group is all its members of that day', () => {
    const group = parties('so-y-te', { cooperating: [{ name: 'UBND các huyện', agency: 'ubnd-cac-huyen' }] });
    expect(titles(group, 'cooperating', '2025-06-30')).toEqual([
      'ubnd-huyen-an-binh: Chủ tịch',
      'ubnd-huyen-cam-hai: Chủ tịch',
      'ubnd-thanh-pho-hai-son: Chủ tịch',
    ]);
    expect(titles(group, 'cooperating', '2025-07-01')).toHaveLength(6);
  });

  test('the offices', () => {
    const who = parties('so-y-te');
    expect(titles(who, 'issuer', '2025-04-01')).toEqual(['ubnd-tinh: Chủ tịch']);
    expect(titles(who, 'headOf(issuer)', '2025-04-01')).toEqual(['ubnd-tinh: Chủ tịch']);
    expect(titles(who, 'secretariat', '2025-04-01')).toEqual([
      'vp-ubnd-tinh: Trưởng phòng Tổng hợp',
      'vp-ubnd-tinh: Chuyên viên',
    ]);
    expect(titles(who, 'headOf(secretariat)', '2025-04-01')).toEqual(['vp-ubnd-tinh: Chánh Văn phòng']);
  });

  test('a supervisor the notice names, else the one of the directory', () => {
    const named = parties('so-y-te', { supervisor: [{ name: 'Sở Nội vụ', agency: 'so-noi-vu' }] });
    expect(titles(named, 'supervisor', '2025-04-01')).toEqual(['so-noi-vu: Chánh Văn phòng']);
    expect(titles(parties('so-y-te'), 'supervisor', '2025-04-01')).toEqual(['vp-ubnd-tinh: Trưởng phòng Tổng hợp']);
  });

  test('a name without an id counts where it is surely an agency, and is never guessed', () => {
    const sure = parties('x', { lead: [{ name: 'Sở GD&ĐT' }] });
    expect(titles(sure, 'headOf(lead)', '2025-04-01')).toEqual(['so-giao-duc-dao-tao: Giám đốc']);
    const unsure = parties('x', { lead: [{ name: 'Sở Giáo dục và Đào tao' }] });
    expect(resolveRole(sample, unsure, 'lead', '2025-04-01')).toEqual({
      people: [],
      unresolved: [{ name: 'Sở Giáo dục và Đào tao', reason: '"Sở Giáo dục và Đào tao": không có trong danh bạ' }],
    });
  });

  test('nobody found has a reason, for each agency', () => {
    const gone: Directory = {
      ...DIRECTORY,
      agencies: [...DIRECTORY.agencies, { id: 'cu', name: 'Ban Cũ', aliases: [], kind: 'ban', to: '2025-01-01' }],
    };
    const who = parties('cu', { lead: [{ name: 'Ban Cũ', agency: 'cu' }, { name: 'Lạ' }] });
    const reasons = resolveRole(gone, who, 'lead', '2025-04-01').unresolved.map((u) => u.reason);
    expect(reasons[0]).toContain('Ban Cũ: không hoạt động vào ngày 01/04/2025');
    expect(reasons[1]).toContain('"Lạ"');
    const none = resolveRole(gone, parties('x', { lead: [] }), 'headOf(lead)', '2025-04-01');
    expect(none.unresolved).toEqual([{ name: '', reason: 'Thông báo không nêu cơ quan chủ trì' }]);
  });
});

describe('a new list', () => {
  const list: Directory = {
    ...DIRECTORY,
    effective: '2025-06-01',
    agencies: DIRECTORY.agencies.filter((a) => a.id !== 'so-xay-dung'),
    positions: DIRECTORY.positions
      .filter((p) => p.agency !== 'so-xay-dung')
      .map((p) => (p.person === 'giam-doc-yt' ? { ...p, person: 'chu-tich' } : p)),
  };
  const merged = mergeDirectory(DIRECTORY, list);
  const head = (day: string) =>
    resolveRole(merged, parties('so-y-te'), 'headOf(lead)', day).people.map((p) => p.person.id);

  test('speaks from its day on; what it leaves out ends the day before', () => {
    expect(head('2025-05-31')).toEqual(['giam-doc-yt']);
    expect(head('2025-06-01')).toEqual(['chu-tich']);
    expect(merged.agencies.find((a) => a.id === 'so-xay-dung')?.to).toBe('2025-05-31');
  });

  test('leaves alone who stays', () => {
    expect(merged.positions.filter((p) => p.person === 'dau-moi-yt')).toEqual(
      DIRECTORY.positions.filter((p) => p.person === 'dau-moi-yt'),
    );
  });

  test('again changes nothing', () => {
    const twice = mergeDirectory(merged, list);
    expect(new Set(twice.positions.map((p) => JSON.stringify(p)))).toEqual(
      new Set(merged.positions.map((p) => JSON.stringify(p))),
    );
    expect(new Set(twice.agencies.map((a) => a.id))).toEqual(new Set(merged.agencies.map((a) => a.id)));
  });

  test('without a day replaces everything', () => {
    expect(mergeDirectory(DIRECTORY, sample)).toEqual(sample);
  });
});

describe.each(DATABASES)('the directory in the register ($name)', (database) => {
  test('comes back as it was imported, and again after the same import', async () => {
    const opened = await openFresh(database);
    try {
      const sorted = (d: Directory) => ({
        offices: d.offices,
        agencies: d.agencies.map((a) => ({ ...a, aliases: [...a.aliases].sort() })).sort(byJson),
        people: [...d.people].sort(byJson),
        positions: [...d.positions].sort(byJson),
      });
      await opened.register.directory.import(sample);
      expect(sorted(await opened.register.directory.current())).toEqual(sorted(sample));
      await opened.register.directory.import(sample);
      expect(sorted(await opened.register.directory.current())).toEqual(sorted(sample));
    } finally {
      await opened.close();
    }
  });

  test('is seen anew by another process as soon as it is imported', async () => {
    const opened = await openFresh(database);
    try {
      const other = await opened.again();
      expect((await other.directory.current()).agencies).toEqual([]);
      await opened.register.directory.import(DIRECTORY);
      expect((await other.directory.current()).agencies).toHaveLength(DIRECTORY.agencies.length);
    } finally {
      await opened.close();
    }
  });
});

function byJson(a: object, b: object): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

describe('who concluded', () => {
  const notice = (text: string, signer: string | null = null) => parties('so-noi-vu', { notice: { text, signer } });
  const concluder = (who: Parties, day = '2025-04-01', directory = sample) => titles(who, 'concluder', day, directory);

  test('is the leader the notice names so, in its title or at its end, over broken lines and in capitals', () => {
    for (const text of [
      'THÔNG BÁO\nKết luận của Phó Chủ tịch UBND tỉnh Vũ Minh Lan tại cuộc họp giao ban\n\n1. Giao Sở Nội vụ …',
      'KẾT LUẬN CỦA PHÓ CHỦ TỊCH ỦY BAN\nNHÂN DÂN TỈNH VŨ MINH LAN TẠI CUỘC HỌP',
      'Thực hiện kết luận của Thủ tướng Chính phủ, …\nTrên đây là kết luận của đồng chí Vũ Minh Lan - Tỉnh ủy viên, Phó Chủ tịch UBND tỉnh',
    ])
      expect(concluder(notice(text, 'Nguyễn Văn An'))).toEqual(['ubnd-tinh: Phó Chủ tịch']);
    expect(concluder(notice('Kết luận của Chủ tịch UBND tỉnh Nguyễn Văn An tại cuộc họp', 'Vũ Minh Lan'))).toEqual([
      'ubnd-tinh: Chủ tịch',
    ]);
  });

  test('is found as well in the few words kept of a notice, and in none cut in the middle', () => {
    const posts = 'Ủy viên Ban Thường vụ Tỉnh ủy, '.repeat(4);
    for (const text of [
      'THÔNG BÁO\nKết luận của Phó Chủ tịch UBND tỉnh Vũ Minh Lan tại cuộc họp giao ban\n\n1. Giao Sở Nội vụ …',
      `Thực hiện kết luận của Thủ tướng, … kết luận của ${posts}Phó Chủ tịch Vũ Minh Lan`,
      `kết luận của ${posts}ông Phó Chủ tịch Vũ Minh Lan, ${posts}`,
      'Giao Sở Nội vụ …',
    ]) {
      const kept = conclusionIn(text);
      expect(kept.length).toBeLessThan(400);
      expect(concluder(notice(kept))).toEqual(concluder(notice(text)));
    }
    // The name ends with the last letter that is looked at, and goes on behind it.
    const words = 'x'.repeat(160 - ' vũ minh lan'.length);
    expect(concluder(notice(`kết luận của ${words} Vũ Minh Lan`))).toEqual(['ubnd-tinh: Phó Chủ tịch']);
    expect(concluder(notice(`kết luận của ${words} Vũ Minh Lanh`))).toEqual(['ubnd-tinh: Chủ tịch']);
  });

  test('is who signed, where it names none; a chief of office who signed by order concluded nothing', () => {
    expect(concluder(notice('Giao Sở Nội vụ …', 'Vũ Minh Lan'))).toEqual(['ubnd-tinh: Phó Chủ tịch']);
    expect(concluder(notice('Giao Sở Nội vụ …', 'Chánh Văn phòng'))).toEqual(['ubnd-tinh: Chủ tịch']);
    expect(concluder(parties('so-noi-vu'))).toEqual(['ubnd-tinh: Chủ tịch']);
  });

  test('answers through the head once out of office; of two who concluded together nobody is chosen', () => {
    const text = 'Kết luận của Phó Chủ tịch UBND tỉnh Vũ Minh Lan tại cuộc họp';
    const left: Directory = {
      ...sample,
      positions: sample.positions.map((p) => (p.function === 'deputy' ? { ...p, to: '2025-03-31' } : p)),
    };
    expect(concluder(notice(text), '2025-03-31', left)).toEqual(['ubnd-tinh: Phó Chủ tịch']);
    expect(concluder(notice(text), '2025-04-01', left)).toEqual(['ubnd-tinh: Chủ tịch']);
    expect(concluder(notice('Kết luận của đồng chí Nguyễn Văn An, Vũ Minh Lan tại cuộc họp'))).toEqual([
      'ubnd-tinh: Chủ tịch',
    ]);
  });
});

describe('the clerk who issued', () => {
  const clerk = (issuedBy?: string, day = '2025-04-01', directory = sample) =>
    resolveRole(
      directory,
      parties('so-noi-vu', { notice: { text: '', signer: null, ...(issuedBy === undefined ? {} : { issuedBy }) } }),
      'clerk',
      day,
    ).people.map(({ person }) => person.name);
  const office = sample.positions.filter((p) => p.agency === 'vp-ubnd-tinh' && p.function === 'secretariat');
  const names = office.map((p) => sample.people.find(({ id }) => id === p.person)?.name ?? '');

  test('is the one of the office by the name they gave, marks or none', () => {
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) expect(clerk(name)).toEqual([name]);
    const [last = ''] = names.slice(-1);
    expect(clerk(bareLetters(last))).toEqual([last]);
  });

  test('has left, is not of the office, or nobody said: whoever the office is told by hears', () => {
    const usual = resolveRole(sample, parties('so-noi-vu'), 'secretariat', '2025-04-01').people.map(
      (p) => p.person.name,
    );
    expect(usual.length).toBeGreaterThan(0);
    for (const name of ['Nguyễn Văn An', 'root', undefined]) expect(clerk(name)).toEqual(usual);
    const [last = ''] = names.slice(-1);
    const left: Directory = {
      ...sample,
      positions: sample.positions.map((p) => (p === office.at(-1) ? { ...p, to: '2025-03-31' } : p)),
    };
    expect(clerk(last, '2025-03-31', left)).toEqual([last]);
    expect(clerk(last, '2025-04-01', left)).not.toContain(last);
  });
});

describe('a person by name', () => {
  const person = (id: string, day: string, directory: Directory) =>
    resolveRole(directory, parties('so-noi-vu'), `person(${id})`, day);

  test('is told wherever they hold a post, at the newest of several', () => {
    const other = DIRECTORY.agencies.find(({ id }) => id !== 'so-y-te')?.id ?? '';
    const directory: Directory = {
      ...DIRECTORY,
      positions: [
        { agency: 'so-y-te', person: 'dau-moi-yt', function: 'contact', acting: false },
        { agency: other, person: 'dau-moi-yt', function: 'head', from: '2025-06-01', acting: true },
      ],
    };
    const at = (day: string) => person('dau-moi-yt', day, directory).people.map(({ agency }) => agency.id);
    expect(at('2025-05-31')).toEqual(['so-y-te']);
    expect(at('2025-06-01')).toEqual([other]);
  });

  test('who holds none any more is told nothing, and the ledger says why', () => {
    const directory: Directory = {
      ...DIRECTORY,
      positions: [{ agency: 'so-y-te', person: 'dau-moi-yt', function: 'contact', to: '2025-05-31', acting: false }],
    };
    expect(person('dau-moi-yt', '2025-06-01', directory)).toEqual({
      people: [],
      unresolved: [{ name: expect.any(String), reason: expect.stringMatching(/không ghi người này giữ chức vụ nào/) }],
    });
    expect(person('khong-co', '2025-06-01', directory).people).toEqual([]);
  });
});

test('deputies are those of the head; an agency without one is said', () => {
  expect(titles(parties('so-y-te'), 'deputiesOf(issuer)', '2025-04-01')).toEqual(['ubnd-tinh: Phó Chủ tịch']);
  expect(resolveRole(sample, parties('so-noi-vu'), 'deputiesOf(lead)', '2025-04-01')).toMatchObject({
    people: [],
    unresolved: [{ agency: 'so-noi-vu', reason: expect.stringMatching(/không có cấp phó nào/) }],
  });
});
