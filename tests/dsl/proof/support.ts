import {
  after,
  before,
  headOf,
  lead,
  type Policy,
  policy,
  secretariat,
  supervisor,
  whenSilentFor,
  workingDays,
} from '../../../dsl/policy/index.ts';
import { type Bound, type CheckOptions, check, type PropertyName } from '../../../dsl/proof/index.ts';
import { storyText } from '../../../texts/proof.ts';

/** Three months with Tết in them and the usual acts: enough for what hangs on neither season nor rarer acts. */
export const QUARTER = { firstDay: '2025-01-01', lastDay: '2025-03-31', rarerActs: 0 } as const;

export const closing = {
  submittedBy: lead,
  approvedBy: secretariat,
  approveWithin: workingDays(3),
  atMost: 2,
} as const;

/** A small policy that promises all that is asked; the broken ones are this one with one thing wrong. */
export const sound = policy('thu', 'Thử')
  .assign(lead, { acknowledgeWithin: workingDays(2) })
  .remind(lead, before(workingDays(1)))
  .remind(lead, whenSilentFor(workingDays(5)))
  .escalate(headOf(lead), after(workingDays(1)))
  .escalate(supervisor, after(workingDays(3)))
  .close(closing);

export interface Checked {
  /** A line each: `open-states-wake proved`. */
  readonly verdicts: readonly string[];
  readonly refuted: readonly PropertyName[];
  readonly bound: Bound;
  /** The counterexample as people read it. */
  story(name: PropertyName): string[];
}

export function checked(given: Policy, options: CheckOptions = QUARTER): Checked {
  const { properties, bound } = check(given, options);
  return {
    verdicts: properties.map((p) => `${p.name} ${p.verdict}`),
    refuted: properties.flatMap((p) => (p.verdict === 'refuted' ? [p.name] : [])),
    bound,
    story(name) {
      const found = properties.find((p) => p.name === name);
      if (found?.verdict !== 'refuted') throw new Error(`${name} is ${found?.verdict}`);
      return storyText(given, found.counterexample);
    },
  };
}
