import type { Policy, Role } from '../policy/policy.ts';
import type { Instant } from '../time/day.ts';
import type { Act, Refusal } from './act.ts';
import { ACTS } from './acts/index.ts';
import { type ActRule, type Change, partyOf } from './acts/rule.ts';
import type { Directive } from './directive.ts';
import type { Post } from './post.ts';
import { concerns, currentScopes } from './scope.ts';
import { isClosed, type State } from './state.ts';
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
  // A closed directive takes nothing from anybody; its workflow is gone, and could not say more.
  if (isClosed(state)) return { ok: false, refusal: { code: 'closed' } };
  // The table's entry for an act's type takes that very type, which TypeScript cannot follow through an index.
  const rule = ACTS[act.type] as unknown as ActRule;
  const allowed = policy.permissions?.[act.type] ?? rule.allowed(policy);
  if (!allowed.some((role) => mayActAs(act.by, role))) {
    return { ok: false, refusal: { code: 'not-allowed', party: act.by.party, act: act.type, allowed } };
  }
  const situation = { policy, directive, calendar: directive.calendar, state, act, now };
  const refusal = rule.refuse(situation);
  if (refusal) return { ok: false, refusal };
  const change = rule.change(situation);
  const next = { ...state, ...change.state, acts: state.acts + 1 };
  return {
    ok: true,
    state: withoutPast(next),
    posts: postsOf(policy, inForce(issuedPolicy, issuedDirective, next).directive, change, now),
    ...(change.plan ? { plan: change.plan } : {}),
  };
}

/** The head of an agency may do what the agency may; what is the head's alone takes the head. */
function mayActAs({ party, head = false }: Act['by'], role: Role): boolean {
  return party === partyOf(role) && (head || role === party);
}

function postsOf(policy: Policy, directive: Directive, { tell }: Change, now: Instant): Post[] {
  if (!tell) return [];
  const { key, stage, kind, event, to, repeat } = tell;
  const cause = { event, ...(repeat === undefined ? {} : { repeat }) };
  const at = intoWindow(policy, directive, now);
  return [...new Set(to)]
    .filter((role) => concerns(directive, role))
    .map((role) => ({ key: `${key}:${role}`, stage, kind, to: role, at, cause }));
}

/** Drops the keys of earlier rounds, silences, submissions and requests: their steps cannot arise again. */
function withoutPast(state: State): State {
  const current = new Set(currentScopes(state));
  return { ...state, done: state.done.filter((key) => current.has(key.replace(/^.*\/|#.*$/g, ''))) };
}
