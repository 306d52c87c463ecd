import type { Policy } from '../../dsl/policy/index.ts';
import { type Act, type Directive, initialState, isClosed, type Post, wakeUp } from '../../dsl/rules/index.ts';
import type { Instant } from '../../dsl/time/day.ts';

/** A wake as a directive's log has it. */
export interface Logged {
  readonly at: Instant;
  readonly act: { readonly act: Act } | null;
}

/**
 * The steps after all that is logged, if nobody acts again; of an empty log the whole plan. The log is taken as it
 * stands: an entry the rules would refuse today is passed over.
 */
export function stepsAhead(policy: Policy, directive: Directive, log: readonly Logged[]): Post[] {
  let state = initialState(directive);
  let next: Instant | null = directive.issuedAt;
  for (const { at, act } of log) {
    const woken = wakeUp(policy, directive, state, at, act?.act);
    if ('refusal' in woken) continue;
    state = woken.state;
    next = woken.nextWake;
  }
  const posts: Post[] = [];
  while (next !== null && !isClosed(state)) {
    const woken = wakeUp(policy, directive, state, next);
    if ('refusal' in woken) break;
    posts.push(...woken.posts);
    state = woken.state;
    next = woken.nextWake;
  }
  return posts;
}
