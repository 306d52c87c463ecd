/** The checker: what a policy promises, decided before it runs. */
export { type CheckOptions, check } from './check.ts';
export type { Engine } from './engine.ts';
export { ENGINE } from './engine.ts';
export {
  type Bound,
  type Counterexample,
  type Deadlines,
  type Fault,
  type Moment,
  PROPERTIES,
  type PropertyName,
  type PropertyVerdict,
  type UnknownReason,
  type Unproved,
  type Verdicts,
} from './verdict.ts';
export { CHECKER_VERSION } from './version.ts';
