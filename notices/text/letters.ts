// What a UTF-16 code unit is to a reader of Vietnamese.
const SMALL = 1;
const CAPITAL = 2;
// A letter of neither kind.
const LETTER = 3;
export const NUMBER = 4;
export const BLANK = 5;
const MARK = 6;
/** Half of a character beyond the basic plane: what it is cannot be told from it alone. */
export const HALF = 7;

/** Each told when first met: a pattern asked at every character of a text is what reading would mostly consist of. */
const KINDS = new Uint8Array(0x10000);

function kindOfCode(code: number): number {
  const known = KINDS[code] ?? 0;
  if (known > 0) return known;
  const kind = told(code);
  KINDS[code] = kind;
  return kind;
}

function told(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return HALF;
  const char = String.fromCharCode(code);
  if (/\p{Ll}/u.test(char)) return SMALL;
  if (/\p{Lu}/u.test(char)) return CAPITAL;
  if (/\p{L}/u.test(char)) return LETTER;
  if (/\p{N}/u.test(char)) return NUMBER;
  return /\s/.test(char) ? BLANK : MARK;
}

export function kindOf(text: string, i: number): number {
  return kindOfCode(text.charCodeAt(i));
}

/** How many letters a text has, and how many of them are small and capital. */
export function lettersOf(text: string): { readonly all: number; readonly small: number; readonly capital: number } {
  const counts = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const kind = kindOfCode(text.charCodeAt(i));
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const [, small = 0, capital = 0, other = 0] = counts;
  return { all: small + capital + other, small, capital };
}
