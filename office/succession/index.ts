/** Directives that take others' place: one split into several, several merged into one. */
export { type MergeGiven, type MergeTarget, mergeDirectives, planMerge } from './merge.ts';
export { type GivenPart, partOf, partsOf } from './parts-file.ts';
export { planSplit, type SplitGiven, splitDirective } from './split.ts';
export {
  type Absorption,
  type Closing,
  carryOut,
  type SuccessionOptions,
  type SuccessionPlan,
  startOpened,
  stepsOf,
} from './succession.ts';
