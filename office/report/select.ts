import type { Day } from '../../dsl/time/day.ts';
import type { Report, ReportCell, ReportRow } from '../../register/index.ts';
import { type Grouping, groupOf } from './tables.ts';

/** Which directives of a report: those all given fields fit. */
export interface RowFilter {
  readonly cell?: ReportCell;
  /** Done, in time or late. */
  readonly done?: boolean;
  /** Not done, in time or overdue. */
  readonly open?: boolean;
  /** By the name of a group, as the tables have it. */
  readonly group?: { readonly by: Grouping; readonly name: string };
  /** Last day on time, both included. */
  readonly from?: Day;
  readonly to?: Day;
  readonly notice?: string;
  /** With a deadline, or without one. */
  readonly deadline?: 'some' | 'none';
  /** The shares of what one group was given, by the id of the whole. */
  readonly parent?: string;
}

/** Is there a result, in time or late? */
export function isDone({ cell }: Pick<ReportRow, 'cell'>): boolean {
  return cell === 'doneOnTime' || cell === 'doneLate';
}

/** The directives behind a figure: what falls due first stands first, what has no deadline last. */
export function rowsBehind(report: Report, asked: RowFilter): readonly ReportRow[] {
  const { cell, done = false, open = false, group, from, to, notice, deadline, parent } = asked;
  return report.rows
    .filter((row) => row.cell !== null && (cell === undefined || row.cell === cell))
    .filter((row) => !done || isDone(row))
    .filter((row) => !open || !isDone(row))
    .filter((row) => group === undefined || groupOf(group.by, row) === group.name)
    .filter(({ due }) => from === undefined || (due !== null && due >= from))
    .filter(({ due }) => to === undefined || (due !== null && due <= to))
    .filter(({ noticeId }) => notice === undefined || noticeId === notice)
    .filter(({ withDeadline }) => deadline === undefined || withDeadline === (deadline === 'some'))
    .filter((row) => parent === undefined || row.parent?.id === parent)
    .toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.directiveId.localeCompare(b.directiveId));
}
