import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawnRules } from '../../../notices/scan/drawn-rules.ts';
import { onWhitePaper } from '../../../notices/scan/paper.ts';
import { type Raster, rotated, turned } from '../../../notices/scan/raster.ts';
import { lieOf } from '../../../notices/scan/skew.ts';
import { withoutSpecks } from '../../../notices/scan/specks.ts';
import { drawn } from './support.ts';

/** Lines of words, as bars of ink. */
const text = (): Raster =>
  drawn(
    600,
    800,
    Array.from({ length: 30 }, (_, line) =>
      Array.from({ length: 8 }, (_, word) => [60 + word * 60, 80 + line * 22, 35 + ((line * 7 + word * 11) % 18), 9]),
    ).flat(),
  );

const inkAt = ({ width, data }: Raster, x: number, y: number) => (data[y * width + x] ?? 255) < 150;

describe('pictures of pages', () => {
  test('four quarter turns are none', () => {
    const page = drawn(40, 60, [[3, 5, 9, 2]]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), (quarters) => {
        const there = turned(page, quarters);
        expect(turned(there, (4 - quarters) % 4)).toEqual(page);
      }),
      { numRuns: 4 },
    );
  });

  test.each([-4.3, -0.6, 0, 1.2, 5.5])('a skew of %d degrees is found to a tenth', (degrees) => {
    const { degrees: found } = lieOf(rotated(text(), degrees));
    expect(Math.abs(found + degrees)).toBeLessThan(0.15);
  });

  test('lines lie more clearly upright than on their side', () => {
    expect(lieOf(text()).clearness).toBeGreaterThan(2 * lieOf(turned(text(), 1)).clearness);
  });

  test('a shadow over the page is paper, ink in it stays ink', () => {
    const page = text();
    const dark = { ...page, data: page.data.map((v, i) => Math.round(v * (0.35 + (0.6 * (i % 600)) / 600))) };
    const white = onWhitePaper(dark);
    expect(inkAt(white, 65, 84)).toBe(true);
    expect(inkAt(white, 15, 300)).toBe(false);
    expect(inkAt(white, 585, 300)).toBe(false);
  });

  test('spots go, a full stop stays', () => {
    const clean = withoutSpecks(
      drawn(60, 60, [
        [10, 10, 2, 3],
        [30, 30, 5, 5],
      ]),
    );
    expect(inkAt(clean, 10, 11)).toBe(false);
    expect(inkAt(clean, 32, 32)).toBe(true);
  });

  test('the rules of a table are seen in points, letters are not', () => {
    const rules = drawnRules(
      drawn(600, 400, [
        [50, 100, 500, 4],
        [50, 300, 500, 4],
        [50, 100, 4, 204],
        [300, 100, 4, 204],
        [80, 150, 60, 12],
      ]),
      4,
    );
    const rounded = rules.map((r) => [r.x0, r.y0, r.x1, r.y1].map((v) => Math.round(v)));
    expect(rounded).toEqual([
      [13, 25, 137, 25],
      [13, 75, 137, 75],
      [13, 25, 13, 76],
      [75, 25, 75, 76],
    ]);
  });
});
