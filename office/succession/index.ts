/** Directives that take others' place: one split into several, several merged into one. */
export { type MergeGiven, type MergeTarget, mergeDirectives, planMerge } from './merge.ts';
export { type GivenPart, partOf, partsInFile } from './parts-file.ts';
export { planSplit, type SplitGiven, splitDirective } from './split.ts';
export {
  type Absorption,
  carryOut,
  type SuccessionClosing,
  type SuccessionOptions,
  type SuccessionPlan,
  startOpened,
  stepsOfDraft,
} from './succession.ts';
