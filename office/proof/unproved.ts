import type { Policy } from '../../dsl/policy/index.ts';
import { withoutSources } from '../../dsl/policy/sources.ts';
import { CHECKER_VERSION, check, type PropertyVerdict, type Unproved } from '../../dsl/proof/index.ts';
import { CURRENT_INTERPRETER } from '../../dsl/rules/version.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import { shippedPolicies } from '../../policies/index.ts';
import type { Register } from '../../register/index.ts';
import { hashOf } from './content.ts';

export interface ProofOptions {
  /** Remembers verdicts, so that a policy is checked once; without it each call checks anew. */
  readonly register?: { readonly policies: Pick<Register['policies'], 'verdict' | 'saveVerdict'> };
  /** Told before a check, which takes some seconds. */
  readonly onChecking?: (policy: Policy) => void;
}

/**
 * What is not proved of a policy over every day and order of acts, in a working calendar: refuted, or beyond what the
 * checker can decide. Those that ship are proved by the test suite in the calendar that ships, and not checked again:
 * known by what they say, never by their ids.
 */
export async function unprovedOf(
  policy: Policy,
  calendar: WorkCalendar,
  { register, onChecking }: ProofOptions = {},
): Promise<readonly Unproved[]> {
  const known = await knownUnproved(policy, calendar, register);
  if (known) return known;
  onChecking?.(policy);
  const unproved = unprovedIn(check(policy, { calendar }).properties);
  await keepUnproved(policy, calendar, unproved, register);
  return unproved;
}

/** The same without checking anything: undefined where nobody has checked it yet. */
export async function knownUnproved(
  policy: Policy,
  calendar: WorkCalendar,
  register: ProofOptions['register'],
): Promise<readonly Unproved[] | undefined> {
  const key = proofKey(policy, calendar);
  return PROVED_BY_TESTS.has(key) ? [] : register?.policies.verdict(key);
}

/** Remembers what a check found, for whoever asks next. */
export async function keepUnproved(
  policy: Policy,
  calendar: WorkCalendar,
  unproved: readonly Unproved[],
  register: ProofOptions['register'],
): Promise<void> {
  await register?.policies.saveVerdict(proofKey(policy, calendar), unproved);
}

export function unprovedIn(properties: readonly PropertyVerdict[]): readonly Unproved[] {
  return properties.flatMap(({ name, verdict }): Unproved[] => (verdict === 'proved' ? [] : [{ name, verdict }]));
}

/** Two policies that differ only in what the checker never looks at are the same to it. */
export function proofKey(policy: Policy, calendar: WorkCalendar): string {
  const { id: _, name: __, channels, alone, each, onDayOff, ...looked } = withoutSources(policy);
  return hashOf({ looked, calendar, interpreter: CURRENT_INTERPRETER, checker: CHECKER_VERSION });
}

const PROVED_BY_TESTS: ReadonlySet<string> = new Set(shippedPolicies.map((policy) => proofKey(policy, civilServants)));
