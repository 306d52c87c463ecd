import type { Deadline } from '../../deadline/index.ts';
import { ADVERBIALS, NOT_ORDERS, ORDERS, PREDICATES } from '../agencies/lexicon.ts';
import { isFirst, type Label, rankOf } from '../structure/labels.ts';
import type { Clean } from '../text/clean.ts';
import { Phrases, tokenize } from '../text/tokens.ts';
import type { LeadRule, Name } from '../types.ts';

/** What holds for the items below a heading, an introduction or an item. */
export interface Level {
  readonly rank: number;
  readonly label: Label | null;
  /** The level's part of the ids below it; empty where it adds none. */
  readonly value: string;
  readonly lead: readonly Name[];
  readonly by: LeadRule;
  readonly cooperating: readonly Name[];
  /** Assessment: nothing below is an order unless it says so. */
  readonly sink: boolean;
  /** What others said at a meeting: nothing below is an order at all. */
  readonly heard?: boolean;
  /** Tasks are being given: an item orders even without an agency of its own. */
  readonly task: boolean;
  readonly deadlines: readonly Deadline[];
  /** A heading or introduction; an item otherwise. */
  readonly opens: boolean;
  children: number;
}

/**
 * Does a paragraph without a number go on with the item above it? Where the item names somebody of its own and the
 * paragraph begins with a task and names nobody: "1. Sở A chủ trì …" / "Phối hợp với Sở B lập …".
 */
export function goesOn(body: Clean, item: Level, heading: Level): boolean {
  if (item.opens || item.sink || item.lead.length === 0 || item.lead === heading.lead) return false;
  const t = tokenize(body);
  const joint = JOINTS.at(t, 0);
  const at = joint + (joint > 0 && t[joint]?.text === ',' ? 1 : 0);
  const verb = PREDICATES.at(t, at);
  // "Báo cáo của các đơn vị …" is a noun.
  if (t[at + verb]?.low === 'của') return false;
  return ORDERS.at(t, at) === 0 && (ADVERBIALS.at(t, at) === 0 || t[at]?.low === 'tiếp') && verb > NOT_ORDERS.at(t, at);
}

/** What joins a sentence to the one above it. */
const JOINTS = new Phrases('đồng thời|bên cạnh đó|ngoài ra|cùng với đó|mặt khác|trong đó');

const DASHES = ['dash', 'plus', 'dot'];
const LETTERS = 'abcdefghiklmnopqrstuvxy';

/** The stack of levels a paragraph stands under. */
export class Outline {
  private readonly stack: Level[];

  constructor(root: Level) {
    this.stack = [root];
  }

  get top(): Level {
    const top = this.stack.at(-1);
    if (!top) throw new RangeError('empty outline');
    return top;
  }

  /** The rank of a label here: a list begun below a dash that introduces it stays below that dash. */
  rankHere(label: Label): number {
    const usual = rankOf(label);
    for (let i = this.stack.length - 1; i > 0; i--) {
      const level = this.stack[i];
      if (!level?.label) continue;
      if (level.label.kind === label.kind && level.rank !== rankOf(level.label)) return level.rank;
      if (
        i === this.stack.length - 1 &&
        level.opens &&
        level.rank > usual &&
        isFirst(label) &&
        DASHES.includes(level.label.kind)
      )
        return level.rank + 0.05;
    }
    return usual;
  }

  /** Leaves the levels a paragraph of this rank does not stand under. */
  leave(rank: number): void {
    while (this.stack.length > 1 && this.top.rank >= rank) this.stack.pop();
  }

  /** Leaves items: unnumbered text after an item belongs to the heading above it. */
  leaveItems(): void {
    while (this.stack.length > 1 && !this.top.opens) this.stack.pop();
  }

  push(level: Level): void {
    this.stack.push(level);
  }

  /** Forgets everything but the root (an appendix begins). */
  reset(): void {
    this.stack.length = 1;
  }

  /** The next id part for a child of the top level: its label, or a letter for a dash, or a number. */
  partFor(label: Label | null): string {
    const n = this.top.children++;
    if (label && !DASHES.includes(label.kind)) return label.value;
    return label ? (LETTERS[n] ?? String(n + 1)) : String(n + 1);
  }

  /** "IV.4.c": the labels from the root down; "3.1" takes the place of "3". */
  path(last: readonly string[]): string[] {
    const parts: string[] = [];
    for (const value of [...this.stack.map((l) => l.value), ...last]) {
      if (value === '') continue;
      const before = parts.at(-1);
      if (before !== undefined && value.startsWith(`${before}.`)) parts.pop();
      parts.push(value);
    }
    return parts;
  }
}
