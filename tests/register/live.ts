import { clocksOf, initialState, partiesOf, standingOf, type TimedAct, wakeUp } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { DirectiveDraft, Register } from '../../register/index.ts';

/**
 * Records what the rules make of a directive woken at these instants, by these acts or by the clock: wakes may come late,
 * as after an outage.
 */
export async function live(
  register: Register,
  { id, issuedAt, due, policy, lead, cooperating }: DirectiveDraft,
  wakes: readonly (TimedAct | Instant)[],
): Promise<void> {
  const parties = partiesOf({ lead, cooperating });
  const directive = { id, issuedAt, due, hasCooperating: cooperating.length > 0, parties, calendar: civilServants };
  let state = initialState(directive);
  for (const [seq, one] of [issuedAt, ...wakes].entries()) {
    const { at, act } = typeof one === 'number' ? { at: one, act: undefined } : one;
    const woken = wakeUp(policy, directive, state, at, act);
    if ('refusal' in woken) throw new Error(`refused: ${woken.refusal.code}`);
    state = woken.state;
    await register.directives.recordWake({
      ...{ directiveId: id, seq, at, posts: woken.posts },
      ...(act ? { act: { id: `a${seq}`, act } } : {}),
      ...{ standing: standingOf(state, woken.nextWake), clocks: clocksOf(policy, directive, state, at) },
    });
  }
}
