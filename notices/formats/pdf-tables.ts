import { HEADS, QUANTIFIERS, TITLES } from '../agencies/lexicon.ts';
import { fold } from '../text/clean.ts';
import { tokenize } from '../text/tokens.ts';
import { plainLetters } from './characters.ts';
import { type Grid, gridsOf } from './pdf-grid.ts';
import { linesOf, type PdfLine } from './pdf-lines.ts';
import type { Page } from './pdf-page.ts';
import type { Run } from './pdf-runs.ts';
import { cellText } from './pipes.ts';

/** A ruled table of a page: the texts of its rows' cells. */
export interface PdfTable {
  readonly y: number;
  readonly xs: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

/** Takes the ruled tables out of a page; the runs outside of them are left. */
export function tablesOf(page: Page): { tables: PdfTable[]; rest: Run[] } {
  const grids = gridsOf(page.rules);
  if (grids.length === 0) return { tables: [], rest: [...page.runs] };
  const inside = grids.map((): Run[] => []);
  const rest: Run[] = [];
  for (const run of page.runs) {
    const k = grids.findIndex((g) => cellAt(g, run) !== null);
    (inside[k] ?? rest).push(run);
  }
  const tables = grids.map((grid, k) => ({ y: grid.ys[0] ?? 0, xs: grid.xs, rows: rowsOf(grid, inside[k] ?? []) }));
  return { tables: tables.filter((t) => t.rows.length > 0), rest };
}

/** The cell a run stands in, by its middle. */
function cellAt(grid: Grid, run: Run): readonly [number, number] | null {
  const x = (run.x0 + run.x1) / 2;
  const y = run.y - run.size * 0.3;
  const r = between(grid.ys, y);
  // Text is set from the left: a word that sticks out on the right still belongs to its column.
  const c = between(grid.xs, Math.min(x, run.x0 + run.size));
  return r === null || c === null ? null : grid.owner(r, c);
}

function between(edges: readonly number[], at: number): number | null {
  if (at < (edges[0] ?? 0) || at > (edges.at(-1) ?? 0)) return null;
  for (let k = 0; k + 1 < edges.length; k++) if (at <= (edges[k + 1] ?? 0)) return k;
  return null;
}

function rowsOf(grid: Grid, runs: readonly Run[]): string[][] {
  const columns = grid.xs.length - 1;
  const cells = new Map<number, Run[]>();
  for (const run of runs) {
    const cell = cellAt(grid, run);
    if (!cell) continue;
    const key = cell[0] * columns + cell[1];
    const known = cells.get(key);
    if (known) known.push(run);
    else cells.set(key, [run]);
  }
  const texts = new Map([...cells].map(([key, own]) => [key, textOf(own, widthOf(grid, key, columns))] as const));
  const rows: string[][] = [];
  for (let r = 0; r + 1 < grid.ys.length; r++) {
    const row = Array.from({ length: columns }, (_, c) => {
      const [ownRow, ownColumn] = grid.owner(r, c);
      // A cell merged downwards is repeated in each row; one merged sideways stands in its first column.
      return ownColumn === c ? (texts.get(ownRow * columns + ownColumn) ?? '') : '';
    });
    if (row.some((t) => t !== '')) rows.push(row);
  }
  return rows;
}

function widthOf(grid: Grid, key: number, columns: number): number {
  const r = Math.floor(key / columns);
  const c = key % columns;
  let to = c + 1;
  while (to < columns && grid.owner(r, to)[1] === c) to++;
  return (grid.xs[to] ?? 0) - (grid.xs[c] ?? 0);
}

/** Room left free at the sides of a cell, in heights of the letters. */
const PADDING = 0.9;

/** Lines of a cell joined where the next word would not have fitted; else a paragraph ended there. */
function textOf(runs: readonly Run[], width: number): string {
  const lines = linesOf(runs);
  const texts = lines.map((l) => plainLetters(l.segments.map((s) => s.text).join(' ')));
  const listsNames = beginsName(texts[0] ?? '');
  const paragraphs: string[] = [];
  lines.forEach((line, k) => {
    const text = texts[k] ?? '';
    const before = texts[k - 1];
    const above = lines[k - 1];
    // Columns are narrow: in a list of agencies the words say where a name ends, not the room left on its line.
    const open = before !== undefined && listsNames && !endsName(before);
    const named = before !== undefined && listsNames && !open && beginsName(text);
    if (above && !named && (open || wraps(above, line, text, width)))
      paragraphs[paragraphs.length - 1] = `${paragraphs.at(-1)} ${text}`;
    else paragraphs.push(text);
  });
  return cellText(paragraphs);
}

function wraps(above: PdfLine, line: PdfLine, text: string, width: number): boolean {
  const first = widthOfLine(line) * ((text.split(' ')[0]?.length ?? 0) / Math.max(1, text.length));
  return widthOfLine(above) + first + line.size * 0.3 > width - PADDING * line.size;
}

function widthOfLine(line: PdfLine): number {
  return (line.segments.at(-1)?.x1 ?? 0) - (line.segments[0]?.x0 ?? 0);
}

function beginsName(text: string): boolean {
  const t = wordsOf(text);
  return t[0]?.cap === true && (HEADS.at(t, 0) > 0 || QUANTIFIERS.at(t, 0) > 0 || TITLES.at(t, 0) > 0);
}

/** "Văn phòng", "Chủ tịch" at the end of a line wait for the rest of the name, as do "và" and "của". */
function endsName(text: string): boolean {
  const t = wordsOf(text);
  if (['và', 'của', 'với', 'thuộc'].includes(t.at(-1)?.low ?? '')) return false;
  return ![HEADS, TITLES].some((list) => t.some((_, k) => list.at(t, k) > 0 && k + list.at(t, k) === t.length));
}

function wordsOf(text: string) {
  return tokenize({ text, folded: fold(text) });
}
