/**
 * The tables as the code sees them (the dialect's plugin turns camelCase into snake_case). Instants are milliseconds
 * (bigint), days `YYYY-MM-DD`, flags 0 or 1, JSON is text: all of it reads the same in SQLite and PostgreSQL.
 */
export interface Tables {
  meta: { key: string; value: string };
  notices: NoticeTable;
  directives: DirectiveTable;
  series: SeriesTable;
  seriesActs: SeriesActTable;
  events: EventTable;
  messages: MessageTable;
  messageEvents: MessageEventTable;
  sentTexts: SentTextTable;
  contradictions: ContradictionTable;
  calls: CallTable;
  channels: ChannelTable;
  links: LinkTable;
  evidence: EvidenceTable;
  replies: ReplyTable;
  corrections: CorrectionTable;
  successions: SuccessionTable;
  lineage: LineageTable;
  calendars: CalendarTable;
  verdicts: { key: string; unproved: string; recordedAt: number };
  policyOverrides: PolicyOverrideTable;
  incidents: IncidentTable;
  inbox: InboxTable;
  inboxCounts: InboxCountTable;
  agencies: AgencyTable;
  agencyAliases: { agencyId: string; alias: string };
  groupMembers: { groupId: string; agencyId: string; position: number };
  people: PersonTable;
  posts: PostTable;
}

export interface NoticeTable {
  id: string;
  number: string | null;
  issued: string | null;
  anchor: string;
  issuer: string | null;
  signer: string | null;
  urgency: string | null;
  contentSha256: string;
  text: string;
  fileName: string | null;
  registeredAt: number;
}

export interface DirectiveTable {
  id: string;
  noticeId: string;
  localId: string;
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

/** The words of one message as it left. */
export interface SentTextTable {
  /** The digest's id, or the row's where it went on its own. */
  id: string;
  subject: string | null;
  text: string;
  recordedAt: number;
}

export interface ContradictionTable {
  messageId: string;
  said: string;
  held: string;
  reason: string;
  toldBy: string;
  recordedAt: number;
  settledAt: number | null;
  settledBy: string | null;
  settledReason: string | null;
}

export interface MessageTable {
  id: string;
  directiveId: string;
  seq: number;
  postKey: string;
  stage: string;
  kind: string;
  role: string;
  /** Person, or what stands in for one nobody found: unique with post and channel. */
  recipient: string;
  personId: string | null;
  personName: string | null;
  agencyId: string | null;
  /** 'none' on a row that was skipped because there is no channel. */
  channel: string;
  address: string | null;
  at: number;
  /** Not to leave before: its reader's round, or the next window. */
  leaveAt: number;
  /** 1 where it may leave in one message with others of its reader. */
  gathered: number;
  /** Hours it may leave in; null where no window binds it. */
  windowFrom: string | null;
  windowTo: string | null;
  /** The digest it left in; null where it went on its own. */
  shipment: string | null;
  /** The message that failed by another channel, in whose place this one goes. */
  fallbackOf: string | null;
  content: string | null;
  messageId: string | null;
  threadRoot: string | null;
  outcome: string;
  reason: string | null;
  providerId: string | null;
  attempts: number;
  nextAttemptAt: number | null;
  claimedBy: string | null;
  claimedAt: number | null;
  leaseUntil: number | null;
  settledAt: number | null;
  recordedAt: number;
  /** Counts the changes of this row; numbers its events. */
  revision: number;
}

export interface MessageEventTable {
  messageId: string;
  revision: number;
  outcome: string;
  reason: string | null;
  providerId: string | null;
  owner: string | null;
  recordedAt: number;
}

/** A call the office made about a message that reached nobody. */
export interface CallTable {
  messageId: string;
  by: string;
  note: string;
  recordedAt: number;
}

/** How a channel stands. */
export interface ChannelTable {
  channel: string;
  pausedUntil: number | null;
  since: number | null;
  reason: string | null;
  recordedAt: number;
}

export interface LinkTable {
  id: string;
  directiveId: string;
  postKey: string;
  scope: string;
  role: string;
  party: string;
  personId: string;
  agencyId: string;
  /** JSON list of the acts it may do. */
  acts: string;
  expiresAt: number;
  recordedAt: number;
  revokedAt: number | null;
  revokedReason: string | null;
}

export interface EvidenceTable {
  directiveId: string;
  sha256: string;
  name: string;
  size: number;
  linkId: string | null;
  recordedAt: number;
}

export interface ReplyTable {
  id: string;
  directiveId: string;
  messageRow: string;
  fromAddress: string;
  subject: string;
  text: string;
  /** JSON list. */
  files: string;
  recordedAt: number;
  state: string;
  decidedBy: string | null;
  decidedReason: string | null;
  decidedAt: number | null;
}

export interface CorrectionTable {
  noticeId: string;
  /** Order within the notice. */
  seq: number;
  directiveId: string;
  field: string;
  was: string | null;
  is: string | null;
  by: string;
  at: number;
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

/** Editions of the working calendar. */
export interface CalendarTable {
  id: string;
  version: string;
  /** JSON of the whole calendar. */
  calendar: string;
  /** The document that announced it. */
  source: string;
  recordedAt: number;
}

/** A policy that is followed though it is not proved, and on whose word. */
export interface PolicyOverrideTable {
  /** Of a directive, or of a series. */
  directiveId: string;
  policyId: string;
  policyName: string;
  policyVersion: string;
  /** JSON list of properties with their verdicts. */
  unproved: string;
  reason: string;
  by: string;
  at: number;
}

export interface IncidentTable {
  directiveId: string;
  kind: string;
  /** Key of the step or id of the ledger row; '' where it is about the whole directive. */
  step: string;
  foundAt: number;
  since: number;
  detail: string;
  resolvedAt: number | null;
}

export interface InboxTable {
  id: string;
  channel: string;
  /** JSON of the event; null once it is settled: what is not needed of a person is not kept. */
  event: string | null;
  receivedAt: number;
  settledAt: number | null;
  fate: string | null;
}

export interface InboxCountTable {
  channel: string;
  day: string;
  what: string;
  n: number;
}

export interface AgencyTable {
  id: string;
  name: string;
  kind: string;
  validFrom: string;
  validTo: string | null;
  successor: string | null;
}

export interface PersonTable {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  zaloUserId: string | null;
}

export interface PostTable {
  agencyId: string;
  personId: string;
  function: string;
  title: string | null;
  acting: number;
  validFrom: string;
  validTo: string | null;
}
