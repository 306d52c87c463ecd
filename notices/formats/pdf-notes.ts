import type { PdfPage } from './pdf-drawing.ts';
import { type Matrix, mapPoint, numbers } from './pdf-matrix.ts';
import type { Rule } from './pdf-paths.ts';

/** What the annotations of a page say beside what they paint. */
export interface PageNotes {
  /** Words of stamps and of fields that paint none: a viewer draws them itself. */
  readonly unpainted: readonly string[];
  readonly comments: readonly string[];
  /** Lines drawn through words with a viewer's pen, in points from the page's top left corner. */
  readonly strikes: readonly Rule[];
}

/** Hidden, and not shown on a screen (ISO 32000-1, 12.5.3). */
const UNSEEN = 0b10_0010;
const MOST_NOTES = 2_000;
/** A comment is read to its writer's end, a bomb is not. */
const LONGEST = 5_000;

export async function readNotes(page: PdfPage, toPage: Matrix): Promise<PageNotes> {
  const unpainted: string[] = [];
  const comments: string[] = [];
  const strikes: Rule[] = [];
  const annotations: unknown[] = await page.getAnnotations({ intent: 'display' });
  for (const a of annotations.slice(0, MOST_NOTES)) {
    if (typeof a !== 'object' || a === null || (Number(field(a, 'annotationFlags')) & UNSEEN) !== 0) continue;
    const subtype = field(a, 'subtype');
    if (subtype === 'StrikeOut') strikes.push(...struckThrough(numbers(field(a, 'quadPoints')), toPage));
    const words = [wordsOf(field(a, 'contentsObj')), field(a, 'fieldValue')].find((w) => typeof w === 'string');
    if (typeof words !== 'string' || words.trim() === '') continue;
    const own = words.slice(0, LONGEST).trim();
    // What a stamp or a box of text paints is read where it is painted; its note may say the mark in words.
    if (subtype === 'Stamp' || subtype === 'FreeText' || subtype === 'Widget') unpainted.push(own);
    else if (subtype !== 'Link' && subtype !== 'Popup') comments.push(own);
  }
  return { unpainted, comments, strikes };
}

function field(of: object, name: string): unknown {
  return name in of ? (of as Readonly<Record<string, unknown>>)[name] : undefined;
}

function wordsOf(contents: unknown): unknown {
  return typeof contents === 'object' && contents !== null ? field(contents, 'str') : undefined;
}

/** Four corners a piece: the line runs through its middle. */
function struckThrough(quads: readonly number[], toPage: Matrix): Rule[] {
  const out: Rule[] = [];
  for (let i = 0; i + 8 <= quads.length; i += 8) {
    const corners = [0, 2, 4, 6].map((k) => mapPoint(toPage, quads[i + k] ?? 0, quads[i + k + 1] ?? 0));
    const xs = corners.map((c) => c[0]);
    const ys = corners.map((c) => c[1]);
    const y = (Math.min(...ys) + Math.max(...ys)) / 2;
    out.push({ x0: Math.min(...xs), x1: Math.max(...xs), y0: y, y1: y });
  }
  return out;
}
