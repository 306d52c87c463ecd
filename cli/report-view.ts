import { CELLS, type Report } from '../register/index.ts';
import { tableOf } from './table.ts';

const COLUMNS = ['Hoàn thành đúng hạn', 'Hoàn thành quá hạn', 'Đang làm, trong hạn', 'Đang làm, quá hạn'] as const;

/** The eight figures and their sums, as a table for people. */
export function reportTable(report: Report): string {
  const row = (name: string, cells: Report['withDeadline']) => {
    const figures = CELLS.map((c) => cells[c]);
    return [name, ...figures.map(String), String(figures.reduce((a, b) => a + b, 0))];
  };
  const sums = CELLS.map((c) => report.withDeadline[c] + report.withoutDeadline[c]);
  const table = tableOf(
    ['', ...COLUMNS, 'Cộng'],
    [
      row('Có hạn', report.withDeadline),
      row('Không hạn', report.withoutDeadline),
      ['Cộng', ...sums.map(String), String(report.total)],
    ],
  );
  return `${table}\nChờ duyệt kết quả: ${report.awaitingApproval}. Đã hủy, được thay thế, tách hoặc nhập (không tính ở trên): ${report.cancelled}.`;
}

/** The same for programs; `directives` opens each figure down to what it counts. */
export function reportJson(report: Report) {
  const { withDeadline, withoutDeadline, total, cancelled, awaitingApproval, rows } = report;
  return { total, withDeadline, withoutDeadline, cancelled, awaitingApproval, directives: rows };
}
