import { readSheet } from 'read-excel-file/node';
import { present } from '../../dsl/present.ts';
import { UserError } from '../../dsl/user-error.ts';
import { IMPORT_FILE as say } from '../../texts/import-file.ts';
import { headsTasks } from './columns.ts';
import { lettersOfColumn, type SheetFacts, sheetFacts } from './sheet-facts.ts';
import { BrokenCell, type ListTable, type SheetCell, type TableRow } from './table.ts';

/** A list of a province's tasks for years has a hundredth of it; one cell far out would fill the memory. */
const MOST_CELLS = 5_000_000;

/**
 * The rows of one sheet of a workbook: the one asked for, else the first that holds a table of tasks. Cells that are
 * joined downwards stand in each of their rows. What a person would not see in the rows is said in `notes`.
 *
 * @throws UserError naming what cannot be read
 */
export async function workbookTable(bytes: Buffer, path: string, asked: string | undefined): Promise<ListTable> {
  const sheets = await sheetFacts(bytes).catch(() => {
    throw new UserError(say.notExcel(path));
  });
  const chosen = asked === undefined ? undefined : sheetAsked(sheets, asked);
  if (asked !== undefined && chosen === undefined)
    throw new UserError(
      say.noSuchSheet(
        path,
        asked,
        sheets.map((s) => s.name),
      ),
    );
  const read = new Map<SheetFacts, TableRow[]>();
  for (const [i, sheet] of sheets.entries())
    if (chosen === undefined || chosen === sheet || !tooLarge(sheet))
      read.set(sheet, await rowsOf(bytes, path, sheet, i + 1));
  const withTasks = sheets.filter((s) => headsTasks(read.get(s) ?? []));
  const sheet = chosen ?? withTasks.find((s) => !s.hidden) ?? withTasks[0] ?? sheets[0];
  if (!sheet) throw new UserError(say.notExcel(path));
  const others = withTasks.filter((s) => s !== sheet).map((s) => (s.hidden ? say.hiddenSheet(s.name) : s.name));
  const hidden = sheet.hiddenRows.map((r) => r + 1).filter((row) => read.get(sheet)?.some((t) => t.row === row));
  const rows = read.get(sheet) ?? [];
  const columns = sheet.hiddenColumns.filter((c) => rows.some(({ cells }) => (cells[c] ?? null) !== null));
  return {
    rows,
    ...(sheets.length > 1 ? { sheet: sheet.name, sheets: sheets.map((s) => s.name) } : {}),
    notes: [
      ...(chosen === undefined && sheet !== sheets[0] ? [say.sheetChosen(sheet.name, sheets[0]?.hidden === true)] : []),
      ...(others.length > 0 ? [say.otherSheets(others)] : []),
      ...(hidden.length > 0 ? [say.hiddenRows(hidden)] : []),
      ...(columns.length > 0 ? [say.hiddenColumns(columns.map(lettersOfColumn))] : []),
    ],
  };
}

/**
 * The rows of the first sheet of a workbook, whatever is in it.
 * @throws UserError where it is no workbook, or a cell stands too far out
 */
export async function firstSheetRows(bytes: Buffer, path: string): Promise<TableRow[]> {
  const [sheet] = await sheetFacts(bytes).catch(() => []);
  if (!sheet) throw new UserError(say.notExcel(path));
  return rowsOf(bytes, path, sheet, 1);
}

function sheetAsked(sheets: readonly SheetFacts[], asked: string): SheetFacts | undefined {
  const name = (s: string) => s.normalize('NFC').trim().toLowerCase();
  return (
    sheets.find((s) => name(s.name) === name(asked)) ?? (/^\d+$/.test(asked) ? sheets[Number(asked) - 1] : undefined)
  );
}

function tooLarge({ size }: SheetFacts): boolean {
  return size.rows * size.columns > MOST_CELLS;
}

async function rowsOf(bytes: Buffer, path: string, sheet: SheetFacts, number: number): Promise<TableRow[]> {
  if (tooLarge(sheet)) throw new UserError(say.tooLarge(path, sheet.name, sheet.size));
  const data: unknown[][] = await readSheet(bytes, number).catch(() => {
    throw new UserError(say.notExcel(path));
  });
  const cells = data.map((row) => row.map(cellOf));
  for (const [place, shown] of sheet.broken) {
    const [r = 0, c = 0] = place.split(':').map(Number);
    const row = cells[r];
    if (row) row[c] = new BrokenCell(shown);
  }
  for (const { top, left, bottom } of sheet.merges)
    for (let r = top + 1; r <= bottom && r < cells.length; r++) {
      const row = cells[r];
      if (row) row[left] = cells[top]?.[left] ?? null;
    }
  const joined = joinedSideways(sheet);
  return cells.map((row, i) => ({
    row: i + 1,
    cells: row,
    ...present({ joined: joined.get(i), since1904: sheet.since1904 ? (true as const) : undefined }),
  }));
}

/** By row, which cells are one with a cell to their left. */
function joinedSideways({ merges, size }: SheetFacts): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const joined = new Map<number, Map<number, number>>();
  for (const { top, left, bottom, right } of merges)
    for (let r = top; right > left && r <= bottom && r < size.rows; r++) {
      const row = joined.get(r) ?? new Map<number, number>();
      for (let c = left + 1; c <= right && c < size.columns; c++) row.set(c, left);
      joined.set(r, row);
    }
  return joined;
}

function cellOf(value: unknown): SheetCell {
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Date) return value;
  return typeof value === 'string' ? value.trim() : null;
}
