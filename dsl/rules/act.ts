import type { Party, Policy, Role } from '../policy/policy.ts';
import type { ClockTime, Day, Instant } from '../time/day.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';

/** By which way an act came: the page behind a link, an answered mail, a button of Zalo, a command of the office. */
export type Door = 'link' | 'mail' | 'zalo' | 'command' | 'page';

/**
 * Who acts: for which party, and as far as known which agency and person (ids of the directory), who gave it in, and by
 * which door. The rules look at the party and the head alone; the rest is for the record. Acts of before have no door.
 */
export interface Actor {
  readonly party: Party;
  /** Acts as the head of the party's agency. */
  readonly head?: boolean;
  readonly agency?: string;
  readonly person?: string;
  readonly door?: Door;
  /**
   * Who typed or vouched for it, where that is not `person`: an id of the register's operators, because names stay out
   * of Temporal.
   */
  readonly operator?: string;
}

/** An agency by its words in the notice or the order that names it, and its id in the directory where it has one. */
export interface NamedAgency {
  readonly name: string;
  readonly agency?: string;
}

/**
 * Directives of the register that take another's place: the parts it is split into, or the one it is merged into. `id`
 * says under which entry of the register the office worked them out.
 */
export interface Succession {
  readonly id: string;
  readonly how: 'split' | 'merged';
  readonly directives: readonly string[];
}

/** An event a deadline waited for, in the words of the notice ("Luật được thông qua"), and its day. */
export interface EventDay {
  readonly words: string;
  readonly on: Day;
  /** How long from it, as the office said where the notice does not: "15 ngày làm việc". */
  readonly within?: string;
}

interface By {
  readonly by: Actor;
}

interface Reasoned extends By {
  readonly reason: string;
}

/** What every act takes besides its type. More acts are added here, in `acts/`, and in the texts. */
interface ActFields {
  acknowledge: By & { readonly note?: string };
  'report-progress': By & {
    readonly text: string;
    readonly percent?: number;
    /** The agency that holds the work up, as the reporter names it. */
    readonly blockedBy?: string;
  };
  /** `evidence`: links, document numbers, or `sha256:…` of a file that is kept. */
  'submit-result': By & { readonly text: string; readonly evidence?: readonly string[] };
  /** Whoever handed a result in takes it back before anybody has judged it. */
  'withdraw-result': By & { readonly note?: string };
  /** The first of two approvals, where the policy asks for it. */
  endorse: By & { readonly note?: string };
  approve: By & { readonly note?: string };
  return: Reasoned;
  /** `event`: the deadline follows from the day of an event, which has become known or is another one now. */
  'change-deadline': Reasoned & {
    readonly due: Day | null;
    readonly dueTime?: ClockTime;
    readonly event?: EventDay;
  };
  'ask-extension': Reasoned & { readonly due: Day };
  'grant-extension': By & { readonly note?: string };
  'reject-extension': Reasoned;
  /** Another day than the one asked for; the lead answers it. */
  'offer-extension': Reasoned & { readonly due: Day };
  'accept-offer': By & { readonly note?: string };
  'decline-offer': Reasoned;
  /** The lead is to say by the end of `due` why it is late, or whatever else `text` asks of it. */
  'ask-explanation': By & { readonly text: string; readonly due: Day };
  /** `evidence` as of a result. */
  explain: By & { readonly text: string; readonly evidence?: readonly string[] };
  /** The cause it gives is confirmed: it was not the lead's. */
  'accept-explanation': By & { readonly note?: string };
  'reject-explanation': Reasoned;
  /** Whoever asked takes the request back before it is answered. */
  'withdraw-explanation-request': By & { readonly note?: string };
  /** The clocks stand still until it is resumed; `until` = when the office is asked whether it should be. */
  suspend: Reasoned & { readonly until?: Day };
  resume: By & { readonly note?: string };
  /** Another agency leads from now on. */
  reassign: Reasoned & { readonly lead: readonly NamedAgency[] };
  /**
   * For this one directive: an extra reminder on a day, no reminders before a day (null lifts that), another person of
   * the lead to be told from now on (id in the directory; null = the usual contact again). The rules tell roles: who
   * that person is, the register knows.
   */
  adjust: By & {
    readonly remindOn?: Day;
    readonly quietUntil?: Day | null;
    readonly contact?: string | null;
    readonly note?: string;
  };
  /** The notice was misread: what it says is put right, both versions stay in the record. */
  correct: Reasoned & { readonly text?: string; readonly due?: Day | null };
  note: By & { readonly text: string };
  /** `notice`: the whole notice is withdrawn, so each reader is told of all its directives in one message. */
  cancel: Reasoned & { readonly notice?: true };
  /** Something else takes its place: a newer notice, or, by `succession`, other directives. `successor`: in words. */
  supersede: Reasoned & { readonly successor: string; readonly succession?: Succession };
  /** The directives `from` are merged into it; the agencies `joining` take part from now on besides its own. */
  absorb: Reasoned & {
    readonly from: readonly string[];
    readonly joining: readonly NamedAgency[];
    /** Its words from now on, where they change. */
    readonly text?: string;
  };
  /** Another policy or another edition of the working calendar from now on. `override`: why a refuted policy is used. */
  'change-terms': Reasoned & {
    readonly policy?: Policy;
    readonly calendar?: WorkCalendar;
    readonly override?: string;
  };
  /** Old work as a list of the office has it: its first event, before which this program knew nothing of it. */
  import: By & {
    readonly status: 'assigned' | 'acknowledged' | 'submitted' | 'suspended' | 'approved' | 'cancelled';
    readonly assignedAt: Instant;
    readonly acknowledgedAt?: Instant;
    readonly submittedAt?: Instant;
    readonly closedAt?: Instant;
    /** The morning on which the lead and its head hear, once, of what has passed. Absent = never. */
    readonly tellOn?: Day;
    /** Where it stands: file and row. */
    readonly source: string;
    readonly note?: string;
  };
}

