import type { Policy } from '../../dsl/policy/index.ts';
import { present } from '../../dsl/present.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import { UserError } from '../../dsl/user-error.ts';
import type { Overrides, PolicyOverride, Register } from '../../register/index.ts';
import { PROOF_REFUSALS } from '../../texts/proof-gate.ts';
import { versionOf } from './content.ts';
import { requireKnownPeople } from './known-people.ts';
import { type ProofOptions, unprovedOf } from './unproved.ts';

/** A person's word that policies are followed though they are not proved. */
export interface Override {
  readonly reason: string;
  /** The person, as they are called on that machine or call themselves. */
  readonly by: string;
}

export interface GateOptions extends Pick<ProofOptions, 'onChecking'> {
  readonly override?: Override;
}

/**
 * The one way by which a policy comes into a running directive, whether its notice is issued, old work imported or what
 * runs migrated: it is proved in the calendar in force, or a person overrides that and the register keeps their word.
 * @throws UserError naming what is not proved, or a person nobody knows, before anything is written
 */
export async function requireProved(
  register: Register,
  policies: ReadonlySet<Policy>,
  calendar: WorkCalendar,
  { override, onChecking }: GateOptions,
): Promise<Overrides> {
  await requireKnownPeople(register, policies);
  if (override?.reason.trim() === '') throw new UserError(PROOF_REFUSALS.emptyReason);
  const overrides = new Map<Policy, PolicyOverride>();
  for (const policy of policies) {
    const unproved = await unprovedOf(policy, calendar, { register, ...present({ onChecking }) });
    if (unproved.length === 0) continue;
    if (!override) throw new UserError(PROOF_REFUSALS.unproved(policy, unproved));
    const { id, name } = policy;
    overrides.set(policy, { policy: { id, name, version: versionOf(policy) }, unproved, ...override });
  }
  return overrides;
}
