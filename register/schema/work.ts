/* What was ordered and what happened to it. */

export interface NoticeTable {
  id: string;
  number: string | null;
  issued: string | null;
  anchor: string;
  issuer: string | null;
  signer: string | null;
  /** Of its words those that say who concluded, as `conclusionIn` finds them. */
  conclusion: string;
  urgency: string | null;
  contentSha256: string;
  text: string;
  fileName: string | null;
  /** The notice it is a corrected edition of. */
  replaces: string | null;
  /** Who of the office issued it, by the name they gave. */
  issuedBy: string | null;
  registeredAt: number;
}

export interface DirectiveTable {
  id: string;
  noticeId: string;
  /** Its code in the notice; of a member's share with the member after "@": place and member are unique. */
  localId: string;
  /** Id of the whole it is a member's share of. */
  parent: string | null;
  /** JSON: whom the notice names for the whole. */
  parentLead: string | null;
  /** The recurring directive this is an occurrence of. */
  series: string | null;
  /** Which one: its day; '' where the directive does not recur. */
  occurrence: string;
  text: string;
  spanStart: number;
  spanEnd: number;
  deadlinePhrase: string | null;
  deadlineStart: number | null;
  deadlineEnd: number | null;
  lead: string;
  /** As the notice named it, where another leads now. */
  originalLead: string | null;
  /** Id of the person told for the lead instead of its usual contact. */
  contact: string | null;
  cooperating: string;
  supervisor: string;
  issuedAt: number;
  opensOn: string | null;
  due: string | null;
  dueTime: string | null;
  /** First instant that is late. */
  dueAt: number | null;
  originalDue: string | null;
  policyId: string;
  policy: string;
  /** JSON: what rules that tell directives apart see of it; null where it was issued before anybody wrote it down. */
  traits: string | null;
  calendarId: string;
  calendarVersion: string;
  workflowId: string;
  status: string;
  nextWake: number | null;
  acknowledgedAt: number | null;
  submittedAt: number | null;
  closedAt: number | null;
  /** Newest wake in the read model; -1 before the first. */
  lastSeq: number;
  issueState: string;
  /** Version of the rules it was issued under. */
  interpreter: number;
  /** JSON: which agencies took part at its issue; null where the rules of that version did not ask. */
  partiesAtIssue: string | null;
}

/** A recurring directive; its occurrences are rows of `directives`. */
export interface SeriesTable {
  id: string;
  noticeId: string;
  localId: string;
  /** JSON: what `Series` calls so. */
  rules: string;
  deadlines: string;
  taken: string;
  issued: string;
  /** JSON: what its occurrences have in common, the policy among it. */
  template: string;
  workflowId: string;
  issueState: string;
  endedAt: number | null;
  endedWhy: string | null;
  endedBy: string | null;
  endedReason: string | null;
}

/** What somebody did to a recurring directive as a whole; `series` keeps what it was issued with. */
export interface SeriesActTable {
  seriesId: string;
  seq: number;
  at: number;
  actId: string;
  /** JSON of the act. */
  act: string;
  /** JSON: the occurrences a suspension left out, where this ended one. */
  leftOut: string;
  recordedAt: number;
}

export interface EventTable {
  directiveId: string;
  seq: number;
  at: number;
  actId: string | null;
  actType: string | null;
  /** JSON of the act. */
  act: string | null;
  /** JSON of the posts. */
  posts: string;
  status: string;
  due: string | null;
  dueTime: string | null;
  dueAt: number | null;
  nextWake: number | null;
  acknowledgedAt: number | null;
  submittedAt: number | null;
  closedAt: number | null;
  recordedAt: number;
  /** JSON of what a change of terms or an import did to the steps that were planned. */
  plan: string | null;
  /** Ledger rows written with the wake; null where nobody counted. */
  messages: number | null;
}

/** What the office worked out before directives are split or merged; without effect until the first of them closes. */
export interface SuccessionTable {
  id: string;
  /** JSON: the directives to be opened, as drafts. */
  drafts: string;
  recordedAt: number;
}

/** Which directive became which. */
export interface LineageTable {
  fromId: string;
  toId: string;
  how: string;
  succession: string;
  at: number;
  reason: string;
}

/** A directive as lists read it: narrow, kept with every change of its row in `directives`. */
export interface DirectiveListTable {
  directiveId: string;
  /** Sorts as lists do: deadline, notice, place in it. */
  place: string;
  noticeId: string;
  parent: string | null;
  status: string;
  isOpen: number;
  /** As `overdueFrom` of the rules says of how it stands. */
  overdueFrom: number | null;
  /** Number, code, words and leads without marks, a blank around each word. */
  words: string;
}

/** How a directive stood from one instant until another: what reports of any instant count by. */
export interface DirectiveStandingTable {
  directiveId: string;
  /** The first instant it stood so. */
  since: number;
  /** The first instant it no longer did; one beyond all others where it still does. */
  until: number;
  noticeId: string;
  parent: string | null;
  /** As it leads now, whoever led then. */
  firstLead: string | null;
  status: string;
  dueAt: number | null;
  submittedAt: number | null;
  closedAt: number | null;
}
