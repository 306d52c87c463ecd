import { describe, expect, test } from '@jest/globals';
import { bareLetters } from '../../dsl/bare-letters.ts';
import { conclusionIn } from '../../register/directory/concluder.ts';
import { type Directory, type Parties, resolveRole } from '../../register/index.ts';
import { parties, sample, titles } from './sample-directory.ts';
import { DIRECTORY } from './support.ts';

/* Roles that are one person: who concluded, the clerk who issued, somebody by name. */

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
