import type { Policy } from '../policy/policy.ts';
import type { Instant } from '../time/day.ts';
import type { Act, Refusal } from './act.ts';
import type { Change } from './acts/rule.ts';
import type { Directive } from './directive.ts';
import { actRuleOf, refusalOf } from './permission.ts';
import type { Cause, Post } from './post.ts';
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
  const situation = { policy, directive, calendar: directive.calendar, state, by: act.by, now, act };
  const refusal = refusalOf(situation);
  if (refusal) return { ok: false, refusal };
  const change = actRuleOf(act.type).change(situation);
  // A spread that adds fields costs V8 twenty times one that adds none, and the checker takes acts by the ten thousand.
  const next: State = Object.assign({ ...state, acts: state.acts + 1 }, change.state);
  const { plan } = change;
  const posts = postsOf(policy, inForce(issuedPolicy, issuedDirective, next).directive, change, now);
  return plan === undefined
    ? { ok: true, state: withoutPast(next), posts }
    : { ok: true, state: withoutPast(next), posts, plan };
}

function postsOf(policy: Policy, directive: Directive, { tell }: Change, now: Instant): Post[] {
  const at = intoWindow(policy, directive, now);
  const posts: Post[] = [];
  if (tell === undefined) return posts;
  for (const { key, stage, kind, event, to, former, repeat } of 'key' in tell ? [tell] : tell) {
    const cause: Cause = repeat === undefined ? { event } : { event, repeat };
    for (const [i, role] of to.entries()) {
      if (to.indexOf(role) < i || !concerns(directive, role)) continue;
      // Written out, and no spread that adds fields: V8 takes several times as long for one.
      posts.push(
        former === undefined
          ? { key: `${key}:${role}`, stage, kind, to: role, at, cause }
          : { key: `${key}:${role}`, stage, kind, to: role, former, at, cause },
      );
    }
  }
  return posts;
}

/** Drops the keys of earlier rounds, silences, submissions and requests: their steps cannot arise again. */
function withoutPast(state: State): State {
  if (state.done.length === 0) return state;
  const current = currentScopes(state);
  const done = state.done.filter((key) => current.includes(scopeOf(key)));
  return done.length === state.done.length ? state : { ...state, done };
}
