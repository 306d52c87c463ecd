import { bareLetters } from '../../dsl/bare-letters.ts';

/** Words in the one form in which headers and states are compared: lower case, no diacritics, no punctuation. */
export function plain(text: string): string {
  return bareLetters(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
