import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { UserError } from '../dsl/user-error.ts';
import { noticeRefusals as refuse } from '../texts/notice-warnings.ts';
import { decodeNotice } from './decode.ts';
import { DOCUMENT_FORMS, textOfDocument } from './formats/index.ts';
import { readNotices } from './read-notices.ts';
import type { Notice, ReadOptions } from './types.ts';

/** Largest file read: a notice of 200 pages is under 1 MB. */
export const LIMIT_MB = 8;
const MB = 1024 * 1024;
const OTHER_FORMS = [
  '.doc',
  '.docm',
  '.dotx',
  '.rtf',
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
 * Reads a notice file (.txt, .md, .docx, .pdf). `text` is the decoded text that all spans refer to.
 *
 * @throws UserError for a file that is missing, unreadable, empty, binary, too large, not UTF-8, secret, or undated
 */
export async function readNoticeFile(path: string, options: ReadOptions): Promise<{ text: string; notices: Notice[] }> {
  const text = await readNoticeText(path);
  let notices: Notice[];
  try {
    notices = readNotices(text, options);
  } catch (error) {
    if (error instanceof UserError && error.message === refuse.noAnchorText) throw new UserError(refuse.noAnchor(path));
    throw error;
  }
  const secret = notices.find((n) => n.secrecy !== undefined);
  if (secret?.secrecy) throw new UserError(refuse.secret(path, secret.secrecy.toUpperCase()));
  return { text, notices };
}

/** The decoded text of a notice file, with the same refusals except the two that need reading it. */
export async function readNoticeText(path: string): Promise<string> {
  const form = extname(path).toLowerCase();
  let bytes: Uint8Array;
  try {
    const info = await stat(path);
    if (info.isDirectory()) throw new UserError(refuse.directory(path));
    if (info.size > LIMIT_MB * MB) throw new UserError(refuse.tooLarge(path, (info.size / MB).toFixed(1), LIMIT_MB));
    if (OTHER_FORMS.includes(form)) throw new UserError(refuse.form(path, form));
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    throw new UserError(
      code === 'ENOENT' || code === 'ENOTDIR' ? refuse.missing(path) : refuse.unreadable(path, code || String(error)),
    );
  }
  if (bytes.length > 0 && DOCUMENT_FORMS.includes(form)) return textOfDocument(bytes, path);
  return decodeNotice(bytes, path);
}
