import { expect, test } from '@jest/globals';
import type { Drawing } from '../../../notices/formats/pdf-drawing.ts';
import type { Glyph } from '../../../notices/formats/pdf-letters.ts';
import { visible } from '../../../notices/formats/pdf-runs.ts';

const PAGE = { hasImage: false, grounds: [] } as unknown as Drawing;
const letter = (text: string, more: Partial<Glyph>): Glyph =>
  ({ text, x0: 100, x1: 106, y: 200, size: 12, white: false, ...more }) as Glyph;

test.each([12, 40, 1e6, 1e12, Number.POSITIVE_INFINITY])('a letter painted twice counts once, at %p points', (size) => {
  const letters = [letter('A', { size }), letter('B', { size, x0: 108 }), letter('A', { size, x0: 100.2 })];
  expect(visible(PAGE, letters).map(({ text }) => text)).toEqual(['A', 'B']);
});

test('a letter whose size is no number is kept as it is', () => {
  const size = Number.NaN;
  expect(visible(PAGE, [letter('A', { size }), letter('A', { size })])).toHaveLength(2);
});

test.each([1e17, -1e17, 1e300])('a letter at %p points across counts once, and comes to an end', (x0) => {
  expect(visible(PAGE, [letter('A', { x0 }), letter('A', { x0 })])).toHaveLength(1);
});
