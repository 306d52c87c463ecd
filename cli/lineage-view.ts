import { formatInstant } from '../dsl/time/day.ts';
import type { Descent, Lineage } from '../register/index.ts';
import { lineageTexts } from '../texts/succession.ts';

/** Where a directive comes from and what became of it: a line for each way. */
export function lineageLines(lineage: Lineage): string[] {
  return lineageTexts(lineage, (descent, way) => (way === 'from' ? descent.from : descent.to));
}

/** Both ways, as programs read it. */
export function lineageJson({ from, into }: Lineage) {
  const of = (descents: readonly Descent[], how: Descent['how'], end: 'from' | 'to') =>
    descents
      .filter((d) => d.how === how)
      .map((d) => ({ id: d[end], localId: d.other.localId, at: formatInstant(d.at), reason: d.reason }));
  return {
    splitFrom: of(from, 'split', 'from'),
    splitInto: of(into, 'split', 'to'),
    mergedFrom: of(from, 'merged', 'from'),
    mergedInto: of(into, 'merged', 'to'),
  };
}
