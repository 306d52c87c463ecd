import type { Token } from '../text/tokens.ts';

const LONGEST = 120;

/** The bracketed tokens `[from, to)` that open at `i`, brackets included, or null. */
export function bracketAt(t: readonly Token[], i: number): { from: number; to: number } | null {
  if (t[i]?.text !== '(') return null;
  let depth = 0;
  for (let k = i; k < t.length && k < i + LONGEST; k++) {
    if (t[k]?.text === '(') depth++;
    else if (t[k]?.text === ')' && --depth === 0) return { from: i, to: k + 1 };
  }
  return null;
}
