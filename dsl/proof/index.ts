/** The checker: what a policy promises, decided before it runs. */
export { type CheckOptions, check } from './check.ts';
export type { Rules } from './rules.ts';
export { RULES } from './rules.ts';
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
