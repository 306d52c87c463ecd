import type { SeenWord } from './types.ts';

/** How Roman figures come out of a recogniser that takes their strokes for other letters and digits. */
const ROMAN: Record<string, string> = { H: 'II', l: 'I', '1': 'I', '|': 'I', '!': 'I' };
const LOOKS_ROMAN = /^([IVXHl1|!]{1,5})([.,;:)/]?)(.*)$/u;
/** A quarter's figure, and what stands on with it ("quý 1V/2024"). */
const QUARTER = /^(IV|I{1,3}|[1-4]|[IVHl1|!]{1,4})([.,;:)/].*)?$/u;

/**
 * Roman figures where only they can stand: after "quý", and before a heading in capitals. What had to be changed is not
 * sure, and a quarter in a plain "1" may have been more strokes than one.
 */
export function withRoman(words: readonly SeenWord[]): SeenWord[] {
  return words.map((word, i) => {
    const before = words[i - 1];
    const after = words[i + 1];
    if (before && /^quý$/iu.test(before.text)) return quarter(word);
    if (!word.follows && after?.follows && isCapitals(after.text)) return part(word);
    // "5, Sở Y tế": an item's full stop with a tail.
    if (!word.follows && /^\d{1,2},$/.test(word.text) && after && /^\p{Lu}/u.test(after.text))
      return { ...word, text: word.text.replace(',', '.') };
    return word;
  });
}

function quarter(word: SeenWord): SeenWord {
  const m = QUARTER.exec(word.text);
  if (!m?.[1] || /^(?:IV|I{1,3}|[2-4])$/.test(m[1])) return word;
  const roman = romanOf(m[1]);
  if (!/^(?:IV|I{1,3})$/.test(roman)) return { ...word, confidence: 0 };
  return { ...word, text: `${roman}${m[2] ?? ''}`, confidence: 0 };
}

function part(word: SeenWord): SeenWord {
  const m = LOOKS_ROMAN.exec(word.text);
  if (!m?.[1] || m[3] !== '' || /^[IVX]+[.]$/.test(word.text) || /^1+[.)]?$/.test(word.text)) return word;
  const roman = romanOf(m[1]);
  return /^(?:X?(?:IX|IV|V?I{0,3}))$/.test(roman) && roman !== '' ? { ...word, text: `${roman}.` } : word;
}

function romanOf(text: string): string {
  return [...text].map((c) => ROMAN[c] ?? c).join('');
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}
