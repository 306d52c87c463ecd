import type { Token } from '../text/tokens.ts';
import { FIELD_WORDS, HEADS } from './lexicon.ts';

/** "UBND", "GD&ĐT": a whole name, no first syllable of one. */
export const ABBREVIATION = /^(?:\p{Lu}{2,}\.?|\p{Lu}+(?: ?& ?\p{Lu}+)+)$/u;
const PLACES = new Set(['tỉnh', 'huyện', 'quận', 'phường', 'xã', 'phố', 'trấn', 'khu']);

/** Two capitals in a row that are no field of work name a place or a person; so does a committee of the Party. */
export function properBefore(t: readonly Token[], at: number): boolean {
  const [one, two] = [t[at - 2], t[at - 1]];
  if (two?.low === 'ủy' && ['tỉnh', 'thành', 'đảng'].includes(one?.low ?? '')) return t[at]?.low !== 'ban';
  if (!one?.cap || !two?.cap || !one.word || !two.word) return false;
  if (ABBREVIATION.test(one.text) || ABBREVIATION.test(two.text)) return false;
  return (
    FIELD_WORDS.at(t, at - 2) === 0 && HEADS.at(t, at - 2) === 0 && HEADS.at(t, at - 1) === 0 && t[at]?.low !== 'và'
  );
}

export function placeBefore(t: readonly Token[], at: number): boolean {
  const before = t[at - 1];
  if (!before || before.cap || !PLACES.has(before.low)) return false;
  return before.low !== 'khu' || t[at - 2]?.low === 'đặc';
}
