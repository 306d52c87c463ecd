import { formatInstant } from '../dsl/time/day.ts';
import type { Descent, Lineage } from '../register/index.ts';
import { formatMoment } from '../texts/format.ts';
import { LINEAGE_LABELS } from '../texts/succession.ts';

/** Where a directive comes from and what became of it: a line for each way. */
export function lineageLines({ from, into }: Lineage): string[] {
  return [...linesOf('from', from, (d) => d.from), ...linesOf('into', into, (d) => d.to)];
}

function linesOf(way: 'from' | 'into', descents: readonly Descent[], idOf: (d: Descent) => string): string[] {
  return (['split', 'merged'] as const).flatMap((how) => {
    const own = descents.filter((d) => d.how === how);
    const [first] = own;
    if (!first) return [];
    return [`${LINEAGE_LABELS[way][how]}: ${own.map(idOf).join(', ')} (${formatMoment(first.at)}: “${first.reason}”)`];
  });
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
