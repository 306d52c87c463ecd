/** A directive's life as a picture: what it shows, before anything is drawn. */
export { type AxisSpan, mondaysOf, monthsOf } from './axis.ts';
export { describeMark, timelineText } from './describe.ts';
export { type PlanPictureOptions, timelineOfPlan } from './of-plan.ts';
export { timelineOfSteps, timelineOfStory } from './of-story.ts';
export { timelineOfView, type ViewPictureOptions } from './of-view.ts';
export type { DaySpan, Flag, FlagKind, Lane, Mark, MarkState, Timeline, Track } from './types.ts';
