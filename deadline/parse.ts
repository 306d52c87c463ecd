import { type Day, type DayParts, partsOf } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import type { Atom } from './atom.ts';
import type { Word } from './lexicon.ts';
import { END, GAP, is, type PhraseToken } from './token.ts';
import { tokenizePhrase } from './tokenize.ts';
import type { DeadlineContext } from './types.ts';

/** A text in tokens with what its words are read from. */
export interface Parse {
  readonly text: string;
  readonly tokens: readonly PhraseToken[];
  /** Index of the next word at or after each index that a recurrence cannot do without. */
  readonly recurs: (i: number) => number;
  readonly anchor: Day;
  readonly today: DayParts;
  readonly calendar: WorkCalendar;
  /** The day of the events the text waits for; null where it is not known. */
  readonly eventOn: Day | null;
  /** Days already read at an index: several rules ask for the same one. */
  readonly days: Map<number, Atom | null>;
}

/** The text in tokens, with the day and calendar its deadlines are counted from. */
export function parseOf(text: string, { anchor, calendar, eventOn }: DeadlineContext): Parse {
  const tokens = tokenizePhrase(text);
  const today = partsOf(anchor);
  return {
    text,
    tokens,
    recurs: recurrenceMarks(tokens),
    anchor,
    today,
    calendar,
    eventOn: eventOn ?? null,
    days: new Map(),
  };
}

const RECURRENCE_MARKS = new Set(['hằng', 'mỗi', 'từng', 'của', 'kế', 'tiếp', 'liền', 'cuối', 'đầu', 'các']);

/** Most texts have none of these words: knowing so spares trying every day as a recurring one. */
function recurrenceMarks(tokens: readonly PhraseToken[]): (i: number) => number {
  const marks: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i];
    if (t && (t.bare !== '' || RECURRENCE_MARKS.has(t.kind))) marks.push(i);
  }
  // Asked in growing order by the reader, now and then a little behind: a finger walks along.
  let finger = 0;
  return (i) => {
    while (finger > 0 && (marks[finger - 1] ?? 0) >= i) finger--;
    while (finger < marks.length && (marks[finger] ?? 0) < i) finger++;
    return marks[finger] ?? Number.POSITIVE_INFINITY;
  };
}

/** The token at an index, or the end mark. */
export function at(p: Parse, i: number): PhraseToken {
  return p.tokens[i] ?? END;
}

/** Does this sequence of words stand at `i`? */
export function wordsAt(p: Parse, i: number, ...sequence: readonly Word[]): boolean {
  for (let k = 0; k < sequence.length; k++) {
    const word = sequence[k];
    if (word === undefined || !is(at(p, i + k), word)) return false;
  }
  return true;
}

/** The index after an optional word. */
export function skipWord(p: Parse, i: number, ...options: readonly Word[]): number {
  for (const word of options) if (is(at(p, i), word)) return i + 1;
  return i;
}

/** Does a token follow the one before it with no white space between? */
export function attached(p: Parse, i: number): boolean {
  return at(p, i).gap === GAP.none;
}

/** The words of a token as they stand in the text. */
export function raw(p: Parse, i: number): string {
  const t = at(p, i);
  return p.text.slice(t.start, t.end);
}

const SENTENCE_END = new Set(['.', ';', '!', '?']);

/** Does a sentence, item or table cell begin at `i`? */
export function opensClause(p: Parse, i: number): boolean {
  if (i <= 0) return true;
  const before = at(p, i - 1);
  const here = at(p, i);
  if (here.gap === GAP.cell) return true;
  if (SENTENCE_END.has(before.kind) || before.kind === ':' || before.kind === '-' || before.kind === '+') {
    return here.gap > GAP.none;
  }
  // "a) Hằng năm" opens, "(10/10) hằng năm" does not.
  if (before.kind === ')') return here.caps > 0;
  return here.gap === GAP.line && here.caps > 0;
}

/** Index of the first token of the sentence that holds `i` (at most `limit` tokens back). */
export function sentenceStart(p: Parse, i: number, limit = 60): number {
  let k = i;
  while (k > 0 && i - k < limit) {
    const before = at(p, k - 1);
    if (SENTENCE_END.has(before.kind) && at(p, k).gap > GAP.none) break;
    if (at(p, k).gap === GAP.cell && at(p, k).caps > 0) break;
    k--;
  }
  return k;
}

/** Index after the last token of the sentence that holds `i`. */
export function sentenceEnd(p: Parse, i: number, limit = 60): number {
  let k = i;
  while (k < p.tokens.length && k - i < limit) {
    const t = at(p, k);
    if (SENTENCE_END.has(t.kind) && at(p, k + 1).gap > GAP.none) break;
    if (k > i && t.gap === GAP.cell && t.caps > 0) break;
    k++;
  }
  return k;
}
