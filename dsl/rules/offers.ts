import type { Policy } from '../policy/policy.ts';
import type { Instant } from '../time/day.ts';
import type { Actor, ActType } from './act.ts';
import { ACTS } from './acts/index.ts';
import type { Directive } from './directive.ts';
import { refusalToAsk } from './permission.ts';
import type { State } from './state.ts';
import { inForce } from './terms.ts';

const TYPES = Object.keys(ACTS) as ActType[];

/**
 * The acts open to somebody at an instant: those of which the rules would take one, if it says what it must. Pages offer
 * these and no others.
 */
export function offersFor(
  issuedPolicy: Policy,
  issuedDirective: Directive,
  state: State,
  by: Actor,
  now: Instant,
): readonly ActType[] {
  const { policy, directive } = inForce(issuedPolicy, issuedDirective, state);
  const asked = { policy, directive, calendar: directive.calendar, state, by, now };
  return TYPES.filter((type) => refusalToAsk(asked, type) === undefined);
}
