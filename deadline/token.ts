import { type Word, withoutMarks } from './lexicon.ts';

/** How much white space stands before a token. */
export const GAP = { none: 0, space: 1, line: 2, cell: 3 } as const;

/**
 * A piece of text with its place in it.
 *
 * `kind`: a word of the lexicon under its usual spelling; `#` a number; `roman`; `clock` (17h30); `T#`, `Q#` (T4, QIII);
 * a punctuation mark as itself; `` a run of words the grammar does not know.
 */
export interface PhraseToken {
  readonly kind: Word;
  /** Value of a number, Roman numeral, number word, or minutes of a clock; -1 else. */
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly gap: number;
  /** 1 first letter upper case, 2 all upper case, 0 neither. */
  readonly caps: number;
  /** The word without marks, where the text was typed without them; '' else. */
  readonly bare: string;
  /** Read as digits with l, I, O taken for 1 and 0; -1 where it cannot be. Only for numbers inside a date. */
  readonly ocr: number;
}

export const END: PhraseToken = { kind: '\0', value: -1, start: 0, end: 0, gap: 3, caps: 0, bare: '', ocr: -1 };

/** Is the token this word, with its marks or typed without them? */
export function is(token: PhraseToken, word: Word): boolean {
  return token.kind === word || (token.bare !== '' && token.bare === withoutMarks(word));
}

/** Is it one of these words, with its marks? */
export function isAny(token: PhraseToken, words: ReadonlySet<Word>): boolean {
  return words.has(token.kind);
}

/** Digits in a number token. */
export function width(token: PhraseToken): number {
  return token.end - token.start;
}
