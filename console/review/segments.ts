import type { TextMark } from './marks.ts';

/** A stretch of the text under the same marks throughout. */
export interface MarkedSegment {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly TextMark[];
  /** Marks that begin here. */
  readonly begins: readonly TextMark[];
}

/**
 * Cuts a text at every edge of a mark: marks overlap and nest (a heading's lead is the lead of all under it), elements
 * of a page may not. The segments cover the text from end to end, each place once.
 */
export function markedSegments(length: number, marks: readonly TextMark[]): MarkedSegment[] {
  const inside = marks
    .map((mark) => ({ mark, start: clamp(mark.span[0], length), end: clamp(mark.span[1], length) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  const edges = [...new Set([0, length, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const segments: MarkedSegment[] = [];
  let open: typeof inside = [];
  let next = 0;
  for (const [i, start] of edges.entries()) {
    const end = edges[i + 1];
    if (end === undefined) break;
    open = open.filter((o) => o.end > start);
    const begins: TextMark[] = [];
    for (let one = inside[next]; one && one.start === start; one = inside[++next]) {
      open.push(one);
      begins.push(one.mark);
    }
    segments.push({ start, end, marks: open.map((o) => o.mark), begins });
  }
  return segments;
}

function clamp(at: number, length: number): number {
  return Math.min(Math.max(0, at), length);
}
