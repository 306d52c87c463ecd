import type { Role, Traits } from '../policy/policy.ts';
import type { Act, ActType, Post, Status } from '../rules/index.ts';
import type { Day, Instant } from '../time/day.ts';

/** What is asked of every policy. Their names for people are in `texts/proof.ts`. */
export const PROPERTIES = [
  'open-states-wake',
  'overdue-reaches-head-and-supervisor',
  'messages-in-hours-and-once',
  'every-rung-fires',
  'few-messages-a-day',
  'suspended-time-not-counted',
  'only-people-close',
] as const;

export type PropertyName = (typeof PROPERTIES)[number];

export type PropertyVerdict =
  | { readonly name: PropertyName; readonly verdict: 'proved'; readonly cases: number }
  | { readonly name: PropertyName; readonly verdict: 'refuted'; readonly counterexample: Counterexample }
  | { readonly name: PropertyName; readonly verdict: 'unknown'; readonly reason: UnknownReason };

/** A property that was not proved. */
export interface Unproved {
  readonly name: PropertyName;
  /** `unknown`: it could not be decided. */
  readonly verdict: Exclude<PropertyVerdict['verdict'], 'proved'>;
}

export type UnknownReason =
  /** Too few acts were allowed for a directive to be suspended and resumed. */
  | 'suspension-not-tried'
  /** A state was met whose steps are not those of its clocks taken one by one: days may not be taken one by one. */
  | 'clocks-not-independent';

/** A life in which a property fails, up to the moment where it does. */
export interface Counterexample {
  readonly issuedAt: Instant;
  readonly opensOn?: Day;
  readonly due: Day | null;
  readonly hasCooperating: boolean;
  /** Of a policy that tells kinds of directives apart: which it is. */
  readonly traits?: Traits;
  readonly moments: readonly Moment[];
  readonly at: Instant;
  readonly fault: ProofFault;
}

/** One wake: the act that caused it, where a person did, and what was told. */
export interface Moment {
  readonly at: Instant;
  readonly act?: Act;
  readonly posts: readonly Post[];
}

/** What is wrong. */
export type ProofFault =
  /** Open, and no rule will ever look again. */
  | { readonly kind: 'dark'; readonly status: Status }
  /** A step whose time has come was passed over. */
  | { readonly kind: 'passed-over'; readonly step: string; readonly to: Role }
  /** All is told that will be told, and this role has not heard that the directive is overdue. */
  | { readonly kind: 'never-told'; readonly role: Role; readonly overdueFrom: Day }
  | { readonly kind: 'told-late'; readonly role: Role; readonly told: Day; readonly latest: Day }
  /** The supervisor hears before the lead's head. */
  | { readonly kind: 'wrong-order'; readonly head: Day; readonly supervisor: Day }
  | { readonly kind: 'day-off' | 'outside-window' | 'after-close' | 'twice'; readonly post: Post }
  /** In no case does the rung speak for itself: `swallowedBy` always speaks in its place, or its time never comes. */
  | { readonly kind: 'dead-rung'; readonly step: string; readonly to: Role; readonly swallowedBy: string | null }
  | {
      readonly kind: 'too-many';
      readonly role: Role;
      readonly day: Day;
      readonly byClock: number;
      readonly answers: number;
      readonly atMost: number;
    }
  | { readonly kind: 'closed-by-clock' | 'closed-by-other-act' }
  | { readonly kind: 'rung-while-suspended'; readonly step: string; readonly to: Role }
  | { readonly kind: 'deadline-not-moved'; readonly expected: Day; readonly found: Day | null }
  /** Resumed on `since`, and a clock strikes `on` a day by which only the suspension can have brought it. */
  | {
      readonly kind: 'suspension-counted';
      readonly step: string;
      readonly to: Role;
      readonly on: Day;
      readonly since: Day;
    };

/** How far the checker looked. */
export interface Bound {
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Due days looked at: from the day before the assignment (all earlier ones are as this) to so many days after it. */
  readonly dueWithinDays: number;
  readonly deadlines: Deadlines;
  readonly acts: number;
  readonly actTypes: readonly ActType[];
  /** The acts of rarer days, together with the usual ones, from some beginnings only. */
  readonly rarer: { readonly actTypes: readonly ActType[]; readonly acts: number; readonly beginnings: number };
  /** No act after this many leads to a kind of state not seen before: the bound on acts then bounds nothing. */
  readonly actsExhausted: boolean;
  readonly messagesADay: number;
  /** Issue day × due day. */
  readonly lives: number;
  /** Kinds of state reached by acts and wakes in every order, and the wakes tried from them. */
  readonly states: number;
  readonly wakes: number;
}

/** Which directives the policy is asked to follow, at issue and after a changed deadline. */
export type Deadlines = 'any' | 'dated' | 'none';

export interface Verdicts {
  readonly bound: Bound;
  readonly properties: readonly PropertyVerdict[];
}
