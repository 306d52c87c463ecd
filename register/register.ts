import type { Unproved } from '../dsl/proof/index.ts';
import type { SeriesEnd, SeriesRefusal } from '../dsl/rules/series.ts';
import type { Wake } from '../dsl/rules/wake.ts';
import type { Day, Instant } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import { actOnSeries, type SeriesActDraft } from './act-on-series.ts';
import { auditFacts, type DirectiveFacts } from './audit-facts.ts';
import { type CalendarEdition, type CalendarRecord, listCalendars, newestCalendar, saveCalendar } from './calendars.ts';
import { type MissedMessage, missedMessages, noteCalls } from './calls.ts';
import type { Context } from './context.ts';
import { type CorrectionDraft, type CorrectionRecord, correctionsOf } from './corrections.ts';
import type { Directory } from './directory/directory.ts';
import { Directories } from './directory/store.ts';
import { addEvidence, type EvidenceDraft, type EvidenceRecord, evidenceOf } from './evidence.ts';
import { registerId } from './identity.ts';
import { enterOldWork, type OldWork } from './imports.ts';
import { Inbox } from './inbox.ts';
import {
  type AuditRecorded,
  type Finding,
  type Heartbeat,
  type Incident,
  lastHeartbeat,
  listIncidents,
  recordAudit,
} from './incidents.ts';
import { Ledger } from './ledger/ledger.ts';
import { draftSuccession, type Lineage, lineageOf, type SuccessionDraft } from './lineage.ts';
import {
  findLink,
  type Linker,
  type LinkRecord,
  type LinkSelection,
  type LinkView,
  linksOf,
  type Revocation,
  revokeLinks,
} from './links.ts';
import { type DirectiveFilter, type DirectiveView, findDirective, listDirectives, showDirective } from './lists.ts';
import { logsOf } from './logs.ts';
import { type MailboxStanding, mailboxStanding, noteMailbox } from './mailbox.ts';
import { findNotice, markStarted, type Registration, registerNotice } from './notices.ts';
import { type Overrides, type PolicyOverride, saveOverride } from './overrides.ts';
import type { DirectiveDraft, DirectiveRecord, EventRecord, NoticeDraft, NoticeRecord } from './records.ts';
import { addReply, decideReply, listReplies, type ReplyDraft, type ReplyRecord } from './replies.ts';
import { type Report, reportAsOf } from './report.ts';
import {
  endSeries,
  listSeries,
  markSeriesStarted,
  openOccurrence,
  type SeriesDraft,
  type SeriesRecord,
  type SeriesView,
  showSeries,
} from './series.ts';
import { findVerdict, saveVerdict } from './verdicts.ts';
import { type Recorded, recordWake } from './wakes.ts';
import { noteZaloQuota, type QuotaFall } from './zalo-quota.ts';

/** The system of record: what was ordered, what happened, who was told. The one way into its database. */
export class Register {
  /** The messages, for the post office. */
  readonly ledger: Ledger;
  /** What channels tell of their own accord. */
  readonly inbox: Inbox;
  private readonly directories: Directories;
  private linker: Linker | undefined;
  private name: string | undefined;

  constructor(private readonly context: Context) {
    this.ledger = new Ledger(context);
    this.inbox = new Inbox(context);
    this.directories = new Directories();
  }

  /** Its own name, made with it and kept by its copies: eight hex digits. */
  async id(): Promise<string> {
    this.name ??= await registerId(this.context);
    return this.name;
  }

  /**
   * A notice and its directives, with what people corrected of the reading and their word on policies that are not
   * proved, whole or not at all. The same notice again changes nothing and says which it is.
   */
  registerNotice(
    notice: NoticeDraft,
    directives: readonly DirectiveDraft[],
    corrections: readonly CorrectionDraft[] = [],
    series: readonly SeriesDraft[] = [],
    overrides: Overrides = new Map(),
  ): Promise<Registration> {
    return registerNotice(this.context, notice, directives, corrections, series, overrides);
  }

  /** What people changed or confirmed of a notice's reading, in the order they did. */
  corrections(noticeId: string): Promise<readonly CorrectionRecord[]> {
    return correctionsOf(this.context, noticeId);
  }

