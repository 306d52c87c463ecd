import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { present } from '../../dsl/present.ts';
import { type Day, isDay } from '../../dsl/time/day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import { UserError } from '../../dsl/user-error.ts';
import {
  type DatedNotice,
  isDated,
  type Notice,
  readNoticeBytes,
  type ScanOptions,
  type Unread,
} from '../../notices/index.ts';
import {
  type Directory,
  type DraftRecord,
  type NoticeHeading,
  noticeIdOf,
  type Register,
} from '../../register/index.ts';
import { DRAFT_REFUSALS as refuse } from '../../texts/staff/index.ts';
import { EvidenceStore } from '../links/index.ts';
import { noticesOf, type ReadNotice } from '../registration.ts';
import {
  applyCorrections,
  type Correction,
  type HeaderCorrection,
  type NoticeFile,
  type ReviewedFile,
  type ReviewedNotice,
  withAgencies,
} from '../review/index.ts';
import { type DraftEdit, edited, editedHeaders, type HeaderEdit } from './edits.ts';
import { headingsOf } from './headings.ts';

/** A draft as it stands: what was read, with every correction applied and every name looked up. */
export interface OpenDraft {
  readonly record: DraftRecord;
  readonly entries: readonly Correction[];
  readonly headers: readonly HeaderCorrection[];
  readonly file: ReviewedFile;
  readonly directory: Directory;
  /** A notice of it has no day: it is asked before anything is issued. */
  readonly needsDay: boolean;
}

/** Readings kept in memory: a document is read in a process of its own, which takes a second. */
const REMEMBERED = 30;

/** Where notices are brought in, corrected and made ready. Files lie in `folder` under their hash. */
export class DraftDesk {
  private readonly store: EvidenceStore;
  /** What was seen on the pages of scans. */
  private readonly scans: string;
  private readonly readings = new Map<string, Promise<NoticeFile>>();

  constructor(
    private readonly register: Register,
    folder: string,
    private readonly calendar: WorkCalendar,
  ) {
    this.store = new EvidenceStore(folder);
    this.scans = join(folder, 'scans');
  }

  /**
   * Takes a file in, once it can be read as a notice.
   * @param onPage told how far the pages of a scan have been looked at; never where there is nothing to look at.
   * @returns id of the draft.
   * @throws UserError saying why it cannot be read.
   */
  async bringIn(
    file: { readonly name: string; readonly bytes: Uint8Array },
    by: string,
    onPage?: ScanOptions['onPage'],
  ): Promise<string> {
    const scans = () => ({ folder: this.scans, ...present({ onPage }) });
    const reading = await readNoticeBytes(file.bytes, file.name, { calendar: this.calendar, scans });
    const id = randomBytes(9).toString('base64url');
    const sha256 = await this.store.keep(file.bytes);
    const headings = headingsOf(reading.text, reading.notices);
    await this.register.drafts.add({ id, fileName: file.name, sha256, issued: null, by, headings });
    this.remember(keyOf({ sha256, fileName: file.name, issued: null }), Promise.resolve(reading));
    return id;
  }

  /**
   * The draft as people have left it; undefined where there is none, or it is closed.
   * @throws UserError where a correction does not fit what is read.
   */
  async open(id: string): Promise<OpenDraft | undefined> {
    const record = await this.register.drafts.find(id);
    if (!record || record.closedAt !== null) return undefined;
    const read = await this.reading(record);
    const directory = await this.register.directory.current();
    const { entries, headers } = keptEntries(record);
    const corrections = { source: record.fileName, entries, headers };
    const corrected = applyCorrections(read, corrections, { calendar: this.calendar, directory });
    const notices = corrected.notices.map((notice) => {
      const named = withAgencies(notice, directory);
      return { ...named, unread: named.unread.filter((passage) => !isTaken(notice, passage, entries)) };
    });
    return { record, entries, headers, directory, file: { ...corrected, notices }, needsDay: !notices.every(isDated) };
  }

  /** @throws UserError where the edit does not fit the notice, or somebody else has changed the draft since. */
  async edit(draft: OpenDraft, edit: DraftEdit | HeaderEdit): Promise<void> {
    const entries = edit.kind === 'header' ? draft.entries : edited(draft.entries, edit);
    const headers = edit.kind === 'header' ? editedHeaders(draft.headers, edit) : draft.headers;
    // Tried first: a correction that does not fit is never kept.
    const { text, notices } = applyCorrections(
      await this.reading(draft.record),
      { source: draft.record.fileName, entries, headers },
      { calendar: this.calendar, directory: draft.directory },
    );
    await this.save(draft.record, {
      corrections: [...entries, ...headers],
      issued: draft.record.issued,
      headings: headingsOf(text, notices),
    });
  }

