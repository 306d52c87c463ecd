import { bareLetters } from '../../dsl/bare-letters.ts';
import { comparable } from '../directory/normalise.ts';

/** Longer ones are no words of Vietnamese; their beginning finds them. */
const LETTERS = 24;

/** The words of some texts without marks and capitals: "so noi vu" finds "Sở Nội vụ". */
export function searchWords(texts: readonly string[]): readonly string[] {
  return bareLetters(comparable(texts.join(' ')))
    .split(' ')
    .filter(Boolean)
    .map((word) => word.slice(0, LETTERS));
}
