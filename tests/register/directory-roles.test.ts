import { describe, expect, test } from '@jest/globals';
import { mergeDirectory } from '../../register/directory/merge.ts';
import { type Directory, resolveRole } from '../../register/index.ts';
import { parties, sample, titles } from './sample-directory.ts';
import { DATABASES, DIRECTORY, openFresh } from './support.ts';

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

test('deputies are those of the head; an agency without one is said', () => {
  expect(titles(parties('so-y-te'), 'deputiesOf(issuer)', '2025-04-01')).toEqual(['ubnd-tinh: Phó Chủ tịch']);
  expect(resolveRole(sample, parties('so-noi-vu'), 'deputiesOf(lead)', '2025-04-01')).toMatchObject({
    people: [],
    unresolved: [{ agency: 'so-noi-vu', reason: expect.stringMatching(/không có cấp phó nào/) }],
  });
});
