import { bareLetters } from '../../dsl/bare-letters.ts';
import { UserError } from '../../dsl/user-error.ts';
import {
  CSV_COLUMNS,
  comparable,
  type Directory,
  directoryOfCsv,
  FUNCTIONS,
  loadDirectory,
  slugOf,
} from '../../register/index.ts';
import {
  DIRECTORY_HEADINGS,
  FUNCTION_WORDS,
  IGNORED_HEADINGS,
  DIRECTORY_FILE as say,
} from '../../texts/directory-file.ts';
import { dayOfCell } from '../import/cell-day.ts';
import { BrokenCell, type ListTable, readTableFile, type SheetCell, type TableRow } from '../import/table.ts';

type Column = (typeof CSV_COLUMNS)[number];

const DAYS: ReadonlySet<Column> = new Set(['agency_from', 'agency_to', 'from', 'to']);
/** A cell of numbers has lost the 0 its telephone number begins with. */
const MOBILE_DIGITS = 9;

/** A sheet with the row of its headings. */
interface Headed {
  readonly table: ListTable;
  /** Where among its rows. */
  readonly at: number;
  readonly known: number;
}

/**
 * A directory from a file: `.yaml`, `.csv`, or a sheet whose headings are the columns of the latter, in their own names
 * or as an office writes them. `note` is told what a person should know beside it: sheets not read, rows hidden.
 * @throws UserError with file and row
 */
export async function directoryFromFile(path: string, note: (words: string) => void = () => {}): Promise<Directory> {
  if (!/\.xlsx$/i.test(path)) return loadDirectory(path);
  const { table, at } = await headedTable(path, note);
  const [head, ...rest] = table.rows.slice(at);
  if (!head) throw new UserError(say.empty(path));
  const columns = columnsOf(head, path);
  const lines: string[] = [];
  // The headings lead, whatever stands above them; each row on the line of its number, where a person sees it.
  const isRead = (_: string, i: number) => columns[i] !== '';
  lines[0] = line(columns.filter(isRead));
  for (const row of rest) lines[row.row - 1] = line(recordOf(row, columns, `${path}:${row.row}`).filter(isRead));
  for (const words of table.notes) note(words);
  return directoryOfCsv(path, Array.from(lines, (text) => text ?? '').join('\n'));
}

/** The first sheet with headings of a directory, else the first there is. */
async function headedTable(path: string, note: (words: string) => void): Promise<Headed> {
  const first = headed(await readTableFile(path));
  const sheets = first.table.sheets ?? [];
  if (sheets.length < 2) return first;
  const all: Headed[] = [];
  for (const sheet of sheets) all.push(headed(await readTableFile(path, sheet)));
  const lists = all.filter(({ known }) => known > 1);
  const chosen = lists[0] ?? first;
  const names = (of: readonly Headed[]) => of.flatMap(({ table }) => table.sheet ?? []);
  if (lists.length > 1) note(say.otherSheets(names([chosen]), names(lists.slice(1))));
  return chosen;
}

/** The lowest of the rows that head most columns: titles, and the upper of two rows of headings, stand above it. */
function headed(table: ListTable): Headed {
  const named = table.rows
    .slice(0, HEAD_ROWS)
    .map(({ cells }) => new Set(cells.map(columnHeaded).filter(Boolean)).size);
  const known = Math.max(0, ...named);
  return { table, at: known > 1 ? named.lastIndexOf(known) : 0, known };
}

/** Under a title of the list few rows stand before its headings. */
const HEAD_ROWS = 15;

/** The column a heading is; '' for one that holds nothing of a directory, undefined for one nobody knows. */
function columnHeaded(cell: SheetCell): Column | '' | undefined {
  const heading = typeof cell === 'string' ? cell.trim() : '';
  const bare = bareLetters(comparable(heading));
  if (heading === '' || IGNORED_HEADINGS.has(bare)) return '';
  return CSV_COLUMNS.find((column) => column === heading) ?? (DIRECTORY_HEADINGS[bare] as Column | undefined);
}

/** Columns of the sheet, in its order; '' for one that is not read. Codes of agencies are made where it has none. */
function columnsOf({ cells }: TableRow, path: string): (Column | '')[] {
  const columns = cells.map((cell): Column | '' => {
    const known = columnHeaded(cell);
    if (known !== undefined) return known;
    throw new UserError(say.unknownHeading(path, String(cell)));
  });
  return columns.includes('agency') ? columns : [...columns, 'agency'];
}

function recordOf({ cells }: TableRow, columns: readonly (Column | '')[], where: string): string[] {
  const values = columns.map((column, i) => (column === '' ? '' : wordsOf(column, cells[i] ?? null, where)));
  const name = values[columns.indexOf('agency_name')] ?? '';
  const code = columns.indexOf('agency');
  if (name === '' && (values[code] ?? '') === '') throw new UserError(say.noAgency(where));
  return values.map((value, i) => (i === code && value === '' ? slugOf(name) : value));
}

function wordsOf(column: Column, cell: SheetCell, where: string): string {
  if (cell === null) return '';
  if (cell instanceof BrokenCell) throw new UserError(say.broken(where, cell.shown));
  if (DAYS.has(column)) return dayOfCell(cell) ?? String(cell);
  if (column === 'phone' && typeof cell === 'number') {
    const digits = String(cell);
    return digits.length === MOBILE_DIGITS ? `0${digits}` : digits;
  }
  const text = String(cell instanceof Date ? (dayOfCell(cell) ?? '') : cell).trim();
  return column === 'function' ? functionOf(text, where) : text;
}

function functionOf(text: string, where: string): string {
  const known = FUNCTION_WORDS[bareLetters(comparable(text))] ?? text;
  if (known === '' || FUNCTIONS.some((one) => one === known)) return known;
  throw new UserError(say.unknownFunction(where, text));
}

function line(values: readonly string[]): string {
  return values.map((value) => `"${value.replace(/"/g, '""').replace(/\s+/g, ' ')}"`).join(',');
}
