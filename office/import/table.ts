import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { UserError } from '../../dsl/user-error.ts';
import { decodeNotice } from '../../notices/decode.ts';
import { requirePlainFile } from '../../system/plain-file.ts';
import { columnsHeaded } from './columns.ts';

/** A cell whose formula has no value: what Excel shows there, or the formula itself. */
export class BrokenCell {
  constructor(readonly shown: string) {}
}

export type SheetCell = string | number | boolean | Date | BrokenCell | null;

/** One row of a sheet with its number as people see it, the first being 1. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly SheetCell[];
  /** Cells that are one with a cell to their left, by their column; whose words these are, nobody can say. */
  readonly joined?: ReadonlyMap<number, number>;
  /** The workbook counts its days from 1904, as those made on older Macs do. */
  readonly since1904?: true;
}

/** The rows of a list, empty ones left out. */
export interface ListTable {
  readonly rows: readonly TableRow[];
  /** What the file says beside its rows: other sheets with tasks, rows that are hidden. */
  readonly notes: readonly string[];
  /** The sheet that was read and all there are, where there are several. */
  readonly sheet?: string;
  readonly sheets?: readonly string[];
}

/**
 * The rows of an Excel or CSV file.
 * @param sheet name or number (from 1) of an Excel sheet; default the first that holds a table of tasks
 * @throws UserError naming what cannot be read
 */
export async function readTableFile(path: string, sheet?: string): Promise<ListTable> {
  await requirePlainFile(path);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`${path}: ${error.code === 'ENOENT' ? 'không có tệp này' : `không đọc được (${error.code})`}`);
  });
  // The reader of workbooks is loaded when a file needs it.
  const table = isZip(bytes)
    ? await (await import('./workbook.ts')).workbookTable(bytes, path, sheet)
    : { rows: csvRows(bytes, path), notes: [] };
  return { ...table, rows: table.rows.filter(({ cells }) => cells.some((cell) => cell !== null && cell !== '')) };
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

const DELIMITERS = [',', ';', '\t'] as const;

function csvRows(bytes: Uint8Array, path: string): TableRow[] {
  const text = decodeNotice(bytes, path);
  try {
    const records: string[][] = parse(text, { delimiter: delimiterOf(text), relax_column_count: true, trim: true });
    // As a spreadsheet counts them: a cell of several lines is in one row.
    return records.map((cells, i) => ({ row: i + 1, cells }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error['lines'] ?? 1);
    throw new UserError(`${path}:${line}: không phải CSV đúng cú pháp; kiểm tra dấu phân cách và dấu ngoặc kép`);
  }
}

const HEAD_LINES = 30;

/** Excel writes the list separator of the machine: the one by which a line of the head names most columns. */
function delimiterOf(text: string): string {
  const head = text.split(/\r?\n/, HEAD_LINES);
  const named = (d: string) =>
    Math.max(
      ...head.map((line) => columnsHeaded(line.split(d).map((cell) => cell.replace(/^\s*"|"\s*$/g, '').trim()))),
    );
  return DELIMITERS.map((d) => ({ d, n: named(d) })).reduce((best, next) => (next.n > best.n ? next : best)).d;
}
