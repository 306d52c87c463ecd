import type { ActingRole } from '../policy/policy.ts';
import type { ClockTime, Day, Instant } from '../time/day.ts';
import type { NamedAgency } from './act.ts';
import type { Directive, TakingPart } from './directive.ts';
import type { Terms } from './terms.ts';

/** `submitted` waits for approval; a returned result makes it `acknowledged` again; a suspension holds every clock. */
export type Status =
  | 'waiting'
  | 'assigned'
  | 'acknowledged'
  | 'submitted'
  | 'suspended'
  | 'approved'
  | 'cancelled'
  | 'superseded'
  | 'split'
  | 'merged';

/** What the results that a lead took back in a round held up. */
export interface TakenBack {
  readonly round: number;
  /**
   * Of each result, in order: the first instant whose steps it may have kept from being heard. Of each step the last
   * that kept it back counts.
   */
  readonly since: readonly Instant[];
  /** When the last of them was taken back: what had come due by then is told from then on. */
  readonly at: Instant;
}

/** An open request that the lead explain itself. */
export interface Explanation {
  /** Last day to answer. */
  readonly due: Day;
  readonly since: Instant;
  /** Who asked, and hears the answer. */
  readonly asker: ActingRole;
  /** When it was answered: the answer waits for a word on it. */
  readonly answeredAt?: Instant;
}

/** All that has happened to a directive, as far as the rules look at it. */
export interface State {
  readonly status: Status;
  readonly assignedAt?: Instant;
  /** Of agencies that lead together, when the last of them did. */
  readonly acknowledgedAt?: Instant | undefined;
  /** Of agencies that lead together those that acknowledged, while not all have; in order. */
  readonly leadAcknowledged?: readonly string[];
  /** Since when an acknowledgement is waited for, where that is later than the assignment. */
  readonly acknowledgeFrom?: Instant;
  /** Cooperating agencies that acknowledged, in order. */
  readonly cooperatingAcknowledged: readonly string[];
  /** The deadline in force: it may have been changed since the directive was issued. */
  readonly due: Day | null;
  readonly dueTime: ClockTime | null;
  /** A changed deadline, a return, a suspension begins a new round: the clocks start afresh, rungs may fire again. */
  readonly round: number;
  /** Since when it has been the lead's turn in this round. */
  readonly roundFrom?: Instant;
  /** Signs of life of the lead since the assignment: how many, and the last. */
  readonly signs: number;
  readonly lastSignAt?: Instant;
  readonly submissions: number;
  /** Results that were taken back, where that begins no new round; of an earlier round they count no more. */
  readonly takenBack?: TakenBack;
  readonly submittedAt?: Instant | undefined;
  /** The agency that handed in the result that waits, where it is known. */
  readonly submittedBy?: string | undefined;
  /** The first of two approvals of the result in hand. */
  readonly endorsedAt: Instant | null;
  readonly returns: number;
  readonly deadlineChanges: number;
  /** The day of the event the deadline was last counted from; absent where it never was. */
  readonly eventOn?: Day;
  /**
   * The open request for more time: the day asked for, since when an answer is owed, and, where the office proposed
   * another day and it is the lead who owes the answer, that day.
   */
  readonly extension: { readonly due: Day; readonly since: Instant; readonly offered?: Day } | null;
  readonly extensionsAsked: number;
  readonly extensionsGranted: number;
  /** Absent or null where none is open; how often one was asked for: absent where it never was. */
  readonly explanation?: Explanation | null;
  readonly explanationsAsked?: number;
  readonly suspended: { readonly at: Instant; readonly from: Status; readonly until: Day | null } | null;
  /** Suspensions that are over, and the calendar days they took, which were given back to the deadline. */
  readonly suspensions: number;
  readonly suspendedDays: number;
  /** When people were last told that it goes on. */
  readonly resumptionToldAt?: Instant;
  readonly reassignments: number;
  /** Since when the present lead leads: its assignment. */
  readonly leadSince?: Instant;
  /** Who takes part, where that has changed since the issue and is known. */
  readonly parties?: TakingPart;
  /** The leads before the present one, in order, where they are known. */
  readonly formerLeads?: readonly (readonly NamedAgency[])[];
  /** Name of the announcement that set the deadline in force (`deadline.2`); absent where it is as issued. */
  readonly deadlineBy?: string;
  readonly corrections: number;
  /** How often others were merged into it, and whether agencies take part since then; absent where it never was. */
  readonly absorptions?: number;
  readonly cooperates?: boolean;
  /** Days on which the lead is reminded besides the policy's. */
  readonly extraReminders: readonly Day[];
  /** No reminders before this day; escalations do not keep quiet. */
  readonly quietUntil: Day | null;
  readonly closedAt?: Instant;
  /** Keys of the occurrences that were posted or merged into a posted one and could otherwise arise again. */
  readonly done: readonly string[];
  /** Steps of old work whose time had passed when it was entered, told on a later morning. */
  readonly catchUp?: { readonly on: Day; readonly keys: readonly string[] };
  /** The policy and calendar in force, where they were changed since the issue. */
  readonly terms?: Terms;
  /** Acts accepted so far. */
  readonly acts: number;
}

/** As it is issued: nothing has happened yet. */
export function initialState(directive: Directive): State {
  return {
    status: 'waiting',
    cooperatingAcknowledged: [],
    due: directive.due,
    dueTime: directive.dueTime ?? null,
    round: 0,
    signs: 0,
    submissions: 0,
    endorsedAt: null,
    returns: 0,
    deadlineChanges: 0,
    extension: null,
    extensionsAsked: 0,
    extensionsGranted: 0,
    suspended: null,
    suspensions: 0,
    suspendedDays: 0,
    reassignments: 0,
    corrections: 0,
    extraReminders: [],
    quietUntil: null,
    done: [],
    acts: 0,
  };
}

/** Each status, and whether it is an end. */
const ENDS: Readonly<Record<Status, boolean>> = {
  waiting: false,
  assigned: false,
  acknowledged: false,
  submitted: false,
  suspended: false,
  approved: true,
  cancelled: true,
  superseded: true,
  split: true,
  merged: true,
};

/** What has not come to its end yet, one that waits for its event included. */
export const OPEN_STATUSES: readonly Status[] = (Object.keys(ENDS) as Status[]).filter((status) => !ENDS[status]);

/** Open, and handed out already: those who take part know of it. */
export const HANDED_OUT: readonly Status[] = OPEN_STATUSES.filter((status) => status !== 'waiting');

/** The ends there are. */
export const CLOSED_STATUSES: readonly Status[] = (Object.keys(ENDS) as Status[]).filter((status) => ENDS[status]);

/** Has it come to its end, with a result or without? Nothing more is told of it then. */
export function isClosed({ status }: Pick<State, 'status'>): boolean {
  return ENDS[status];
}
