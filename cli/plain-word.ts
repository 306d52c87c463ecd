import { bareLetters } from '../dsl/bare-letters.ts';

/** A word somebody typed, as it compares: without marks or capitals, however it is spaced. */
export function plainWord(text: string): string {
  return bareLetters(text)
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim();
}
