import { describe, expect, test } from '@jest/globals';
import { tableOf } from '../../cli/table.ts';

describe('tables for people', () => {
  test('cells wrap between words, long words are broken, no line is wider than its column', () => {
    const table = tableOf(['A', 'B'], [['Sở Nông nghiệp và Môi trường', 'x'.repeat(50)]], [14, 22]);
    expect(table).toContain('│ Sở Nông      │ xxxxxxxxxxxxxxxxxxxx │');
    expect(new Set(table.split('\n').map((l) => l.length))).toEqual(new Set([14 + 22 + 3]));
  });

  test('a cell of any length is printed, cut and said so, and cannot speak to the terminal', () => {
    const table = tableOf(['A'], [[`${'a b '.repeat(50_000)}`], ['\u001b[2Jxóa']], [30]);
    expect(table.length).toBeLessThan(3000);
    expect(table).toContain('…');
    expect(table).not.toContain('\u001b');
  });
});
