import { getDocumentProxy } from 'unpdf';
import { UserError } from '../../dsl/user-error.ts';
import { formRefusals as refuse, formRemarks as remark } from '../../texts/notice-forms.ts';
import { endsInOtherWord, isStamped } from '../header/secrecy.ts';
import type { ToSee } from '../scan/types.ts';
import type { SourceText } from '../source.ts';
import { syllableShare } from '../text/syllables.ts';
import { doubtsOfMarks, quoted } from './doubts.ts';
import { takeMarks } from './marks.ts';
import { type Page, readPage } from './pdf-page.ts';
import type { Run } from './pdf-runs.ts';
import { textOfPages } from './pdf-text.ts';

const MOST_PAGES = 500;
/** A page with a picture and fewer letters is a scan (a stamp of a digital signature may stand on it). */
const LEAST_LETTERS = 25;
const UNMAPPED_SHARE = 0.1;

/**
 * The text of a PDF with a text layer, in reading order: two-column letterheads left block first, ruled tables as rows
 * between bars, page numbers and running heads left out. Scripts, forms and attachments are never looked at. Where
 * pages are scanned, or the fonts map to no letters: which pages have to be looked at instead.
 *
 * @throws UserError where the file is damaged, locked or too long
 */
export async function readPdf(bytes: Uint8Array, path: string): Promise<SourceText | ToSee> {
  const pages = await pagesOf(bytes, path);
  const letters = pages.map((p) => p.runs.reduce((n, r) => n + r.text.replace(/[^\p{L}\d]/gu, '').length, 0));
  const scanned = pages.flatMap((p, i) => (p.hasImage && (letters[i] ?? 0) < LEAST_LETTERS ? [i + 1] : []));
  const all = pages.map((_, i) => i + 1);
  const comments = pages.flatMap((p) => p.comments);
  const beside = {
    total: pages.length,
    // A stamp typed over a scan is a few letters on a picture; one laid over other words stands in their line.
    margins: [
      ...pages.flatMap((p, i) => [...p.stamps, ...(scanned.includes(i + 1) ? p.runs.map((r) => r.text) : [])]),
      ...stampedOver(pages[0]?.runs ?? []),
    ],
    remarks: comments.length > 0 ? [remark.comments(comments.map(quoted))] : [],
  };
  // Letters painted as curves are pictures too.
  if (letters.every((n) => n === 0)) return { ...beside, pages: all, garbled: false };
  if (scanned.length > 0) return { ...beside, pages: scanned, garbled: false };
  const { text, marked } = takeMarks(textOfPages(pages));
  const unmapped = text.match(/[\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  if (unmapped > text.length * UNMAPPED_SHARE || isGarbled(text)) return { ...beside, pages: all, garbled: true };
  return {
    text,
    paragraphEnds: null,
    doubts: doubtsOfMarks(text, marked),
    remarks: beside.remarks,
    margins: beside.margins,
  };
}

/** Marks of secrecy painted by themselves, on the first page, where they are stamped. */
function stampedOver(runs: readonly Run[]): string[] {
  return runs.flatMap(({ text }, i) => {
    const before = runs[i - 1];
    const goesOn = before !== undefined && before.y === runs[i]?.y && endsInOtherWord(before.text);
    return isStamped(text) && !goesOn ? [text] : [];
  });
}

/** Of real notices, 97 words in 100 and more are Vietnamese syllables; a broken font map leaves half of them. */
const LEAST_SYLLABLES = 0.85;
const LEAST_WORDS = 40;

/** Letters that a font maps to wrong ones ("S0", "T6") are words of no language. */
function isGarbled(text: string): boolean {
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  const share = words < LEAST_WORDS ? null : syllableShare(text);
  return share !== null && share < LEAST_SYLLABLES;
}

async function pagesOf(bytes: Uint8Array, path: string): Promise<Page[]> {
  try {
    // pdf.js takes the buffer over: it gets a copy. Warnings are not for the command's output.
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      useSystemFonts: false,
      stopAtErrors: false,
    });
    try {
      if (document.numPages > MOST_PAGES) throw new UserError(refuse.tooManyPages(path, document.numPages, MOST_PAGES));
      const pages: Page[] = [];
      for (let n = 1; n <= document.numPages; n++) pages.push(await readPage(document, n));
      if (pages.length === 0) throw new UserError(refuse.damagedPdf(path));
      return pages;
    } finally {
      await document.destroy();
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new UserError(locked ? refuse.lockedPdf(path) : refuse.damagedPdf(path));
  }
}
