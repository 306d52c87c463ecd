import { fold } from '../text/clean.ts';
import { cellText, pipeRow, pipeRule } from './pipes.ts';

/** One cell of the grid: its lines, or that it goes on with the cell above. */
export interface GridCell {
  readonly lines: readonly string[];
  readonly continues: boolean;
}

/** How a table is set down as text lines. */
export interface TableText {
  readonly lines: readonly string[];
  readonly isLayout: boolean;
}

export const MOST_COLUMNS = 64;
/** Tables that only place blocks side by side: letterheads, recipients beside the signature, addresses. */
const LAYOUT = /cộng hòa xã hội chủ nghĩa|độc lập\s*[-–]\s*tự do|đảng cộng sản việt nam|nơi nhận\s*:|kính gửi\s*:/u;

/**
 * A table as lines: rows between bars, or the blocks it only places side by side.
 *
 * @param heads how many rows head it
 * @param spent takes each row set down, and refuses what becomes too much: merged cells are repeated
 */
export function setDown(
  rows: readonly GridCell[][],
  heads: number,
  spent: (line: string) => string = (line) => line,
): TableText {
  const columns = Math.max(0, ...rows.map((r) => r.length));
  const all = rows.flatMap((r) => r.flatMap((c) => c.lines));
  const sideBySide =
    columns < 2 || (rows.length === 1 && columns <= 3) || (columns <= 3 && LAYOUT.test(fold(all.join('\n'))));
  return sideBySide
    ? { lines: blocks(rows, columns), isLayout: true }
    : { lines: pipes(rows, columns, heads, spent), isLayout: false };
}

/** Left block, then right block. */
function blocks(rows: readonly GridCell[][], columns: number): string[] {
  const out: string[] = [];
  for (let c = 0; c < columns; c++) {
    const lines = rows.flatMap((r) => [...(r[c]?.lines ?? [])]);
    if (lines.length === 0) continue;
    if (out.length > 0) out.push('');
    out.push(...lines);
  }
  return out;
}

/** One line a row, the cells between bars. A cell merged downwards is repeated in each row it stands beside. */
function pipes(rows: readonly GridCell[][], columns: number, heads: number, spent: (line: string) => string): string[] {
  const above: string[] = [];
  const out: string[] = [];
  rows.forEach((row, r) => {
    const texts = Array.from({ length: columns }, (_, c) => {
      const cell = row[c];
      const text = cell?.continues ? (above[c] ?? '') : cellText(cell?.lines ?? []);
      above[c] = text;
      return text;
    });
    if (texts.some((t) => t !== '')) out.push(spent(pipeRow(texts)));
    if (r + 1 === Math.max(1, heads)) out.push(pipeRule(columns));
  });
  return out;
}
