import type { Policy } from '../../dsl/policy/index.ts';
import { type CheckOptions, check, type PropertyVerdict } from '../../dsl/proof/index.ts';

/** A month with Tết in it and the acts of every day: most of what is wrong shows there, in a fraction of the time. */
const FIRST_LOOK = { firstDay: '2025-01-20', lastDay: '2025-02-20', rarerActs: 0 } as const;

export type Refuted = Extract<PropertyVerdict, { verdict: 'refuted' }>;

/** What a narrow look finds wrong, with its stories, for whoever types meanwhile: that is wrong, the rest is not said. */
export function firstLook(policy: Policy, { calendar }: Pick<CheckOptions, 'calendar'> = {}): readonly Refuted[] {
  const { properties } = check(policy, calendar ? { ...FIRST_LOOK, calendar } : FIRST_LOOK);
  return properties.flatMap((one) => (one.verdict === 'refuted' ? [one] : []));
}
