import type { Policy } from './policy.ts';

/** What a rule may look at to choose a policy for a directive. */
export interface DirectiveTraits {
  readonly urgency?: string;
  readonly deadline: 'dated' | 'recurring' | 'none';
}

export interface Choice {
  readonly match: Partial<DirectiveTraits>;
  readonly policy: Policy;
}

/** This policy for directives with all of these traits. */
export function when(match: Partial<DirectiveTraits>, policy: Policy): Choice {
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
    (match.urgency === undefined || match.urgency === traits.urgency) &&
    (match.deadline === undefined || match.deadline === traits.deadline);
  // `choose` takes only rules that end in `otherwise`, which matches everything.
  return (rules.find(matches) ?? rules[rules.length - 1] ?? never()).policy;
}

function never(): never {
  throw new Error('policy rules without `otherwise`');
}
