import { decide } from '../engine/decide.ts';
import { schedule } from '../engine/schedule.ts';
import { wakeUp } from '../engine/wake-up.ts';

/** What is checked together with a policy: the functions that give it its meaning. Tests put faulty ones in. */
export interface Engine {
  readonly wakeUp: typeof wakeUp;
  readonly decide: typeof decide;
  readonly schedule: typeof schedule;
}

export const ENGINE: Engine = { wakeUp, decide, schedule };
