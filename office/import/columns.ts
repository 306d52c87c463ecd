import { UserError } from '../../dsl/user-error.ts';
import { COLUMN_NAMES, type Column } from '../../texts/import.ts';
import { plain } from './plain.ts';
import type { TableRow } from './table.ts';

/** How a column is headed, the more particular first: a header is the first it fits. */
const HEADERS: readonly (readonly [Column, RegExp])[] = [
  ['closed', /\bngay (da )?(hoan thanh|ket thuc|xong|duyet|dong)|hoan thanh (vao )?ngay|ngay thuc te hoan thanh/],
  ['submitted', /\bngay (trinh|nop|bao cao|gui ket qua)/],
  ['acknowledged', /\bngay (tiep )?nhan|\bngay xac nhan|^tiep nhan$/],
  ['due', /\bhan\b|thoi gian (hoan thanh|thuc hien)|\bden han/],
  ['issued', /\bngay (ban hanh|van ban|vb|thang|giao|ky|cong van|phat hanh)|^ngay$/],
  ['note', /ghi chu|luu y/],
  ['status', /trang thai|tinh trang|tinh hinh|tien do|ket qua/],
  ['cooperating', /phoi hop/],
  ['supervisor', /theo doi|don doc|giam sat/],
  ['text', /noi dung|nhiem vu|cong viec|trich yeu/],
  ['number', /\bso (ky )?hieu|\bso van ban|\bso vb|^so$|ky hieu|\bvan ban\b/],
  ['lead', /chu tri|thuc hien|duoc giao|\bdon vi\b|co quan/],
];

const REQUIRED: readonly Column[] = ['issued', 'text', 'lead'];
/** Titles and dates of a report may stand above its table. */
const ROWS_BEFORE_HEADER = 30;

export interface Columns {
  readonly headerRow: number;
  readonly places: ReadonlyMap<Column, number>;
  /** As headed in the file, for messages. */
  readonly headings: ReadonlyMap<Column, string>;
  /** Headers nobody reads. */
  readonly unread: readonly string[];
}

/**
 * Finds the header among the first rows: the one with most columns that are known.
 * @throws UserError naming the columns that are missing
 */
export function findColumns(rows: readonly TableRow[], path: string): Columns {
  const candidates = rows.slice(0, ROWS_BEFORE_HEADER).map(columnsOf);
  const best = candidates.reduce<Columns | undefined>(
    (found, next) => (next.places.size > (found?.places.size ?? 0) ? next : found),
    undefined,
  );
  const missing = REQUIRED.filter((column) => !best?.places.has(column));
  if (best && missing.length === 0) return best;
  const where = best && best.places.size > 1 ? `${path}:${best.headerRow}` : path;
  throw new UserError(
    `${where}: bảng thiếu cột ${missing.map((c) => `“${COLUMN_NAMES[c]}”`).join(', ')}; dòng tiêu đề cần có ít nhất ngày ban hành, nội dung, chủ trì`,
  );
}

function columnsOf({ row, cells }: TableRow): Columns {
  const places = new Map<Column, number>();
  const headings = new Map<Column, string>();
  const unread: string[] = [];
  for (const [i, cell] of cells.entries()) {
    if (typeof cell !== 'string' || cell === '') continue;
    const heading = cell.replace(/\s+/g, ' ');
    // A heading is short; a sentence is a row of the table.
    const column = heading.length > 60 ? undefined : HEADERS.find(([, form]) => form.test(plain(heading)))?.[0];
    if (column === undefined || places.has(column)) {
      unread.push(heading);
      continue;
    }
    places.set(column, i);
    headings.set(column, heading);
  }
  return { headerRow: row, places, headings, unread };
}
