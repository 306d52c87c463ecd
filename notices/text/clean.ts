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
  readonly starts: Int32Array;
  /** Source offset at which character i ends (past its combining marks). */
  readonly ends: Int32Array;
}

/** The nation's name, mistyped in many letterheads. */
const MISTYPED = /(?<=cộng )hõa(?= xã hội)/gu;
/** A vowel pair written with the tone on its second letter, at the end of a syllable. */
const NEW_TONE = /(?<!q)(o[àáảãạ]|o[èéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/gu;
const OLD_TONE: Record<string, string> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
};

/** Lower case with one tone placement; keeps the length, so offsets stay. */
export function fold(text: string): string {
  let lower = text.toLowerCase();
  if (lower.length !== text.length) lower = Array.from(text, lowerKeepingLength).join('');
  const old = lower.replace(NEW_TONE, (pair) => OLD_TONE[pair] ?? pair);
  return old.includes('hõa') ? old.replace(MISTYPED, 'hòa') : old;
}

function lowerKeepingLength(char: string): string {
  const lower = char.toLowerCase();
  return lower.length === char.length ? lower : char;
}

/** Cleans the given stretches of `source`, joined by one space. */
export function clean(source: string, ranges: readonly Span[]): Clean {
  const room = ranges.reduce((n, [from, to]) => n + to - from + 1, 0);
  const starts = new Int32Array(room);
  const ends = new Int32Array(room);
  const parts: string[] = [];
  let length = 0;
  let gap = -1;
  const put = (text: string, from: number, to: number): void => {
    parts.push(text);
    for (let k = 0; k < text.length; k++) {
      starts[length] = from;
      ends[length++] = to;
    }
  };
  for (const [from, to] of ranges) {
    if (gap < 0) gap = from;
    // Characters that stay as they are go over a stretch at a time, `[kept, i)`.
    let kept = from;
    for (let i = from; i < to; ) {
      const code = source.charCodeAt(i);
      let next = i + 1;
      while (next < to && isMark(source.charCodeAt(next))) next++;
      const blank = isSpace(code);
      if (blank || isInvisible(code)) {
        if (kept < i) parts.push(source.slice(kept, i));
        if (blank && gap < 0) gap = i;
        kept = next;
      } else {
        if (gap >= 0 && length > 0) put(' ', gap, i);
        gap = -1;
        if (next === i + 1) {
          starts[length] = i;
          ends[length++] = next;
        } else {
          if (kept < i) parts.push(source.slice(kept, i));
          put(source.slice(i, next).normalize('NFC'), i, next);
          kept = next;
        }
      }
      i = next;
    }
    if (kept < to) parts.push(source.slice(kept, to));
    if (gap < 0) gap = to;
  }
  const text = parts.join('');
  return { text, folded: fold(text), starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
}

function isMark(code: number): boolean {
  return code >= 0x300 && code <= 0x36f;
}

/** White space of any kind, and the bars of a table. */
function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 9 && code <= 13) || code === 0x7c;
  return code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x205f || code === 0x3000;
}

/** Marks of Markdown (asterisk, backslash), soft hyphens, zero-width characters, byte order marks. */
function isInvisible(code: number): boolean {
  if (code < 0x80) return code === 0x2a || code === 0x5c;
  return code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff;
}

/** Cleaned stretches put one after the other, a space between them. */
export function joined(parts: readonly Clean[]): Clean {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const length = parts.reduce((n, p) => n + p.text.length + 1, -1);
  const starts = new Int32Array(Math.max(0, length));
  const ends = new Int32Array(Math.max(0, length));
  let at = 0;
  for (const [i, part] of parts.entries()) {
    if (i > 0) {
      starts[at] = ends[at - 1] ?? 0;
      ends[at++] = part.starts[0] ?? 0;
    }
    starts.set(part.starts, at);
    ends.set(part.ends, at);
    at += part.text.length;
  }
  return {
    text: parts.map((p) => p.text).join(' '),
    folded: parts.map((p) => p.folded).join(' '),
    starts,
    ends,
  };
}

/** The part `[from, to)` of a cleaned stretch, edges without blanks. */
export function slice(c: Clean, from: number, to: number): Clean {
  if (from === 0 && to === c.text.length && !/^ | $/.test(c.text)) return c;
  let a = from;
  let b = to;
  while (a < b && c.text.charAt(a) === ' ') a++;
  while (b > a && c.text.charAt(b - 1) === ' ') b--;
  return {
    text: c.text.slice(a, b),
    folded: c.folded.slice(a, b),
    starts: c.starts.subarray(a, b),
    ends: c.ends.subarray(a, b),
  };
}

/** Where `[from, to)` of a cleaned stretch stands in the source. */
export function sourceSpan(c: Clean, from: number, to: number): Span {
  const start = c.starts[from] ?? 0;
  return [start, to > from ? (c.ends[to - 1] ?? start) : start];
}
