import { at, type Parse, skip, words } from './parse.ts';
import { is, type Token } from './token.ts';

/** How often something comes again. */
export type Every = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

const UNITS: readonly (readonly [string, Every])[] = [
  ['ngày', 'day'],
  ['tuần', 'week'],
  ['tháng', 'month'],
  ['quý', 'quarter'],
  ['năm', 'year'],
];

export function unitOf(t: Token): Every | null {
  for (const [word, unit] of UNITS) if (is(t, word)) return unit;
  return null;
}

/** Words for "each". */
export const EVERY = ['hằng', 'mỗi', 'từng'];

/** "hằng tháng", "hàng quý", "mỗi tuần", "định kỳ hằng năm", "định kỳ tháng". */
export function everyAt(p: Parse, i: number): { readonly every: Every; readonly end: number } | null {
  let k = skip(p, i, 'của', 'theo');
  const periodic = words(p, k, 'định', 'kỳ');
  if (periodic) k = skip(p, k + 2, 'theo');
  const marked = EVERY.some((w) => is(at(p, k), w));
  if (!marked && !periodic) return null;
  const unit = unitOf(at(p, marked ? k + 1 : k));
  if (!unit || (!marked && (unit === 'day' || !endsHere(p, k + 1)))) return null;
  const end = marked ? k + 2 : k + 1;
  // "hằng năm học", "hằng quý III": not a unit by itself.
  return at(p, end).kind === '#' && unit !== 'day' && at(p, end + 1).kind === '/' ? null : { every: unit, end };
}

function endsHere(p: Parse, i: number): boolean {
  const t = at(p, i);
  return t.kind === '\0' || ',.;:()'.includes(t.kind || 'x') || is(t, 'và') || is(t, 'trước') || is(t, 'vào');
}
