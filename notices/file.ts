import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { present } from '../dsl/present.ts';
import { UserError } from '../dsl/user-error.ts';
import { Confined, type Limits, OverLimit } from '../system/confined.ts';
import { formRefusals } from '../texts/notice-forms.ts';
import { noticeRefusals as refuse } from '../texts/notice-warnings.ts';
import { decodeNotice } from './decode.ts';
import { DOCUMENT_FORMS } from './formats/index.ts';
import { secrecyBeside } from './header/secrecy.ts';
import { readNotices } from './read-notices.ts';
import { KeptPages } from './scan/kept-pages.ts';
import type { ScanOptions, ToSee } from './scan/types.ts';
import { plainSource, type Scan, type SourceText } from './source.ts';
import type { DatedNotice, Notice, ReadOptions } from './types.ts';

/** Largest file read: a notice of 200 pages is under 1 MB. */
export const LIMIT_MB = 8;

/**
 * What reading one document may take, more the more there is of it: 60 pages of PDF take 150 MB and two seconds of a
 * core, and a file of a few kilobytes that takes as much as a book is none that an office made.
 */
function limitsFor(bytes: Uint8Array): Limits {
  const mb = bytes.length / MB;
  return { memoryMb: 500 + 60 * mb, cpuMs: 10_000 + 5_000 * mb, wallMs: 600_000 };
}

const MB = 1024 * 1024;
const OTHER_FORMS = [
  '.docm',
  '.dotx',
  '.odt',
  '.html',
  '.htm',
  '.xlsx',
  '.xls',
  '.png',
  '.jpg',
  '.jpeg',
  '.tif',
  '.tiff',
];

/**
 * Reads a notice file (.txt, .md, .docx, .doc, .rtf, .pdf). `text` is the decoded text that all spans refer to.
 *
 * @throws UserError for a file that is missing, unreadable, empty, binary, too large, not UTF-8, or secret
 */
export async function readNoticeFile(path: string, options: ReadOptions): Promise<NoticeReading> {
  return noticesIn(await readNoticeText(path, options.scans), path, options);
}

/** What a file says: the decoded text that all spans refer to, its documents, and of a scan what was looked at. */
export interface NoticeReading<N extends Notice = Notice> {
  readonly text: string;
  readonly notices: N[];
  readonly scan?: Scan;
}

/** The same for a file that is at hand: its bytes, and the name whose ending says what they are. */
export async function readNoticeBytes(bytes: Uint8Array, name: string, options: ReadOptions): Promise<NoticeReading> {
  requireForm(name, bytes.length);
  return noticesIn(await sourceOf(bytes, name, options.scans), name, options);
}

async function noticesIn(source: SourceText, path: string, options: ReadOptions): Promise<NoticeReading> {
  const notices = readNotices(source, options);
  const secret = notices.find((n) => n.secrecy !== undefined);
  if (secret?.secrecy) {
    // The pictures of its pages are no less secret than its words.
    if (source.scan) await new KeptPages(options.scans?.().folder, source.scan.key).forget();
    refuseSecret(path, secret.secrecy);
  }
  return present({ text: source.text, notices, scan: source.scan || undefined });
}

function refuseSecret(path: string, mark: string): never {
  throw new UserError(refuse.secret(path, mark.toUpperCase()));
}

/**
 * The same for what anything is issued from: every document of it says its day, or `options.issued` does.
 *
 * @throws UserError also where a document has no day
 */
export async function readDatedFile(path: string, options: ReadOptions): Promise<NoticeReading<DatedNotice>> {
  const { notices, ...file } = await readNoticeFile(path, options);
  if (!notices.every(isDated)) throw new UserError(refuse.noAnchor(path));
  return { ...file, notices };
}

export function isDated(notice: Notice): notice is DatedNotice {
  return notice.anchor !== null;
}

/** The decoded text of a notice file, with the same refusals except the one that needs reading it. */
export async function readNoticeText(path: string, scans?: () => ScanOptions): Promise<SourceText> {
  let bytes: Uint8Array;
  try {
    const info = await stat(path);
    if (info.isDirectory()) throw new UserError(refuse.directory(path));
    if (!info.isFile()) throw new UserError(refuse.noFile(path));
    requireForm(path, info.size);
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    throw new UserError(
      code === 'ENOENT' || code === 'ENOTDIR' ? refuse.missing(path) : refuse.unreadable(path, code || String(error)),
    );
  }
  return sourceOf(bytes, path, scans);
}

function requireForm(path: string, size: number): void {
  const form = extname(path).toLowerCase();
  if (size > LIMIT_MB * MB) throw new UserError(refuse.tooLarge(path, (size / MB).toFixed(1), LIMIT_MB));
  if (OTHER_FORMS.includes(form)) throw new UserError(refuse.form(path, form));
}

async function sourceOf(bytes: Uint8Array, path: string, scans?: () => ScanOptions): Promise<SourceText> {
  const form = extname(path).toLowerCase();
  if (bytes.length > 0 && DOCUMENT_FORMS.includes(form)) {
    const read = await readConfined(bytes, path);
    if ('text' in read) return read;
    // Nobody looks at the pages of a scan whose stamp says enough.
    const mark = secrecyBeside(read.margins);
    if (mark) refuseSecret(path, mark);
    const source = await (await import('./scan/index.ts')).readScan(bytes, path, read, scans?.() ?? {});
    if (source.text.trim() === '')
      throw new UserError(read.garbled ? formRefusals.unmappedPdf(path) : formRefusals.noText(path));
    return source;
  }
  return plainSource(decodeNotice(bytes, path));
}

/** A document's bytes are a stranger's: they are read in a process of their own. */
async function readConfined(bytes: Uint8Array, path: string): Promise<SourceText | ToSee> {
  const reader = new Confined<{ bytes: Uint8Array; path: string }, SourceText | ToSee>(
    'notices/formats/child',
    limitsFor(bytes),
  );
  try {
    return await reader.run({ bytes, path });
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(formRefusals.tooHeavy(path, error instanceof OverLimit ? error.limit : 'broken'));
  } finally {
    reader.close();
  }
}
