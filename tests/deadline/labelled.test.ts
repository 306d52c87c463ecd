import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { read } from './table.ts';

/** Labelled phrases kept beside the checkout on machines that have them; elsewhere there is nothing to measure. */
const FILE = '../shared/deadlines/phrases.jsonl';

interface Labelled {
  readonly text: string;
  readonly anchor: string;
  readonly due: string | null;
  readonly alt?: readonly string[];
  readonly recurrence?: string;
}

(existsSync(FILE) ? describe : describe.skip)('labelled phrases', () => {
  const phrases = existsSync(FILE)
    ? readFileSync(FILE, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Labelled)
    : [];

  test('at least 98 % exact, all acceptable, every recurrence', () => {
    const misses: string[] = [];
    let exact = 0;
    for (const g of phrases) {
      const found = read(g.text, g.anchor);
      const due = found.reduce<string | null>(
        (best, d) => (d.due !== null && d.due > (best ?? '') ? d.due : best),
        null,
      );
      if (due === g.due) exact++;
      else if (due === null || !g.alt?.includes(due)) misses.push(`${g.text} → ${due}, not ${g.due}`);
      if (g.recurrence && !found.some((d) => d.recurrence === g.recurrence)) misses.push(`${g.text}: ${g.recurrence}`);
    }
    expect(misses).toEqual([]);
    expect(exact / phrases.length).toBeGreaterThanOrEqual(0.98);
  });
});
