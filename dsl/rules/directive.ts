import type { ClockTime, Day, Instant } from '../time/day.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';

/**
 * What the rules need to know of a directive, fixed when it is issued. No names, no text: this travels in workflow
 * histories, which anyone who operates Temporal can read.
 */
export interface Directive {
  /** Id in the register; also seeds the spread of sending times. */
  readonly id: string;
  /** When it was issued: nothing is sent earlier. */
  readonly issuedAt: Instant;
  /** An occurrence of a recurring directive is not assigned before this day. */
  readonly opensOn?: Day;
  /** Last day still on time; null = no deadline. */
  readonly due: Day | null;
  readonly dueTime?: ClockTime;
  /** Does the directive name cooperating agencies? */
  readonly hasCooperating: boolean;
  readonly calendar: WorkCalendar;
}
