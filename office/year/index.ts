/** A rehearsal as the office's pages ask for it, and what came of it day by day. */
export { sampleNotice } from './sample.ts';
export { type DayTold, daysOf, type Happening, type ToldOne } from './told.ts';
export {
  BEHAVIOURS,
  type Behaviour,
  type PlayedYear,
  type PlayYear,
  type YearAsked,
  type YearHooks,
  type YearOutcome,
} from './types.ts';
