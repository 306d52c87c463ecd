import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../dsl/time/day.ts';
import { lunarDay, lunarMonth, yearNamed } from '../../dsl/time/lunar.ts';

/** Tết and leap months as published for Viet Nam (+07:00); 2030 differs from China's calendar by a day. */
const YEARS: readonly (readonly [number, string, number | null])[] = [
  [2020, '2020-01-25', 4],
  [2021, '2021-02-12', null],
  [2022, '2022-02-01', null],
  [2023, '2023-01-22', 2],
  [2024, '2024-02-10', null],
  [2025, '2025-01-29', 6],
  [2026, '2026-02-17', null],
  [2027, '2027-02-06', null],
  [2028, '2028-01-26', 5],
  [2029, '2029-02-13', null],
  [2030, '2030-02-02', null],
  [2031, '2031-01-23', 3],
  [2032, '2032-02-11', null],
  [2033, '2033-01-31', 11],
  [2034, '2034-02-19', null],
  [2035, '2035-02-08', null],
];

describe('lunar calendar', () => {
  test.each(YEARS)('%i begins on %s, leap month %s', (year, first, leap) => {
    expect(lunarDay(year, 1, 1)).toBe(first);
    const leaps = Array.from({ length: 12 }, (_, i) => i + 1).filter((m) => lunarMonth(year, m, true) !== null);
    expect(leaps).toEqual(leap === null ? [] : [leap]);
  });

  test('months follow one another without a gap, 29 or 30 days each', () => {
    for (const [year, first, leap] of YEARS) {
      let next = first;
      for (let month = 1; month <= 12; month++) {
        for (const isLeap of leap === month ? [false, true] : [false]) {
          const range = lunarMonth(year, month, isLeap);
          expect(range?.first).toBe(next);
          const length = daysBetween(range?.first ?? '', range?.last ?? '') + 1;
          expect([29, 30]).toContain(length);
          next = addDays(range?.last ?? '', 1);
        }
      }
      expect(next).toBe(lunarDay(year + 1, 1, 1));
    }
  });

  test('a day past the month’s end does not exist', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2020, max: 2035 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        expect(lunarDay(year, month, 31)).toBeNull();
        expect(lunarDay(year, month, 0)).toBeNull();
      }),
    );
  });

  test('years are known by their names', () => {
    expect(yearNamed('ất', 'tỵ', 2025)).toBe(2025);
    expect(yearNamed('bính', 'ngọ', 2025)).toBe(2026);
    expect(yearNamed('giáp', 'thìn', 2025)).toBe(2024);
    expect(yearNamed('giáp', 'sửu', 2025)).toBeNull();
    expect(yearNamed('', 'ngọ', 2025)).toBeNull();
  });
});
