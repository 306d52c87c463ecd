import type { Policy, Traits } from '../dsl/policy/policy.ts';
import type { Act } from '../dsl/rules/act.ts';
import type { TakingPart } from '../dsl/rules/directive.ts';
import type { Post } from '../dsl/rules/post.ts';
import type { Status } from '../dsl/rules/state.ts';
import type { PlanChange } from '../dsl/rules/wake.ts';
import type { ClockTime, Day, Instant } from '../dsl/time/day.ts';

/** `[start, end)` in UTF-16 code units of the notice's text. */
export type TextSpan = readonly [start: number, end: number];

/** A party as the notice names it, and its id in the directory where it was matched when the notice was read. */
export interface NamedParty {
  readonly name: string;
  readonly agency?: string;
}

/** A notice as it comes from the reader. */
export interface NoticeDraft {
  readonly number: string | null;
  readonly issued: Day | null;
  /** Day its deadlines are counted from. */
  readonly anchor: Day;
  readonly issuer: string | null;
  readonly signer: string | null;
  readonly urgency: string | null;
  /** The whole decoded text: spans point into it. */
  readonly text: string;
  readonly fileName: string | null;
  /** Id of the notice it is a corrected edition of. */
  readonly replaces?: string | null;
  /** Who of the office issued it, by the name they gave; absent where nobody said. */
  readonly issuedBy?: string | null;
}

export interface NoticeRecord extends NoticeDraft {
  readonly id: string;
  readonly contentSha256: string;
  readonly registeredAt: Instant;
}

/** The whole of which a directive is one member's share: what all of its shares have in common, and no row of its own. */
export interface ParentOf {
  readonly id: string;
  /** As the notice names it: "UBND các xã, phường". */
  readonly lead: readonly NamedParty[];
}

/** A directive as it is issued: what the register keeps of it for good. */
export interface DirectiveDraft {
  /** Unique in the register; see `directiveIdOf`. */
  readonly id: string;
  /** Its place in the notice, as "IV.4.c". */
  readonly localId: string;
  /** For an occurrence of a recurring directive: id of the series, and which occurrence (its due day). */
  readonly series?: { readonly id: string; readonly occurrence: string };
  /** Where a group was given it and this is one member's share. */
  readonly parent?: ParentOf;
  readonly text: string;
  readonly span: TextSpan;
  /** The words that set the deadline. */
  readonly deadline: { readonly phrase: string; readonly span: TextSpan } | null;
  readonly lead: readonly NamedParty[];
  /** The agencies of a group that leads it as one, each of which acknowledges for itself. */
  readonly leads?: readonly NamedParty[];
  readonly cooperating: readonly NamedParty[];
  readonly supervisor: readonly NamedParty[];
  readonly issuedAt: Instant;
  readonly opensOn?: Day;
  readonly due: Day | null;
  readonly dueTime?: ClockTime;
  /** Snapshot: a later edition of the policy changes nothing here. */
  readonly policy: Policy;
  /** What rungs that speak of some directives only ask; absent where it was issued before anybody wrote it down. */
  readonly traits?: Traits;
  readonly calendar: { readonly id: string; readonly version: string };
  readonly workflowId: string;
}

/** `drafted`: in the register, its workflow not yet known to run. Left behind by a crash, it is started again. */
export type IssueState = 'drafted' | 'started';

export interface DirectiveRecord extends DirectiveDraft {
  readonly noticeId: string;
  /** The deadline the notice set; `due` is the one in force. */
  readonly originalDue: Day | null;
  /** The lead as issued, where it was given to another since; the log names those in between. */
  readonly originalLead?: readonly NamedParty[];
  /** Id of the person who is told for the lead instead of its usual contact; null = the usual one. */
  readonly contact: string | null;
  readonly status: Status;
  readonly nextWake: Instant | null;
  readonly acknowledgedAt: Instant | null;
  readonly submittedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly issueState: IssueState;
  /** Version of the rules it is followed by. */
  readonly interpreter: number;
  /** Which agencies took part at its issue, by id or words; absent where the rules of that version did not ask. */
  readonly partiesAtIssue?: TakingPart;
}

/** What a list shows of a directive: a line of it, without what it is carried out by. */
export type DirectiveLine = Pick<
  DirectiveRecord,
  | 'id'
  | 'noticeId'
  | 'localId'
  | 'parent'
  | 'series'
  | 'text'
  | 'lead'
  | 'due'
  | 'dueTime'
  | 'status'
  | 'nextWake'
  | 'acknowledgedAt'
  | 'submittedAt'
  | 'closedAt'
>;

/** One wake as it was recorded; never changed afterwards. */
export interface EventRecord {
  readonly directiveId: string;
  readonly seq: number;
  readonly at: Instant;
  readonly act: { readonly id: string; readonly act: Act } | null;
  readonly posts: readonly Post[];
  readonly status: Status;
  readonly due: Day | null;
  readonly dueTime: ClockTime | null;
  readonly nextWake: Instant | null;
  readonly acknowledgedAt: Instant | null;
  readonly submittedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** What a change of terms or an import did to the steps that were planned. */
  readonly plan?: PlanChange;
  /** By the clock of the machine; `at` is domain time. */
  readonly recordedAt: Instant;
}
