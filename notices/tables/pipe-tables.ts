import type { Span } from '../types.ts';
import type { Cell, Row, Table } from './types.ts';

export interface SourceLine {
  readonly start: number;
  readonly end: number;
}

/** Borders of grid tables and the rule below a head: "+---+---+", "|:---|---:|". */
const BORDER = /^\s*[+|]?\s*:?[-=]{2,}[-=:+|\s]*$/;
/** Blank lines that may stand between two rows. */
const MOST_BLANKS = 1;

/** Tables whose cells stand between bars, from line `i` on; null where none begins there. */
export function pipeTableAt(
  text: string,
  lines: readonly SourceLine[],
  i: number,
): { table: Table; to: number } | null {
  const first = lines[i];
  if (!first || !isRow(text.slice(first.start, first.end))) return null;
  const groups: Row[][] = [[]];
  let borders = 0;
  let blanks = 0;
  let to = i;
  for (let k = i; k < lines.length; k++) {
    const line = lines[k];
    if (!line) break;
    const raw = text.slice(line.start, line.end);
    if (raw.trim() === '') {
      if (++blanks > MOST_BLANKS) break;
      continue;
    }
    if (BORDER.test(raw)) {
      if (raw.trimStart().startsWith('+')) borders++;
      groups.push([]);
    } else if (isRow(raw)) groups.at(-1)?.push({ cells: cellsOf(raw, line.start) });
    else break;
    blanks = 0;
    to = k + 1;
  }
  // Of a grid table, the lines between two borders are one row.
  const rows = groups.flatMap((g) => (borders > 1 && g.length > 1 ? [mergedRows(g)] : g));
  return { table: { span: [first.start, lines[to - 1]?.end ?? first.end], rows }, to };
}

function isRow(raw: string): boolean {
  if (!raw.includes('|') || BORDER.test(raw)) return false;
  let cells = 1;
  for (let k = 0; k < raw.length; k++) if (raw.charAt(k) === '|' && raw.charAt(k - 1) !== '\\') cells++;
  const inner = raw.trim();
  return cells - (inner.startsWith('|') ? 1 : 0) - (inner.endsWith('|') ? 1 : 0) >= 2;
}

function cellsOf(raw: string, offset: number): Cell[] {
  const edges: number[] = [];
  for (let k = 0; k < raw.length; k++) if (raw.charAt(k) === '|' && raw.charAt(k - 1) !== '\\') edges.push(k);
  const first = raw.search(/\S/);
  if (raw.charAt(first) !== '|') edges.unshift(-1);
  if (raw.trimEnd().length - 1 !== edges.at(-1)) edges.push(raw.length);
  return edges.slice(1).map((to, k) => cellOf(raw, (edges[k] ?? -1) + 1, to, offset));
}

/** The cell `[from, to)` of a line, blanks at its edges left out. */
export function cellOf(raw: string, from: number, to: number, offset: number): Cell {
  let a = from;
  let b = to;
  while (a < b && /\s/.test(raw.charAt(a))) a++;
  while (b > a && /\s/.test(raw.charAt(b - 1))) b--;
  return { ranges: a < b ? [[offset + a, offset + b] as Span] : [] };
}

/** Rows put together cell by cell. */
export function mergedRows(rows: readonly Row[]): Row {
  const columns = Math.max(...rows.map((r) => r.cells.length));
  const cells = Array.from({ length: columns }, (_, c) => ({ ranges: rows.flatMap((r) => r.cells[c]?.ranges ?? []) }));
  return { cells };
}
