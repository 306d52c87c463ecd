import type { AtomRule } from './atom.ts';

/** First half of a rule's id: what the words make of the days they name. */
export type LimitRule = 'before' | 'by' | 'within' | 'bare' | 'range' | 'from' | 'after' | 'before-end';

export type OtherRule =
  | 'before-clock'
  | 'by-clock'
  | 'before-midnight'
  | 'by-midnight'
  | 'days-before'
  | 'duration'
  | 'duration-working-days'
  | 'duration-hours'
  | 'duration-of-event'
  | 'duration-unsure'
  | 'recurring-daily'
  | 'recurring-weekly'
  | 'recurring-monthly'
  | 'recurring-quarterly'
  | 'recurring-half-yearly'
  | 'recurring-yearly'
  | 'recurring-interval'
  | 'recurring-unsaid'
  | 'recurring-window'
  | 'event'
  | 'session'
  | 'trigger'
  | 'on-schedule'
  | 'continuous'
  | 'urgent'
  | 'impossible-date'
  | 'left-open';

/** Stable id of how a phrase was read. */
export type RuleId = `${LimitRule}-${Exclude<AtomRule, 'impossible-date'>}` | OtherRule;
