import { bareLetters } from '../../dsl/bare-letters.ts';
import { UserError } from '../../dsl/user-error.ts';
import {
  CSV_COLUMNS,
  comparable,
  type Directory,
  directoryOfCsv,
  loadDirectory,
  slugOf,
} from '../../register/index.ts';
import { DIRECTORY_HEADINGS, FUNCTION_WORDS, DIRECTORY_FILE as say } from '../../texts/directory-file.ts';
import { dayOfCell } from '../import/cell-day.ts';
import { readTableFile, type SheetCell, type TableRow } from '../import/table.ts';

type Column = (typeof CSV_COLUMNS)[number];

const DAYS: ReadonlySet<Column> = new Set(['agency_from', 'agency_to', 'from', 'to']);
/** A cell of numbers has lost the 0 its telephone number begins with. */
const MOBILE_DIGITS = 9;

/**
 * A directory from a file: `.yaml`, `.csv`, or a sheet whose headings are the columns of the latter, in their own names
 * or as an office writes them.
 * @throws UserError with file and row
 */
export async function directoryFromFile(path: string): Promise<Directory> {
  if (!/\.xlsx$/i.test(path)) return loadDirectory(path);
  const { rows } = await readTableFile(path);
  const [head, ...rest] = rows;
  if (!head) throw new UserError(say.empty(path));
  const columns = columnsOf(head, path);
  const lines: string[] = [];
  // Each row on the line of its number, so that what is wrong is told where a person sees it.
  for (const row of [head, ...rest]) {
    lines[row.row - 1] = row === head ? line(columns) : line(recordOf(row, columns));
  }
  return directoryOfCsv(path, Array.from(lines, (text) => text ?? '').join('\n'));
}

/** Columns of the sheet, in its order; '' for one without a heading. Codes of agencies are made where it has none. */
function columnsOf({ cells }: TableRow, path: string): (Column | '')[] {
  const columns = cells.map((cell): Column | '' => {
    const heading = typeof cell === 'string' ? cell.trim() : '';
    if (heading === '') return '';
    const known =
      CSV_COLUMNS.find((column) => column === heading) ?? DIRECTORY_HEADINGS[bareLetters(comparable(heading))];
    if (known !== undefined) return known as Column;
    throw new UserError(say.unknownHeading(path, heading));
  });
  return columns.includes('agency') ? columns : [...columns, 'agency'];
}

function recordOf({ cells }: TableRow, columns: readonly (Column | '')[]): string[] {
  const values = columns.map((column, i) => (column === '' ? '' : wordsOf(column, cells[i] ?? null)));
  const name = values[columns.indexOf('agency_name')] ?? '';
  return values.map((value, i) => (columns[i] === 'agency' && value === '' ? slugOf(name) : value));
}

function wordsOf(column: Column, cell: SheetCell): string {
  if (cell === null) return '';
  if (DAYS.has(column)) return dayOfCell(cell) ?? String(cell);
  if (column === 'phone' && typeof cell === 'number') {
    const digits = String(cell);
    return digits.length === MOBILE_DIGITS ? `0${digits}` : digits;
  }
  const text = String(cell instanceof Date ? (dayOfCell(cell) ?? '') : cell).trim();
  return column === 'function' ? (FUNCTION_WORDS[bareLetters(comparable(text))] ?? text) : text;
}

function line(values: readonly string[]): string {
  return values.map((value) => `"${value.replace(/"/g, '""').replace(/\s+/g, ' ')}"`).join(',');
}
