import { asRead, isVniMark, legacyFontOf } from '../legacy-fonts.ts';
import { type PdfPage, readDrawing } from './pdf-drawing.ts';
import { placeFields } from './pdf-fields.ts';
import { type Glyph, wordsAtAnAngle } from './pdf-letters.ts';
import { asMatrix } from './pdf-matrix.ts';
import { readNotes } from './pdf-notes.ts';
import type { Rule } from './pdf-paths.ts';
import { type Run, runsOfGlyphs, visible } from './pdf-runs.ts';

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  readonly rules: readonly Rule[];
  readonly hasImage: boolean;
  /** Words of stamps and of whatever is set at an angle: no part of the text, but a mark of secrecy may stand there. */
  readonly stamps: readonly string[];
  /** What somebody wrote beside the text, shown when it is clicked. */
  readonly comments: readonly string[];
}

type PdfDocument = Awaited<ReturnType<typeof import('unpdf').getDocumentProxy>>;

/** What page `n` (from 1) of a document shows. @throws PageTooLarge */
export async function readPage(document: PdfDocument, n: number): Promise<Page> {
  const page: PdfPage = await document.getPage(n);
  const view = page.getViewport({ scale: 1 });
  const toPage = asMatrix(view.transform);
  const drawing = await readDrawing(page, toPage);
  const notes = await readNotes(page, toPage);
  page.cleanup();
  const letters = inUnicode(visible(drawing, drawing.glyphs));
  const level = letters.filter((g) => g.level);
  const own = runsOfGlyphs(level, [...drawing.rules, ...notes.strikes]);
  const fields = placeFields(
    own,
    drawing.annotations.map((a) => ({ ...a, glyphs: visible(drawing, a.glyphs) })),
  );
  return {
    width: view.width,
    height: view.height,
    runs: fields.runs,
    rules: drawing.rules,
    hasImage: drawing.hasImage,
    stamps: [...fields.stamps, wordsAtAnAngle(letters), ...notes.unpainted].filter((words) => words !== ''),
    comments: notes.comments,
  };
}

/** Letters in fonts of before Unicode as they read; a page's words in one font are judged together. */
function inUnicode(letters: readonly Glyph[]): readonly Glyph[] {
  const fonts = letters.map((g) => legacyFontOf(g.font));
  if (fonts.every((f) => f === null)) return letters;
  // VNI writes a mark after its vowel: the pair is one letter, kept where the vowel stands.
  const joined: Glyph[] = [];
  const kinds: ReturnType<typeof legacyFontOf>[] = [];
  letters.forEach((g, i) => {
    const last = joined.at(-1);
    const font = fonts[i] ?? null;
    if (last && font === 'vni' && kinds.at(-1) === 'vni' && isVniMark(g.text) && /[aeouyAEOUYôÔöÖ]$/u.test(last.text)) {
      joined[joined.length - 1] = { ...last, x1: Math.max(last.x1, g.x1), text: last.text + g.text };
      return;
    }
    joined.push(g);
    kinds.push(font);
  });
  const read = asRead(joined.map((g, i) => ({ text: g.text, font: kinds[i] ?? null })));
  return joined.map((g, i) => ({ ...g, text: read[i] ?? g.text }));
}
