import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chartLines } from '../../../cli/timeline/chart.ts';
import { fitColumns, gridColumnsOf, wrapColumns } from '../../../cli/timeline/columns.ts';
import { stepLines } from '../../../cli/timeline/steps.ts';
import { picture, pictureOfPlan, words } from './support.ts';

const width = fc.integer({ min: 40, max: 200 });
const plan = pictureOfPlan({ id: 'II.1', lead: 'Sở Nội vụ', cooperating: ['Sở Tài chính'], due: '2025-03-31' });

describe('the chart in a terminal', () => {
  test('from 40 to 200 columns no line is longer, none moves the cursor', () => {
    fc.assert(
      fc.property(picture, width, ({ timeline }, columns) => {
        for (const line of [...chartLines(timeline, { width: columns }), ...stepLines(timeline, columns)]) {
          expect(gridColumnsOf(line)).toBeLessThanOrEqual(columns);
          expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('every width, one by one, for one plan', () => {
    for (let columns = 40; columns <= 200; columns++) {
      const lines = chartLines(plan, { width: columns });
      expect(Math.max(...lines.map(gridColumnsOf))).toBeLessThanOrEqual(columns);
      expect(lines.join('\n')).toContain('hạn 31/03');
    }
  });

  test('colour changes nothing but the colour', () => {
    fc.assert(
      fc.property(picture, width, ({ timeline }, columns) => {
        const plain = chartLines(timeline, { width: columns });
        const coloured = chartLines(timeline, { width: columns, colour: true });
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are what is taken off
        expect(coloured.map((line) => line.replace(/\u001b\[\d+m/g, ''))).toEqual(plain);
      }),
      { numRuns: 15 },
    );
  });

  test('a day a column: every sign stands on its day', () => {
    // 88 days, and 18 columns of names.
    const lines = chartLines(plan, { width: 88 + 17 });
    const lead = lines.find((line) => line.startsWith('chủ trì '))?.slice(17);
    // 24/02 assigned, 26/02 reminded, weekends from 01/03, 14/03 and 17/03 reminded; due on 31/03.
    expect(lead?.slice(0, 22)).toBe('○ △  ░░     ░░    △░░△');
    expect(lead?.slice(28, 37)).toBe('△   △░░┃□');
  });

  test('every step is in the list once, with its rule', () => {
    const list = stepLines(plan, 200);
    expect(list).toHaveLength(plan.marks.length);
    for (const [i, mark] of plan.marks.entries()) expect(list[i]).toContain(`(${mark.rule})`);
    fc.assert(
      fc.property(picture, ({ timeline }) => {
        const { marks } = timeline;
        const ids = (track: string) => new Set(marks.filter((m) => m.track === track).map((m) => m.id));
        const [planned, ran] = [ids('plan'), ids('run')];
        const wide = stepLines({ ...timeline, notes: [] }, 5000);
        expect(wide).toHaveLength(1 + new Set([...planned, ...ran]).size);
      }),
      { numRuns: 20 },
    );
  });
});

describe('text in columns', () => {
  test('fits, and loses nothing where it wraps', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 60 }), (text, columns) => {
        expect(gridColumnsOf(fitColumns(text, columns))).toBeLessThanOrEqual(columns);
        const lines = wrapColumns(text, columns);
        for (const line of lines) expect(gridColumnsOf(line)).toBeLessThanOrEqual(columns);
        expect(lines.join('').replace(/\s/g, '')).toBe(wrapColumns(text, 100_000).join('').replace(/\s/g, ''));
      }),
      { numRuns: 300 },
    );
  });

  test('marks take no column, wide letters take two', () => {
    expect(gridColumnsOf('Ợ'.normalize('NFD'))).toBe(1);
    expect(gridColumnsOf('日本')).toBe(4);
    expect(fitColumns('đơn vị chủ trì', 8)).toBe('đơn vị…');
  });
});
