import type { Policy } from '../policy/policy.ts';
import { type Directive, initialState, type Post, type State } from '../rules/index.ts';
import { type Day, dayNumberOf, dayOf, type Instant, instantAt } from '../time/day.ts';
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
  private readonly known = new Map<string, readonly Post[]>();
  /** Of states whose steps are those of their clocks, the steps by the clocks. */
  private readonly sums = new Map<string, readonly Post[]>();

  constructor(
    private readonly rules: Rules,
    private readonly policy: Policy,
  ) {}

  /** `steps`: all steps of an assigned, open state, done or not. */
  isSumOfItsClocks(directive: Directive, state: State, steps: readonly Post[]): boolean {
    const key = clocksOf(directive, state);
    const before = this.sums.get(key);
    // Clocks that were looked at before, and the steps found then: there is no need to ask for each clock's again.
    if (before && areTheSame(before, steps)) return true;
    if (!this.isSum(directive, state, steps)) return false;
    this.sums.set(key, steps);
    return true;
  }

  /** Of each clock the steps are told in the order of its rungs, whatever else runs beside it. */
  private isSum(directive: Directive, state: State, steps: readonly Post[]): boolean {
    let expected = 0;
    for (const [clock, part] of this.parts(directive, state)) {
      expected += part.length;
      if (!areTheSame(part, ofClock(clock, steps))) return false;
    }
    return expected === steps.length;
  }

  private parts(directive: Directive, state: State): (readonly [Clock, readonly Post[]])[] {
    const { assignedAt, acknowledgedAt, submittedAt, endorsedAt, extension, suspended, due } = state;
    if (assignedAt === undefined) return [];
    const one = (clock: Clock, at: Instant, more: Partial<State> = {}) =>
      [clock, this.alone(clock, directive, dayOf(at), more)] as const;
    if (suspended) return [one('suspension', suspended.at, { suspended })];
    if (state.status === 'submitted') return [one('approval', endorsedAt ?? submittedAt ?? 0, { endorsedAt })];
    const roundFrom = state.roundFrom ?? assignedAt;
    const acknowledgeFrom = Math.max(assignedAt, state.acknowledgeFrom ?? 0);
    return [
      ...(acknowledgedAt === undefined ? [one('acknowledgement', acknowledgeFrom)] : []),
      ...(extension ? [one('extension', extension.since, { extension })] : []),
      one('silence', Math.max(roundFrom, state.lastSignAt ?? 0), { due }),
      one('deadline', roundFrom, { due }),
    ];
  }

  /** The steps of one clock where nothing else ever happened. */
  private alone(clock: Clock, directive: Directive, day: Day, more: Partial<State>): readonly Post[] {
    const { id, hasCooperating } = directive;
    const key = `${clock} ${day} ${id} ${hasCooperating} ${JSON.stringify(more)}`;
    let steps = this.known.get(key);
    if (!steps) {
      const state = { ...stateOf(clock, directive, instantAt(day, 0)), ...more };
      const { pending } = this.rules.schedule(this.policy, directive, state);
      steps = ofClock(clock, pending);
      this.known.set(key, steps);
    }
    return steps;
  }
}

/** All that `parts` looks at, as text. */
function clocksOf({ id, hasCooperating }: Directive, state: State): string {
  const { status, assignedAt = 0, acknowledgedAt, endorsedAt, extension, suspended, due } = state;
  const day = (at: Instant | null = 0) => dayNumberOf(at ?? 0);
  const who = `${id} ${hasCooperating}`;
  if (suspended) return `${who} suspended ${suspended.at} ${suspended.from} ${suspended.until}`;
  if (status === 'submitted') return `${who} submitted ${endorsedAt} ${day(state.submittedAt)}`;
  const waits = extension ? `${extension.since} ${extension.due} ${extension.offered}` : '';
  const roundFrom = state.roundFrom ?? assignedAt;
  return `${who} ${acknowledgedAt === undefined ? day(Math.max(assignedAt, state.acknowledgeFrom ?? 0)) : ''} ${waits} ${day(roundFrom)} ${day(Math.max(roundFrom, state.lastSignAt ?? 0))} ${due}`;
}

function areTheSame(some: readonly Post[], others: readonly Post[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ at, to, kind, key }, i) => {
      const other = others[i];
      return (
        other !== undefined &&
        at === other.at &&
        to === other.to &&
        kind === other.kind &&
        (key === other.key || occurrenceName(key) === occurrenceName(other.key))
      );
    })
  );
}

function stateOf(clock: Clock, directive: Directive, at: Instant): State {
  const assigned = { ...initialState(directive), due: null, assignedAt: at, roundFrom: at };
  if (clock === 'acknowledgement') return { ...assigned, status: 'assigned' };
  if (clock === 'approval') return { ...assigned, status: 'submitted', acknowledgedAt: at, submittedAt: at };
  if (clock === 'suspension') return { ...assigned, status: 'suspended', acknowledgedAt: at };
  return { ...assigned, status: 'acknowledged', acknowledgedAt: at };
}

function ofClock(clock: Clock, steps: readonly Post[]): readonly Post[] {
  return steps.filter((step) => clockOf(step) === clock);
}

function clockOf({ key, cause }: Post): Clock {
  if (!('rung' in cause)) {
    if (key.startsWith('suspended/')) return 'suspension';
    return key.startsWith('extension/') ? 'extension' : 'approval';
  }
  if ('whenUnacknowledgedFor' in cause.rung) return 'acknowledgement';
  return 'whenSilentFor' in cause.rung ? 'silence' : 'deadline';
}
