import { choose, otherwise, type Policy, type PolicyRules, when } from '../dsl/policy/index.ts';
import { express } from './express.ts';
import { noDeadline } from './no-deadline.ts';
import { recurringReport } from './recurring-report.ts';
import { standard } from './standard.ts';

/** The policies that ship, each an example to copy. */
export const shippedPolicies: readonly Policy[] = [standard, express, noDeadline, recurringReport];

/** Which policy follows which directive, unless a person says otherwise. */
export const shippedRules: PolicyRules = choose(
  when({ deadline: 'none' }, noDeadline),
  when({ deadline: 'recurring' }, recurringReport),
  when({ urgency: 'hoả tốc' }, express),
  otherwise(standard),
);

export { express, noDeadline, recurringReport, standard };
