import { type Day, dayOf, daysBetween } from '../time/day.ts';
import type { ExploredLife } from './explore.ts';

/** Lives still to be looked at: fewest acts first, then fewest days since the issue, then fewest messages. A heap. */
export class Frontier {
  private readonly heap: { readonly rank: readonly [number, number, number]; readonly life: ExploredLife }[] = [];

  add(life: ExploredLife): void {
    const { directive, now, acts, moments } = life;
    const issued: Day = dayOf(directive.issuedAt);
    const messages = moments.reduce((n, m) => n + m.posts.length, 0);
    this.heap.push({ rank: [acts, daysBetween(issued, dayOf(now)), messages], life });
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
    if (!a || !b) return false;
    for (const k of [0, 1, 2] as const) {
      if (a.rank[k] !== b.rank[k]) return a.rank[k] < b.rank[k];
    }
    return false;
  }

  private swap(i: number, j: number): void {
    const a = this.heap[i];
    const b = this.heap[j];
    if (!a || !b) return;
    this.heap[i] = b;
    this.heap[j] = a;
  }
}
