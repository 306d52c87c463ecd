import type { ReportDocument } from '../office/report/tables.ts';
import type { Report } from '../register/index.ts';
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
    tables: document.tables,
    directives: report.rows,
  };
}
