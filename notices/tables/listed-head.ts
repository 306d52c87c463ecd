import { type ColumnKind, headText, isAssignment, isSubhead, kindsOf } from './columns.ts';

/** Two rows of heads as a grid: for each column the cell of the upper and of the lower row, null where it has none. */
export interface SpannedHead {
  readonly upper: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  readonly kinds: readonly (ColumnKind | null)[];
}

const MOST_SPANNING = 2;
const MOST_HEADS = 12;

/**
 * Two rows of heads of which the source does not say which head spans which: those under it are what makes most
 * columns known. Null where the second row is none of heads, or no column is told by it.
 */
export function spannedHead(upper: readonly string[], lower: readonly string[]): SpannedHead | null {
  if (upper.length > MOST_HEADS || lower.length < 2 || lower.length > upper.length * 2 || !isSubhead(upper, lower))
    return null;
  let best: SpannedHead | null = null;
  for (const spanning of choices(upper.length, lower.length)) {
    const each = lower.length / spanning.length;
    const at: SpannedHead & { upper: (number | null)[]; lower: (number | null)[] } = {
      upper: [],
      lower: [],
      kinds: [],
    };
    let next = 0;
    upper.forEach((_, c) => {
      const width = spanning.includes(c) ? each : 1;
      for (let k = 0; k < width; k++) {
        at.upper.push(k === 0 ? c : null);
        at.lower.push(width > 1 ? next++ : null);
      }
    });
    const own = at.upper.map((c) => (c === null ? '' : (upper[c] ?? '')));
    const under = at.lower.map((c) => (c === null ? '' : (lower[c] ?? '')));
    const kinds = kindsOf(own.map((t, c) => headText(under, c, t)));
    if (isAssignment(kinds) && known(kinds) > known(best?.kinds ?? [])) best = { ...at, kinds };
  }
  return best && known(best.kinds) > known(kindsOf(upper)) ? best : null;
}

function known(kinds: readonly (ColumnKind | null)[]): number {
  return new Set(kinds.filter((k) => k !== null)).size;
}

/** Sets of heads that may span the lower row, each as many of its cells. */
function choices(upper: number, lower: number): number[][] {
  const out: number[][] = [];
  const go = (from: number, chosen: number[]): void => {
    if (chosen.length > 0 && lower % chosen.length === 0 && lower / chosen.length >= 2) out.push(chosen);
    if (chosen.length === MOST_SPANNING) return;
    for (let c = from; c < upper; c++) go(c + 1, [...chosen, c]);
  };
  go(0, []);
  return out;
}
