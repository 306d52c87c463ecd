import type { Token } from './tokens.ts';

/** A stretch of tokens `[from, to)`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Sentence extends Stretch {
  /** Parts between semicolons that stand outside brackets and quotation marks. */
  readonly clauses: readonly Stretch[];
}

const OPENING = new Set(['(', '“', '[', '«']);
const CLOSING = new Set([')', '”', ']', '»']);

/** How deep in brackets or quotation marks each token stands. */
export function depths(t: readonly Token[]): number[] {
  const out: number[] = [];
  let depth = 0;
  let straight = false;
  for (const token of t) {
    if (token.text === '"') {
      straight = !straight;
      out.push(depth + 1);
      continue;
    }
    if (CLOSING.has(token.text)) depth = Math.max(0, depth - 1);
    out.push(depth + (straight ? 1 : 0) + (OPENING.has(token.text) || CLOSING.has(token.text) ? 1 : 0));
    if (OPENING.has(token.text)) depth++;
  }
  return out;
}

/** Sentences of a paragraph and their clauses. A bracket left open does not swallow the rest: depth counts to 1 only. */
export function sentencesOf(t: readonly Token[], depth: readonly number[]): Sentence[] {
  const out: Sentence[] = [];
  let from = 0;
  let clauseFrom = 0;
  let clauses: Stretch[] = [];
  const unbalanced = (depth.at(-1) ?? 0) > 1;
  const end = (to: number): void => {
    if (to <= from) return;
    if (to > clauseFrom) clauses.push({ from: clauseFrom, to });
    out.push({ from, to, clauses });
    clauses = [];
    from = clauseFrom = to;
  };
  for (let i = 0; i < t.length; i++) {
    if ((depth[i] ?? 0) > 0 && !unbalanced) continue;
    const mark = t[i]?.text;
    if (mark === ';') {
      clauses.push({ from: clauseFrom, to: i + 1 });
      clauseFrom = i + 1;
    } else if (isStop(t, i)) end(i + 1);
  }
  end(t.length);
  return out;
}

/** A full stop that ends a sentence: a capital, a dash or nothing follows, and no abbreviation stands before. */
function isStop(t: readonly Token[], i: number): boolean {
  const token = t[i];
  if (!token || !['.', '…', '?', '!'].includes(token.text)) return false;
  const before = t[i - 1];
  const next = t[i + 1];
  if (!next) return true;
  if (next.start === token.end || !(next.cap || ['“', '(', '-', '+'].includes(next.text))) return false;
  if (next.text === '(' && !/^\(/.test(next.text)) return false;
  return !(token.text === '.' && before?.word && before.end === token.start && isAbbreviation(before));
}

function isAbbreviation(word: Token): boolean {
  return (
    /^(?:tp|tx|tt|ts|ths|gs|pgs|ths|kt|tm|tl|đ|ông|bà|v|st|q|p)$/u.test(word.low) && word.low.length <= 3 && word.cap
  );
}
