import type { ClockTime, Day } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';

/** What sort of limit a phrase sets. */
export type DeadlineKind = 'before' | 'by' | 'within' | 'duration' | 'recurring' | 'from' | 'event' | 'urgent';

/** One deadline phrase and how it was read. */
export interface Deadline {
  /** The words as they stand, white space collapsed. */
  readonly phrase: string;
  /** `[start, end)` in UTF-16 code units of the text given. */
  readonly span: readonly [number, number];
  readonly kind: DeadlineKind;
  /** Last calendar day still on time; for a recurrence its first day on or after the anchor; null where none follows from the words. */
  readonly due: Day | null;
  readonly dueTime?: ClockTime;
  /** First day, where the words name a start. */
  readonly from?: Day;
  /** RFC 5545 RRULE without the `RRULE:` name; its days are the last days on time. */
  readonly recurrence?: string;
  /** ISO 8601, or a count of working days. */
  readonly duration?: string | { readonly workingDays: number };
  /** What a duration counts from: the notice's signing, its receipt, a day, or an event in the text's words. */
  readonly since?: 'signing' | 'receipt' | Day | string;
  /** The event a phrase waits for, in the text's words. */
  readonly event?: string;
  /** Stable id of the rule that read it; words for people are in `texts/deadline-rules.ts`. */
  readonly rule: string;
  /** 0..1 */
  readonly confidence: number;
  /** Other days a careful reader could defend. */
  readonly alternatives?: readonly Day[];
  /** Computed past the day up to which the work calendar is announced. */
  readonly provisional?: true;
}

export interface DeadlineContext {
  /** The issue date: years left out and relative words ("tuần tới") are read from it. */
  readonly anchor: Day;
  readonly calendar: WorkCalendar;
  /** The day of the event that phrases wait for, once it is known: what they leave open is then counted from it. */
  readonly eventOn?: Day;
}