  /** The day of a notice that names none. */
  async setDay(draft: OpenDraft, day: string): Promise<void> {
    if (!isDay(day)) throw new UserError(refuse.noDay);
    const { text, notices } = draft.file;
    await this.save(draft.record, {
      corrections: [...draft.entries, ...draft.headers],
      issued: day,
      headings: headingsOf(text, notices).map((heading) => ({ issued: day, ...heading })),
    });
  }

  /**
   * Puts it away: its file stays, what has been issued of it goes on.
   * @returns whether anything has been; undefined where it was put away or issued already.
   */
  async putAway(draft: OpenDraft): Promise<{ readonly isBegun: boolean } | undefined> {
    const texts = noticesOf({ text: draft.file.text, notices: datedOf(draft) }, draft.record.fileName);
    const begun = await Promise.all(texts.map(({ text }) => this.register.notices.find(noticeIdOf(text))));
    const isBegun = begun.some((notice) => notice !== undefined);
    return (await this.register.drafts.close(draft.record.id, null)) ? { isBegun } : undefined;
  }

  /** What became of one that is open no more; undefined where there was none. */
  async closed(id: string): Promise<DraftRecord | undefined> {
    const record = await this.register.drafts.find(id);
    return record?.closedAt == null ? undefined : record;
  }

  /** The notices of a draft, ready to be issued. @throws UserError where one has no day. */
  readyNotices(draft: OpenDraft): ReadNotice[] {
    const { file, record } = draft;
    const dated = datedOf(draft);
    if (dated.length < file.notices.length) throw new UserError(refuse.noDay);
    return noticesOf({ text: file.text, notices: dated }, record.fileName);
  }

  private async save(
    { id, revision }: DraftRecord,
    next: {
      readonly corrections: readonly (Correction | HeaderCorrection)[];
      readonly issued: Day | null;
      readonly headings: readonly NoticeHeading[];
    },
  ): Promise<void> {
    if (!(await this.register.drafts.change(id, revision, next))) throw new UserError(refuse.changedElsewhere);
  }

  private reading(record: DraftRecord): Promise<NoticeFile> {
    const key = keyOf(record);
    const known = this.readings.get(key);
    if (known) return known;
    const reading = this.read(record);
    this.remember(key, reading);
    reading.catch(() => this.readings.delete(key));
    return reading;
  }

  private async read({ sha256, fileName, issued }: DraftRecord): Promise<NoticeFile> {
    const bytes = await this.store.read(sha256);
    if (!bytes) throw new UserError(refuse.fileGone(fileName));
    const scans = () => ({ folder: this.scans });
    return readNoticeBytes(bytes, fileName, {
      calendar: this.calendar,
      scans,
      ...present({ issued: issued ?? undefined }),
    });
  }

  private remember(key: string, reading: Promise<NoticeFile>): void {
    this.readings.set(key, reading);
    const [oldest] = this.readings.keys();
    if (this.readings.size > REMEMBERED && oldest !== undefined) this.readings.delete(oldest);
  }
}

/** As they are kept: in one list, what is about a header beside what is about directives. */
function keptEntries({ corrections }: DraftRecord): Pick<OpenDraft, 'entries' | 'headers'> {
  const kept = corrections as readonly (Correction | HeaderCorrection)[];
  return {
    entries: kept.filter((entry): entry is Correction => !('notice' in entry)),
    headers: kept.filter((entry): entry is HeaderCorrection => 'notice' in entry),
  };
}

function datedOf({ file }: OpenDraft): ReviewedNotice<DatedNotice>[] {
  return file.notices.filter((notice): notice is ReviewedNotice<DatedNotice> => isDated(notice));
}

function keyOf({ sha256, fileName, issued }: Pick<DraftRecord, 'sha256' | 'fileName' | 'issued'>): string {
  return JSON.stringify([sha256, fileName, issued]);
}

/** A passage somebody has taken as a directive is unread no longer. */
function isTaken(notice: Notice, { span: [start, end] }: Unread, entries: readonly Correction[]): boolean {
  const added = new Set(entries.filter((entry) => entry.add).map((entry) => entry.directive));
  return notice.directives.some(({ id, span }) => added.has(id) && span[0] < end && start < span[1]);
}
