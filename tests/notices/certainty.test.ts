import { describe, expect, test } from '@jest/globals';
import { CERTAINTY_WEIGHTS } from '../../notices/directives/certainty-weights.ts';
import { signsOf } from '../../notices/directives/signs.ts';
import type { DraftDirective } from '../../notices/index.ts';
import { directives, notice, read } from './support.ts';

const signs = (body: string) => {
  const text = notice(body);
  const [d] = read(text).flatMap((n) => n.directives);
  if (!d) throw new RangeError('nothing read');
  return signsOf(d, text);
};

describe('what tells how far a reading can be relied on', () => {
  test.each([
    ['1. Sở Y tế khẩn trương rà soát.', ['by-subject', 'ends-opening']],
    ['1. Sở Y tế:\na) Rà soát danh mục thuốc.', ['by-heading', 'ends-mark']],
    ['1. Sở Y tế tuyên truyền đến người dân.', ['by-subject', 'ends-verb']],
    ['1. Các sở, ngành rà soát danh mục.', ['by-subject', 'ends-opening', 'groups-only']],
    ['1. Rà soát danh mục thuốc.', ['by-none', 'nobody']],
  ])('%s', (body, wanted) => {
    expect(signs(body).lead).toEqual(wanted);
  });

  test('days: one, none, one that is left in the words, one of a duty that comes round', () => {
    expect(signs('1. Sở Y tế báo cáo trước ngày 15/4/2025.').days).toEqual(['one-day']);
    expect(signs('1. Sở Y tế báo cáo theo Kế hoạch số 12/KH-UBND ngày 03/3/2025.').days).toEqual(['no-day']);
    expect(signs('1. Sở Y tế tham dự buổi làm việc của ngày 15/4 tại Hải Sơn.').days).toContain('day-left');
    expect(signs('1. Hằng tháng, Sở Y tế báo cáo trước ngày 25.').days).toContain('comes-round');
  });

  test('how the words begin', () => {
    expect(signs('1. Sở Y tế rà soát danh mục thuốc của các trạm y tế trên địa bàn.').order).toEqual([
      'by-subject',
      'begins-name',
    ]);
    expect(signs('1. Sở Y tế:\na) Rà soát danh mục thuốc của các trạm y tế xã, phường.').order).toEqual([
      'by-heading',
      'begins-verb',
    ]);
  });

  test('every sign that is given weighs something', () => {
    const bodies = [
      '1. Sở Y tế báo cáo trước ngày 15/4/2025.',
      'Yêu cầu các sở, ngành, Sở Y tế thực hiện các nhiệm vụ sau:\n1. Báo cáo trong năm 2025.\n2. Rà soát.',
      '1. Rà soát danh mục; hoàn thành trong dịp Tết.\n2. Giao Sở Y tế, Công an tỉnh lập kế hoạch.',
    ];
    for (const body of bodies) {
      const text = notice(body);
      for (const d of read(text).flatMap((n) => n.directives))
        for (const [part, names] of Object.entries(signsOf(d, text)))
          for (const name of names)
            expect(CERTAINTY_WEIGHTS[part as keyof typeof CERTAINTY_WEIGHTS]).toHaveProperty([name]);
    }
  });

  test('the least of the three counts; a plain order is sure, one that names nobody is not', () => {
    const [plain, nobody] = directives(
      '1. Sở Y tế khẩn trương rà soát danh mục thuốc.\n2. Rà soát danh mục thuốc.',
    ) as [DraftDirective, DraftDirective];
    for (const d of [plain, nobody]) expect(d.confidence).toBe(Math.min(...Object.values(d.certainty ?? { none: 0 })));
    expect(plain.confidence).toBeGreaterThanOrEqual(0.9);
    expect(nobody.confidence).toBeLessThan(0.75);
  });
});
