import type { Role } from '../../dsl/policy/policy.ts';
import type { ActType, PostKind, Stage } from '../../dsl/rules/index.ts';
import type { Day, Instant } from '../../dsl/time/day.ts';

/** What was planned when the directive was issued, and what happened (with what is still to come as things stand). */
export type Track = 'plan' | 'run';

/**
 * What is known of a mark. `planned`: to be sent; `dropped`: was planned, and the run had no need of it; `posted`: in
 * the ledger, not yet sent; then what is known of the messages; `act`: a person did it.
 */
export type MarkState = 'planned' | 'dropped' | 'posted' | 'accepted' | 'unknown' | 'refused' | 'skipped' | 'act';

/** One thing that happens, or is to happen, at an instant. */
export interface Mark {
  /** Unique within its track. The same step has the same id in both tracks. */
  readonly id: string;
  readonly track: Track;
  readonly role: Role;
  readonly at: Instant;
  readonly day: Day;
  readonly stage: Stage | 'act';
  readonly kind: PostKind | ActType;
  readonly label: string;
  /** The rule that made it, in words; of an act what was said. May be empty. */
  readonly rule: string;
  readonly state: MarkState;
  /** A line for each message: to whom, by which channel, what became of it. */
  readonly details: readonly string[];
}

export interface Lane {
  readonly role: Role;
  readonly name: string;
}

export type FlagKind = 'notice' | 'due' | 'due-replaced' | 'today';

/** A day that matters to every lane. A deadline stands at its end: the day itself is still on time. */
export interface Flag {
  readonly kind: FlagKind;
  readonly day: Day;
  readonly at: Instant;
  readonly label: string;
}

/** Whole days, both ends included. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

/** A directive's life as a picture shows it, before anything is measured in columns or pixels. */
export interface Timeline {
  readonly title: string;
  /** Lines under the title. */
  readonly about: readonly string[];
  /** First and last day; everything below lies within. */
  readonly from: Day;
  readonly to: Day;
  readonly tracks: readonly Track[];
  /** Those with marks, in the order of the ladder. */
  readonly lanes: readonly Lane[];
  /** In order of time. */
  readonly marks: readonly Mark[];
  /** In order of time. */
  readonly flags: readonly Flag[];
  readonly daysOff: readonly DaySpan[];
  readonly suspensions: readonly DaySpan[];
  /** From this day on days off are not announced. */
  readonly provisionalFrom: Day | null;
  readonly notes: readonly string[];
}
