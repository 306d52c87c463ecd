import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { comparable } from '../../register/directory/normalise.ts';
import { sortsIn } from '../../register/directory/sorts.ts';
import {
  agencyById,
  agencyOn,
  type Directory,
  loadDirectory,
  matchAgency,
  membersOn,
  resolveRole,
} from '../../register/index.ts';
import { DATABASES, openFresh } from './support.ts';

const DAY = '2025-08-01';

/** A province that lists its agencies and no group. */
const plain: Directory = {
  offices: { issuer: 'ubnd-tinh', secretariat: 'vp-ubnd-tinh' },
  agencies: [
    ['ubnd-tinh', 'Ủy ban nhân dân tỉnh Hải Sơn'],
    ['vp-ubnd-tinh', 'Văn phòng Ủy ban nhân dân tỉnh'],
    ['so-y-te', 'Sở Y tế'],
    ['so-noi-vu', 'Sở Nội vụ'],
    ['ban-dan-toc', 'Ban Quản lý khu kinh tế tỉnh'],
    ['ban-qlda', 'Ban Quản lý dự án đầu tư xây dựng tỉnh'],
    ['cong-an', 'Công an tỉnh'],
    ['xa-an-phu', 'UBND xã An Phú', '2025-07-01'],
    ['xa-binh-hai', 'Ủy ban nhân dân xã Bình Hải', '2025-07-01'],
    ['phuong-hai-cang', 'UBND phường Hải Cảng', '2025-07-01'],
    ['dac-khu-hon-yen', 'UBND đặc khu Hòn Yến', '2025-07-01'],
    ['huyen-an-binh', 'UBND huyện An Bình', undefined, '2025-06-30'],
  ].map(([id = '', name = '', from, to]) => {
    return { id, name, aliases: [], kind: 'co-quan', ...(from ? { from } : {}), ...(to ? { to } : {}) };
  }),
  people: [],
  positions: [],
};

const membersOf = (name: string, day = DAY, directory = plain) => {
  const match = matchAgency(directory, name, day);
  return match && membersOn(directory, match.agency, day).map(({ id }) => id);
};

describe('a group the directory does not list', () => {
  test.each([
    ['UBND các xã, phường, đặc khu', ['xa-an-phu', 'xa-binh-hai', 'phuong-hai-cang', 'dac-khu-hon-yen']],
    ['Uỷ ban nhân dân các xã, phường', ['xa-an-phu', 'xa-binh-hai', 'phuong-hai-cang']],
    ['UBND các xã', ['xa-an-phu', 'xa-binh-hai']],
    ['các xã, phường và đặc khu', ['xa-an-phu', 'xa-binh-hai', 'phuong-hai-cang', 'dac-khu-hon-yen']],
    ['UBND cấp xã', ['xa-an-phu', 'xa-binh-hai', 'phuong-hai-cang', 'dac-khu-hon-yen']],
    ['các địa phương', ['xa-an-phu', 'xa-binh-hai', 'phuong-hai-cang', 'dac-khu-hon-yen']],
    ['các sở', ['so-y-te', 'so-noi-vu']],
    ['Các sở, ban, ngành', ['so-y-te', 'so-noi-vu', 'ban-dan-toc', 'cong-an']],
    ['các Sở, ban, ngành tỉnh', ['so-y-te', 'so-noi-vu', 'ban-dan-toc', 'cong-an']],
    ['các sở, ngành cấp tỉnh', ['so-y-te', 'so-noi-vu', 'cong-an']],
    ['các cơ quan, đơn vị', ['so-y-te', 'so-noi-vu', 'ban-dan-toc', 'ban-qlda', 'cong-an']],
    ['các sở, ngành, UBND các xã', ['so-y-te', 'so-noi-vu', 'cong-an', 'xa-an-phu', 'xa-binh-hai']],
  ])('%s are those its words name', (name, ids) => {
    expect(membersOf(name)).toEqual(expect.arrayContaining(ids));
    expect(membersOf(name)).toHaveLength(ids.length);
  });

  test('it is who exists on the day', () => {
    expect(membersOf('UBND các huyện, thị xã, thành phố', '2025-06-30')).toEqual(['huyen-an-binh']);
    expect(membersOf('UBND các huyện, thị xã, thành phố')).toBeUndefined();
    expect(membersOf('UBND các xã', '2025-06-30')).toBeUndefined();
  });

  test.each([
    'các sở, ngành liên quan',
    'các cơ quan, đơn vị có liên quan',
    'các doanh nghiệp',
    'Sở Y tế các',
    'UBND các xã ven biển',
    'các',
    'xã, phường',
  ])('nobody is guessed: %s', (name) => {
    expect(membersOf(name)).toBeUndefined();
  });

  test('its id finds it again, and words behind it say what it is', () => {
    const match = matchAgency(plain, 'uỷ ban nhân dân các phường, xã', DAY);
    expect(match?.agency.name).toBe('UBND các xã, phường');
    expect(match && agencyById(plain, match.agency.id)).toEqual(match?.agency);
    expect(agencyById(plain, 'nhom:khong-co')).toBeUndefined();
  });

  test('the order of the nouns and what joins them change nothing', () => {
    const nouns = ['xã', 'phường', 'thị trấn', 'đặc khu', 'sở', 'ban', 'ngành'];
    fc.assert(
      fc.property(fc.shuffledSubarray(nouns, { minLength: 1 }), fc.constantFrom(', ', ' và ', ' - '), (some, glue) => {
        const sorts = sortsIn(comparable(`các ${some.join(glue)}`));
        expect(new Set(sorts)).toEqual(new Set(sortsIn(comparable(`các ${[...some].sort().join(', ')}`))));
        expect(sorts).toHaveLength(some.length);
      }),
    );
  });
});

