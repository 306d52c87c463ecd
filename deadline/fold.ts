import { bareLetters } from '../dsl/bare-letters.ts';

/**
 * Keys under which a Vietnamese syllable is looked up: the same for NFC and NFD, for either placement of the tone
 * (hòa / hoà, quý / qúy) and for upper or lower case.
 */

const TONES: Readonly<Record<string, string>> = {
  '\u0300': '2',
  '\u0301': '1',
  '\u0303': '4',
  '\u0309': '3',
  '\u0323': '5',
};

/** Letters with their quality marks (ă â ê ô ơ ư đ), then the tone as a digit: "Quý" and "qúy" are both `quy1`. */
export function toneKey(syllable: string): string {
  let tone = '';
  let letters = '';
  for (const c of syllable.toLowerCase().normalize('NFD')) {
    const t = TONES[c];
    if (t) tone = t;
    else letters += c;
  }
  // One order of quality marks, whatever order they were typed in.
  return letters.normalize('NFC') + tone;
}

/** Letters alone: "Quý" is `quy`, "đến" is `den`. */
export function bareKey(syllable: string): string {
  return bareLetters(syllable.toLowerCase());
}
