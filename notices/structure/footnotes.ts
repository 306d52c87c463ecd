import type { Clean } from '../text/clean.ts';
import type { Line } from './lines.ts';

const SUPERSCRIPT = /^([¹²³⁰⁴⁵⁶⁷⁸⁹]+)\s*\p{L}/u;
const NUMBERED = /^(\d{1,2})\s+\p{Lu}/u;
/** A footnote stands on the page of its mark: this many lines are looked back. */
const PAGE_LINES = 120;

/** The number of the footnote a line may begin ("¹ Lai Châu…", "1 Mục đích…"), or null. */
export function footnoteNumber(c: Clean): string | null {
  return SUPERSCRIPT.exec(c.text)?.[1] ?? NUMBERED.exec(c.text)?.[1] ?? null;
}

/** Is there a word before line `at` that carries this footnote's mark ("tỉnh1", "ngành²", "năm 2025¹")? */
export function isReferenced(number: string, lines: readonly Line[], at: number): boolean {
  // A raised digit is a mark wherever it stands; a plain one only behind a letter, or every date would carry marks.
  const bearer = /^\d/.test(number) ? '\\p{Ll}[)”"]?' : '[\\p{L}\\d][)”",.;:]?';
  const mark = new RegExp(`${bearer}${number}(?![\\d\\p{L}/¹²³⁰⁴⁵⁶⁷⁸⁹])`, 'u');
  for (let i = at - 1; i >= 0 && i >= at - PAGE_LINES; i--) {
    const line = lines[i];
    if (line?.kind === 'text' && mark.test(line.clean.text)) return true;
  }
  return false;
}
