import { UserError } from '../../dsl/user-error.ts';
import { formRefusals as refuse } from '../../texts/notice-forms.ts';
import { noticeRefusals } from '../../texts/notice-warnings.ts';
import { legacyFontTextOf } from '../legacy-encodings.ts';
import type { ToSee } from '../scan/types.ts';
import type { SourceText } from '../source.ts';
import { lettersMeant } from '../text/look-alikes.ts';

/** Forms of file, by their extension, that are read besides plain text. */
export const DOCUMENT_FORMS = ['.docx', '.pdf', '.doc', '.rtf'];

/**
 * The text of a Word or PDF file, what every span refers to, and what the file says beside it; of a scan which pages have
 * to be looked at. The same bytes give the same text.
 *
 * @throws UserError naming what the bytes are instead, or why they cannot be read
 */
export async function openDocument(bytes: Uint8Array, path: string): Promise<SourceText | ToSee> {
  const source = await sourceOf(bytes, path);
  if ('garbled' in source) return source;
  if (source.text.trim() === '') throw new UserError(refuse.noText(path));
  const font = legacyFontTextOf(source.text);
  if (font) throw new UserError(noticeRefusals.encoding(path, font));
  return { ...source, text: lettersMeant(source.text) };
}

/** The same for a document of letters. @throws UserError also where its text stands in pictures */
export async function readDocument(bytes: Uint8Array, path: string): Promise<SourceText> {
  const source = await openDocument(bytes, path);
  if ('garbled' in source) throw new UserError(source.garbled ? refuse.unmappedPdf(path) : refuse.scannedPdf(path));
  return source;
}

/** The text alone. */
export async function textOfDocument(bytes: Uint8Array, path: string): Promise<string> {
  return (await readDocument(bytes, path)).text;
}

/** The readers are loaded when a file needs them: no other command waits for them. */
async function sourceOf(bytes: Uint8Array, path: string): Promise<SourceText | ToSee> {
  if (startsWith(bytes, '%PDF-', 1024)) return (await import('./pdf.ts')).readPdf(bytes, path);
  if (startsWith(bytes, 'PK\u0003\u0004', 0)) return (await import('./docx.ts')).readDocx(bytes, path);
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0', 0)) {
    // Word locks a .docx by putting it into a container of the old kind.
    if (Buffer.from(bytes).includes(LOCKED)) throw new UserError(refuse.lockedDocx(path));
    return (await import('./doc.ts')).readDoc(bytes, path);
  }
  if (startsWith(bytes, '{\\rtf', 0)) return (await import('./rtf.ts')).readRtf(bytes, path);
  const form = /\.[a-z]+$/i.exec(path)?.[0].toLowerCase();
  if (form === '.rtf') throw new UserError(refuse.damagedRtf(path));
  if (form === '.doc') throw new UserError(refuse.damagedDoc(path));
  throw new UserError(path.toLowerCase().endsWith('.pdf') ? refuse.damagedPdf(path) : refuse.damagedDocx(path));
}

const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');

/** Do the bytes begin with these characters, after at most `within` others? */
function startsWith(bytes: Uint8Array, mark: string, within: number): boolean {
  const head = Buffer.from(bytes.subarray(0, within + mark.length)).toString('latin1');
  return within === 0 ? head.startsWith(mark) : head.includes(mark);
}
