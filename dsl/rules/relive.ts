import type { Policy } from '../policy/policy.ts';
import type { Directive } from './directive.ts';
import { initialState, type State } from './state.ts';
import type { WakeMark } from './wake.ts';
import { type Woken, wakeUp } from './wake-up.ts';

/** A place in a directive's life: what one wake of its log came to. */
export interface Lived<M extends WakeMark> {
  readonly mark: M;
  readonly woken: Woken;
}

/**
 * Lives a directive again from its log, a place at a time. An instant and an act fix a wake and all else follows by the
 * rules, so these are the very states its workflow had.
 * @throws Error where the log holds an act the rules refuse.
 */
export function* relive<M extends WakeMark>(
  policy: Policy,
  directive: Directive,
  log: Iterable<M>,
): Generator<Lived<M>> {
  let state: State = initialState(directive);
  for (const mark of log) {
    const woken = wakeUp(policy, directive, state, mark.at, mark.act?.act);
    if ('refusal' in woken)
      throw new Error(`${directive.id}: the log holds an act the rules refuse: ${woken.refusal.code}`);
    state = woken.state;
    yield { mark, woken };
  }
}
