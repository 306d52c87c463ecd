/** The checker: what a policy promises, decided before it runs. */
export { type CheckOptions, check, FIRST_DAY, LAST_DAY } from './check.ts';
export type { Rules } from './rules.ts';
export { RULES } from './rules.ts';
export { proofSteps } from './steps.ts';
export {
  type Bound,
  type Counterexample,
  type Deadlines,
  type Moment,
  PROPERTIES,
  type ProofFault,
  type PropertyName,
  type PropertyVerdict,
  type UnknownReason,
  type Unproved,
  type Verdicts,
} from './verdict.ts';
export { CHECKER_VERSION } from './version.ts';
