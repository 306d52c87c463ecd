import { FIXED_TRAITS, valuesOf } from './conditions.ts';
import type { Conditions, Policy, Traits } from './policy.ts';

/** What a rule may look at to choose a policy for a directive. */
export interface DirectiveTraits extends Traits {
  readonly deadline: 'dated' | 'recurring' | 'none';
}

/** As for a rung; what recurs is told apart too. */
export interface Match extends Omit<Conditions, 'deadline'> {
  readonly deadline?: DirectiveTraits['deadline'];
}

export interface Choice {
  readonly match: Match;
  readonly policy: Policy;
}

/** This policy for directives with all of these traits. */
export function when(match: Match, policy: Policy): Choice {
  return { match, policy };
}

/** The policy for all the rest; comes last. */
export function otherwise(policy: Policy): Choice & { readonly match: Record<string, never> } {
  return { match: {}, policy };
}

export type PolicyRules = readonly [...Choice[], ReturnType<typeof otherwise>];

/** Rules are tried in order; the last one always matches. */
export function choose(...rules: PolicyRules): PolicyRules {
  return rules;
}

/** The policy of the first rule whose traits the directive has. */
export function choosePolicy(rules: PolicyRules, traits: DirectiveTraits): Policy {
  const matches = ({ match }: Choice) =>
    (match.deadline === undefined || match.deadline === traits.deadline) &&
    FIXED_TRAITS.every((trait) => match[trait] === undefined || valuesOf(match[trait]).includes(traits[trait] ?? ''));
  // `choose` takes only rules that end in `otherwise`, which matches everything.
  return (rules.find(matches) ?? rules[rules.length - 1] ?? never()).policy;
}

function never(): never {
  throw new Error('policy rules without `otherwise`');
}
