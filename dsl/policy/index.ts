/** The language: everything a policy file imports. */

export type { DayCount } from '../time/day-count.ts';
export { policy } from './builder.ts';
export type { Channel } from './channels.ts';
export { choose, choosePolicy, type DirectiveTraits, otherwise, type PolicyRules, when } from './choose.ts';
export type { Conditions, OnDayOff, Party, Policy, Role, Rung, Source, Traits, Trigger, Window } from './policy.ts';
export * from './words.ts';
