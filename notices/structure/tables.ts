import { type Clean, clean } from '../text/clean.ts';
import type { Span } from '../types.ts';
import type { Line } from './lines.ts';

/** What a column of an assignment table holds. */
export type Column = 'task' | 'lead' | 'cooperating' | 'time' | 'number' | 'other';

export interface TableRow {
  readonly span: Span;
  readonly cells: ReadonlyMap<Column, Clean>;
}

const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(?:stt|tt|số tt|số thứ tự)$/u],
  ['cooperating', /phối hợp/u],
  ['lead', /chủ trì|cơ quan thực hiện|đơn vị thực hiện|cơ quan, đơn vị|trách nhiệm/u],
  ['time', /thời (?:gian|hạn)|hoàn thành|tiến độ|hạn/u],
  ['task', /nhiệm vụ|nội dung|công việc/u],
];

/** The rows of Markdown tables that assign tasks: a header row names a task and a lead column. */
export function assignmentRows(source: string, lines: readonly Line[]): TableRow[] {
  const rows: TableRow[] = [];
  let columns: Column[] | null = null;
  for (const line of lines) {
    if (line.kind !== 'row') {
      if (line.kind === 'text') columns = null;
      continue;
    }
    const cells = cellsOf(source, line);
    if (cells.every((c) => /^[-:\s]*$/.test(c.text))) continue;
    const named = cells.map((c) => columnOf(c.folded));
    if (named.includes('task') && named.includes('lead')) columns = named;
    else if (columns) rows.push({ span: [line.start, line.end], cells: byColumn(columns, cells) });
  }
  return rows;
}

function cellsOf(source: string, line: Line): Clean[] {
  const raw = source.slice(line.start, line.end);
  const bars = [...raw.matchAll(/\|/g)].map((m) => line.start + m.index);
  return bars.slice(0, -1).map((bar, k) => clean(source, [[bar + 1, bars[k + 1] ?? bar + 1]]));
}

function columnOf(folded: string): Column {
  if (folded.length > 60) return 'other';
  return COLUMNS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'other';
}

function byColumn(columns: readonly Column[], cells: readonly Clean[]): Map<Column, Clean> {
  const found = new Map<Column, Clean>();
  for (const [i, cell] of cells.entries()) {
    const column = columns[i];
    if (column && cell.text !== '' && !found.has(column)) found.set(column, cell);
  }
  return found;
}
