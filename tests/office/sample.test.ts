import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isOpenAt } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { DAY_MS, instantAt } from '../../dsl/time/day.ts';
import { lastAtWork } from '../../office/sample/at-work.ts';
import { shippedPolicies } from '../../policies/index.ts';

test('sample directives are given out at an hour at which messages leave, whatever the hour it is started', () => {
  const from = instantAt('2024-01-01', 0);
  const until = instantAt('2026-12-31', 24 * 60 - 1);
  fc.assert(
    fc.property(fc.integer({ min: from + 15 * DAY_MS, max: until }), (now) => {
      const at = lastAtWork(now, civilServants);
      expect(at).toBeLessThanOrEqual(now);
      for (const { window } of shippedPolicies) expect(isOpenAt(window, civilServants, at)).toBe(true);
      // The longest holidays of those years, with their weekends.
      expect(now - at).toBeLessThan(11 * DAY_MS);
      if (isOpenAt(shippedPolicies[0]?.window ?? { from: '00:00', to: '00:00' }, civilServants, now))
        expect(at).toBe(now);
    }),
    { numRuns: 2_000 },
  );
});
