import type { Policy } from '../../dsl/policy/index.ts';
import { isSamePolicy } from '../../dsl/policy/sources.ts';
import { DAY_MS, type Instant } from '../../dsl/time/day.ts';
import type { Register } from '../../register/index.ts';

const YEAR_MS = 365 * DAY_MS;

/** Keys of what the register told in the year before an instant under this very policy. */
export async function spokenInYear(
  { policies }: Pick<Register, 'policies'>,
  policy: Policy,
  now: Instant,
): Promise<string[]> {
  const told = await policies.stepsTold(policy.id, now - YEAR_MS);
  return told.filter((step) => isSamePolicy(step.policy, policy)).map(({ key }) => key);
}
