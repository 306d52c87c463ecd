import { type Described, describedTo, describesUpTo, takesDescription } from '../agencies/extent.ts';
import type { Found } from '../agencies/names.ts';
import type { Token } from '../text/tokens.ts';

/* A name that runs on with the words that say which of a sort are meant. */

/** How far a topic or a description goes before its colon. */
export const TOPIC_WORDS = 20;

/** Where a description ends. */
export interface Relative {
  /** Token at which the task begins. */
  readonly end: number;
  readonly nameEnd: number;
  /** The description belongs to the name. */
  readonly inName: boolean;
}

/** "các đơn vị | chưa hoàn thành … | khẩn trương": the words that say which units are meant. */
export function relativeEnd(t: readonly Token[], name: Found, at: number, to: number): Relative | null {
  if (!takesDescription(name)) return null;
  const colon = colonAfter(t, at, to);
  const described = describedTo(t, at, to) ?? colon;
  if (described === null) return null;
  // A counted group is named by its number; "các đơn vị" alone would name nobody.
  const inName = !/^\d/.test(t[name.from]?.text ?? '') && !bracketed(t, name);
  return { end: described.task, nameEnd: described.name, inName };
}

/** The names, the last with its description where that belongs to it. */
export function described(names: readonly Found[], relative: Relative): readonly Found[] {
  return relative.inName ? [...names.slice(0, -1), { ...lastNamed(names), to: relative.nameEnd }] : names;
}

export function lastNamed(names: readonly Found[]): Found {
  const last = names.at(-1);
  if (!last) throw new RangeError('no name');
  return last;
}

/** "Các tổ chức khai thác nước dưới đất: …": a description up to the colon. */
function colonAfter(t: readonly Token[], at: number, to: number): Described | null {
  for (let k = at + 1; k < to && k < at + TOPIC_WORDS; k++) {
    if (t[k]?.text !== ':') continue;
    const name = describesUpTo(t, at, k);
    return name === null ? null : { name, task: k };
  }
  return null;
}

function bracketed(t: readonly Token[], name: Found): boolean {
  return (
    ['(', ','].includes(t[name.from - 1]?.text ?? '') &&
    [')', ','].includes(t[name.to]?.text ?? '') &&
    t[name.from]?.cap === true
  );
}
