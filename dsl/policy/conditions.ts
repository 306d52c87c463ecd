import type { Conditions, Policy, Rung, Traits } from './policy.ts';

/*
 * Of which directives a rung speaks. What a directive is was fixed when it was issued; whether it has a deadline may
 * change, and is asked each time.
 */

/** The traits that are fixed with the issue, in the order they are told. */
export const FIXED_TRAITS = ['urgency', 'field', 'issuer', 'given'] as const satisfies readonly (keyof Traits)[];

/** Does a rung speak of such a directive? `traits` undefined: nobody wrote down what it is, and a rung speaks then. */
export function speaksOf({ onlyWhen, unless }: Conditional, traits: Traits | undefined, isDated: boolean): boolean {
  if (onlyWhen === undefined && unless === undefined) return true;
  return (
    (onlyWhen === undefined || meets(onlyWhen, traits, isDated) !== false) &&
    !(unless && meets(unless, traits, isDated))
  );
}

type Conditional = Pick<Rung, 'onlyWhen' | 'unless'>;

/** Is it all that is asked? Undefined where it may be: nobody knows of some of it, and nothing known is against it. */
export function meets(conditions: Conditions, traits: Traits | undefined, isDated: boolean): boolean | undefined {
  const { deadline } = conditions;
  if (deadline !== undefined && (deadline === 'dated') !== isDated) return false;
  const asked = FIXED_TRAITS.filter((trait) => conditions[trait] !== undefined);
  if (traits === undefined) return asked.length === 0 ? true : undefined;
  return asked.every((trait) => valuesOf(conditions[trait]).includes(traits[trait] ?? ''));
}

/** The form in which words of notices and of policies are the same. */
export function asTrait(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim();
}

/** One value or several, any of which will do. */
export function valuesOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** More kinds of directives than this, and nobody keeps them apart: several policies say it better. */
export const MOST_KINDS = 16;

/**
 * Directives of every kind that some policies tell apart, one of each; a single one of no kind where they tell none
 * apart. Two kinds of which the same rungs speak are one.
 */
export function kindsToldApart(...policies: readonly Policy[]): readonly (Traits | undefined)[] {
  const rungs = policies.flatMap(({ remind, escalate }): readonly Rung[] => [...remind, ...escalate]);
  const asked = rungs.flatMap(({ onlyWhen, unless }) => [onlyWhen ?? [], unless ?? []].flat() as Conditions[]);
  let kinds: Traits[] = [{}];
  for (const trait of FIXED_TRAITS) {
    const named = [...new Set(asked.flatMap((conditions) => valuesOf(conditions[trait])))];
    if (named.length === 0) continue;
    const others = trait === 'given' ? ['group', 'single'] : [...named, undefined];
    kinds = kinds.flatMap((kind) => others.map((value) => (value === undefined ? kind : { ...kind, [trait]: value })));
  }
  if (kinds.length === 1) return [undefined];
  const speaking = (kind: Traits) =>
    [true, false].map((isDated) => rungs.map((rung) => (speaksOf(rung, kind, isDated) ? 1 : 0)).join('')).join();
  return [...new Map(kinds.toReversed().map((kind) => [speaking(kind), kind])).values()].toReversed();
}

/** Does a rung of it look at whether there is a deadline? */
export function looksAtDeadline({ remind, escalate }: Policy): boolean {
  return [...remind, ...escalate].some(
    ({ onlyWhen, unless }) => (onlyWhen ?? unless)?.deadline !== undefined || unless?.deadline !== undefined,
  );
}

/** The policy as it is for directives of a kind: with the rungs that may speak of them. */
export function policyFor(policy: Policy, traits: Traits | undefined): Policy {
  if (traits === undefined) return policy;
  const may = (rung: Rung) => speaksOf(rung, traits, true) || speaksOf(rung, traits, false);
  return { ...policy, remind: policy.remind.filter(may), escalate: policy.escalate.filter(may) };
}
