import { noticeWarnings as say } from '../../texts/notice-warnings.ts';
import type { Doubt } from '../source.ts';
import type { Marked } from './marks.ts';

/** The words of a marked stretch are quoted up to here. */
const LONGEST_QUOTE = 80;

/** What a person is told of the marked stretches of a finished text. */
export function doubtsOfMarks(text: string, marked: readonly Marked[]): Doubt[] {
  return marked.map(({ kind, span, words }) => {
    const quote = quoted(words ?? text.slice(...span));
    return { span, why: SAY[kind](quote) };
  });
}

const SAY: Record<Marked['kind'], (words: string) => string> = {
  struck: say.struck,
  unsure: say.unsureWords,
  gone: say.leftOut,
};

export function quoted(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE - 1)}…`;
}
