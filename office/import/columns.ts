import { UserError } from '../../dsl/user-error.ts';
import { COLUMN_NAMES, type Column } from '../../texts/import.ts';
import { plain } from './plain.ts';
import type { SheetCell, TableRow } from './table.ts';

type Form = readonly [Column, RegExp];

/** How a column is headed, the more particular first: a header is the first it fits. */
const SURE: readonly Form[] = [
  [
    'closed',
    /\bngay (da )?(hoan thanh|ket thuc|xong|duyet|dong)|hoan thanh (vao )?ngay|thuc te hoan thanh|hoan thanh thuc te/,
  ],
  ['submitted', /\bngay (trinh|nop|bao cao|gui ket qua)/],
  ['acknowledged', /\bngay (tiep )?nhan|\bngay xac nhan|^tiep nhan$/],
  ['due', /^(?!.*(so ngay|qua han|gia han|con lai)).*(\bhan\b|thoi gian (hoan thanh|thuc hien))/],
  ['issued', /\bngay (ban hanh|van ban|vb|thang|giao|ky|cong van|phat hanh)|^ngay$/],
  ['secrecy', /\b(do|muc) (bao )?mat\b/],
  ['note', /ghi chu|luu y/],
  ['status', /trang thai|tinh trang|tinh hinh|tien do|ket qua/],
  ['cooperating', /phoi hop/],
  ['supervisor', /theo doi|don doc|giam sat/],
  ['text', /noi dung|nhiem vu|cong viec/],
  ['number', /\bso (ky )?hieu|\bso van ban|\bso vb|^so$|ky hieu/],
  ['lead', /chu tri|duoc giao|(don vi|co quan) thuc hien/],
];
/** What may head such a column where nothing surer does. */
const LIKELY: readonly Form[] = [
  ['text', /trich yeu/],
  ['number', /^van ban( .*)?$/],
  ['lead', /^(?!.*(ban hanh|ngay|giao viec|ky)).*(thuc hien|\bdon vi\b|co quan)/],
];

const REQUIRED: readonly Column[] = ['issued', 'text', 'lead'];
/** Titles and dates of a report may stand above its table. */
const ROWS_BEFORE_HEADER = 30;

export interface ListColumns {
  readonly headerRow: number;
  readonly places: ReadonlyMap<Column, number>;
  /** As headed in the file, for messages. */
  readonly headings: ReadonlyMap<Column, string>;
  /** Headers nobody reads. */
  readonly unread: readonly string[];
}

/**
 * Finds the header among the first rows: the one, or the two one below the other, with most columns that are known.
 * @param inFile said of the file behind what is missing: which sheet it is
 * @throws UserError naming the columns that are missing
 */
export function findColumns(rows: readonly TableRow[], path: string, inFile = ''): ListColumns {
  const best = bestHeader(rows);
  const missing = REQUIRED.filter((column) => !best?.places.has(column));
  if (best && missing.length === 0) return best;
  const where = best && best.places.size > 1 ? `${path}:${best.headerRow}` : path;
  throw new UserError(
    `${where}: bảng thiếu cột ${missing.map((c) => `“${COLUMN_NAMES[c]}”`).join(', ')}; dòng tiêu đề cần có ít nhất ngày ban hành, nội dung, chủ trì${inFile}`,
  );
}

/** Do these rows hold a table of tasks? */
export function headsTasks(rows: readonly TableRow[]): boolean {
  const best = bestHeader(rows);
  return REQUIRED.every((column) => best?.places.has(column));
}

function bestHeader(rows: readonly TableRow[]): ListColumns | undefined {
  const first = rows.slice(0, ROWS_BEFORE_HEADER);
  return first
    .flatMap((row, i) => [columnsOf(row), ...underOf(row, first[i + 1])])
    .reduce<ListColumns | undefined>(
      (best, next) => (next.places.size > (best?.places.size ?? 0) ? next : best),
      undefined,
    );
}

/** Two rows of headings as one: what heads several columns stands before what heads each of them. */
function underOf(upper: TableRow, lower: TableRow | undefined): ListColumns[] {
  if (!lower?.cells.every((cell) => cell === null || cell === '' || headingOf(cell) !== undefined)) return [];
  let across: SheetCell = null;
  const cells = Array.from({ length: Math.max(upper.cells.length, lower.cells.length) }, (_, c): SheetCell => {
    const own = headingOf(upper.cells[c] ?? null);
    const under = headingOf(lower.cells[c] ?? null);
    across = own ?? across;
    if (under === undefined || under === own) return own ?? null;
    return typeof across === 'string' ? `${across} ${under}` : under;
  });
  return [columnsOf({ row: lower.row, cells }, 2 * LONGEST_HEADING)];
}

function columnsOf({ row, cells }: TableRow, longest = LONGEST_HEADING): ListColumns {
  const places = new Map<Column, number>();
  const headings = new Map<Column, string>();
  for (const forms of [SURE, LIKELY]) {
    for (const [i, cell] of cells.entries()) {
      const heading = headingOf(cell, longest);
      if (heading === undefined || [...places.values()].includes(i)) continue;
      const column = forms.find(([, form]) => form.test(plain(heading)))?.[0];
      if (column === undefined || places.has(column)) continue;
      places.set(column, i);
      headings.set(column, heading);
    }
  }
  const read = new Set(places.values());
  const unread = cells.flatMap((cell, i) => (read.has(i) ? [] : (headingOf(cell, longest) ?? [])));
  return { headerRow: row, places, headings, unread };
}

/** How many columns a row heads, as far as they are known. */
export function columnsHeaded(cells: readonly SheetCell[]): number {
  return columnsOf({ row: 0, cells }).places.size;
}

/** A heading is short; a sentence is a row of the table. */
const LONGEST_HEADING = 60;

function headingOf(cell: SheetCell, longest = LONGEST_HEADING): string | undefined {
  if (typeof cell !== 'string' || cell === '') return undefined;
  const heading = cell.replace(/\s+/g, ' ');
  return heading.length > longest ? undefined : heading;
}
