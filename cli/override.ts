import type { Policy } from '../dsl/policy/index.ts';
import { formatInstant } from '../dsl/time/day.ts';
import type { GateOptions } from '../office/proof/index.ts';
import type { OverrideRecord } from '../register/index.ts';
import { NO_DECIDER } from '../texts/decider.ts';
import { formatMoment } from '../texts/format.ts';
import { overrideText, PROOF_NOTES } from '../texts/proof-gate.ts';
import { giverName } from './giver-name.ts';
import { printLine, printNote } from './output.ts';

export interface OverrideOptions {
  readonly override?: string;
  readonly as?: string;
}

/** What a command tells the gate: whose word overrides it, if anybody's, and that checking has begun. */
export function gateOf({ override, as }: OverrideOptions): GateOptions {
  if (override === undefined) return { onChecking: noteChecking };
  const reason = override.replace(/\s+/g, ' ').trim();
  return { onChecking: noteChecking, override: { reason, by: giverName(as, NO_DECIDER) } };
}

/** On stderr, for whoever waits: this policy is being proved. */
export function noteChecking(policy: Policy): void {
  printNote(PROOF_NOTES.checking(policy));
}

/** A line for each unproved policy that was followed: when, by whom, why. */
export function printOverrides(overrides: readonly OverrideRecord[]): void {
  for (const one of overrides) printLine(`  * ${formatMoment(one.at)}: ${overrideText(one)}`);
}

/** The same for programs; `at` in ISO 8601 with +07:00. */
export function overridesJson(overrides: readonly OverrideRecord[]) {
  return overrides.map((one) => ({ ...one, at: formatInstant(one.at) }));
}