  /** A recurring directive, what is open of it, and what comes next. */
  showSeries(id: string): Promise<SeriesView | undefined> {
    return showSeries(this.context, id);
  }

  /** Recurring directives, ended ones among them. */
  listSeries(noticeId?: string): Promise<readonly SeriesRecord[]> {
    return listSeries(this.context, noticeId);
  }

  /** The next occurrence of a recurring directive; harmless twice. Where the series has ended, its end and no more. `acts`: of the series, as the draft knows it. */
  openOccurrence(directive: DirectiveDraft, acts: number): Promise<SeriesEnd | null> {
    return openOccurrence(this.context, directive, acts);
  }

  /**
   * Suspends, resumes or changes a recurring directive as a whole; null = taken, or taken before under the same id.
   * `calendar`: the edition by which what a suspension left out is told.
   */
  actOnSeries(id: string, act: SeriesActDraft, calendar: WorkCalendar): Promise<SeriesRefusal | null> {
    return actOnSeries(this.context, id, act, calendar);
  }

  /** Opens no further occurrence from now on. Returns the end that counts: the first. */
  endSeries(id: string, end: SeriesEnd): Promise<SeriesEnd> {
    return endSeries(this.context, id, end);
  }

  /** Its workflow is known to run. Harmless twice. */
  markSeriesStarted(id: string): Promise<void> {
    return markSeriesStarted(this.context, id);
  }

  /** Old work in the state it is in; what is there already stays as it is. Returns how many were new. */
  enterOldWork(
    works: readonly OldWork[],
    onEntered: (done: number) => void = () => {},
    overrides: Overrides = new Map(),
  ): Promise<number> {
    return enterOldWork(this.context, works, onEntered, overrides);
  }

  /** The events of many directives, each in order. */
  logs(directiveIds: readonly string[]): Promise<ReadonlyMap<string, readonly EventRecord[]>> {
    return logsOf(this.context, directiveIds);
  }

  /** Keeps what is to take the place of directives; without effect until the first of them closes by it. */
  draftSuccession(draft: SuccessionDraft): Promise<void> {
    return draftSuccession(this.context, draft);
  }

  /** What a directive was split from or into, what was merged into it or it into. */
  lineage(directiveId: string): Promise<Lineage> {
    return this.context.read((db) => lineageOf(db, directiveId));
  }

  /** What was found of a policy when it was checked; undefined where it was not. `key` names all it hangs on. */
  verdict(key: string): Promise<readonly Unproved[] | undefined> {
    return findVerdict(this.context, key);
  }

  /** Remembers it; harmless twice. */
  saveVerdict(key: string, unproved: readonly Unproved[]): Promise<void> {
    return saveVerdict(this.context, key, unproved);
  }

  /** Keeps a person's word on a policy that running directives are about to follow though it is not proved. */
  saveOverride(directiveIds: readonly string[], override: PolicyOverride): Promise<void> {
    return saveOverride(this.context, directiveIds, override);
  }

  /** Keeps an edition of a working calendar; harmless twice. */
  saveCalendar(edition: CalendarEdition): Promise<void> {
    return saveCalendar(this.context, edition);
  }

  /** Every edition of every calendar, the newest first. */
  calendars(): Promise<readonly CalendarRecord[]> {
    return listCalendars(this.context);
  }

  /** The newest edition of a calendar: the one given, unless there is a later one here. */
  newestCalendar(given: WorkCalendar): Promise<WorkCalendar> {
    return this.context.read((db) => newestCalendar(db, given));
  }

  /** Its workflow is known to run. Harmless twice. */
  markStarted(directiveId: string): Promise<void> {
    return markStarted(this.context, directiveId);
  }

  notice(id: string): Promise<NoticeRecord | undefined> {
    return findNotice(this.context, id);
  }

  directive(id: string): Promise<DirectiveRecord | undefined> {
    return findDirective(this.context, id);
  }

  /** Everything one wake changed, in one transaction; the same wake again changes nothing. */
  recordWake(wake: Wake): Promise<Recorded> {
    const { context, linker } = this;
    return recordWake(linker === undefined ? context : { ...context, linker }, this.directories, wake);
  }

