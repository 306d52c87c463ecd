import type { DeadlineContext } from '../../deadline/index.ts';
import type { SourceText } from '../source.ts';
import { readLines } from '../structure/lines.ts';
import { readParagraphs } from '../structure/paragraphs.ts';
import { unreadOf } from './unread.ts';

/**
 * What looks like an order and stands in a page's head or foot: nobody gets it, so somebody is told. A box's words are
 * in the text too and are read there.
 */
export function ordersBeside({ text, margins }: SourceText, context: DeadlineContext): string[] {
  const own = [...new Set(margins.flatMap((words) => words.split('\n')))].filter((line) => !text.includes(line.trim()));
  if (own.length === 0) return [];
  const beside = own.join('\n');
  let at = -1;
  const ends = new Set(own.map((line) => (at += line.length + 1)));
  const lines = readLines(beside, ends);
  return unreadOf(beside, readParagraphs(lines), new Map(), lines, [], context).map((found) => found.text);
}
