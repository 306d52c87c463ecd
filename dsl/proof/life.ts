import type { Policy } from '../policy/policy.ts';
import { present } from '../present.ts';
import { type Directive, isClosed, type State } from '../rules/index.ts';
import type { Instant } from '../time/day.ts';
import type { Rules } from './rules.ts';
import type { Counterexample, Moment, ProofFault } from './verdict.ts';

/** A life so far: what happened, and how it stands. */
export interface LivedSoFar {
  readonly directive: Directive;
  readonly state: State;
  readonly moments: readonly Moment[];
}

/** The life continued without acts up to and including an instant, by calling the rules. */
export function untouchedUntil(rules: Rules, policy: Policy, story: LivedSoFar, until: Instant): LivedSoFar {
  const { directive } = story;
  const moments = [...story.moments];
  let state = story.state;
  const last = moments.at(-1);
  const first = last ? rules.decide(policy, directive, state, last.at).nextWake : directive.issuedAt;
  for (let now = first; now !== null && now <= until; ) {
    const woken = rules.wakeUp(policy, directive, state, now);
    if ('refusal' in woken || isClosed(woken.state)) break;
    moments.push({ at: now, posts: woken.posts });
    state = woken.state;
    now = woken.nextWake !== null && woken.nextWake > now ? woken.nextWake : null;
  }
  return { directive, state, moments };
}

/** A life that goes wrong at an instant, in the form people are told it. */
export function counterexample(
  { directive, moments }: Omit<LivedSoFar, 'state'>,
  at: Instant,
  fault: ProofFault,
): Counterexample {
  const { issuedAt, opensOn, due, hasCooperating, traits } = directive;
  return {
    ...{ issuedAt, ...present({ opensOn }), due, hasCooperating, ...present({ traits }), moments },
    ...{ at: wrongAt(at, fault), fault },
  };
}

/** What is wrong with a message is wrong when it leaves. */
export function wrongAt(at: Instant, fault: ProofFault): Instant {
  return 'post' in fault && fault.post.at > at ? fault.post.at : at;
}