  /** From now on messages carry links. Given late, because only the console knows its address once it listens. */
  carryLinks(linker: Linker): void {
    this.linker = linker;
  }

  /** A link with its person and agency as of a day; undefined where there is no such link. */
  link(id: string, day: Day): Promise<LinkView | undefined> {
    return findLink(this.context, this.directories, id, day);
  }

  links(which: LinkSelection): Promise<readonly LinkRecord[]> {
    return linksOf(this.context, which);
  }

  /** Ends links at once; returns how many. */
  revokeLinks(which: LinkSelection, revocation: Revocation): Promise<number> {
    return revokeLinks(this.context, which, revocation);
  }

  addEvidence(file: EvidenceDraft): Promise<void> {
    return addEvidence(this.context, file);
  }

  evidence(directiveId: string): Promise<readonly EvidenceRecord[]> {
    return evidenceOf(this.context, directiveId);
  }

  /** Keeps an answer that came by mail, for a person to look at; false where it is there already. */
  addReply(draft: ReplyDraft): Promise<boolean> {
    return addReply(this.context, draft);
  }

  replies(filter?: Parameters<typeof listReplies>[1]): Promise<readonly ReplyRecord[]> {
    return listReplies(this.context, filter);
  }

  /** What a person made of a waiting reply; false where somebody was first. */
  decideReply(
    id: string,
    state: 'confirmed' | 'dismissed',
    said: { readonly by: string; readonly reason?: string },
  ): Promise<boolean> {
    return decideReply(this.context, id, state, said);
  }

  /** Keeps how many messages a day Zalo allows; returns the fall that lasts, if it has fallen. */
  noteZaloQuota(daily: number): Promise<QuotaFall | undefined> {
    return noteZaloQuota(this.context, daily);
  }

  /** Keeps how the taking of the office's mail stands. */
  noteMailbox(standing: MailboxStanding): Promise<void> {
    return noteMailbox(this.context, standing);
  }

  /** Undefined where no service has ever taken any. */
  mailbox(): Promise<MailboxStanding | undefined> {
    return mailboxStanding(this.context);
  }

  list(filter?: DirectiveFilter): Promise<readonly DirectiveRecord[]> {
    return listDirectives(this.context, filter);
  }

  /** A directive with its notice, its events in order, and every message with what became of it. */
  show(directiveId: string): Promise<DirectiveView | undefined> {
    return showDirective(this.context, directiveId);
  }

  /** The figures as they stood at an instant of domain time, from the events alone. */
  report(asOf: Instant): Promise<Report> {
    return reportAsOf(this.context, asOf);
  }

  /** What an audit looks at, some directives at a time: the open ones, and closed ones with messages still in doubt. */
  auditFacts(): AsyncIterable<readonly DirectiveFacts[]> {
    return auditFacts(this.context);
  }

  /** Opens incidents for what is found anew, resolves those that are found no longer. */
  recordAudit(findings: readonly Finding[], heartbeat?: Heartbeat): Promise<AuditRecorded> {
    return recordAudit(this.context, findings, heartbeat);
  }

  /** Incidents that last, the oldest first; with `resolved` also those of the past. */
  incidents(which?: { readonly resolved?: boolean }): Promise<readonly Incident[]> {
    return listIncidents(this.context, which);
  }

  /** When the auditor last ran by itself. */
  lastAudit(): Promise<Heartbeat | undefined> {
    return lastHeartbeat(this.context);
  }

  directory(): Promise<Directory> {
    return this.context.read((db) => this.directories.current(db));
  }

  importDirectory(directory: Directory): Promise<void> {
    return this.context.transact((db) => this.directories.import(db, directory));
  }

  /** Messages that reached their reader by no channel: for the office to call. */
  missedMessages(): Promise<readonly MissedMessage[]> {
    return missedMessages(this.context);
  }

  /** A call made about them. */
  noteCalls(messageIds: readonly string[], said: { readonly by: string; readonly note: string }): Promise<void> {
    return noteCalls(this.context, messageIds, said);
  }

  async close(): Promise<void> {
    await this.context.db.destroy();
  }
}