describe('a group the directory lists', () => {
  const listed: Directory = {
    ...plain,
    agencies: [
      ...plain.agencies,
      { id: 'cac-so', name: 'Các sở, ban, ngành', aliases: [], kind: 'group', members: ['so-y-te', 'ban-qlda'] },
    ],
  };

  test('is meant by other words for the same sorts', () => {
    expect(membersOf('các ngành, các sở và các ban', DAY, listed)).toEqual(['so-y-te', 'ban-qlda']);
    expect(membersOf('các sở', DAY, listed)).toEqual(['so-y-te', 'so-noi-vu']);
  });
});

describe('a directory file', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dondoc-groups-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const AGENCIES = `agencies:
  - { id: ubnd-xa-an-phu, name: UBND xã An Phú, kind: ubnd-xa, from: 2025-07-01 }
  - { id: ubnd-xa-binh-hai, name: UBND xã Bình Hải, kind: ubnd-xa, from: 2025-07-01 }
  - { id: ubnd-phuong-hai-cang, name: UBND phường Hải Cảng, kind: ubnd-phuong, from: 2025-07-01 }
`;
  const load = (text: string) => {
    const file = join(folder, 'danh-ba.yaml');
    writeFileSync(file, text);
    return loadDirectory(file);
  };

  test('a group by kinds is whoever is of them on the day, but for those left out', () => {
    const directory = load(`${AGENCIES}
  - { id: cac-xa, name: UBND các xã vùng biển, kind: group, of: [ubnd-xa, ubnd-phuong], except: [ubnd-xa-an-phu] }
`);
    expect(membersOf('UBND các xã vùng biển', DAY, directory)).toEqual(['ubnd-xa-binh-hai', 'ubnd-phuong-hai-cang']);
    expect(membersOf('UBND các xã vùng biển', '2025-06-30', directory)).toEqual([]);
  });

  test('one that was divided is who took over, by the place the directive names where it names one', () => {
    const directory = load(`${AGENCIES}
  - id: ubnd-huyen-an-binh
    name: UBND huyện An Bình
    to: 2025-06-30
    successor:
      - ubnd-xa-an-phu
      - { agency: ubnd-xa-binh-hai, places: [xã Bình Minh] }
`);
    const huyen = agencyOn(directory, 'ubnd-huyen-an-binh', DAY);
    if (!huyen) throw new Error('nobody stands for it');
    const ids = (about?: string) => membersOn(directory, huyen, DAY, about).map(({ id }) => id);
    expect(ids()).toEqual(['ubnd-xa-an-phu', 'ubnd-xa-binh-hai']);
    expect(ids('Sửa chợ xã An Phú')).toEqual(['ubnd-xa-an-phu']);
    expect(ids('đường vào Xã Bình Minh (cũ)')).toEqual(['ubnd-xa-binh-hai']);
    expect(ids('đường xã An Phúc')).toEqual(['ubnd-xa-an-phu', 'ubnd-xa-binh-hai']);
    expect(membersOn(directory, huyen, '2025-06-30')).toEqual([huyen]);
    // Everybody who may be meant is told, so that nothing is lost.
    const parties = { lead: [{ name: 'UBND huyện An Bình', agency: huyen.id }], cooperating: [], supervisor: [] };
    expect(resolveRole(directory, parties, 'lead', DAY).unresolved.map(({ agency }) => agency)).toEqual([
      'ubnd-xa-an-phu',
      'ubnd-xa-binh-hai',
    ]);
  });

  test.each([
    ['- { id: g, name: Nhóm, kind: group }', /members.*of/],
    ['- { id: g, name: Nhóm, kind: group, of: [] }', /ít nhất một loại/],
    ['- { id: g, name: Nhóm, kind: so, of: [so] }', /kind: group/],
    ['- { id: g, name: Nhóm, kind: group, of: [so], except: [khong-co] }', /khong-co/],
    ['- { id: g, name: Cũ, to: 2025-01-01, successor: [khong-co, ubnd-xa-an-phu] }', /khong-co/],
    ['- { id: g, name: Cũ, to: 2025-01-01, successor: [ubnd-xa-an-phu, g] }', /vòng tròn/],
    ['- { id: g, name: Cũ, successor: [ubnd-xa-an-phu, ubnd-xa-binh-hai] }', /"to"/],
  ])('%s is refused with its line', (entry, why) => {
    expect(() => load(`${AGENCIES}  ${entry}\n`)).toThrow(why);
    expect(() => load(`${AGENCIES}  ${entry}\n`)).toThrow(/danh-ba\.yaml:5/);
  });

  test.each(DATABASES)('is kept as it is written ($name)', async (database) => {
    const directory = load(`${AGENCIES}
  - { id: cac-xa, name: UBND các xã, kind: group, of: [ubnd-xa], except: [ubnd-xa-an-phu] }
  - { id: huyen, name: UBND huyện An Bình, to: 2025-06-30, successor: [ubnd-xa-an-phu, ubnd-xa-binh-hai] }
`);
    const { register, close } = await openFresh(database);
    await register.directory.import(directory);
    const kept = await register.directory.current();
    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
    expect([...kept.agencies].sort(byId)).toEqual([...directory.agencies].sort(byId));
    await close();
  });
});
