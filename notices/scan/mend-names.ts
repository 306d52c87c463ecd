import { bareLetters } from '../../dsl/bare-letters.ts';
import { fold } from '../text/clean.ts';
import { isSyllable } from '../text/syllables.ts';
import { UNSURE_BELOW } from './gate.ts';
import { NAMES } from './names.ts';
import type { SeenWord } from './types.ts';

/** A word that was read otherwise than it stands now. */
export interface MendedWord {
  readonly was: string;
  readonly is: string;
  /** The name it is a word of, as it reads now. */
  readonly name: string;
}

/**
 * "Sở V tế" → "Sở Y tế": a word that is the only one of a known body's name to differ, by a letter or its marks, and that
 * the recogniser itself doubts or that is no Vietnamese syllable. Where two names fit nothing is changed, and what is
 * changed stays doubtful: a person compares it.
 */
export function withKnownNames(words: readonly SeenWord[]): { words: SeenWord[]; mended: MendedWord[] } {
  const out = [...words];
  const mended: MendedWord[] = [];
  const bare = words.map(({ text }) => fold(text.normalize('NFC').replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')));
  const fits = new Map<number, Fit>();
  for (const name of NAMES)
    for (let from = 0; from + name.length <= words.length; from++) {
      const at = onlyOther(name, bare, from);
      if (at === null || !goesThrough(words, from, name.length)) continue;
      const [seen, known, word] = [bare[from + at], name[at], words[from + at]];
      if (!seen || !known || !word || !isDoubtful(word, seen)) continue;
      const letters = lettersApart(seen, known);
      const before = fits.get(from + at);
      // Marks are lost sooner than letters: "Só" is "Sở", though "Bộ" is a letter away.
      if (letters > 1 || (before && before.letters < letters)) continue;
      const names = before?.letters === letters ? before.names : new Map<string, readonly [number, number]>();
      fits.set(from + at, { letters, names: names.set(known, [from, name.length]) });
    }
  for (const [i, { names }] of fits) {
    const [only, another] = [...names];
    const word = words[i];
    if (!only || another || !word) continue;
    const [known, [from, length]] = only;
    const is = inPlace(word.text, known);
    out[i] = { ...word, text: is, confidence: 0 };
    const name = out
      .slice(from, from + length)
      .map((w) => w.text)
      .join(' ');
    mended.push({ was: word.text, is, name });
  }
  return { words: out, mended };
}

/** Known words one may be, that many letters away, and where the name begins and how many words it has. */
interface Fit {
  readonly letters: number;
  readonly names: Map<string, readonly [from: number, length: number]>;
}

/** The place of the one word that differs; null where none does, or more. */
function onlyOther(name: readonly string[], bare: readonly string[], from: number): number | null {
  let other: number | null = null;
  for (let k = 0; k < name.length; k++) {
    if (bare[from + k] === name[k]) continue;
    if (other !== null) return null;
    other = k;
  }
  return other;
}

/** A name is not parted by marks inside it. */
function goesThrough(words: readonly SeenWord[], from: number, length: number): boolean {
  return words.slice(from, from + length - 1).every(({ text }) => !/[.,;:)]$/.test(text));
}

function isDoubtful({ confidence }: SeenWord, bare: string): boolean {
  return confidence < UNSURE_BELOW || !isSyllable(bare);
}

/** 0 where words are alike but for their marks, 1 where one letter is taken for another, lost or added, else 2. */
function lettersApart(a: string, b: string): number {
  const [x, y] = [bareLetters(a), bareLetters(b)];
  if (x === y) return 0;
  const [longer, shorter] = [Math.max(x.length, y.length), Math.min(x.length, y.length)];
  let from = 0;
  while (from < shorter && x[from] === y[from]) from++;
  let end = 0;
  while (end < shorter - from && x.at(-1 - end) === y.at(-1 - end)) end++;
  return longer - from - end <= 1 ? 1 : 2;
}

/** The known word with the capitals and marks of the one that was seen. */
function inPlace(seen: string, known: string): string {
  const core = seen.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const at = seen.indexOf(core);
  const capitals = core.length > 1 && core === core.toUpperCase();
  const first = /^\p{Lu}/u.test(core) ? known.charAt(0).toUpperCase() : known.charAt(0);
  return `${seen.slice(0, at)}${capitals ? known.toUpperCase() : first + known.slice(1)}${seen.slice(at + core.length)}`;
}
