import type { EvidenceTable, InboxCountTable, InboxTable, LinkTable, ReplyTable } from './schema/answers.ts';
import type { AgencyTable, PersonTable, PostTable } from './schema/directory.ts';
import type {
  CallTable,
  ChannelTable,
  ContradictionTable,
  MessageEventTable,
  MessageTable,
  SentTextTable,
} from './schema/messages.ts';
import type {
  CalendarTable,
  CorrectionTable,
  IncidentTable,
  OperatorTable,
  PolicyOverrideTable,
} from './schema/office.ts';
import type {
  AnsweredChallengeTable,
  DraftTable,
  StaffAccountTable,
  StaffPasskeyTable,
  StaffSessionTable,
  StaffTicketTable,
} from './schema/staff.ts';
import type {
  DirectiveListTable,
  DirectiveStandingTable,
  DirectiveTable,
  EventTable,
  LineageTable,
  NoticeTable,
  SeriesActTable,
  SeriesTable,
  SuccessionTable,
} from './schema/work.ts';

export type * from './schema/answers.ts';
export type * from './schema/directory.ts';
export type * from './schema/messages.ts';
export type * from './schema/office.ts';
export type * from './schema/staff.ts';
export type * from './schema/work.ts';

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
  directiveLists: DirectiveListTable;
  directiveStandings: DirectiveStandingTable;
  directiveWords: { word: string; directiveId: string };
  directiveParties: { agency: string; party: string; directiveId: string };
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
  operators: OperatorTable;
  incidents: IncidentTable;
  staffTickets: StaffTicketTable;
  staffSessions: StaffSessionTable;
  staffAccounts: StaffAccountTable;
  staffPasskeys: StaffPasskeyTable;
  answeredChallenges: AnsweredChallengeTable;
  drafts: DraftTable;
  inbox: InboxTable;
  inboxCounts: InboxCountTable;
  agencies: AgencyTable;
  agencyAliases: { agencyId: string; alias: string };
  groupMembers: { groupId: string; agencyId: string; position: number };
  people: PersonTable;
  posts: PostTable;
}
