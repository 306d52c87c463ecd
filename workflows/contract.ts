import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import type { Channel } from '../dsl/policy/channels.ts';
import type { Policy } from '../dsl/policy/policy.ts';
import type {
  Directive,
  Opening,
  SeriesAct,
  SeriesCancel,
  SeriesEnd,
  SeriesRefusal,
  SeriesStanding,
  SeriesSuspension,
  Standing,
  State,
  Wake,
  WakeMark,
} from '../dsl/rules/index.ts';
import type { Instant } from '../dsl/time/day.ts';

/*
 * What the directive workflow and those who talk to it agree on. Kept free of `@temporalio/workflow`, so that clients
 * can import it.
 */

export const DIRECTIVE_WORKFLOW = 'directive';
export const ACT_UPDATE = 'act';
export const STANDING_QUERY = 'standing';
export const STATE_QUERY = 'state';

/** Type of the failure by which an act is refused; its first detail is the `Refusal`. */
export const REFUSED = 'refused';

/** Type of the failure by which an act is not taken that does not bear the office's signature. */
export const UNSIGNED = 'unsigned';

/** One queue for directives; each channel has one of its own. */
export const DIRECTIVE_QUEUE = 'dondoc-directives';

export function directiveWorkflowId(directiveId: string): string {
  return `directive/${directiveId}`;
}

export const RECURRING_WORKFLOW = 'recurring';
export const CANCEL_SERIES_UPDATE = 'cancel-series';
/** Suspend, resume, another lead, rule or policy: a `SeriesAct`. Answers how the series stands then. */
export const SERIES_ACT_UPDATE = 'act-on-series';
export const SERIES_QUERY = 'series';

export function recurringWorkflowId(seriesId: string): string {
  return `recurring/${seriesId}`;
}

/** No personal data: search attributes are stored in the clear. Set when a run starts, which costs nothing. */
export const SEARCH_ATTRIBUTES = {
  DondocNotice: defineSearchAttributeKey('DondocNotice', SearchAttributeType.KEYWORD),
  DondocPolicy: defineSearchAttributeKey('DondocPolicy', SearchAttributeType.KEYWORD),
  DondocLead: defineSearchAttributeKey('DondocLead', SearchAttributeType.KEYWORD_LIST),
  DondocDue: defineSearchAttributeKey('DondocDue', SearchAttributeType.DATETIME),
  /** Of an activity that sends: by which channel. */
  DondocChannel: defineSearchAttributeKey('DondocChannel', SearchAttributeType.KEYWORD),
  /** Of an activity that sends: notices (number, or id) and directives (id) it tells of. */
  DondocAbout: defineSearchAttributeKey('DondocAbout', SearchAttributeType.KEYWORD_LIST),
} as const;

/** The queue of what leaves by a channel: its workers have the channel set up, and its limit is the channel's rate. */
export function deliveryQueue(channel: Channel): string {
  return `dondoc-${channel}`;
}

/** The activity that sends by a channel: `sendEmail`, `sendZalo`. */
export function sendActivity(channel: Channel): string {
  return `send${channel.slice(0, 1).toUpperCase()}${channel.slice(1)}`;
}

/** `serial`: from 1, where an activity of that name was over before all of the dispatch had left. */
export function activityIdOf(channel: string, dispatch: string, serial = 1): string {
  return `${channel}/${dispatch}${serial === 1 ? '' : `.${serial}`}`;
}

/** Input of an activity that sends. What it sends, and to whom, stands in the register. */
export interface DispatchInput {
  readonly dispatch: string;
}

/** Types of the failure of an activity that did not send. */
export const NOT_SENT = { refused: 'refused', skipped: 'skipped', later: 'later' } as const;

/**
 * One attempt may take longer than any server may (RFC 5321: ten minutes); a worker that died is noticed by its silence.
 * Tried again for as long as it takes: when to give up is the ledger's to say.
 */
export const SENDING_LIMITS = {
  startToCloseTimeout: '20 minutes',
  heartbeatTimeout: '20 s',
  retry: { initialInterval: '1 s', backoffCoefficient: 2, maximumInterval: '1 minute' },
} as const;

