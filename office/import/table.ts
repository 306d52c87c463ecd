import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { UserError } from '../../dsl/user-error.ts';
import { decodeNotice } from '../../notices/decode.ts';

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
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      trim: true,
    }) as unknown as { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
    return records.map(({ record, info }) => ({ row: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error['lines'] ?? 1);
    throw new UserError(`${path}:${line}: không phải CSV đúng cú pháp; kiểm tra dấu phân cách và dấu ngoặc kép`);
  }
}

/** Excel writes the list separator of the machine: the one that stands most often in the first lines. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 4000);
  const counts = DELIMITERS.map((d) => ({ d, n: head.split(d).length }));
  return counts.reduce((best, next) => (next.n > best.n ? next : best)).d;
}
