import { TYPESCRIPT_FAULTS as say } from '../../../texts/policy-typescript.ts';
import { PolicyTextError } from '../written.ts';

/** A policy's sentence nests five deep; what a parser does grows with this, so a stranger's file is held to it. */
const DEEPEST = 16;

const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Comments, strings on one line, words and numbers, blanks; what else stands in a policy is one sign. */
export const PIECE = /\/\/[^\n]*|\/\*.*?\*\/|'(?:[^'\\\n]|\\[^\n])*'|"(?:[^"\\\n]|\\[^\n])*"|[\p{L}\p{N}_$]+|\s+|./gsu;

const SIGNS = new Set('(){}[],.;:=');

/**
 * Refuses, before anything parses it, what no policy is written with: signs of other sentences than the language's, and
 * brackets within brackets without end. What is left a parser reads in a time that grows with its length.
 *
 * @throws PolicyTextError with the line and what would be right
 */
export function scanTypescript(text: string): void {
  let line = 1;
  const open: { readonly sign: string; readonly line: number }[] = [];
  for (const [piece] of text.matchAll(PIECE)) {
    const first = piece[0] ?? '';
    if (piece.length === 1 && !/[\p{L}\p{N}_$\s]/u.test(piece)) {
      if (!SIGNS.has(piece)) throw new PolicyTextError(line, say.sign(piece));
      if ('([{'.includes(piece)) open.push({ sign: piece, line });
      else if (piece in CLOSES && open.pop()?.sign !== CLOSES[piece])
        throw new PolicyTextError(line, say.bracket(piece));
      if (open.length > DEEPEST) throw new PolicyTextError(line, say.tooDeep);
    }
    if (first === '/' || /\s/.test(first)) line += piece.split('\n').length - 1;
  }
  const unclosed = open.at(-1);
  if (unclosed) throw new PolicyTextError(unclosed.line, say.unclosed(unclosed.sign));
}
