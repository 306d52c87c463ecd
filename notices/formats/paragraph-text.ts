import type { Doubt, SourceText } from '../source.ts';
import { plainLetters } from './characters.ts';
import { doubtsOfMarks } from './doubts.ts';
import { takeMarks } from './marks.ts';

/** A line this long that breaks off in the middle of a sentence was ended where a page ended it. */
const WRAPPED_LENGTH = 50;
const WRAPPED_SHARE = 0.25;
const LEAST_WRAPPED = 4;

/**
 * The text of paragraphs as a file of a word processor holds them, one below the other. Where a paragraph ends is
 * known, but for files that were made from pages: there each printed line is called a paragraph.
 *
 * @param paragraphs their words, marks included; a line end inside is the writer's own
 * @param gone the words left out, see `takeMarks`
 */
export function sourceOfParagraphs(paragraphs: readonly string[], gone: readonly string[] = []): SourceText {
  const lines: string[] = [];
  const ends: number[] = [];
  const doubts: Doubt[] = [];
  let at = 0;
  let blanks = 0;
  for (const paragraph of paragraphs) {
    const own = paragraph.split('\n');
    own.forEach((raw, i) => {
      const { text, marked } = takeMarks(plainLetters(raw).trimEnd(), gone);
      const line = text.trimEnd();
      for (const { span, why } of doubtsOfMarks(line, marked)) doubts.push({ span: [span[0] + at, span[1] + at], why });
      blanks = line === '' ? blanks + 1 : 0;
      if (line === '' && (blanks > 1 || lines.length === 0)) return;
      lines.push(line);
      at += line.length + 1;
      if (i === own.length - 1) ends.push(at - 1);
    });
  }
  while (lines.at(-1) === '') lines.pop();
  const known = isWrapped(lines) ? null : new Set(ends);
  const text = `${lines.join('\n')}\n`;
  // Words left out of an empty last line: that line is none of the text.
  const inside = (offset: number): number => Math.min(offset, text.length);
  return {
    text,
    paragraphEnds: known,
    doubts: doubts.map(({ span: [from, to], why }) => ({ span: [inside(from), inside(to)], why })),
    remarks: [],
    margins: [],
  };
}

/** Do many long lines break off in the middle of a sentence? */
function isWrapped(lines: readonly string[]): boolean {
  let long = 0;
  let broken = 0;
  lines.forEach((line, i) => {
    if (line.length < WRAPPED_LENGTH || line.startsWith('|')) return;
    long++;
    if (/[\p{L}\d,]$/u.test(line) && /^\p{Ll}(?![).])/u.test(lines[i + 1] ?? '')) broken++;
  });
  return broken >= LEAST_WRAPPED && broken > long * WRAPPED_SHARE;
}
