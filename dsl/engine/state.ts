import type { ClockTime, Day, Instant } from '../time/day.ts';
import type { Directive } from './directive.ts';

/** `submitted` waits for approval; a returned result makes it `acknowledged` again. */
export type Status = 'waiting' | 'assigned' | 'acknowledged' | 'submitted' | 'approved' | 'cancelled';

/** All that has happened to a directive, as far as the rules look at it. */
export interface State {
  readonly status: Status;
  readonly assignedAt?: Instant;
  readonly acknowledgedAt?: Instant;
  /** Cooperating agencies that acknowledged, in order. */
  readonly cooperatingAcknowledged: readonly string[];
  /** The deadline in force: it may have been changed since the directive was issued. */
  readonly due: Day | null;
  readonly dueTime: ClockTime | null;
  /** A changed deadline or a returned result begins a new round: the clocks start afresh and rungs may fire again. */
  readonly round: number;
  /** Since when the lead has had the ball in this round. */
  readonly roundFrom?: Instant;
  /** Signs of life of the lead since the assignment: how many, and the last. */
  readonly signs: number;
  readonly lastSignAt?: Instant;
  readonly submissions: number;
  readonly submittedAt?: Instant;
  readonly returns: number;
  readonly deadlineChanges: number;
  readonly closedAt?: Instant;
  /** Keys of the occurrences that were posted or merged into a posted one and could otherwise arise again. */
  readonly done: readonly string[];
  /** Acts accepted so far. */
  readonly acts: number;
}

export function initialState(directive: Directive): State {
  return {
    status: 'waiting',
    cooperatingAcknowledged: [],
    due: directive.due,
    dueTime: directive.dueTime ?? null,
    round: 0,
    signs: 0,
    submissions: 0,
    returns: 0,
    deadlineChanges: 0,
    done: [],
    acts: 0,
  };
}

export function isClosed(state: State): boolean {
  return state.status === 'approved' || state.status === 'cancelled';
}
