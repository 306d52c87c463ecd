import { type Clean, clean } from '../text/clean.ts';
import type { Span } from '../types.ts';
import { cellLookOf } from './cell-fit.ts';
import { type ColumnKind, isTableHead, kindsOf } from './columns.ts';
import { spannedHead } from './listed-head.ts';
import type { SourceLine } from './pipe-tables.ts';
import { breakRows } from './row-breaks.ts';
import type { Cell, Row, Table } from './types.ts';

const BAR = /^\s*\|\s*$/;
/** Lines of one cell: more, and the bar was none of a table's. */
const MOST_LINES = 120;
/** Cells of a row that may be a head, and cells of one table. */
const MOST_COLUMNS = 20;
const MOST_CELLS = 20_000;
/** What stands below a table though a bar stands before and, of the next table, after it. */
const ENDS = /^(?:nơi nhận|phụ lục|ghi chú\s*:|trên đây|biểu (?:mẫu|số)|mẫu số)/u;

/** What stands between two bars. */
interface Listed {
  readonly cell: Cell;
  readonly clean: Clean;
  /** The lines of the bars before and after it. */
  readonly from: number;
  readonly to: number;
}

/**
 * The table whose cells stand one below the other with a bar alone on a line between them, as web pages are copied: a
 * row's last bar and the next row's first stand together, so an empty cell looks like the end of a row, and cells
 * that are merged are not there at all. The columns of the head and the looks of the cells say what is what.
 *
 * @returns the table from its head on (null where these bars hold none of assignments) and the line to go on from;
 *   null where no bar stands at line `i`
 */
export function listedTableAt(
  text: string,
  lines: readonly SourceLine[],
  i: number,
): { table: Table | null; to: number } | null {
  if (!isBar(text, lines[i])) return null;
  const cells = cellsFrom(text, lines, i);
  const last = cells.at(-1);
  if (!last) return { table: null, to: i + 1 };
  const at = headAt(cells);
  if (!at) return { table: null, to: last.to };
  const end = endOf(cells, at.body, at.kinds);
  const body = cells.slice(at.body, end);
  const looks = body.map((c) => cellLookOf(c.clean));
  const rows = breakRows(looks, at.kinds).map(({ from, columns }): Row => {
    const row: Cell[] = at.kinds.map(() => ({ ranges: [], missing: true }));
    columns.forEach((column, k) => {
      row[column] = body[from + k]?.cell ?? { ranges: [] };
    });
    return { cells: row };
  });
  const closing = lines[body.at(-1)?.to ?? i];
  const opening = lines[cells[at.head]?.from ?? i];
  if (!opening || !closing) return { table: null, to: last.to };
  const table = { span: [opening.start, closing.end] as Span, rows: [...at.rows, ...rows] };
  return { table, to: body.at(-1)?.to ?? last.to };
}

function isBar(text: string, line: SourceLine | undefined): boolean {
  return line !== undefined && line.end - line.start < 40 && BAR.test(text.slice(line.start, line.end));
}

/** What stands between the bars from line `i` on, up to the last that closes a cell. */
function cellsFrom(text: string, lines: readonly SourceLine[], i: number): Listed[] {
  const cells: Listed[] = [];
  let from = i;
  let ranges: Span[] = [];
  let blankFirst = false;
  for (let k = i + 1; k < lines.length && k - from <= MOST_LINES && cells.length < MOST_CELLS; k++) {
    const line = lines[k];
    if (!line) break;
    if (isBar(text, line)) {
      cells.push({ cell: { ranges }, clean: clean(text, ranges), from, to: k });
      from = k;
      ranges = [];
      blankFirst = false;
      continue;
    }
    const own = clean(text, [[line.start, line.end]]);
    const start = own.starts[0];
    const end = own.ends.at(-1);
    if (start === undefined || end === undefined) blankFirst ||= ranges.length === 0;
    else {
      // A cell begins on the line after its bar; what comes after a gap, or names another part, stands below the table.
      if (ranges.length === 0 && (blankFirst || ENDS.test(own.folded))) break;
      ranges.push([start, end]);
    }
  }
  return cells;
}

interface Head {
  /** Its first cell, and the first cell below it. */
  readonly head: number;
  readonly body: number;
  readonly rows: readonly Row[];
  readonly kinds: readonly (ColumnKind | null)[];
}

/** The first run of cells that heads a table of assignments, with a second row of heads if it has one. */
function headAt(cells: readonly Listed[]): Head | null {
  for (let from = 0; from < cells.length; ) {
    const to = nextEmpty(cells, from);
    const group = cells.slice(from, to);
    if (group.length >= 3 && group.length <= MOST_COLUMNS) {
      const under = cells.slice(to + 1, nextEmpty(cells, to + 1));
      const spanned = spannedHead(group.map(folded), under.map(folded));
      if (spanned) {
        const rows = [spanned.upper.map((k) => cellOf(group, k)), spanned.lower.map((k) => cellOf(under, k))];
        return {
          head: from,
          body: to + 1 + under.length + 1,
          kinds: spanned.kinds,
          rows: rows.map((r) => ({ cells: r })),
        };
      }
      const heads = group.map(folded);
      if (isTableHead(heads))
        return { head: from, body: to + 1, kinds: kindsOf(heads), rows: [{ cells: group.map((c) => c.cell) }] };
    }
    from = to + 1;
  }
  return null;
}

function cellOf(group: readonly Listed[], k: number | null): Cell {
  return (k === null ? null : group[k]?.cell) ?? { ranges: [] };
}

function folded(c: Listed): string {
  return c.clean.folded;
}

function nextEmpty(cells: readonly Listed[], from: number): number {
  let to = from;
  while (to < cells.length && cells[to]?.clean.text !== '') to++;
  return to;
}

/** Where another table's head begins, with columns of its own. */
function endOf(cells: readonly Listed[], body: number, kinds: readonly (ColumnKind | null)[]): number {
  for (let from = body; from < cells.length; ) {
    const to = nextEmpty(cells, from);
    const heads = cells.slice(from, to).map(folded);
    if (heads.length >= 3 && heads.length <= MOST_COLUMNS && isTableHead(heads)) {
      const own = kindsOf(heads);
      if (own.length !== kinds.length || own.some((k, c) => k !== kinds[c])) return from;
    }
    from = to + 1;
  }
  return cells.length;
}
