import { describe, expect, test } from '@jest/globals';
import { withdrawalFor } from '../../dsl/rules/rounds.ts';
import { isOpenAt } from '../../dsl/rules/window.ts';
import { civilServants as calendar } from '../../dsl/time/civil-servants.ts';
import { type Day, dayOf, instantAt, MINUTE_MS } from '../../dsl/time/day.ts';

const window = { from: '07:00', to: '17:00' } as const;
const hours = { window, calendar };
const at = (day: Day, hour: number, minute = 0) => instantAt(day, hour * 60 + minute);

describe('that a notice was withdrawn is heard', () => {
  test('within twenty minutes in working hours, by every reader at the same time, of all its directives', () => {
    const ended = at('2025-03-18', 9, 12);
    const told = ['ba', 'tu', 'nam'].flatMap((reader) =>
      [0, 1_000, 40_000].map((later) => withdrawalFor(hours, reader, ended + later, ended + later)),
    );
    expect(new Set(told)).toEqual(new Set([at('2025-03-18', 9, 30)]));
    for (let minute = 0; minute < 60; minute++) {
      const wait = withdrawalFor(hours, 'ba', at('2025-03-18', 9, minute), 0) - at('2025-03-18', 9, minute);
      expect(wait).toBeGreaterThanOrEqual(5 * MINUTE_MS);
      expect(wait).toBeLessThan(20 * MINUTE_MS);
    }
  });

  test('ended at night or on a Sunday, once, in the reader’s round, whichever minute its directives have', () => {
    for (const ended of [at('2025-03-18', 22), at('2025-03-18', 4), at('2025-03-16', 10)]) {
      const slots = [7, 8].map((hour) => withdrawalFor(hours, 'ba', ended, at('2025-03-19', hour, 10)));
      expect(new Set(slots).size).toBe(1);
    }
  });

  test('ended just before the office closes, in the morning, when messages may leave', () => {
    const told = withdrawalFor(hours, 'ba', at('2025-03-18', 16, 58), at('2025-03-18', 16, 58));
    expect([dayOf(told), isOpenAt(window, calendar, told)]).toEqual(['2025-03-19', true]);
  });
});
