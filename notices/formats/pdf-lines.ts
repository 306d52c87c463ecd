import { superscript } from './characters.ts';
import type { Run } from './pdf-runs.ts';

/** Text that stands together on a line: words a blank apart. */
export interface LineSegment {
  readonly x0: number;
  readonly x1: number;
  readonly text: string;
}

export interface PdfLine {
  readonly y: number;
  readonly size: number;
  readonly segments: readonly LineSegment[];
}

/** Gaps in heights of the letters: of a word, of a column. A justified line stretches its blanks, rarely past two. */
const WORD_GAP = 0.14;
const COLUMN_GAP = 2;
/** A raised mark is smaller than the words it stands at. */
const SMALL = 0.9;

/** Runs put together into lines, from the top down. */
export function linesOf(runs: readonly Run[]): PdfLine[] {
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x0 - b.x0);
  const rows: Run[][] = [];
  for (const run of sorted) {
    const row = rows.at(-1);
    const before = rows.at(-2);
    if (row && belongs(run, row)) row.push(run);
    // A raised mark sorts between two lines: it may belong to the one that was left.
    else if (before && row && belongs(run, before) && !belongs(run, row)) before.push(run);
    else rows.push([run]);
  }
  return mergeRaised(rows).map(lineOf);
}

function mainOf(row: readonly Run[]): Run | undefined {
  return row.reduce<Run | undefined>((best, r) => (!best || r.size > best.size + 0.5 ? r : best), undefined);
}

function belongs(run: Run, row: readonly Run[]): boolean {
  const main = mainOf(row);
  if (!main) return false;
  const size = Math.max(main.size, run.size);
  const apart = Math.abs(run.y - main.y);
  if (apart <= 0.25 * size) return true;
  // Raised and small: a note's mark. Beside it with a wide gap: the other column of a letterhead.
  if (apart <= 0.6 * size && Math.min(run.size, main.size) < SMALL * size && !overlaps(run, row, 0)) return true;
  return apart <= 0.7 * size && !overlaps(run, row, COLUMN_GAP * size);
}

function overlaps(run: Run, row: readonly Run[], room: number): boolean {
  return row.some((r) => run.x0 < r.x1 + room - 0.5 && r.x0 < run.x1 + room - 0.5);
}

/** A row that holds nothing but raised marks goes to the line below it, whose first letters they stand before. */
function mergeRaised(rows: readonly Run[][]): Run[][] {
  const out: Run[][] = [];
  let marks: Run[] = [];
  for (const row of rows) {
    const size = mainOf(row)?.size ?? 0;
    const lone = row.every((r) => /^\s*\d{1,3}\s*$/.test(r.text));
    if (marks.length > 0) {
      const mark = marks[0];
      const next = mainOf(row);
      if (mark && next && mark.size < SMALL * next.size && next.y - mark.y <= 0.7 * next.size)
        out.push([...marks, ...row]);
      else out.push(marks, row);
      marks = [];
    } else if (lone && size > 0) marks = row;
    else out.push(row);
  }
  if (marks.length > 0) out.push(marks);
  return out;
}

function lineOf(row: readonly Run[]): PdfLine {
  const runs = [...row].sort((a, b) => a.x0 - b.x0);
  const main = mainOf(runs);
  const size = main?.size ?? 1;
  const y = main?.y ?? 0;
  const segments: LineSegment[] = [];
  let text = '';
  let from = 0;
  let to = 0;
  for (const run of runs) {
    const raised = run.size < SMALL * size && y - run.y > 0.12 * size && /^\s*\d{1,3}\s*$/.test(run.text);
    const words = raised ? superscript(run.text.trim()) : run.text;
    const gap = run.x0 - to;
    if (text === '') from = run.x0;
    else if (gap > COLUMN_GAP * size) {
      segments.push({ x0: from, x1: to, text: text.trim() });
      text = '';
      from = run.x0;
    } else if (!raised && (gap > WORD_GAP * size || run.spaced)) text += ' ';
    text += words;
    to = Math.max(run.x1, text === words ? run.x1 : to);
  }
  if (text.trim() !== '') segments.push({ x0: from, x1: to, text: text.trim() });
  return { y, size, segments: segments.map((s) => ({ ...s, text: s.text.replace(/\s+/g, ' ') })) };
}
