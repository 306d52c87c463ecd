import { at, type Parse, skipWord, wordsAt } from './parse.ts';
import { is, type PhraseToken } from './token.ts';

/** How often something comes again. */
export type EveryUnit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

const UNITS: readonly (readonly [string, EveryUnit])[] = [
  ['ngày', 'day'],
  ['tuần', 'week'],
  ['tháng', 'month'],
  ['quý', 'quarter'],
  ['năm', 'year'],
];

/** "tháng" is `month`, "quý" is `quarter`; null for what no recurrence counts by. */
export function unitOf(t: PhraseToken): EveryUnit | null {
  for (const [word, unit] of UNITS) if (is(t, word)) return unit;
  return null;
}

/** Words for "each". */
export const EVERY = ['hằng', 'mỗi', 'từng'];

/** "hằng tháng", "hàng quý", "mỗi tuần", "định kỳ hằng năm", "định kỳ tháng". */
export function everyAt(p: Parse, i: number): { readonly every: EveryUnit; readonly end: number } | null {
  let k = skipWord(p, i, 'của', 'theo');
  const adjoining = adjoiningYear(p, k);
  if (adjoining !== null) return { every: 'year', end: adjoining };
  const periodic = wordsAt(p, k, 'định', 'kỳ');
  if (periodic) k = skipWord(p, k + 2, 'theo');
  const marked = EVERY.some((w) => is(at(p, k), w));
  if (!marked && !periodic) return null;
  const unit = unitOf(at(p, marked ? k + 1 : k));
  if (!unit || (!marked && (unit === 'day' || !endsHere(p, k + 1)))) return null;
  const end = marked ? k + 2 : k + 1;
  // "hằng năm học", "hằng quý III": not a unit by itself.
  return at(p, end).kind === '#' && unit !== 'day' && at(p, end + 1).kind === '/' ? null : { every: unit, end };
}

/** "31/01 năm liền kề", "31/12 năm trước liền kề": of a duty that comes every year. */
function adjoiningYear(p: Parse, i: number): number | null {
  if (!is(at(p, i), 'năm')) return null;
  const k = skipWord(p, i + 1, 'trước', 'sau');
  return wordsAt(p, k, 'liền', 'kề') ? k + 2 : null;
}

function endsHere(p: Parse, i: number): boolean {
  const t = at(p, i);
  return t.kind === '\0' || ',.;:()'.includes(t.kind || 'x') || is(t, 'và') || is(t, 'trước') || is(t, 'vào');
}
