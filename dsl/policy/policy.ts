import type { ClockTime } from '../time/day.ts';
import type { DayCount } from '../time/day-count.ts';
import type { Channel } from './channels.ts';

/** A party a directive names, or the office that follows it. */
export type Party = 'lead' | 'cooperating' | 'supervisor' | 'issuer' | 'secretariat';

/** Who a directive is given to, and who hands in and judges its result. */
export type ActingRole = Party | `headOf(${Party})`;

/** One person, by their id in the directory. */
export type PersonRole = `person(${string})`;

/**
 * Who a step is for. Resolved to people when a message is posted, never when the directive starts: people change.
 * `concluder` is the leader of the issuer who concluded, the head or a deputy; `clerk` the one of the office who issued.
 */
export type Role = ActingRole | `deputiesOf(${Party})` | 'concluder' | 'clerk' | PersonRole;

/** Counted from the due day. */
export type BeforeDue = { readonly before: DayCount };
export type AfterDue = { readonly after: DayCount };
/** Counted from the last sign of life of the lead (or from the assignment, where there was none). */
export type WhenSilent = { readonly whenSilentFor: DayCount };
/** Counted from the assignment, while the lead has not acknowledged. */
export type WhenUnacknowledged = { readonly whenUnacknowledgedFor: DayCount };

export type ReminderTrigger = BeforeDue | WhenSilent | WhenUnacknowledged;
export type EscalationTrigger = AfterDue | WhenSilent | WhenUnacknowledged;
export type Trigger = ReminderTrigger | EscalationTrigger;

/** Why a rule stands in a policy: where it comes from, and what that asks, in a sentence. */
export interface Source {
  /** `Nghị định 30/2020/NĐ-CP, Điều 7 khoản 2`; what an office agreed on itself begins with `Quy ước`. */
  readonly source: string;
  readonly words?: string;
}

/** What a directive is, as far as rules may tell it from others; fixed when it is issued. All in small letters. */
export interface Traits {
  /** `hoả tốc`, `thượng khẩn` or `khẩn`; absent where it is none of them. */
  readonly urgency?: string;
  /** What the first agency that leads is for: `y tế` of a Sở Y tế; absent where its name says none. */
  readonly field?: string;
  /** The agency that issued the notice, as the notice names it. */
  readonly issuer?: string;
  /** Given to several agencies, each with its share or all together, or to one. */
  readonly given?: 'group' | 'single';
}

/** All of these at once; of several values of one trait any will do. */
export interface Conditions {
  readonly urgency?: string | readonly string[];
  readonly field?: string | readonly string[];
  readonly issuer?: string | readonly string[];
  readonly given?: 'group' | 'single';
  /** As it stands when the rung would strike; for rungs that count silence, the others have theirs by what they count. */
  readonly deadline?: 'dated' | 'none';
}

/** One step of a ladder: who hears of it, and when. */
export interface Rung<T extends Trigger = Trigger> {
  readonly to: Role;
  readonly when: T;
  /** Repeats this far apart; needs `atMost`, so that every ladder ends. */
  readonly every?: DayCount;
  /** How often in all, the first time included. */
  readonly atMost?: number;
  /** Template of the letter to attach. */
  readonly letter?: string;
  /** It speaks of such directives alone. */
  readonly onlyWhen?: Conditions;
  /** It does not speak of such directives. */
  readonly unless?: Conditions;
  readonly because?: Source;
}

export interface Assignment {
  readonly to: ActingRole;
  readonly copy: readonly Role[];
  /** Not acknowledged within this: the one assigned is reminded to. */
  readonly acknowledgeWithin?: DayCount;
  readonly because?: Source;
}

export interface Closing {
  readonly submittedBy: ActingRole;
  /** The first of two approvals: the head of the agency, before the office. */
  readonly endorsedBy?: ActingRole;
  readonly approvedBy: ActingRole;
  /** A result that waits: the approver is reminded this far apart, `atMost` times. Nothing approves itself. */
  readonly approveWithin?: DayCount;
  readonly atMost?: number;
}

/** How much more time may be asked for; a policy without this grants none on request. */
export interface ExtensionLimits {
  /** Requests in all. */
  readonly atMost: number;
  /** From the deadline in force to the day asked for. */
  readonly longest: DayCount;
  /** Last day on which it may be asked, counted from the deadline in force. */
  readonly askUntil: BeforeDue | AfterDue;
  /** A request that waits: the one whose turn it is is reminded this far apart, at most five times. */
  readonly answerWithin?: DayCount;
}

/**
 * What becomes of an occurrence of a recurring directive whose day is a day off: it stays on that day, is left out, or
 * falls due on the next or the previous working day.
 */
export type OnDayOff = 'keep' | 'skip' | 'next-working-day' | 'previous-working-day';

/** Messages leave on working days within these hours, never else. */
export interface Window {
  readonly from: ClockTime;
  readonly to: ClockTime;
}

/**
 * How a directive is followed, as plain data: what the builder compiles to, what is stored, hashed and carried in the
 * input of each workflow it governs.
 */
export interface Policy {
  /** Version of this data's shape. */
  readonly format: 1;
  readonly id: string;
  readonly name: string;
  /** Where the policy as a whole comes from. */
  readonly because?: Source;
  readonly assign: Assignment;
  readonly remind: readonly Rung<ReminderTrigger>[];
  readonly escalate: readonly Rung<EscalationTrigger>[];
  readonly close: Closing;
  readonly extension?: ExtensionLimits;
  /** Who may do an act, where it differs from what is usual (`dsl/rules/acts`). */
  readonly permissions?: { readonly [act: string]: readonly ActingRole[] };
  /** For recurring directives; absent = `keep`. */
  readonly onDayOff?: OnDayOff;
  readonly window: Window;
  readonly channels: readonly Channel[];
  /** Each of its messages goes on its own: none waits to be gathered with others of the same reader. */
  readonly alone?: true;
  /** Agencies a notice names together to lead have each a directive of their own; else they lead one together. */
  readonly each?: true;
}

export const DEFAULT_WINDOW: Window = { from: '08:00', to: '17:00' };
