import type { Report, ReportCell, ReportRow } from '../../register/index.ts';

/** What a directive counted as at one instant and at a later one. */
export interface CellChange {
  readonly row: ReportRow;
  readonly was: ReportCell;
}

/** What came, went and changed its standing between two reports. */
export interface ReportComparison {
  /** Counted now, and not then. */
  readonly entered: readonly ReportRow[];
  /** Counted then and no longer: cancelled, superseded, split, merged. */
  readonly left: readonly ReportRow[];
  /** Counted both times, in another cell. */
  readonly changed: readonly CellChange[];
}

/** Holds what is counted at an instant against what was counted at one before it. */
export function compareReports(before: Report, after: Report): ReportComparison {
  const then = new Map(before.rows.flatMap((row) => (row.cell === null ? [] : [[row.directiveId, row.cell] as const])));
  const entered: ReportRow[] = [];
  const left: ReportRow[] = [];
  const changed: CellChange[] = [];
  for (const row of after.rows) {
    const was = then.get(row.directiveId);
    if (row.cell === null) {
      if (was !== undefined) left.push(row);
    } else if (was === undefined) entered.push(row);
    else if (was !== row.cell) changed.push({ row, was });
  }
  return { entered, left, changed };
}
