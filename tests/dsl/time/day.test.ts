import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dayFromNumber,
  dayNumber,
  dayOf,
  dayOfParts,
  endOfDay,
  formatInstant,
  instantAt,
  isDay,
  weekday,
} from '../../../dsl/time/day.ts';

const number = fc.integer({ min: -200_000, max: 200_000 });

describe('civil days', () => {
  test('agree with the platform on every day from 1422 to 2517', () => {
    fc.assert(
      fc.property(number, (n) => {
        const day = new Date(n * 86_400_000).toISOString().slice(0, 10);
        expect(dayFromNumber(n)).toBe(day);
        expect(dayNumber(day)).toBe(n);
        expect(weekday(day) % 7).toBe(new Date(n * 86_400_000).getUTCDay());
      }),
      { numRuns: 3000 },
    );
  });

  test('refuse days that do not exist', () => {
    for (const text of ['2025-02-29', '2025-04-31', '2025-13-01', '2025-00-10', '25-01-01', '2025-1-1', '']) {
      expect(isDay(text)).toBe(false);
      expect(() => dayNumber(text)).toThrow(RangeError);
    }
    expect(dayOfParts(2025, 2, 29)).toBeNull();
    expect(dayOfParts(2024, 2, 29)).toBe('2024-02-29');
  });

  test('month arithmetic clamps to the month’s end', () => {
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
    expect(addMonths('2024-11-30', 3)).toBe('2025-02-28');
    expect(addMonths('2025-03-15', -3)).toBe('2024-12-15');
  });

  test('a day in Viet Nam begins and ends at +07:00', () => {
    expect(formatInstant(instantAt('2025-03-31', 8 * 60 + 5))).toBe('2025-03-31T08:05:00+07:00');
    expect(dayOf(endOfDay('2025-03-31'))).toBe('2025-04-01');
    expect(dayOf(endOfDay('2025-03-31') - 1)).toBe('2025-03-31');
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01');
  });
});
