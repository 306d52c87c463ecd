/** @slow random policies, each lived through by brute force */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DayCount, Policy, Role } from '../../../dsl/policy/index.ts';
import { check, type PropertyName } from '../../../dsl/proof/index.ts';
import type { Act, Directive, TimedAct } from '../../../dsl/rules/index.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { addDays, dayFromNumber, dayNumber, dayOf, instantAt, MINUTE_MS } from '../../../dsl/time/day.ts';
import { brokenBy } from './lives.ts';
import { closing } from './support.ts';

/* Nothing is called proved that a random life breaks. */

const FIRST = '2025-01-13';
const LAST = '2025-02-09';
const RUNS = 6;

const span = (max: number): fc.Arbitrary<DayCount> =>
  fc.oneof(
    fc.integer({ min: 1, max }).map((n): DayCount => ({ days: n })),
    fc.integer({ min: 1, max }).map((n): DayCount => ({ workingDays: n })),
  );

const role = fc.constantFrom<Role>('lead', 'headOf(lead)', 'cooperating', 'supervisor', 'issuer');
const mostly = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 7 });

const rung = (when: fc.Arbitrary<Policy['escalate'][number]['when']>) =>
  fc
    .tuple(role, when, fc.option(fc.tuple(span(6), fc.integer({ min: 1, max: 3 })), { freq: 1 }))
    .map(([to, trigger, again]) => ({ to, when: trigger, ...(again ? { every: again[0], atMost: again[1] } : {}) }));

/** Near enough to a good policy that much of it can be proved, and far enough that much can not. */
const policy: fc.Arbitrary<Policy> = fc
  .record({
    within: mostly(span(4)),
    before: fc.array(span(6), { maxLength: 2 }),
    silence: mostly(span(8)),
    head: mostly(span(4)),
    supervisor: mostly(span(7)),
    more: fc.array(
      rung(
        fc.oneof(
          span(8).map((after) => ({ after })),
          span(8).map((whenSilentFor) => ({ whenSilentFor })),
          span(8).map((whenUnacknowledgedFor) => ({ whenUnacknowledgedFor })),
        ),
      ),
      { maxLength: 2 },
    ),
    waits: fc.boolean(),
    copy: fc.constantFrom<Role[]>([], ['cooperating'], ['headOf(lead)']),
  })
  .map(({ within, before, silence, head, supervisor, more, waits, copy }) => ({
    ...{ format: 1, id: 'ngau-nhien', name: 'Ngẫu nhiên', channels: ['email'], window: { from: '08:00', to: '17:00' } },
    assign: { to: 'lead', copy, ...(within ? { acknowledgeWithin: within } : {}) },
    remind: [
      ...before.map((b) => ({ to: 'lead' as const, when: { before: b } })),
      ...(silence ? [{ to: 'lead' as const, when: { whenSilentFor: silence } }] : []),
    ],
    escalate: [
      ...(head ? [{ to: 'headOf(lead)' as const, when: { after: head } }] : []),
      ...(supervisor ? [{ to: 'supervisor' as const, when: { after: supervisor } }] : []),
      ...more,
    ],
    close: waits ? closing : { submittedBy: 'lead', approvedBy: 'secretariat' },
  }));

const lead = { party: 'lead' } as const;
const office = { party: 'secretariat' } as const;
const reason = 'r';

const act = (issued: string): fc.Arbitrary<Act> =>
  fc.oneof(
    fc.constantFrom<Act>(
      { type: 'acknowledge', by: lead },
      { type: 'report-progress', by: lead, text: 'x' },
      { type: 'submit-result', by: lead, text: 'x' },
      { type: 'submit-result', by: lead, text: 'x' },
      { type: 'approve', by: office },
      { type: 'return', by: office, reason },
      { type: 'return', by: office, reason },
      { type: 'cancel', by: office, reason },
    ),
    fc
      .option(fc.integer({ min: 0, max: 60 }))
      .map((n): Act => ({ type: 'change-deadline', by: office, due: n === null ? null : addDays(issued, n), reason })),
  );

interface Life {
  readonly directive: Directive;
  readonly acts: readonly TimedAct[];
}

const life: fc.Arbitrary<Life> = fc
  .record({
    id: fc.string({ minLength: 1, maxLength: 8 }),
    issued: fc.integer({ min: dayNumber(FIRST), max: dayNumber(LAST) }).map(dayFromNumber),
    minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
    dueIn: fc.option(fc.integer({ min: -10, max: 60 })),
    hasCooperating: fc.boolean(),
  })
  .chain(({ id, issued, minute, dueIn, hasCooperating }) => {
    const directive: Directive = {
      ...{ id, hasCooperating, calendar: civilServants },
      issuedAt: instantAt(issued, minute),
      due: dueIn === null ? null : addDays(issued, dueIn),
    };
    return fc.array(fc.tuple(fc.integer({ min: 0, max: 60 * 24 * 60 }), act(issued)), { maxLength: 7 }).map((acts) => ({
      directive,
      acts: acts.map(([m, a]) => ({ at: directive.issuedAt + m * MINUTE_MS, act: a })).sort((a, b) => a.at - b.at),
    }));
  });

const RANGE = { firstDay: FIRST, lastDay: LAST, rarerActs: 0 } as const;

test('what is called proved is broken by no random life', () => {
  const met = new Set<PropertyName>();
  const proved = new Set<PropertyName>();
  fc.assert(
    fc.property(policy, fc.array(life, { minLength: 200, maxLength: 200 }), (p, lives) => {
      const { properties } = check(p, RANGE);
      const verdicts = new Map(properties.map((v) => [v.name, v.verdict]));
      for (const v of properties) if (v.verdict === 'proved') proved.add(v.name);
      for (const { directive, acts } of lives) {
        for (const name of brokenBy(p, directive, acts, 2)) {
          met.add(name);
          const where = `${name}, issued ${dayOf(directive.issuedAt)}, due ${directive.due}`;
          expect([where, verdicts.get(name)]).toEqual([where, 'refuted']);
        }
      }
    }),
    { numRuns: RUNS },
  );
  // Both were tried: lives that break something, and properties that hold.
  expect(met.size).toBeGreaterThan(0);
  expect(proved.size).toBeGreaterThan(3);
});

test('what is told to refute is a life that breaks it', () => {
  let told = 0;
  fc.assert(
    fc.property(policy, (p) => {
      for (const verdict of check(p, RANGE).properties) {
        if (verdict.verdict !== 'refuted' || verdict.name === 'every-rung-fires') continue;
        const { issuedAt, due, hasCooperating, moments } = verdict.counterexample;
        const directive: Directive = { id: 'd', issuedAt, due, hasCooperating, calendar: civilServants };
        const acts = moments.flatMap(({ at, act }) => (act ? [{ at, act }] : []));
        expect([...brokenBy(p, directive, acts, 2)]).toContain(verdict.name);
        told++;
      }
    }),
    // The same policies every time: that enough of them are refuted is no matter of chance.
    { numRuns: RUNS, seed: 20_250_224 },
  );
  expect(told).toBeGreaterThan(RUNS / 2);
});
