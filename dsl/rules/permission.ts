import type { Policy, Role } from '../policy/policy.ts';
import { partyOf } from '../policy/roles.ts';
import type { Actor, ActType, Refusal } from './act.ts';
import { ACTS } from './acts/index.ts';
import type { ActQuestion, ActRule, Situation } from './acts/rule.ts';
import { isClosed } from './state.ts';

/* Who may do which act, by the policy in force, and when it is refused: asked by `apply` and by every page. */

/** The table's entry for an act's type takes that very type, which TypeScript cannot follow through an index. */
export function actRuleOf(type: ActType): ActRule {
  return ACTS[type] as unknown as ActRule;
}

/** The roles that may do an act by a policy. */
export function rolesFor(policy: Policy, type: ActType): readonly Role[] {
  return policy.permissions?.[type] ?? actRuleOf(type).allowed(policy);
}

/** The head of an agency may do what the agency may; what is the head's alone takes the head. */
export function mayDo(policy: Policy, type: ActType, { party, head = false }: Actor): boolean {
  return rolesFor(policy, type).some((role) => party === partyOf(role) && (head || role === party));
}

/** May it ever do it, whatever comes? */
export function mayEverDo(policy: Policy, type: ActType, by: Actor): boolean {
  return actRuleOf(type).known?.(policy) !== false && mayDo(policy, type, by);
}

/** Why nobody in the actor's place could do an act as things stand; undefined where some act of the type is taken. */
export function refusalToAsk(asked: ActQuestion, type: ActType): Refusal | undefined {
  // A closed directive takes nothing from anybody; its workflow is gone, and could not say more.
  if (isClosed(asked.state)) return { code: 'closed' };
  if (!mayDo(asked.policy, type, asked.by)) {
    return { code: 'not-allowed', party: asked.by.party, act: type, allowed: rolesFor(asked.policy, type) };
  }
  return actRuleOf(type).shut(asked);
}

/** Why this act is not taken; undefined where it is. */
export function refusalOf(situation: Situation): Refusal | undefined {
  const { type } = situation.act;
  return refusalToAsk(situation, type) ?? actRuleOf(type).refuse(situation);
}
