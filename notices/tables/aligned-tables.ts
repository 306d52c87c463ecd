import { fold } from '../text/clean.ts';
import { isTableHead } from './columns.ts';
import { cellOf, mergedRows, type SourceLine } from './pipe-tables.ts';
import type { Cell, Row, Table } from './types.ts';

const MOST_WIDTH = 400;
const MOST_BLANKS = 1;
const ENDS = /^\s*(?:nơi nhận|phụ lục|ghi chú\s*:|trên đây)/iu;

/** A part of a line between wide blanks. */
interface Part {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Tables whose columns are set apart by tabs or blanks, from their head at line `i` on; null where none begins. */
export function alignedTableAt(
  text: string,
  lines: readonly SourceLine[],
  i: number,
): { table: Table; to: number } | null {
  const first = lines[i];
  if (!first || first.end - first.start > MOST_WIDTH) return null;
  const raw = text.slice(first.start, first.end);
  if (!/\t| {2}/.test(raw)) return null;
  const head = partsOf(raw);
  if (head.length < 3 || !isTableHead(head.map((p) => fold(p.text.normalize('NFC'))))) return null;
  return raw.includes('\t') ? tabbed(text, lines, i, head.length) : spaced(text, lines, i, head);
}

function partsOf(raw: string): Part[] {
  return [...raw.matchAll(/\S+(?:[^\S\t]\S+)*/g)].map((m) => ({
    text: m[0],
    from: m.index,
    to: m.index + m[0].length,
  }));
}

/** One line a row, one tab a column (or several, where no cell is empty). */
function tabbed(
  text: string,
  lines: readonly SourceLine[],
  i: number,
  columns: number,
): { table: Table; to: number } | null {
  const rows: Row[] = [];
  let to = i;
  for (let k = i, blanks = 0; k < lines.length; k++) {
    const line = lines[k];
    if (!line) break;
    const raw = text.slice(line.start, line.end);
    if (raw.trim() === '') {
      if (++blanks > MOST_BLANKS) break;
      continue;
    }
    blanks = 0;
    if (!raw.includes('\t') || ENDS.test(raw)) break;
    rows.push({ cells: tabCells(raw, line.start, columns) });
    to = k + 1;
  }
  return ended(lines, i, to, rows);
}

function tabCells(raw: string, offset: number, columns: number): Cell[] {
  const parts = partsOf(raw);
  if (parts.length === columns) return parts.map((p) => cellOf(raw, p.from, p.to, offset));
  const cells: Cell[] = [];
  let from = 0;
  for (const piece of raw.split('\t')) {
    cells.push(cellOf(raw, from, from + piece.length, offset));
    from += piece.length + 1;
  }
  return cells;
}

/** Columns apart by blanks: the places that stay blank in every line of the table are its gutters. */
function spaced(
  text: string,
  lines: readonly SourceLine[],
  i: number,
  head: readonly Part[],
): { table: Table; to: number } | null {
  let gutters = head.slice(1).map((part, k): boolean[] => {
    const from = head[k]?.to ?? 0;
    return Array.from({ length: part.from }, (_, at) => at >= from);
  });
  let to = i + 1;
  const blankBefore = new Set<number>();
  for (let k = i + 1, blanks = 0; k < lines.length; k++) {
    const line = lines[k];
    if (!line) break;
    const raw = text.slice(line.start, line.end);
    if (raw.trim() === '') {
      if (++blanks > MOST_BLANKS) break;
      continue;
    }
    if (raw.length > MOST_WIDTH || ENDS.test(raw)) break;
    const narrowed = gutters.map((g) => g.map((free, at) => free && /^\s?$/.test(raw.charAt(at))));
    // One blank may stand between two words of a sentence; a gutter is wider.
    if (narrowed.some((g) => !g.some((free, at) => free && g[at + 1]))) break;
    gutters = narrowed;
    if (blanks > 0) blankBefore.add(k);
    blanks = 0;
    to = k + 1;
  }
  const cuts = gutters.map((g) => g.lastIndexOf(true));
  const physical: { row: Row; blank: boolean }[] = [];
  for (let k = i; k < to; k++) {
    const line = lines[k];
    if (!line) continue;
    const raw = text.slice(line.start, line.end);
    if (raw.trim() === '') continue;
    const cells = [...cuts, raw.length].map((cut, c) => {
      const from = c === 0 ? 0 : (cuts[c - 1] ?? 0);
      return cellOf(raw, Math.min(from, raw.length), Math.min(cut, raw.length), line.start);
    });
    physical.push({ row: { cells }, blank: blankBefore.has(k) });
  }
  return ended(lines, i, to, grouped(text, physical));
}

/** Lines that make one row: a row begins where its first cell (the number) is filled, or after a blank line. */
function grouped(text: string, physical: readonly { row: Row; blank: boolean }[]): Row[] {
  const numbered = physical.slice(1).filter(({ row }) => /^\(?[\dIVX]/.test(cellText(text, row, 0))).length;
  const byBlank = physical.slice(1).some((p) => p.blank);
  const rows: Row[][] = [];
  for (const { row, blank } of physical) {
    const begins =
      rows.length === 0 ||
      (numbered > 0
        ? /\S/.test(cellText(text, row, 0))
        : byBlank
          ? blank
          : /^[\p{Lu}\d-]/u.test(cellText(text, row, 0)) && row.cells.filter((c) => c.ranges.length > 0).length > 1);
    if (begins) rows.push([row]);
    else rows.at(-1)?.push(row);
  }
  return rows.map((group) => (group.length > 1 ? mergedRows(group) : (group[0] ?? { cells: [] })));
}

function cellText(text: string, row: Row, c: number): string {
  const [range] = row.cells[c]?.ranges ?? [];
  return range ? text.slice(range[0], range[1]) : '';
}

function ended(lines: readonly SourceLine[], i: number, to: number, rows: Row[]): { table: Table; to: number } | null {
  const first = lines[i];
  const last = lines[to - 1];
  if (!first || !last) return null;
  return { table: { span: [first.start, last.end], rows }, to };
}
