import { clean, fold } from '../text/clean.ts';
import type { Span } from '../types.ts';
import { type CellLook, cellLookOf } from './cell-fit.ts';
import { type ColumnKind, isTableHead, kindsOf } from './columns.ts';
import type { SourceLine } from './pipe-tables.ts';
import { placeCells } from './place-cells.ts';
import type { Cell, Row, Table } from './types.ts';

const NUMBER_HEAD = /^(?:stt|tt|số tt|số thứ tự)\.?$/u;
const NUMBER = /^\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVXL]{1,6})\)?\.?$/;
/** What stands below a table: another part of the document, or its end. */
const ENDS =
  /^(?:(?:[IVXL]{1,6}|\d{1,2})[.)]\s+\S|(?:Phần|Chương|Điều|Mục)\s|(?:nơi nhận|phụ lục|ghi chú\s*:|trên đây|biểu (?:mẫu|số)|mẫu số))/iu;
const MOST_COLUMNS = 12;
const LONGEST_HEAD = 90;
/** Lines of one row; more, and they are no cells. */
const MOST_LINES = 14;
/** Lines that may be put to the one above them, besides those that go on in small letters. */
const MOST_JOINS = 2;

interface Text {
  readonly words: string;
  readonly range: Span;
  /** The line it stands on. */
  readonly at: number;
}

/**
 * The table whose cells stand one a line with nothing between them, as a page is copied into plain text: heads from "STT"
 * to the first number, then rows that each begin with their number alone on a line. The looks of the cells say which
 * lines make one cell, and which cells are left out.
 *
 * @returns the table and the line to go on from; null where none begins at line `i`
 */
export function plainListAt(
  text: string,
  lines: readonly SourceLine[],
  i: number,
): { table: Table; to: number } | null {
  const first = textAt(text, lines, i);
  if (!first || !NUMBER_HEAD.test(fold(first.words))) return null;
  const head: Text[] = [];
  let at = i;
  for (; at < lines.length && head.length <= MOST_COLUMNS; at++) {
    const line = textAt(text, lines, at);
    if (line && NUMBER.test(line.words)) break;
    if (line && line.words.length > LONGEST_HEAD) return null;
    if (line) head.push(line);
  }
  const heads = head.map((h) => fold(h.words));
  if (head.length < 3 || head.length > MOST_COLUMNS || !isTableHead(heads)) return null;
  const kinds = kindsOf(heads);
  const rows: Row[] = [{ cells: head.map((h) => ({ ranges: [h.range] })) }];
  let end = head.at(-1)?.range[1] ?? first.range[1];
  for (let next = afterColumnNumbers(text, lines, at, head.length); ; ) {
    const row = rowAt(text, lines, next, kinds);
    if (!row) return rows.length > 1 ? { table: { span: [first.range[0], end], rows }, to: next } : null;
    rows.push(row.row);
    end = row.end;
    next = row.to;
  }
}

function textAt(text: string, lines: readonly SourceLine[], i: number): Text | null {
  const line = lines[i];
  if (!line) return null;
  const raw = text.slice(line.start, line.end);
  const words = raw.trim();
  const from = line.start + raw.indexOf(words);
  return words === '' ? null : { words, range: [from, from + words.length], at: i };
}

/** "(1) (2) (3) …", one a line below the heads, count the columns. */
function afterColumnNumbers(text: string, lines: readonly SourceLine[], i: number, columns: number): number {
  let k = i;
  for (let n = 1; n <= columns; k++) {
    if (k >= lines.length) return i;
    const line = textAt(text, lines, k);
    if (line && line.words.replace(/[().]/g, '') !== String(n)) return i;
    if (line) n++;
  }
  return k;
}

/** The row whose number stands at line `i` or behind the blank ones there. */
function rowAt(
  text: string,
  lines: readonly SourceLine[],
  i: number,
  kinds: readonly (ColumnKind | null)[],
): { row: Row; to: number; end: number } | null {
  let at = i;
  while (at < lines.length && textAt(text, lines, at) === null) at++;
  const number = textAt(text, lines, at);
  if (!number || !NUMBER.test(number.words)) return null;
  const cells: Text[] = [];
  let to = at + 1;
  let closed = false;
  for (; to < lines.length && cells.length < MOST_LINES; to++) {
    const line = textAt(text, lines, to);
    if (!line) continue;
    closed = NUMBER.test(line.words);
    if (closed || ENDS.test(line.words)) break;
    cells.push(line);
  }
  // What stands below the last row looks like one more line of it: its cells are as many as the columns.
  const parts = goingOn(cells);
  const own = closed ? parts : parts.slice(0, kinds.length - 1);
  const last = own.at(-1)?.at(-1);
  if (!last) return null;
  const placed = place(text, number, own, kinds);
  return placed && { row: placed, to: last.at + 1, end: last.range[1] };
}

/** The lines put together into cells, and these into columns, in the way that looks best. */
function place(
  text: string,
  number: Text,
  parts: readonly (readonly Text[])[],
  kinds: readonly (ColumnKind | null)[],
): Row | null {
  let best: { score: number; columns: readonly number[]; cells: readonly (readonly Text[])[] } | null = null;
  const looks = new Map<string, CellLook>();
  const lookOf = (group: readonly Text[]): CellLook => {
    const key = `${group[0]?.at}-${group.at(-1)?.at}`;
    const known =
      looks.get(key) ??
      cellLookOf(
        clean(
          text,
          group.map((l) => l.range),
        ),
      );
    looks.set(key, known);
    return known;
  };
  const joins = Math.max(0, parts.length - (kinds.length - 1));
  if (joins > MOST_JOINS) return null;
  for (const groups of groupings(parts, parts.length - joins)) {
    const cells = [[number], ...groups];
    const placed = placeCells(cells.map(lookOf), kinds);
    if (placed && (best === null || placed.score > best.score))
      best = { score: placed.score, columns: placed.columns, cells };
  }
  if (!best) return null;
  // Who leads and until when may be said once for several rows; nobody cooperates in the row above and here.
  const row: Cell[] = kinds.map((kind) =>
    kind === 'cooperating' || kind === 'product' ? { ranges: [] } : { ranges: [], missing: true },
  );
  best.columns.forEach((column, k) => {
    row[column] = { ranges: (best?.cells[k] ?? []).map((l) => l.range) };
  });
  return { cells: row };
}

/** Lines that go on in small letters, or behind a comma, put to the one above. */
function goingOn(lines: readonly Text[]): (readonly Text[])[] {
  const out: Text[][] = [];
  for (const line of lines) {
    const above = out.at(-1)?.at(-1);
    if (above && (/^[\p{Ll}(]/u.test(line.words) || /[,;]$/.test(above.words))) out.at(-1)?.push(line);
    else out.push([line]);
  }
  return out;
}

/** Every way to put parts that follow each other together into so many cells. */
function groupings(parts: readonly (readonly Text[])[], count: number): (readonly Text[])[][] {
  if (count === 1) return [[parts.flat()]];
  const out: (readonly Text[])[][] = [];
  for (let k = 1; k <= parts.length - count + 1; k++)
    for (const rest of groupings(parts.slice(k), count - 1)) out.push([parts.slice(0, k).flat(), ...rest]);
  return out;
}