/** Everything a person can do to a directive. */
export type Act = { [T in keyof ActFields]: { readonly type: T } & ActFields[T] }[keyof ActFields];

export type ActType = Act['type'];

/** What people do one by one; `absorb`, `change-terms` and `import` are commands of the office over many directives. */
export const ACT_TYPES = [
  'acknowledge',
  'report-progress',
  'submit-result',
  'withdraw-result',
  'endorse',
  'approve',
  'return',
  'change-deadline',
  'ask-extension',
  'grant-extension',
  'reject-extension',
  'offer-extension',
  'accept-offer',
  'decline-offer',
  'ask-explanation',
  'explain',
  'accept-explanation',
  'reject-explanation',
  'withdraw-explanation-request',
  'suspend',
  'resume',
  'reassign',
  'adjust',
  'correct',
  'note',
  'cancel',
  'supersede',
] as const satisfies readonly ActType[];

/** Why an act is not taken. Words for people are made from it in `texts/`. */
export type Refusal =
  | {
      readonly code:
        | 'closed'
        | 'not-assigned'
        | 'already-acknowledged'
        | 'already-submitted'
        | 'not-submitted'
        | 'not-submitter'
        | 'not-endorsed'
        | 'already-endorsed'
        | 'no-endorsement'
        | 'suspended'
        | 'not-suspended'
        | 'no-deadline'
        | 'no-extensions'
        | 'extension-open'
        | 'no-extension'
        | 'offer-open'
        | 'no-offer'
        | 'explanation-open'
        | 'no-explanation'
        | 'already-explained'
        | 'not-explained'
        | 'not-asker'
        | 'nothing-to-adjust'
        | 'nothing-to-correct'
        | 'no-lead'
        | 'lead-same'
        | 'lead-together'
        | 'too-many-reminders'
        | 'terms-same'
        | 'successors'
        | 'sources'
        | 'already-running'
        | 'percent';
    }
  | { readonly code: 'not-allowed'; readonly party: Party; readonly act: ActType; readonly allowed: readonly Role[] }
  | { readonly code: 'empty'; readonly field: 'text' | 'reason' | 'successor' }
  | {
      readonly code: 'deadline-past' | 'deadline-same' | 'deadline-earlier' | 'not-a-day';
      readonly due: string | null;
    }
  | { readonly code: 'extension-too-many'; readonly atMost: number }
  | { readonly code: 'extension-too-long'; readonly latest: Day }
  | { readonly code: 'extension-too-late'; readonly until: Day };
