import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { addDays, dayFromNumber, dayNumber, weekday } from '../../../dsl/time/day.ts';
import {
  addWorkingDays,
  isProvisional,
  isWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
} from '../../../dsl/time/work-calendar.ts';

const day = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2027-06-30') }).map(dayFromNumber);
const count = fc.integer({ min: 1, max: 200 });

describe('the working calendar of civil servants', () => {
  test('swaps: a Saturday worked, the weekday off instead', () => {
    expect(isWorkingDay(civilServants, '2025-04-26')).toBe(true);
    expect(isWorkingDay(civilServants, '2025-05-02')).toBe(false);
    expect(isWorkingDay(civilServants, '2026-01-10')).toBe(true);
    expect(isWorkingDay(civilServants, '2026-01-02')).toBe(false);
    expect(isWorkingDay(civilServants, '2025-04-27')).toBe(false);
  });

  test('Tết 2025 is nine days without work', () => {
    expect(addWorkingDays(civilServants, '2025-01-24', 1)).toBe('2025-02-03');
    expect(addWorkingDays(civilServants, '2025-02-03', -1)).toBe('2025-01-24');
  });

  test('every listed day off is a weekday and every worked one a Saturday', () => {
    for (const d of civilServants.off) expect(weekday(d)).toBeLessThan(6);
    for (const d of civilServants.worked) expect(weekday(d)).toBe(6);
  });

  test('past what was announced, dates are provisional', () => {
    expect(isProvisional(civilServants, '2026-12-31')).toBe(false);
    expect(isProvisional(civilServants, '2027-01-04')).toBe(true);
  });

  test('going n working days ahead passes exactly n of them and ends on one', () => {
    fc.assert(
      fc.property(day, count, (d, n) => {
        const end = addWorkingDays(civilServants, d, n);
        expect(isWorkingDay(civilServants, end)).toBe(true);
        expect(workingDaysBetween(civilServants, d, end)).toBe(n);
        expect(workingDaysBetween(civilServants, d, addDays(end, -1))).toBe(n - 1);
      }),
    );
  });

  test('the nearest working days around a day are worked and nothing worked lies between', () => {
    fc.assert(
      fc.property(day, (d) => {
        const [before, after] = [workingDayOnOrBefore(civilServants, d), workingDayOnOrAfter(civilServants, d)];
        expect(isWorkingDay(civilServants, before) && isWorkingDay(civilServants, after)).toBe(true);
        expect(before <= d && d <= after).toBe(true);
        expect(workingDaysBetween(civilServants, before, after)).toBe(before === after ? 0 : 1);
      }),
    );
  });
});
