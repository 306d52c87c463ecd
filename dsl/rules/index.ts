/** The meaning of the language: decide, apply, preview. */
export type { Act, Actor, ActType, Door, EventDay, NamedAgency, Refusal, Succession } from './act.ts';
export { ACT_TYPES } from './act.ts';
export { actorFor } from './acts/rule.ts';
export { hasLead } from './acts/work.ts';
export { apply } from './apply.ts';
export { type Clocks, clocksOf } from './clocks.ts';
export { decide } from './decide.ts';
export { type Directive, isAmong, isSameAgency, partiesOf, type TakingPart } from './directive.ts';
export { type ComingStep, type Forecast, forecast, type MovedStep, movedSteps } from './forecast.ts';
export { dueAt, endedWithoutResult, heldAgainstDue, isLate, isOverdue, type Timing } from './late.ts';
// Types alone: what computes them draws on the recurrence library, which workflows do without.
export type { Occurrence, Series, SeriesRule } from './occurrences.ts';
export { offersFor } from './offers.ts';
export { mayEverDo } from './permission.ts';
export type { Cause, Post, PostKind, Stage } from './post.ts';
export { type Preview, preview, type TimedAct } from './preview.ts';
export { type Lived, relive } from './relive.ts';
export { type Explained, requestsIn } from './requests.ts';
export { type Collapsed, schedule } from './schedule.ts';
export {
  MOST_LEFT_OUT,
  type Opening,
  refusalByTerms,
  refusalOfCancel,
  refusalOfSeriesAct,
  type SeriesAct,
  type SeriesActType,
  type SeriesCancel,
  type SeriesEnd,
  type SeriesRefusal,
  type SeriesStanding,
  type SeriesSuspension,
  type SeriesTerms,
  sameAgencies,
  termsAfter,
} from './series.ts';
export {
  CLOSED_STATUSES,
  HANDED_OUT,
  initialState,
  isClosed,
  OPEN_STATUSES,
  type State,
  type Status,
} from './state.ts';
export { speaker, stillAsked, type Waiting } from './still-asked.ts';
export { inForce, type Terms } from './terms.ts';
export { CURRENT_INTERPRETER, FIRST_INTERPRETER, isKnownInterpreter } from './version.ts';
export type { PlanChange, Standing, Wake, WakeMark } from './wake.ts';
export { standingOf, type Woken, wakeUp } from './wake-up.ts';
export { isOpenAt } from './window.ts';
