import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { comparable } from '../../register/directory/normalise.ts';
import { type Directory, loadDirectory, matchAgency } from '../../register/index.ts';

const sample = loadDirectory(join(import.meta.dirname, '../../register/samples/danh-ba-mau.yaml'));
const BEFORE = '2025-02-20';
const AFTER = '2025-08-01';

function found(name: string, day = AFTER, directory: Directory = sample) {
  const match = matchAgency(directory, name, day);
  return match && [match.agency.id, match.confidence];
}

describe('an agency as a notice writes it', () => {
  test.each([
    ['Sở Y tế', 'so-y-te'],
    ['  SỞ   Y TẾ ', 'so-y-te'],
    ['Sở Nội vụ tỉnh Hải Sơn', 'so-noi-vu'],
    ['Sở Nội vụ tỉnh', 'so-noi-vu'],
    ['Sở GD&ĐT', 'so-giao-duc-dao-tao'],
    ['Sở GDĐT', 'so-giao-duc-dao-tao'],
    ['Sở Giáo dục & Đào tạo', 'so-giao-duc-dao-tao'],
    ['Sở KH&CN', 'so-khoa-hoc-cong-nghe'],
    ['Sở Khoa học - Công nghệ', 'so-khoa-hoc-cong-nghe'],
    ['Sở Văn hoá, Thể thao và Du lịch', 'so-van-hoa-the-thao-du-lich'],
    ['Sở VHTT&DL', 'so-van-hoa-the-thao-du-lich'],
    ['Sở Văn hóa, TT&DL', 'so-van-hoa-the-thao-du-lich'],
    ['Sở NN&MT', 'so-nong-nghiep-moi-truong'],
    ['UBND tỉnh', 'ubnd-tinh'],
    ['Uỷ ban nhân dân tỉnh', 'ubnd-tinh'],
    ['Ủy ban Nhân dân tỉnh Hải Sơn', 'ubnd-tinh'],
    ['Văn phòng UBND tỉnh', 'vp-ubnd-tinh'],
    ['VP UBND tỉnh', 'vp-ubnd-tinh'],
    ['Thuế tỉnh', 'thue-tinh'],
    ['Công an tỉnh Hải Sơn', 'cong-an-tinh'],
    ['Bộ CHQS tỉnh', 'bo-chi-huy-quan-su-tinh'],
    ['UBND xã Đông Hoà', 'ubnd-xa-dong-hoa'],
    ['các sở, ngành', 'cac-so-nganh'],
    ['UBND các xã, phường', 'ubnd-cac-xa-phuong'],
  ])('%s', (name, id) => {
    expect(found(name)).toEqual([id, 1]);
    expect(found(name.normalize('NFD'))).toEqual([id, 1]);
  });

  test.each([
    ['Sở TT&TT', 'so-thong-tin-truyen-thong', 'so-khoa-hoc-cong-nghe'],
    ['Sở Thông tin và TT', 'so-thong-tin-truyen-thong', 'so-khoa-hoc-cong-nghe'],
    ['Sở Giao thông vận tải', 'so-giao-thong-van-tai', 'so-xay-dung'],
    ['Sở GTVT', 'so-giao-thong-van-tai', 'so-xay-dung'],
    ['Sở Nông nghiệp và PTNT', 'so-nong-nghiep-ptnt', 'so-nong-nghiep-moi-truong'],
    ['Sở LĐ-TB&XH', 'so-lao-dong-tbxh', 'so-noi-vu'],
    ['Sở Lao động – TB và XH', 'so-lao-dong-tbxh', 'so-noi-vu'],
    ['Sở KH&ĐT', 'so-ke-hoach-dau-tu', 'so-tai-chinh'],
    ['UBND các huyện, thành phố', 'ubnd-cac-huyen', 'ubnd-cac-xa-phuong'],
  ])('%s, before and after the merger', (name, before, after) => {
    expect(found(name, BEFORE)).toEqual([before, 1]);
    expect(found(name, AFTER)).toEqual([after, 1]);
    expect(matchAgency(sample, name, AFTER)?.named.id).toBe(before);
  });

  test('typed without diacritics it is less sure', () => {
    expect(found('So Noi vu')).toEqual(['so-noi-vu', 0.9]);
  });

  test('a small misspelling is found with little confidence', () => {
    const [id, confidence] = found('Sở Văn hóa, Thể thao và Du lich') ?? [];
    expect(id).toBe('so-van-hoa-the-thao-du-lich');
    expect(confidence).toBeLessThan(0.9);
    expect(found('Sở Khoa hoc và Công nghê')?.[0]).toBe('so-khoa-hoc-cong-nghe');
  });

  test.each([
    'Sở Nội vụ tỉnh Bắc Hà',
    'UBND',
    'Sở',
    'Sở Y',
    'Công an',
    'Sở Ngoại vụ',
    'Sở Thuế',
    'Ban Dân tộc',
    'UBND xã Đông Hải',
    'tỉnh',
    '',
    ' . ',
  ])('%p is not guessed', (name) => {
    const match = matchAgency(sample, name, AFTER);
    expect(match === undefined || match.confidence < 0.9).toBe(true);
    if (['Sở Nội vụ tỉnh Bắc Hà', 'UBND', 'Sở', 'Sở Ngoại vụ', ''].includes(name)) expect(match).toBeUndefined();
  });

  test('a name of two agencies is nobody', () => {
    const directory: Directory = {
      offices: {},
      agencies: [
        { id: 'a', name: 'Ban Chỉ đạo', aliases: [], kind: 'ban' },
        { id: 'b', name: 'Ban chỉ đạo', aliases: [], kind: 'ban' },
      ],
      people: [],
      positions: [],
    };
    expect(found('Ban Chỉ đạo', AFTER, directory)).toBeUndefined();
  });

  test('an agency that does not exist yet is not found', () => {
    expect(found('UBND xã An Phú', BEFORE)).toBeUndefined();
  });

  test('every name and alias of the directory finds its own agency, however it is written', () => {
    const names = sample.agencies.flatMap((a) => [a.name, ...a.aliases].map((name) => ({ name, id: a.id })));
    const disguise = fc.constantFrom(
      (s: string) => s.toUpperCase(),
      (s: string) => s.normalize('NFD'),
      (s: string) => s.replaceAll(' ', '  '),
      (s: string) => s.replaceAll('Ủy', 'Uỷ').replaceAll('óa', 'oá').replaceAll('òa', 'oà'),
      (s: string) => ` ${s}.`,
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(disguise, { maxLength: 3 }), ({ name, id }, steps) => {
        const match = matchAgency(
          sample,
          steps.reduce((s, step) => step(s), name),
          idDay(id),
        );
        expect([match?.named.id, match?.confidence]).toEqual([id, 1]);
      }),
    );
  });

  function idDay(id: string): string {
    return (sample.agencies.find((a) => a.id === id)?.to ?? AFTER) < AFTER ? BEFORE : AFTER;
  }
});

test('the compared form is stable', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aáàoòóuủyỷqhklđ &-.TtVv') }), (text) => {
      expect(comparable(comparable(text))).toBe(comparable(text));
    }),
  );
});
