import type { Role, Source } from '../../dsl/policy/policy.ts';
import type { Act } from '../../dsl/rules/act.ts';
import type { Cause, PostKind, Stage } from '../../dsl/rules/post.ts';
import type { ClockTime, Day, Instant } from '../../dsl/time/day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import type { OUTCOME_NAMES } from '../outcomes.ts';

/** What a message may say of its directive: names and words as the notice has them. */
export interface DirectiveFacts {
  readonly id: string;
  /** Where it stands in the notice, as "IV.4.c". */
  readonly localId: string;
  /** The words of the notice. */
  readonly text: string;
  /** The words of the deadline, as "trước ngày 15/3/2025". */
  readonly phrase?: string;
  /** The deadline in force; absent or null = none. */
  readonly due?: Day | null;
  readonly dueTime?: ClockTime;
  /** The deadline the notice set, where it has been changed since; null = it set none. */
  readonly originalDue?: Day | null;
  /** As the notice has it: "hỏa tốc", "khẩn". */
  readonly urgency?: string;
  readonly noticeNumber: string | null;
  readonly noticeIssued?: Day;
  readonly issuer: string;
  readonly leadNames: readonly string[];
  readonly cooperatingNames: readonly string[];
  readonly supervisorNames: readonly string[];
  /** Where it is a member's share of what a group was given: the whole, as it stands. */
  readonly whole?: WholeFacts;
  /** What it was split from, or what was merged into it. */
  readonly origin?: { readonly how: 'split' | 'merged'; readonly from: readonly Origin[] };
}

/** What a group was given, as one: how many of its agencies have got how far. */
export interface WholeFacts {
  readonly id: string;
  /** As the notice names it. */
  readonly group: string;
  readonly total: number;
  readonly acknowledged: number;
  readonly done: number;
}

/** A directive another one comes from: where it stands, and its words. */
export interface Origin {
  readonly localId: string;
  readonly noticeNumber: string | null;
  readonly text: string;
}

export interface Recipient {
  /** Of the person; an agency's own mailbox bears the agency's name. */
  readonly name: string;
  /** "đồng chí", "ông", "bà". */
  readonly honorific?: string;
  /** Post held, as "Giám đốc". */
  readonly title?: string;
  readonly agencyName: string;
  readonly role: Role;
}

/** A message of the same directive that stands in the ledger already. */
export interface EarlierMessage {
  readonly at: Instant;
  /** To whom: name of the person or agency. */
  readonly to: string;
  readonly kind: PostKind;
  /** For whom it was meant; a letter counts an escalation as urging the lead only where this says so. */
  readonly role?: Role;
  /** As in the ledger. Only what a channel took is ever called sent. */
  readonly outcome: keyof typeof OUTCOME_NAMES;
}

/** The lead's last word on how far it is. */
export interface Progress {
  readonly at: Instant;
  readonly text: string;
  readonly percent?: number;
  /** The agency that holds the work up, in the lead's words. */
  readonly blockedBy?: string;
}

/**
 * Everything a message is made from. What is optional may be left out: the wording then says less, never more than is
 * known.
 */
export interface MessageFacts {
  readonly kind: PostKind;
  readonly stage: Stage;
  readonly cause: Cause;
  /** Where the rule of this step comes from, where the policy says so. */
  readonly source?: Source;
  readonly directive: DirectiveFacts;
  readonly recipient: Recipient;
  /** When the message is to leave: "còn 5 ngày" is counted from this day. */
  readonly at: Instant;
  readonly officeName: string;
  /** Lets days worked be named beside calendar days. */
  readonly calendar?: WorkCalendar;
  /** When the present lead was given it. */
  readonly assignedAt?: Instant;
  /** Until when the assignment should be acknowledged. */
  readonly acknowledgeBy?: Day;
  /** Last sign of life of the present lead. */
  readonly lastSignAt?: Instant;
  readonly progress?: Progress;
  /** Cooperating agencies of whom nothing was heard yet. */
  readonly silentPartners?: readonly string[];
  readonly submittedAt?: Instant;
  /** A request for an explanation that has no answer: its last day, and what is asked, where that is known. */
  readonly explanation?: { readonly due: Day; readonly text?: string };
  /** Is the deadline one to keep now? Not of what is closed or suspended. Absent = yes, where there is one. */
  readonly dueCounts?: boolean;
  /** The deadline people had last been told before the act; null = none. */
  readonly previousDue?: Day | null;
  /** The act that led to the message (the result waiting, the return, the cancellation, the change). */
  readonly act?: Act;
  /** Name of the person or agency that acted. */
  readonly actBy?: string;
  readonly earlier?: readonly EarlierMessage[];
  /** The reader's own page about the directive, and whether it takes acts or only shows. */
  readonly link?: { readonly url: string; readonly takesActs: boolean };
}
