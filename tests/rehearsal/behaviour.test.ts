import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { preview } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { addDays, dayOf, instantAt } from '../../dsl/time/day.ts';
import { isWorkingDay } from '../../dsl/time/work-calendar.ts';
import type { BEHAVIOURS } from '../../office/year/index.ts';
import { shippedPolicies, standard } from '../../policies/index.ts';
import { actsAs } from '../../rehearsal/behaviour.ts';

/* What people of a rehearsal do: the rules take all of it, and each way to behave ends as it says. */

const ISSUED = '2025-02-24';

function before(policy = standard, due: string | null = '2025-03-31', issued = ISSUED) {
  const issuedAt = instantAt(issued, 8 * 60);
  const directive = { id: 'x/II.1', issuedAt, due, hasCooperating: false, calendar: civilServants };
  return { policy, directive, from: issuedAt };
}

test('of any policy and any deadline, nothing is refused, and the order is that of time', () => {
  const policies = fc.constantFrom(...shippedPolicies);
  const due = fc.option(fc.integer({ min: -5, max: 200 }), { nil: null });
  fc.assert(
    fc.property(policies, due, fc.integer({ min: 0, max: 300 }), fc.constantFrom('prompt', 'late'), (p, n, i, how) => {
      const issued = addDays('2025-01-02', i);
      const given = before(p, n === null ? null : addDays(issued, n), issued);
      const acts = actsAs(how as 'prompt' | 'late', 1, given);
      expect(acts.map(({ at }) => at)).toEqual(acts.map(({ at }) => at).toSorted((a, b) => a - b));
      const { refused, state } = preview(given.policy, given.directive, acts);
      expect(refused).toEqual([]);
      // Who answers, early or late, is done with in the end.
      expect(state.status).toBe('approved');
    }),
    { numRuns: 60 },
  );
});

test('the prompt hand in before the deadline, the late after it and twice, the idle never', () => {
  const days = (how: (typeof BEHAVIOURS)[number], type: string) =>
    actsAs(how, 1, before())
      .filter(({ act }) => act.type === type)
      .map(({ at }) => dayOf(at));
  expect(days('prompt', 'submit-result')).toEqual(['2025-03-27']);
  expect(days('late', 'submit-result')).toEqual(['2025-04-08', '2025-04-16']);
  expect(days('late', 'return')).toEqual(['2025-04-09']);
  expect(actsAs('never', 1, before())).toEqual([]);
});

test('nobody answers on a day off, and chance is the same for the same seed', () => {
  for (const how of ['prompt', 'late'] as const) {
    const [answer] = actsAs(how, 1, before(standard, '2025-05-31', '2025-04-29'));
    expect(isWorkingDay(civilServants, dayOf(answer?.at ?? 0))).toBe(true);
  }
  expect(actsAs('random', 3, before())).toEqual(actsAs('random', 3, before()));
  const stories = [1, 2, 3, 4, 5].map((seed) => JSON.stringify(actsAs('random', seed, before())));
  expect(new Set(stories).size).toBeGreaterThan(1);
});
