import fc from 'fast-check';
import type { Policy } from '../../../dsl/policy/policy.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { addDays, type Day } from '../../../dsl/time/day.ts';
import { isWorkingDay, type WorkCalendar } from '../../../dsl/time/work-calendar.ts';
import { policy } from '../../dsl/arbitraries.ts';

/** An edition of the calendar with some days of the weeks around a day turned over. */
export function editionAround(day: Day, turned: readonly number[]): WorkCalendar {
  const days = [...new Set(turned.map((n) => addDays(day, n)))];
  const off = new Set(civilServants.off);
  const worked = new Set(civilServants.worked);
  for (const d of days) {
    if (isWorkingDay(civilServants, d)) {
      if (!worked.delete(d)) off.add(d);
    } else if (!off.delete(d)) worked.add(d);
  }
  return { ...civilServants, version: '2026-06-01', off: [...off].sort(), worked: [...worked].sort() };
}

export const turnedDays = fc.array(fc.integer({ min: -20, max: 60 }), { minLength: 1, maxLength: 12 });

/** Another edition of a policy: rungs dropped, in another order, others in between. Or another policy altogether. */
export function editionOf(old: Policy): fc.Arbitrary<Policy> {
  const edited = fc.tuple(policy, fc.nat(), fc.nat(), fc.nat()).map(
    ([other, a, b, c]): Policy => ({
      ...old,
      name: `${old.name} (bản ${a})`,
      remind: mixed(old.remind, other.remind, a),
      escalate: mixed(old.escalate, other.escalate, b),
      ...(c % 2 === 0 ? { window: { from: '07:30', to: '16:30' } } : {}),
    }),
  );
  return fc.oneof({ weight: 3, arbitrary: edited }, { weight: 1, arbitrary: policy });
}

function mixed<T>(old: readonly T[], other: readonly T[], seed: number): T[] {
  const kept = old.filter((_, i) => (seed >> i) % 4 !== 0);
  const turned = seed % 3 === 0 ? [...kept].reverse() : kept;
  return seed % 5 < 3 ? [...other.slice(0, 1 + (seed % 2)), ...turned] : turned;
}
