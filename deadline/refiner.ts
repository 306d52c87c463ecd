import type { Parse } from './parse.ts';
import type { Reading } from './reading.ts';

/** A refiner takes a candidate that the words around it speak against; it gives null, or the reading as it stands after. */
export type Refiner = (p: Parse, r: Reading) => Reading | null;

/** Texts shorter than this are phrases someone typed, not paragraphs: what is past or bare is still meant. */
const PHRASE_TOKENS = 14;
const PHRASE_LENGTH = 80;

/** Is the whole text short enough to be a phrase somebody typed? */
export function isPhrase(p: Parse): boolean {
  return p.tokens.length <= PHRASE_TOKENS && p.text.length <= PHRASE_LENGTH;
}
