import { decide } from '../rules/decide.ts';
import { schedule } from '../rules/schedule.ts';
import { wakeUp } from '../rules/wake-up.ts';

/** What is checked together with a policy: the functions that give it its meaning. Tests put faulty ones in. */
export interface Rules {
  readonly wakeUp: typeof wakeUp;
  readonly decide: typeof decide;
  readonly schedule: typeof schedule;
}

export const RULES: Rules = { wakeUp, decide, schedule };
