import type { CellLook } from './cell-fit.ts';
import type { ColumnKind } from './columns.ts';
import { placeCells } from './place-cells.ts';

/** A row among the cells listed one after the other: from which on, and the column of each. */
export interface BrokenRow {
  readonly from: number;
  readonly columns: readonly number[];
}

/** A row that ends without the empty place between two bars. */
const UNMARKED = 4;
/** What is left out belongs to no row. */
const LOST = 3;

/**
 * Breaks a table's cells into rows: after a row an empty place stands, but an empty cell looks the same. Of all ways
 * to break them, the one in which the cells fit their columns best.
 */
export function breakRows(cells: readonly CellLook[], kinds: readonly (ColumnKind | null)[]): BrokenRow[] {
  const m = cells.length;
  const n = kinds.length;
  // best[i]: cells[i..] broken, a row beginning at i.
  const best = new Float64Array(m + 2);
  const length = new Int32Array(m + 2);
  for (let i = m - 1; i >= 0; i--) {
    best[i] = (best[i + 1] ?? 0) - (cells[i]?.empty ? 0.05 : LOST);
    for (let k = 1; k <= n && i + k <= m; k++) {
      const marked = i + k === m || cells[i + k]?.empty === true;
      if (!marked && k < n) continue;
      const placed = placeCells(cells.slice(i, i + k), kinds);
      if (!placed) continue;
      const rest = best[marked ? Math.min(i + k + 1, m) : i + k] ?? 0;
      const score = placed.score + rest - (marked ? 0 : UNMARKED);
      if (score <= (best[i] ?? 0)) continue;
      best[i] = score;
      length[i] = marked ? k : -k;
    }
  }
  const rows: BrokenRow[] = [];
  for (let i = 0; i < m; ) {
    const k = length[i] ?? 0;
    if (k === 0) {
      i++;
      continue;
    }
    const placed = placeCells(cells.slice(i, i + Math.abs(k)), kinds);
    if (placed) rows.push({ from: i, columns: placed.columns });
    i += k > 0 ? k + 1 : -k;
  }
  return rows;
}
