import type { Token } from '../text/tokens.ts';
import { bracketAt } from './brackets.ts';
import { QUANTIFIERS } from './lexicon.ts';
import { type Found, type NameOptions, nameAt } from './names.ts';

export interface FoundList {
  readonly names: readonly Found[];
  /** First token after the list. */
  readonly next: number;
}

/** Names from token `i` on, joined by "," "và" "cùng với" (and ";" where allowed); null where none begins. */
export function namesAt(t: readonly Token[], i: number, options: NameOptions = {}): FoundList | null {
  const first = nameAt(t, i, options);
  if (!first) return null;
  const names = [...unitsOf(t, first)];
  let next = first.next;
  for (;;) {
    const gap = separatorAt(t, next, options);
    if (gap === 0) break;
    const name = nameAt(t, next + gap, options);
    if (!name) break;
    names.push(...unitsOf(t, name));
    next = name.next;
  }
  return { names, next };
}

function separatorAt(t: readonly Token[], i: number, options: NameOptions): number {
  const mark = t[i]?.text;
  if (mark === ',' || (mark === ';' && options.semicolon)) return t[i + 1]?.low === 'và' ? 2 : 1;
  if (t[i]?.low === 'và') return t[i + 1]?.low === 'với' ? 2 : 1;
  if (t[i]?.low === 'cùng' && t[i + 1]?.low === 'với') return 2;
  if (t[i]?.low === 'cùng' && nameAt(t, i + 1)) return 1;
  return 0;
}

/** "04 địa phương (Vĩnh Long, Kiên Giang)": the units a description is followed by are the names meant. */
function unitsOf(t: readonly Token[], name: Found): readonly Found[] {
  const bracket = name.kind === 'group' && name.next > name.to ? bracketAt(t, name.to) : null;
  if (!bracket || t[bracket.from + 1]?.cap !== true || QUANTIFIERS.at(t, bracket.from + 1) > 0) return [name];
  const units: Found[] = [];
  let from = bracket.from + 1;
  for (let k = from; k < bracket.to; k++) {
    const token = t[k];
    if (token?.text === ',' || k === bracket.to - 1) {
      if (k > from) units.push({ from, to: k, next: k, kind: 'group', specific: true });
      from = k + 1;
      if (k < bracket.to - 1 && t[k + 1]?.cap !== true) return [name];
    } else if (!token?.word || (!token.cap && !/\d/.test(token.text) && token.low !== 'và' && k === from))
      return [name];
    else if (!token.cap && k > from + 6) return [name];
  }
  return units.length >= 2 ? units : [name];
}
