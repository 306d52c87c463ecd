import { at, type Parse } from './parse.ts';
import { GAP, is } from './token.ts';

export interface EventWords {
  /** The words, white space collapsed. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly endToken: number;
}

const STOPS = new Set([',', '.', ';', ':', '(', ')', '!', '?', '“', '”', '"']);
const LONGEST = 160;
/** Words that open the next limit or the next duty: the event ends before them. */
const NEXT = ['trước', 'chậm', 'hoàn', 'để', 'phải', 'trong', 'nhưng'];

/** The words of an event from `i` to the end of its clause. Bounded, so that a text without marks costs no more. */
export function eventWords(p: Parse, i: number): EventWords {
  const start = at(p, i).start;
  let k = i;
  let end = start;
  while (k < p.tokens.length) {
    const t = at(p, k);
    if (STOPS.has(t.kind) || (k > i && t.gap === GAP.cell && t.caps > 0)) break;
    if (k > i && NEXT.some((w) => is(t, w))) break;
    if (k > i && is(t, 'thì')) break;
    if (t.end - start > LONGEST) {
      if (k === i) {
        end = lastSpace(p, start);
        k++;
      }
      break;
    }
    end = t.end;
    k++;
  }
  return { text: collapse(p.text.slice(start, end)), start, end, endToken: k };
}

function lastSpace(p: Parse, start: number): number {
  const stop = p.text.lastIndexOf(' ', start + LONGEST);
  return stop > start ? stop : start + LONGEST;
}

/** White space that is not one plain space between words. */
const UNEVEN = /^\s|\s$|\s\s|[^\S ]/;

/** White space as single blanks. */
export function collapse(text: string): string {
  if (!UNEVEN.test(text)) return text;
  return text.replace(/\s+/g, ' ').trim();
}
