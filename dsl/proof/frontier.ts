import { dayOf, daysBetween } from '../time/day.ts';
import type { ExploredLife } from './explore.ts';

/** The three orders in one number: no life has as many days, or as many messages. */
const MOST_DAYS = 1_000_000;
const MOST_MESSAGES = 100_000;

/** Lives still to be looked at: fewest acts first, then fewest days since the issue, then fewest messages. A heap. */
export class Frontier {
  private readonly heap: { readonly rank: number; readonly life: ExploredLife }[] = [];

  add(life: ExploredLife): void {
    const { directive, now, acts, moments } = life;
    const days = daysBetween(dayOf(directive.issuedAt), dayOf(now));
    const messages = moments.reduce((n, m) => n + m.posts.length, 0);
    this.heap.push({ rank: (acts * MOST_DAYS + days) * MOST_MESSAGES + messages, life });
    let i = this.heap.length - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!this.before(i, parent)) return;
      this.swap(i, parent);
      i = parent;
    }
  }

  take(): ExploredLife | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (!first || !last || first === last) return first?.life;
    this.heap[0] = last;
    for (let i = 0; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (child < this.heap.length && this.before(child, least)) least = child;
      }
      if (least === i) return first.life;
      this.swap(i, least);
      i = least;
    }
  }

  private before(i: number, j: number): boolean {
    const a = this.heap[i];
    const b = this.heap[j];
    return a !== undefined && b !== undefined && a.rank < b.rank;
  }

  private swap(i: number, j: number): void {
    const a = this.heap[i];
    const b = this.heap[j];
    if (!a || !b) return;
    this.heap[i] = b;
    this.heap[j] = a;
  }
}
