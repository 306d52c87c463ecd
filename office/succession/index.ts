/** Directives that take others' place: one split into several, several merged into one. */
export { type GivenPart, partsOf } from './parts-file.ts';
export { planSplit, type SplitGiven, splitDirective } from './split.ts';
export {
  type Closing,
  carryOut,
  type SuccessionOptions,
  type SuccessionPlan,
  startOpened,
  stepsOf,
} from './succession.ts';
