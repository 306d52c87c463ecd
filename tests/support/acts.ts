import type { Act, TimedAct } from '../../dsl/rules/index.ts';
import { type Day, instantAt } from '../../dsl/time/day.ts';

/* How tests write down what people do. */

export const lead = { party: 'lead' } as const;
export const office = { party: 'secretariat' } as const;

/** An act on a day, in the early afternoon. */
export function on(day: Day, act: Act): TimedAct {
  return { at: instantAt(day, 14 * 60), act };
}
