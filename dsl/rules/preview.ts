import type { Policy } from '../policy/policy.ts';
import type { Instant } from '../time/day.ts';
import type { Act, Refusal } from './act.ts';
import type { Directive } from './directive.ts';
import type { Post } from './post.ts';
import { type Collapsed, schedule } from './schedule.ts';
import { initialState, isClosed, type State } from './state.ts';
import { wakeUp } from './wake-up.ts';

/** An act somebody does at an instant. */
export interface TimedAct {
  readonly at: Instant;
  readonly act: Act;
}

export interface Preview {
  /** Every message, in order, as it will be posted. */
  readonly steps: readonly Post[];
  /** Reminders left out because the term is too short for them. */
  readonly collapsed: readonly Collapsed[];
  readonly refused: readonly { readonly act: TimedAct; readonly refusal: Refusal }[];
  readonly state: State;
  /** Instants at which the directive woke: by its clock or by an act. */
  readonly wakes: readonly Instant[];
}

/**
 * A directive's whole life before anyone presses "giao việc": what would be sent when and to which role, if these acts
 * were done and nothing else. Acts must be in order of time; acts before the issue are taken at the issue.
 */
export function preview(policy: Policy, directive: Directive, acts: readonly TimedAct[] = []): Preview {
  const steps: Post[] = [];
  const refused: { act: TimedAct; refusal: Refusal }[] = [];
  const wakes: Instant[] = [];
  let collapsed: readonly Collapsed[] | undefined;
  let state = initialState(directive);
  const queue = [...acts];

  const wake = (now: Instant, act?: TimedAct): Instant | null | undefined => {
    const woken = wakeUp(policy, directive, state, now, act?.act);
    if ('refusal' in woken) {
      if (act) refused.push({ act, refusal: woken.refusal });
      return undefined;
    }
    wakes.push(now);
    steps.push(...woken.posts);
    state = woken.state;
    if (state.assignedAt !== undefined) collapsed ??= schedule(policy, directive, state).collapsed;
    return woken.nextWake;
  };

  let next = wake(directive.issuedAt) ?? null;
  while (!isClosed(state)) {
    const act = queue[0];
    if (act && (next === null || act.at < next)) {
      queue.shift();
      const after = wake(Math.max(act.at, directive.issuedAt), act);
      if (after !== undefined) next = after;
    } else if (next !== null) {
      next = wake(next) ?? null;
    } else break;
  }
  for (const act of queue) wake(act.at, act);
  return { steps, collapsed: collapsed ?? [], refused, state, wakes };
}
