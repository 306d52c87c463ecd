import type { ReportDocument } from '../office/report/tables.ts';
import { type Report, type ReportRow, reportOf } from '../register/index.ts';
import { REPORT_TEXTS as say } from '../texts/report.ts';
import { tableOf } from './table.ts';

/** The tables of a report and what stands below them, for people. */
export function reportLines({ asOf, tables, notes }: ReportDocument): string[] {
  const shown = tables.flatMap(({ title, head, rows }) => [
    `\n${title}`,
    tableOf(
      head,
      rows.map((row) => row.map(String)),
    ),
  ]);
  return [say.until(asOf), ...shown, '', ...notes];
}

/** The same for programs; `directives` opens each figure down to what it counts. */
export function reportJson(report: Report, document: ReportDocument) {
  const { withDeadline, withoutDeadline, total, cancelled, awaitingApproval, waiting, suspended, recurring } = report;
  return {
    total,
    withDeadline,
    withoutDeadline,
    cancelled,
    awaitingApproval,
    waiting,
    suspended,
    recurring,
    groups: groupsOf(report),
    tables: document.tables,
    directives: report.rows,
  };
}

/** What groups were given: the figures of each whole are those of its shares, which `directives` has by `parent`. */
function groupsOf({ asOf, rows }: Report) {
  const wholes = new Map<string, ReportRow[]>();
  for (const row of rows) {
    if (row.parent !== undefined) wholes.set(row.parent.id, [...(wholes.get(row.parent.id) ?? []), row]);
  }
  return [...wholes].map(([id, shares]) => {
    const { total, cancelled, withDeadline, withoutDeadline } = reportOf(asOf, shares);
    return { id, lead: shares[0]?.parent?.lead ?? [], total, cancelled, withDeadline, withoutDeadline };
  });
}
