import { dayNumberOf } from '../time/day.ts';
import type { Arrived } from './explore.ts';

/** The three orders in one number: no life has as many days, or as many messages. */
const MOST_DAYS = 1_000_000;
const MOST_MESSAGES = 100_000;

/**
 * Lives still to be looked at: fewest acts first, then fewest days since the issue, then fewest messages, then those that
 * came first. A heap. Of each kind only the first will be looked at, so one that comes after another of its kind that
 * waits is not kept.
 */
export class Frontier {
  /** By kind, the rank of the first life that waits, or that was taken. */
  private readonly ranks = new Map<string, number>();
  private readonly heap: { readonly rank: number; readonly came: number; readonly arrived: Arrived }[] = [];
  private added = 0;

  add(arrived: Arrived): void {
    const { directive, now, past } = arrived.life;
    const days = dayNumberOf(now) - dayNumberOf(directive.issuedAt);
    const { acts = 0, messages = 0 } = past ?? {};
    const rank = (acts * MOST_DAYS + days) * MOST_MESSAGES + messages;
    if (rank >= (this.ranks.get(arrived.kind) ?? Number.POSITIVE_INFINITY)) return;
    this.ranks.set(arrived.kind, rank);
    this.heap.push({ rank, came: this.added++, arrived });
    let i = this.heap.length - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!this.before(i, parent)) return;
      this.swap(i, parent);
      i = parent;
    }
  }

  take(): Arrived | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (!first || !last || first === last) return first?.arrived;
    this.heap[0] = last;
    for (let i = 0; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (child < this.heap.length && this.before(child, least)) least = child;
      }
      if (least === i) return first.arrived;
      this.swap(i, least);
      i = least;
    }
  }

  private before(i: number, j: number): boolean {
    const a = this.heap[i];
    const b = this.heap[j];
    return a !== undefined && b !== undefined && (a.rank < b.rank || (a.rank === b.rank && a.came < b.came));
  }

  private swap(i: number, j: number): void {
    const a = this.heap[i];
    const b = this.heap[j];
    if (!a || !b) return;
    this.heap[i] = b;
    this.heap[j] = a;
  }
}
