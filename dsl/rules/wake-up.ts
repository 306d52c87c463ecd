import type { Policy } from '../policy/policy.ts';
import { present } from '../present.ts';
import type { Instant } from '../time/day.ts';
import type { Act, Refusal } from './act.ts';
import { apply } from './apply.ts';
import { decide, settle } from './decide.ts';
import type { Directive } from './directive.ts';
import type { Post } from './post.ts';
import { isClosed, type State } from './state.ts';
import type { PlanChange, Standing } from './wake.ts';

/** What one wake comes to. */
export interface Woken {
  readonly state: State;
  readonly posts: readonly Post[];
  readonly nextWake: Instant | null;
  readonly upcoming: Post | null;
  readonly plan?: PlanChange;
}

/**
 * One wake of a directive, by the clock or by an act: take the act, tell what is due, say when to look again. The
 * workflow, the preview and the proofs all step through a life with this, so they cannot disagree.
 */
export function wakeUp(
  policy: Policy,
  directive: Directive,
  state: State,
  now: Instant,
  act?: Act,
): Woken | { readonly refusal: Refusal } {
  const applied = act
    ? apply(policy, directive, state, act, now)
    : { ok: true as const, state, posts: [], plan: undefined };
  if (!applied.ok) return { refusal: applied.refusal };
  const decision = decide(policy, directive, applied.state, now);
  const { posts } = decision;
  const settled = settle(applied.state, posts, now);
  // Asked again after settling, for an assignment opens the whole ladder; where nothing was told it would say the same.
  const { nextWake, upcoming } = settled === applied.state ? decision : decide(policy, directive, settled, now);
  const { plan } = applied;
  const woken = { state: settled, posts: [...applied.posts, ...posts], nextWake, upcoming };
  return plan === undefined ? woken : { ...woken, plan };
}

/** What lists and pages need of a state, with the instant of the next wake (null = none). */
export function standingOf(state: State, nextWake: Instant | null): Standing {
  return {
    status: state.status,
    due: state.due,
    ...present({ dueTime: state.dueTime ?? undefined }),
    nextWake: isClosed(state) ? null : nextWake,
    ...present({ acknowledgedAt: state.acknowledgedAt, submittedAt: state.submittedAt, closedAt: state.closedAt }),
  };
}
