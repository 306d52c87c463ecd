import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { UserError } from '../../dsl/user-error.ts';
import { decodeNotice } from '../../notices/decode.ts';
import { columnsHeaded } from './columns.ts';

export type Cell = string | number | boolean | Date | null;

/** One row of a sheet with its number as people see it, the first being 1. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/**
 * The rows of an Excel or CSV file; empty ones are left out.
 * @param sheet name or number (from 1) of an Excel sheet; default the first
 * @throws UserError naming what cannot be read
 */
export async function readTable(path: string, sheet?: string): Promise<TableRow[]> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`${path}: ${error.code === 'ENOENT' ? 'không có tệp này' : `không đọc được (${error.code})`}`);
  });
  const rows = isZip(bytes) ? await excelRows(bytes, path, sheet) : csvRows(bytes, path);
  return rows.filter(({ cells }) => cells.some((cell) => cell !== null && cell !== ''));
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

async function excelRows(bytes: Buffer, path: string, sheet: string | undefined): Promise<TableRow[]> {
  const which = sheet === undefined ? 1 : /^\d+$/.test(sheet) ? Number(sheet) : sheet;
  const data: unknown[][] = await readSheet(bytes, which).catch((error: unknown) => {
    const missing = error instanceof Error && /sheet/i.test(error.name + error.message);
    throw new UserError(
      missing && sheet !== undefined
        ? `${path}: không có trang tính “${sheet}”`
        : `${path}: không đọc được như tệp Excel (.xlsx); mở bằng Excel rồi lưu lại dạng .xlsx hoặc .csv`,
    );
  });
  return data.map((cells, i) => ({ row: i + 1, cells: cells.map(cellOf) }));
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Date) return value;
  return typeof value === 'string' ? value.trim() : null;
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
