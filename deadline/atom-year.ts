import { yearNamed } from '../dsl/time/lunar.ts';
import { wordYear } from './numeral.ts';
import { at, attached, type Parse, raw, wordsAt } from './parse.ts';
import { GAP, is, width } from './token.ts';

export interface Year {
  readonly value: number;
  readonly end: number;
  readonly confidence: number;
}

const FIRST_YEAR = 1930;
const LAST_YEAR = 2100;

/** A year in four digits (or misread ones). */
export function fourDigits(p: Parse, i: number): number | null {
  const t = at(p, i);
  if (t.kind !== '#' || width(t) !== 4) return null;
  return t.value >= FIRST_YEAR && t.value <= LAST_YEAR ? t.value : null;
}

/** "năm 2025", "năm nay", "năm sau", "năm Ất Tỵ", "của năm 2025", "năm hai nghìn không trăm hai mươi lăm". */
export function yearWords(p: Parse, i: number): Year | null {
  const start = wordsAt(p, i, 'của') ? i + 1 : i;
  if (!is(at(p, start), 'năm')) return null;
  const k = start + 1;
  const digits = fourDigits(p, k);
  if (digits !== null) return documentTail(p, k + 1) ? null : { value: digits, end: k + 1, confidence: 1 };
  if (wordsAt(p, k, 'nay') || wordsAt(p, k, 'này')) return { value: p.today.year, end: k + 1, confidence: 1 };
  if (wordsAt(p, k + 1, 'liền', 'kề')) return null;
  if (wordsAt(p, k, 'sau') || wordsAt(p, k, 'tới')) return { value: p.today.year + 1, end: k + 1, confidence: 0.95 };
  if (wordsAt(p, k, 'kế', 'tiếp') || wordsAt(p, k, 'tiếp', 'theo'))
    return { value: p.today.year + 1, end: k + 2, confidence: 0.9 };
  const named = yearNamed(at(p, k).kind, at(p, k + 1).kind, p.today.year);
  if (named !== null) return { value: named, end: k + 2, confidence: 0.95 };
  const spelled = wordYear(p, k);
  return spelled ? { value: spelled.value, end: spelled.end, confidence: 0.95 } : null;
}

/** Is what follows a number the rest of a document's number (06/2025/QĐ-UBND)? */
export function documentTail(p: Parse, i: number): boolean {
  const t = at(p, i);
  if (!attached(p, i)) return false;
  if (t.kind === '/') return at(p, i + 1).gap === GAP.none;
  return t.kind === '-' && attached(p, i + 1) && at(p, i + 1).kind !== '#';
}

const SEPARATORS = new Set(['/', '-', '.']);

/** The year after a month, quarter or part: "/2025", "-2025", ".2025", "/25", " năm 2025", " 2025". */
export function yearSuffix(p: Parse, i: number): Year | null {
  const t = at(p, i);
  if (SEPARATORS.has(t.kind)) {
    const year = fourDigits(p, i + 1);
    const tight = attached(p, i) && attached(p, i + 1);
    if (year !== null && (t.kind !== '.' || tight) && !documentTail(p, i + 2))
      return { value: year, end: i + 2, confidence: 1 };
    const short = at(p, i + 1);
    if (
      t.kind === '/' &&
      tight &&
      short.kind === '#' &&
      width(short) === 2 &&
      short.value >= 20 &&
      short.value < 60 &&
      !documentTail(p, i + 2)
    ) {
      return { value: 2000 + short.value, end: i + 2, confidence: 0.9 };
    }
    return repairedYear(p, i);
  }
  const spaced = fourDigits(p, i);
  if (spaced !== null && t.gap <= GAP.line && !documentTail(p, i + 1) && raw(p, i).startsWith('20'))
    return { value: spaced, end: i + 1, confidence: 0.85 };
  const comma = t.kind === ',' ? i + 1 : i;
  return yearWords(p, comma);
}

/** "/2O25": only where four characters follow a slash. */
function repairedYear(p: Parse, i: number): Year | null {
  const t = at(p, i + 1);
  if (at(p, i).kind !== '/' || t.ocr < 0 || width(t) !== 4) return null;
  return t.ocr >= FIRST_YEAR && t.ocr <= LAST_YEAR ? { value: t.ocr, end: i + 2, confidence: 0.75 } : null;
}
