import type { Policy } from '../policy/policy.ts';
import { present } from '../present.ts';
import type { Instant } from '../time/day.ts';
import type { Act, Refusal } from './act.ts';
import type { Change } from './acts/rule.ts';
import type { Directive } from './directive.ts';
import { actRuleOf, refusalOf } from './permission.ts';
import type { Post } from './post.ts';
import { concerns, currentScopes, scopeOf } from './scope.ts';
import type { State } from './state.ts';
import { inForce } from './terms.ts';
import type { PlanChange } from './wake.ts';
import { intoWindow } from './window.ts';

/** An act is taken as a whole or refused as a whole. */
export type Applied =
  | { readonly ok: true; readonly state: State; readonly posts: readonly Post[]; readonly plan?: PlanChange }
  | { readonly ok: false; readonly refusal: Refusal };

/** Takes a person's act, or says why not. Pure: asked twice, it answers the same. */
export function apply(issuedPolicy: Policy, issuedDirective: Directive, state: State, act: Act, now: Instant): Applied {
  const { policy, directive } = inForce(issuedPolicy, issuedDirective, state);
  const asked = { policy, directive, calendar: directive.calendar, state, by: act.by, now };
  const refusal = refusalOf(asked, act);
  if (refusal) return { ok: false, refusal };
  const change = actRuleOf(act.type).change({ ...asked, act });
  const next = { ...state, ...change.state, acts: state.acts + 1 };
  return {
    ok: true,
    state: withoutPast(next),
    posts: postsOf(policy, inForce(issuedPolicy, issuedDirective, next).directive, change, now),
    ...present({ plan: change.plan }),
  };
}

function postsOf(policy: Policy, directive: Directive, { tell }: Change, now: Instant): Post[] {
  const at = intoWindow(policy, directive, now);
  return [tell ?? []].flat().flatMap(({ key, stage, kind, event, to, former, repeat }) => {
    const cause = { event, ...present({ repeat }) };
    return [...new Set(to)]
      .filter((role) => concerns(directive, role))
      .map((role): Post => {
        return { key: `${key}:${role}`, stage, kind, to: role, ...present({ former }), at, cause };
      });
  });
}

/** Drops the keys of earlier rounds, silences, submissions and requests: their steps cannot arise again. */
function withoutPast(state: State): State {
  if (state.done.length === 0) return state;
  const current = new Set(currentScopes(state));
  return { ...state, done: state.done.filter((key) => current.has(scopeOf(key))) };
}
