import { present } from '../../dsl/present.ts';
import { dueAt, heldAgainstDue, isLate } from '../../dsl/rules/index.ts';
import { type Day, dayOf, daysBetween, type Instant } from '../../dsl/time/day.ts';
import { type WorkCalendar, workingDaysBetween } from '../../dsl/time/work-calendar.ts';
import type { DirectiveLine } from '../../register/index.ts';

/** Green, orange, red, blue and grey, as officials know them from other systems. */
export type Colour = 'done' | 'near' | 'overdue' | 'running' | 'none';

/** How a directive stands to its deadline at an instant. */
export interface TaskStanding {
  readonly colour: Colour;
  /** `late`: days past the deadline, to the result where it came late; `left`: days to go. Absent without a deadline. */
  readonly time?: { readonly state: 'left' | 'late'; readonly days: number; readonly workingDays?: number };
}

/** "Sắp đến hạn": within three days. */
const NEAR_DAYS = 3;

/** A result handed in on time is not late while it waits; one handed in late stays late until it is approved. */
export function taskStandingOf(directive: DirectiveLine, now: Instant, calendar?: WorkCalendar): TaskStanding {
  const { due, dueTime, status, submittedAt, closedAt } = directive;
  const resting = status === 'suspended' || (closedAt !== null && status !== 'approved');
  // Suspended, cancelled, superseded: no clock runs.
  if (due === null || resting) return { colour: status === 'approved' ? 'done' : 'none' };
  const timing = { status, dueAt: dueAt(due, dueTime), submittedAt, closedAt };
  const late = isLate(timing, now);
  const time = late
    ? spanOf('late', due, dayOf(heldAgainstDue(timing, now)), calendar)
    : spanOf('left', dayOf(now), due, calendar);
  if (status === 'approved') return { colour: 'done', ...present({ time: late ? time : undefined }) };
  if (late) return { colour: 'overdue', time };
  // In time and handed in: the days that are left press nobody any more.
  if (status === 'submitted') return { colour: 'running' };
  return { colour: time.days <= NEAR_DAYS ? 'near' : 'running', time };
}

function spanOf(state: 'left' | 'late', from: Day, to: Day, calendar: WorkCalendar | undefined) {
  const days = Math.max(0, daysBetween(from, to));
  return {
    state,
    days,
    ...present({ workingDays: calendar !== undefined ? workingDaysBetween(calendar, from, to) : undefined }),
  };
}
