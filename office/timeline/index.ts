/** A directive's life as a picture: the model, and its drawing as SVG. */
export { type AxisSpan, mondaysOf, monthsOf } from './axis.ts';
export { describeMark, timelineText } from './describe.ts';
export { type PlanPictureOptions, timelineOfPlan } from './of-plan.ts';
export { timelineOfView, type ViewPictureOptions } from './of-view.ts';
export { svgOf } from './svg/document.ts';
export type { DaySpan, Flag, FlagKind, Lane, Mark, MarkState, Timeline, Track } from './types.ts';
