/** The register: the system of record. Everything the rest of the program may use of it is here. */

export type { QuotaFall } from './accounts.ts';
export { refusalBy, type SeriesActDraft } from './act-on-series.ts';
export type { AuditedDirective, AuditRow } from './audit-facts.ts';
export type { CalendarEdition, CalendarRecord } from './calendars.ts';
export type { MissedMessage } from './calls.ts';
export type { Compose } from './context.ts';
export type { CopyHead, PlainRow } from './copy/dump.ts';
export { loadRegister, loadRegisterIn, type RegisterCopy } from './copy/load.ts';
export type { CorrectionDraft, CorrectionRecord } from './corrections.ts';
export type { CellChanges } from './counted/changes.ts';
export type { ReportFigures, WholeCounted } from './counted/figures.ts';
export type { CountedFilter, CountedPage } from './counted/rows.ts';
export { concluderOf, concludersOn } from './directory/concluder.ts';
export { CSV_COLUMNS } from './directory/csv.ts';
export {
  type Agency,
  type Directory,
  EMPTY_DIRECTORY,
  FUNCTIONS,
  holdsOn,
  type Offices,
  type Person,
  type Position,
  type PositionFunction,
} from './directory/directory.ts';
export { directoryOfCsv, loadDirectory } from './directory/load.ts';
export {
  agencyById,
  agencyOn,
  type Holder,
  holdersOn,
  isMany,
  membersOn,
  peopleNamed,
  personById,
  positionOn,
} from './directory/lookup.ts';
export { type AgencyMatch, matchAgency } from './directory/match.ts';
export { mergeDirectory } from './directory/merge.ts';
export { comparable } from './directory/normalise.ts';
export { isReachable, type PassedOver, reachableAt } from './directory/own-contact.ts';
export { internationalPhone } from './directory/phone.ts';
export { type Reorganised, reorganisedBy } from './directory/reorganised.ts';
export {
  type Parties,
  partners,
  type Resolution,
  type RolePerson,
  resolveRole,
  type Unresolved,
} from './directory/resolve.ts';
export { freshSlug, slugOf } from './directory/slug.ts';
export { succeeded } from './directory/succeed.ts';
export type { DraftRecord, NewDraft, NoticeHeading } from './drafts.ts';
export type { JudgedDirective, JudgedEntry } from './evaluated.ts';
export type { EvidenceDraft, EvidenceRecord } from './evidence.ts';
export type { Backlog, Figures } from './figures.ts';
export { codeIn, contentHash, directiveIdOf, memberIn, noticeIdOf, shareIdOf, successionIdOf } from './ids.ts';
export type { OldWork } from './imports.ts';
export type { Inbox, InboxEvent } from './inbox.ts';
export type { AuditRecorded, Finding, Heartbeat, Incident } from './incidents.ts';
export type { Carrier, Held } from './ledger/begin.ts';
export type { ChannelRecord } from './ledger/channels.ts';
export type { Collected } from './ledger/collect.ts';
export type { Contradiction } from './ledger/contradictions.ts';
export type { Departure, DepartureOptions, DispatchItem } from './ledger/departures.ts';
export { ABANDONED } from './ledger/doubt.ts';
export type { MessageKey } from './ledger/find.ts';
export { Ledger } from './ledger/ledger.ts';
export type { LedgerRow } from './ledger/row.ts';
export type { SentText } from './ledger/sent-texts.ts';
export { NOBODY_TOLD, type Told } from './ledger/told.ts';
export {
  type AsIssued,
  asIssued,
  cooperatedAtIssue,
  type FindCalendar,
  type LifeOfLog,
  lifeOfLog,
  livesOfLog,
  termsNow,
} from './life-of-log.ts';
export type { Descent, Lineage, SuccessionDraft } from './lineage.ts';
export type { Linker, LinkGrant, LinkRequest, LinkScope, MadeLink } from './linker.ts';
export type { LinkRecord, LinkSelection, LinkView } from './links.ts';
export type { ListFilter, ListPage } from './listed/page.ts';
export type { DirectiveFilter, DirectiveView, MessageEvent } from './lists.ts';
export type { ResendScope, Resent } from './messages/resend.ts';
export type { ConcludedNotice, HeldBefore, Registration } from './notices.ts';
export { openRegister, openRegisterIn, type RegisterOptions } from './open.ts';
export type { OperatorNames } from './operators.ts';
export { type Evidence, type MessageOutcome, OUTCOMES, type Settlement } from './outcome.ts';
export type { OverrideRecord, Overrides, PolicyOverride } from './overrides.ts';
export { folded, isLateAt, type MemberSums, type ParentRecord, parentOf } from './parents.ts';
export type { Passkey } from './passkeys.ts';
export type {
  DirectiveDraft,
  DirectiveLine,
  DirectiveRecord,
  EventRecord,
  IssueState,
  NamedParty,
  NoticeDraft,
  NoticeRecord,
  TextSpan,
} from './records.ts';
export { Register } from './register.ts';
export type { ReplyDraft, ReplyFile, ReplyRecord } from './replies.ts';
export {
  CELLS,
  type CellCounts,
  countAll,
  type Report,
  type ReportCell,
  type ReportRow,
  reportOf,
  type Sums,
  sumsOf,
  type Tallied,
} from './report.ts';
export { type HeldMessages, type Moved, RESTORED_MARK, type Restored } from './restoration.ts';
export {
  occurrenceDraft,
  type SeriesDraft,
  type SeriesRecord,
  type SeriesTemplate,
  type SeriesView,
} from './series.ts';
export type { SeriesActRecord } from './series-acts.ts';
export type { SessionMeans, SessionStart, StaffMember, StaffSession } from './staff.ts';
export type { StaffAccount } from './staff-accounts.ts';
export { standingKept } from './standing.ts';
export { databaseName } from './storage/address.ts';
export { type RegisterPlace, type RegisterSeat, takeRegisterSeat } from './storage/place.ts';
export { sqliteStorage } from './storage/sqlite.ts';
export { isTransient, type Storage, StorageError, type StorageFault } from './storage/storage.ts';
export type { Recorded } from './wakes.ts';
