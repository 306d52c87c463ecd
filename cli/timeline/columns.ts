import { oneLine } from '../../texts/plain-text.ts';

/* Text in the columns of a terminal: cleaned of everything that could move the cursor or change its colours. */

const NO_WIDTH = /[\p{M}\p{Cf}]/u;
/** East Asian wide and emoji, as terminals draw them: two columns. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u;

/** Columns a text takes. */
export function gridColumnsOf(text: string): number {
  let sum = 0;
  for (const letter of text) sum += NO_WIDTH.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
  return sum;
}

/** Clean, and at most so wide; cut with an ellipsis. */
export function fitColumns(text: string, width: number): string {
  const clean = oneLine(text);
  if (gridColumnsOf(clean) <= width) return clean;
  let cut = '';
  for (const letter of clean) {
    if (gridColumnsOf(cut + letter) > width - 1) break;
    cut += letter;
  }
  return width > 0 ? `${cut.trimEnd()}…` : '';
}

/** Clean lines of at most so many columns, broken at words where they can be. */
export function wrapColumns(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of oneLine(text).split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (gridColumnsOf(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const letter of word) {
      if (gridColumnsOf(line + letter) > width) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** The text with blanks up to a width in columns of the terminal; one that is wider stays as it is. */
export function padColumns(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - gridColumnsOf(text)));
}
