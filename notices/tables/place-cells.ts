import type { CellLook } from './cell-fit.ts';
import { fitOf } from './cell-fit.ts';
import type { ColumnKind } from './columns.ts';

/** What a column without a cell costs: a row that has them all is what is expected. */
const MISSING = 0.3;
const MISSING_NUMBER = 0.6;

export interface PlacedCells {
  /** The column of each cell, rising. */
  readonly columns: readonly number[];
  readonly score: number;
}

/**
 * The columns a row's cells stand in, where the source leaves out what is merged: in order, by what their words look
 * like. Null where there are more cells than columns.
 */
export function placeCells(cells: readonly CellLook[], kinds: readonly (ColumnKind | null)[]): PlacedCells | null {
  const n = kinds.length;
  const k = cells.length;
  if (k > n || k === 0) return null;
  const spanning = acrossOf(cells, kinds);
  if (spanning) return spanning;
  // best[i][c]: the first i cells stand in the first c columns.
  const best = Array.from({ length: k + 1 }, () => new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY));
  const row0 = best[0];
  if (!row0) return null;
  row0[0] = 0;
  for (let c = 1; c <= n; c++) row0[c] = (row0[c - 1] ?? 0) - costOf(kinds[c - 1]);
  for (let i = 1; i <= k; i++) {
    const look = cells[i - 1];
    const row = best[i];
    const above = best[i - 1];
    if (!look || !row || !above) continue;
    for (let c = i; c <= n - (k - i); c++) {
      const kind = kinds[c - 1] ?? null;
      const skipped = (row[c - 1] ?? Number.NEGATIVE_INFINITY) - costOf(kind);
      row[c] = Math.max(skipped, (above[c - 1] ?? Number.NEGATIVE_INFINITY) + fitOf(look, kind));
    }
  }
  const columns: number[] = [];
  for (let i = k, c = n; i > 0; c--) {
    const skipped = (best[i]?.[c - 1] ?? Number.NEGATIVE_INFINITY) - costOf(kinds[c - 1]);
    if (c > i && (best[i]?.[c] ?? 0) === skipped) continue;
    columns.unshift(c - 1);
    i--;
  }
  return { columns, score: best[k]?.[n] ?? 0 };
}

/** A cell alone in its row, or beside its number, spans the table: it heads the rows below it. */
function acrossOf(cells: readonly CellLook[], kinds: readonly (ColumnKind | null)[]): PlacedCells | null {
  const number = kinds.indexOf('number');
  const task = kinds.indexOf('task');
  const [first, second] = cells;
  if (kinds.length < 4 || task < 0 || !first || cells.length > 2) return null;
  if (cells.length === 1) return first.empty || first.number ? null : { columns: [task], score: 0 };
  if (number < 0 || number > task || !first.number || second?.empty !== false) return null;
  return { columns: [number, task], score: 2 };
}

function costOf(kind: ColumnKind | null | undefined): number {
  return kind === 'number' ? MISSING_NUMBER : MISSING;
}
