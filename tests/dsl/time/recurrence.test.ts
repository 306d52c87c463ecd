import { describe, expect, test } from '@jest/globals';
import { daysOfRule } from '../../../dsl/time/recurrence.ts';

describe('days of a recurrence', () => {
  test('the 24th of each month', () => {
    expect(daysOfRule('FREQ=MONTHLY;BYMONTHDAY=24', '2025-02-24', '2025-05-01')).toEqual([
      '2025-02-24',
      '2025-03-24',
      '2025-04-24',
    ]);
  });

  test('the last day of each quarter', () => {
    expect(daysOfRule('FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1', '2025-02-24', '2025-12-31')).toEqual([
      '2025-03-31',
      '2025-06-30',
      '2025-09-30',
      '2025-12-31',
    ]);
  });

  test('every Thursday, the end included', () => {
    expect(daysOfRule('FREQ=WEEKLY;BYDAY=TH', '2025-02-28', '2025-03-13')).toEqual(['2025-03-06', '2025-03-13']);
  });

  test('a rule that does not parse', () => {
    expect(() => daysOfRule('FREQ=SOMETIMES', '2025-01-01', '2025-02-01')).toThrow(RangeError);
  });
});