/** The auditor: one run at a time, on the directives' queue. */
export const AUDIT_WORKFLOW = 'audit';
export const AUDIT_WORKFLOW_ID = 'dondoc-audit';

export interface AuditActivities {
  /** One audit, kept in the register. Answers in how many ms to come back. */
  audit(): Promise<number>;
}

export interface DirectiveInput {
  /** Version of the rules' meaning this run was started with (`dsl/rules/version.ts`). */
  readonly interpreter: number;
  readonly directive: Directive;
  /** The policy as it stood when the directive was issued: later edits do not reach what runs. */
  readonly policy: Policy;
  /** Domain time minus Temporal's time, ms: 0 in production, months in a rehearsal of an old notice. */
  readonly clockOffsetMs: number;
  /** Where the previous run of the same directive left off. */
  readonly carried?: { readonly state: State; readonly seq: number; readonly posted: number };
}

/** What an act answers when it is taken. */
export interface ActTaken {
  readonly standing: Standing;
}

/** Activities the directive workflow calls, as it sees them. */
export interface DirectiveActivities {
  /**
   * Writes one wake to its place in the directive's log. Null = written as given. Else the place was taken by an
   * earlier attempt whose answer Temporal never saw, and this is what it holds: that is what happened. Or it is not
   * written: the act was not the office's, by its `seal`, or stands at another place already.
   */
  record(wake: Wake, seal?: string): Promise<WakeMark | SentOff | NotTaken | null>;
}

export interface NotTaken {
  readonly notTaken: 'unsigned' | 'repeated';
}

/** Something was asked of a workflow in a way the office never does. */
export interface StrangerCall {
  readonly how: 'signal' | 'cancel';
  /** Name of the signal. */
  readonly what: string;
}

export interface StrangerActivities {
  /** Makes it an incident. */
  noteStranger(id: string, call: StrangerCall): Promise<void>;
}

/** A wake written as given that has something sent: by which activities, and when. */
export interface SentOff {
  readonly leaves: readonly SentOffBy[];
  /** Activities there was no room to name. */
  readonly more: number;
}

export interface SentOffBy {
  /** Id of the activity. */
  readonly activity: string;
  readonly leaveAt: Instant;
}

export interface RecurringInput {
  /** Id in the register, which holds all the rest. */
  readonly seriesId: string;
  /** As of a directive. */
  readonly clockOffsetMs: number;
  /** Where the previous run of the same series left off. */
  readonly carried?: SeriesStanding;
}

/** Activities the recurring workflow calls, as it sees them. */
export interface SeriesActivities {
  /**
   * Opens the next occurrence if its time has come, in the register and then on Temporal, and says which is next.
   * What an earlier attempt left half done is finished first; the same call again opens nothing twice.
   */
  openNext(turn: SeriesTurn): Promise<SeriesTurned>;
  /** Writes an act, or says why it is not taken; then what comes next. The same act id again changes nothing. */
  actOnSeries(turn: SeriesTurn, actId: string, act: SeriesAct, seal?: string): Promise<SeriesActed | NotTaken>;
  /** Writes the end of a series; returns the one that counts. */
  endSeries(seriesId: string, end: SeriesEnd, cancelled?: SealedCancel): Promise<SeriesEnd | NotTaken>;
}

export interface SeriesTurn {
  readonly seriesId: string;
  /** Domain time. */
  readonly at: Instant;
  /** Does domain time run apart from the machine's? Then an occurrence's clock begins at `at`. */
  readonly virtual: boolean;
}

export interface SeriesTurned {
  /** Id of the directive that was opened. */
  readonly opened: string | null;
  readonly next: Opening | null;
  readonly end: SeriesEnd | null;
  /** Absent where it is not. */
  readonly suspended?: SeriesSuspension;
}

export interface SealedCancel {
  readonly id: string;
  readonly cancel: SeriesCancel;
  readonly seal?: string | undefined;
}

export type SeriesActed = Omit<SeriesTurned, 'opened'> | { readonly refusal: SeriesRefusal };
