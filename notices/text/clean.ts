import type { Span } from '../types.ts';

/**
 * A stretch of the notice made readable: NFC, runs of white space as one space, markdown marks and invisible
 * characters gone. Every character knows where it stands in the source, so spans found here map back exactly.
 */
export interface Clean {
  readonly text: string;
  /** `text` lower-cased with the old tone placement (hoà → hòa), same length: what patterns are matched on. */
  readonly folded: string;
  /** Source offset at which character i begins. */
  readonly starts: readonly number[];
  /** Source offset at which character i ends (past its combining marks). */
  readonly ends: readonly number[];
}

const SPACE = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000|]/;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff*\\]/;
const MARK = /[\u0300-\u036f]/;
/** A vowel pair written with the tone on its second letter, at the end of a syllable. */
const NEW_TONE = /(?<!q)(o[àáảãạ]|o[èéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/gu;
const OLD_TONE: Record<string, string> = {
  ...{ oà: 'òa', oá: 'óa', oả: 'ỏa', oã: 'õa', oạ: 'ọa' },
  ...{ oè: 'òe', oé: 'óe', oẻ: 'ỏe', oẽ: 'õe', oẹ: 'ọe' },
  ...{ uỳ: 'ùy', uý: 'úy', uỷ: 'ủy', uỹ: 'ũy', uỵ: 'ụy' },
};

/** Lower case with one tone placement; keeps the length, so offsets stay. */
export function fold(text: string): string {
  let lower = text.toLowerCase();
  if (lower.length !== text.length) lower = Array.from(text, lowerKeepingLength).join('');
  return lower.replace(NEW_TONE, (pair) => OLD_TONE[pair] ?? pair);
}

function lowerKeepingLength(char: string): string {
  const lower = char.toLowerCase();
  return lower.length === char.length ? lower : char;
}

/** Cleans the given stretches of `source`, joined by one space. */
export function clean(source: string, ranges: readonly Span[]): Clean {
  const chars: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let gap: number | null = null;
  const put = (char: string, from: number, to: number): void => {
    for (let k = 0; k < char.length; k++) {
      chars.push(char.charAt(k));
      starts.push(from);
      ends.push(to);
    }
  };
  for (const [from, to] of ranges) {
    if (gap === null) gap = from;
    for (let i = from; i < to; ) {
      const char = source.charAt(i);
      let next = i + 1;
      while (next < to && MARK.test(source.charAt(next))) next++;
      if (SPACE.test(char)) gap ??= i;
      else if (!INVISIBLE.test(char)) {
        if (gap !== null && chars.length > 0) put(' ', gap, i);
        gap = null;
        put(next === i + 1 ? char : source.slice(i, next).normalize('NFC'), i, next);
      }
      i = next;
    }
    gap ??= to;
  }
  const text = chars.join('');
  return { text, folded: fold(text), starts, ends };
}

/** The part `[from, to)` of a cleaned stretch, edges without blanks. */
export function slice(c: Clean, from: number, to: number): Clean {
  let a = from;
  let b = to;
  while (a < b && c.text.charAt(a) === ' ') a++;
  while (b > a && c.text.charAt(b - 1) === ' ') b--;
  return {
    text: c.text.slice(a, b),
    folded: c.folded.slice(a, b),
    starts: c.starts.slice(a, b),
    ends: c.ends.slice(a, b),
  };
}

/** Where `[from, to)` of a cleaned stretch stands in the source. */
export function sourceSpan(c: Clean, from: number, to: number): Span {
  const start = c.starts[from] ?? 0;
  return [start, to > from ? (c.ends[to - 1] ?? start) : start];
}
