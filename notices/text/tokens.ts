import type { Clean } from './clean.ts';
import { BLANK, HALF, kindOf, NUMBER } from './letters.ts';

/** A word (letters and digits; "GD&ĐT" is one) or one mark of punctuation. */
export interface Token {
  readonly text: string;
  /** Lower case, one tone placement. */
  readonly low: string;
  readonly start: number;
  readonly end: number;
  readonly word: boolean;
  /** Begins with a capital. */
  readonly cap: boolean;
}

/** "TP. Hải Sơn" is "thành phố Hải Sơn", its stop ends no sentence; "NN & PTNT" is "NN&PTNT". */
const TOKEN =
  /(?:TP|Tp|TX|Tx)\.(?=\s?\p{Lu})|[A-ZĐ]{2,5}(?: & [A-ZĐ]{2,5})+(?!\p{L})|[\p{L}\p{N}]+(?:&[\p{L}\p{N}]+)*|[^\s]/gu;
const WORD = /^[\p{L}\p{N}]/u;
/** A footnote mark glued to a word ("bộ, ngành²", "tỉnh1"): never part of a name. */
const NOTE_MARK = /^(\p{L}+)[¹²³⁴⁵⁶⁷⁸⁹⁰]+$|^(\p{Ll}{2,})\d{1,2}$/u;

/** Where the pattern above is needed: an abbreviation with its stop, a blank beside "&". */
const SPELT_APART = /T[PpXx]\.|&/;

export function tokenize(c: Pick<Clean, 'text' | 'folded'>): Token[] {
  const tokens: Token[] = [];
  if (SPELT_APART.test(c.text)) {
    for (const m of c.text.matchAll(TOKEN)) tokens.push(tokenAt(c, m.index, m[0]));
    return tokens;
  }
  const { text } = c;
  for (let i = 0; i < text.length; ) {
    const kind = kindOf(text, i);
    let end = i + 1;
    if (kind === BLANK) {
      i = end;
      continue;
    }
    if (kind === HALF) return [...text.matchAll(TOKEN)].map((m) => tokenAt(c, m.index, m[0]));
    if (kind <= NUMBER) while (end < text.length && kindOf(text, end) <= NUMBER) end++;
    tokens.push(tokenAt(c, i, text.slice(i, end)));
    i = end;
  }
  return tokens;
}

function tokenAt(c: Pick<Clean, 'text' | 'folded'>, start: number, written: string): Token {
  const text = withoutNoteMark(written);
  // "Sở Kế hoạch & Đầu tư": a lone "&" is read as the word it stands for.
  const and = text === '&';
  const low = and ? 'và' : unspelt(c.folded.slice(start, start + text.length));
  const kind = kindOf(text, 0);
  const word = and || (kind === HALF ? WORD.test(text) : kind <= NUMBER);
  return {
    text,
    low,
    start,
    end: start + text.length,
    word,
    cap: word && !and && text.charCodeAt(0) !== low.charCodeAt(0),
  };
}

/** Without the stop and the blanks a word of several letters may be spelt with. */
function unspelt(word: string): string {
  if (word.length < 3) return word;
  return word.endsWith('.') || word.includes(' ') ? word.replace(/[ .]/gu, '') : word;
}

function withoutNoteMark(word: string): string {
  const last = word.charCodeAt(word.length - 1);
  const digit = (last >= 0x30 && last <= 0x39) || last === 0xb9 || last === 0xb2 || last === 0xb3 || last >= 0x2070;
  if (!digit || word.length === 1) return word;
  const marked = NOTE_MARK.exec(word);
  return marked?.[1] ?? marked?.[2] ?? word;
}

/** A set of phrases of whole words, looked up at a token. */
export class Phrases {
  private readonly byFirst = new Map<string, string[][]>();

  /** @param list phrases in lower case with the old tone placement, separated by `|` or line breaks */
  constructor(list: string) {
    for (const phrase of list.split(/[|\n]/)) {
      const words = phrase.trim().split(/\s+/);
      const first = words[0];
      if (!first) continue;
      const known = this.byFirst.get(first) ?? [];
      known.push(words);
      known.sort((a, b) => b.length - a.length);
      this.byFirst.set(first, known);
    }
  }

  /** Number of tokens the longest phrase at `i` takes, 0 where none stands there. */
  at(tokens: readonly Token[], i: number): number {
    const first = tokens[i];
    const phrases = first && this.byFirst.get(first.low);
    if (!phrases) return 0;
    for (const words of phrases) {
      let k = 1;
      while (k < words.length && tokens[i + k]?.low === words[k]) k++;
      if (k === words.length) return k;
    }
    return 0;
  }
}
