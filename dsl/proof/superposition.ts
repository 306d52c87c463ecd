import type { Policy } from '../policy/policy.ts';
import { type Directive, initialState, type Post, type State } from '../rules/index.ts';
import { dayNumberOf, type Instant, startOfNumber } from '../time/day.ts';
import type { Rules } from './rules.ts';
import { occurrenceName } from './steps.ts';

/*
 * Why days may be swept one clock at a time.
 *
 * Every step still to come belongs to one clock, and each clock looks at one or two days only: that of acknowledgement
 * at the day of assignment; silence at the lead's last sign of life and the due day; the deadline at the due day and
 * the day the lead got the ball; approval, extension and suspension at the day they began to wait. So whatever was done in whatever order, a state's
 * steps are those of its clocks taken one by one, and each of these was looked at by the sweep on every day. That is
 * not believed but asked again of every state the exploration meets: `isSumOfItsClocks`.
 */

type Clock = 'acknowledgement' | 'silence' | 'deadline' | 'approval' | 'extension' | 'suspension';

/** Asks of a state whether its steps are those of its clocks, each taken alone. */
export class Superposition {
  /** The steps of clocks taken alone, by the day from which they run and all else they look at. */
  private readonly known = new Map<string, Map<number, readonly Post[]>>();

  constructor(
    private readonly rules: Rules,
    private readonly policy: Policy,
  ) {}

  /**
   * `steps`: all steps of an assigned, open state, done or not. Of each clock they are told in the order of its rungs,
   * whatever else runs beside it.
   */
  isSumOfItsClocks(directive: Directive, state: State, steps: readonly Post[]): boolean {
    const parts = this.parts(directive, state);
    let expected = 0;
    for (const { clock, part } of parts) {
      expected += part.length;
      let i = 0;
      for (const step of steps) {
        if (clockOf(step) !== clock) continue;
        const other = part[i++];
        if (!other || !areTheSame(step, other)) return false;
      }
      if (i !== part.length) return false;
    }
    return expected === steps.length;
  }

  private parts(directive: Directive, state: State): readonly { clock: Clock; part: readonly Post[] }[] {
    const { assignedAt, acknowledgedAt, submittedAt, endorsedAt, extension, suspended, due } = state;
    if (assignedAt === undefined) return [];
    const one = (clock: Clock, at: Instant, more: Partial<State> = NOTHING_MORE, about = '') => ({
      clock,
      part: this.alone(clock, directive, at, more, about),
    });
    if (suspended) {
      return [one('suspension', suspended.at, { suspended }, `${suspended.at} ${suspended.from} ${suspended.until}`)];
    }
    if (state.status === 'submitted') {
      return [one('approval', endorsedAt ?? submittedAt ?? 0, { endorsedAt }, `${endorsedAt}`)];
    }
    const roundFrom = state.roundFrom ?? assignedAt;
    const parts = [
      one('silence', Math.max(roundFrom, state.lastSignAt ?? 0), { due }, due ?? ''),
      one('deadline', roundFrom, { due }, due ?? ''),
    ];
    if (acknowledgedAt === undefined) {
      parts.push(one('acknowledgement', Math.max(assignedAt, state.acknowledgeFrom ?? 0)));
    }
    if (extension) {
      const about = `${extension.since} ${extension.due} ${extension.offered}`;
      parts.push(one('extension', extension.since, { extension }, about));
    }
    return parts;
  }

  /** The steps of one clock where nothing else ever happened. `about`: all of `more`, as text. */
  private alone(
    clock: Clock,
    directive: Directive,
    from: Instant,
    more: Partial<State>,
    about: string,
  ): readonly Post[] {
    const { id, hasCooperating } = directive;
    const key = `${clock} ${id} ${hasCooperating} ${about}`;
    const day = dayNumberOf(from);
    let days = this.known.get(key);
    if (!days) {
      days = new Map();
      this.known.set(key, days);
    }
    let steps = days.get(day);
    if (!steps) {
      const state = { ...stateOf(clock, directive, startOfNumber(day)), ...more };
      const all = this.rules.schedule(this.policy, directive, state).pending;
      steps = all.filter((step) => clockOf(step) === clock);
      days.set(day, steps);
    }
    return steps;
  }
}

const NOTHING_MORE: Partial<State> = {};

function areTheSame(step: Post, other: Post): boolean {
  return (
    step.at === other.at &&
    step.to === other.to &&
    step.kind === other.kind &&
    (step.key === other.key || occurrenceName(step.key) === occurrenceName(other.key))
  );
}

function stateOf(clock: Clock, directive: Directive, at: Instant): State {
  const assigned = { ...initialState(directive), due: null, assignedAt: at, roundFrom: at };
  if (clock === 'acknowledgement') return { ...assigned, status: 'assigned' };
  if (clock === 'approval') return { ...assigned, status: 'submitted', acknowledgedAt: at, submittedAt: at };
  if (clock === 'suspension') return { ...assigned, status: 'suspended', acknowledgedAt: at };
  return { ...assigned, status: 'acknowledged', acknowledgedAt: at };
}

function clockOf({ key, cause }: Post): Clock {
  if (!('rung' in cause)) {
    if (key.startsWith('suspended/')) return 'suspension';
    return key.startsWith('extension/') ? 'extension' : 'approval';
  }
  if ('whenUnacknowledgedFor' in cause.rung) return 'acknowledgement';
  return 'whenSilentFor' in cause.rung ? 'silence' : 'deadline';
}
