import type { Policy } from '../../dsl/policy/index.ts';
import { type Directive, preview, type TimedAct } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { type Day, dayOf, instantAt } from '../../dsl/time/day.ts';

/** A directive issued at nine on a day. */
export function issued(day: Day, due: Day | null, more: Partial<Directive> = {}): Directive {
  return {
    id: 'a1b2c3/IV.1',
    issuedAt: instantAt(day, 9 * 60),
    due,
    hasCooperating: true,
    calendar: civilServants,
    ...more,
  };
}

/** A life as a list one can read: “2025-03-24 due-reminder lead”. */
export function story(policy: Policy, directive: Directive, acts: readonly TimedAct[] = []): string[] {
  return preview(policy, directive, acts).steps.map((s) => `${dayOf(s.at)} ${s.kind} ${s.to}`);
}
