import { present } from '../../dsl/present.ts';
import { addDays, addMonths, type Day, laterDay } from '../../dsl/time/day.ts';
import { CELLS, type CountedFilter, type Report, type ReportCell, type ReportRow } from '../../register/index.ts';
import { REPORT_TEXTS } from '../../texts/report.ts';
import { type Grouping, groupOf, issuerName } from './tables.ts';

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

/** The same question for the database; undefined where nothing fits. `issuers`: all there are, as notices have them. */
export function countedFilter(asked: RowFilter, issuers: readonly (string | null)[]): CountedFilter | undefined {
  const { cell, done = false, open = false, group, deadline, parent, notice, from, to } = asked;
  const month = group?.by === 'month' ? monthOf(group.name) : undefined;
  const isUndated = group?.by === 'month' && group.name === REPORT_TEXTS.noMonth;
  if (group?.by === 'month' && month === undefined && (!isUndated || deadline === 'some')) return undefined;
  return present({
    cells: CELLS.filter((one) => cell === undefined || one === cell)
      .filter((one) => !done || isDone({ cell: one }))
      .filter((one) => !open || !isDone({ cell: one })),
    firstLeads:
      group?.by !== 'agency' ? undefined : group.name === REPORT_TEXTS.noAgency ? [group.name, null] : [group.name],
    issuers: group?.by === 'issuer' ? issuers.filter((issuer) => issuerName({ issuer }) === group.name) : undefined,
    from: month === undefined ? from : laterDay(month.from, from ?? month.from),
    to: month === undefined || (to !== undefined && to < month.to) ? to : month.to,
    deadline: isUndated ? ('none' as const) : deadline,
    noticeId: notice,
    parent,
  });
}

/** Its days, of a month as the tables name it. */
function monthOf(name: string): { readonly from: Day; readonly to: Day } | undefined {
  const [, month, year] = /^(0[1-9]|1[0-2])\/(\d{4})$/.exec(name) ?? [];
  if (month === undefined || year === undefined) return undefined;
  const from = `${year}-${month}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
}
