import { type Directive, initialState, type Post, type State } from '../engine/index.ts';
import type { Policy } from '../policy/policy.ts';
import { type Day, dayOf, type Instant, instantAt } from '../time/day.ts';
import type { Engine } from './engine.ts';
import { stepName } from './steps.ts';

/*
 * Why days may be swept one clock at a time.
 *
 * Every step still to come belongs to one clock, and each clock looks at one or two days only: that of acknowledgement
 * at the day of assignment; silence at the lead's last sign of life and the due day; the deadline at the due day and
 * the day the lead got the ball; approval at the day of the result. So whatever was done in whatever order, a state's
 * steps are those of its clocks taken one by one, and each of these was looked at by the sweep on every day. That is
 * not believed but asked again of every state the exploration meets: `isSumOfItsClocks`.
 */

type Clock = 'acknowledgement' | 'silence' | 'deadline' | 'approval';

export class Superposition {
  private readonly known = new Map<string, readonly string[]>();

  constructor(
    private readonly engine: Engine,
    private readonly policy: Policy,
  ) {}

  /** `steps`: all steps of an assigned, open state, done or not. */
  isSumOfItsClocks(directive: Directive, state: State, steps: readonly Post[]): boolean {
    const expected = this.parts(directive, state).flat().sort();
    const found = steps.map(written).sort();
    return found.length === expected.length && found.every((step, i) => step === expected[i]);
  }

  private parts(directive: Directive, state: State): (readonly string[])[] {
    const { assignedAt, acknowledgedAt, submittedAt, due } = state;
    if (assignedAt === undefined) return [];
    if (state.status === 'submitted') return [this.alone('approval', directive, dayOf(submittedAt ?? 0), null)];
    const roundFrom = state.roundFrom ?? assignedAt;
    const lastSign = Math.max(roundFrom, state.lastSignAt ?? 0);
    return [
      ...(acknowledgedAt === undefined ? [this.alone('acknowledgement', directive, dayOf(assignedAt), null)] : []),
      this.alone('silence', directive, dayOf(lastSign), due),
      this.alone('deadline', directive, dayOf(roundFrom), due),
    ];
  }

  /** The steps of one clock where nothing else ever happened. */
  private alone(clock: Clock, directive: Directive, day: Day, due: Day | null): readonly string[] {
    const { id, hasCooperating } = directive;
    const key = `${clock} ${day} ${due} ${id} ${hasCooperating}`;
    let steps = this.known.get(key);
    if (!steps) {
      const state = stateOf(clock, directive, instantAt(day, 0), due);
      const { pending } = this.engine.schedule(this.policy, directive, state);
      steps = pending.filter((p) => clockOf(p) === clock).map(written);
      this.known.set(key, steps);
    }
    return steps;
  }
}

function stateOf(clock: Clock, directive: Directive, at: Instant, due: Day | null): State {
  const assigned = { ...initialState(directive), due, assignedAt: at, roundFrom: at };
  if (clock === 'acknowledgement') return { ...assigned, status: 'assigned' };
  if (clock === 'approval') return { ...assigned, status: 'submitted', acknowledgedAt: at, submittedAt: at };
  return { ...assigned, status: 'acknowledged', acknowledgedAt: at };
}

function clockOf({ cause }: Post): Clock {
  if (!('rung' in cause)) return 'approval';
  if ('whenUnacknowledgedFor' in cause.rung) return 'acknowledgement';
  return 'whenSilentFor' in cause.rung ? 'silence' : 'deadline';
}

function written({ key, to, at, kind }: Post): string {
  return `${stepName(key)} ${to} ${at} ${kind}`;
}
