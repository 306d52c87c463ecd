import { fold } from '../text/clean.ts';
import { cellText, pipeRow, pipeRule } from './pipes.ts';
import { attribute, child, elements, isOn, valOf, type XmlNode } from './xml.ts';

/** One cell of the grid: its lines, or that it goes on with the cell above. */
interface GridCell {
  readonly lines: readonly string[];
  readonly continues: boolean;
}

/** How a table is set down as text lines. */
export interface TableText {
  readonly lines: readonly string[];
  readonly isLayout: boolean;
}

const MOST_COLUMNS = 64;
/** Tables that only place blocks side by side: letterheads, recipients beside the signature, addresses. */
const LAYOUT = /cộng hòa xã hội chủ nghĩa|độc lập\s*[-–]\s*tự do|đảng cộng sản việt nam|nơi nhận\s*:|kính gửi\s*:/u;

/**
 * @param cellLines the printed lines of a cell, in order
 * @param spent takes each row set down, and refuses what becomes too much: merged cells are repeated
 */
export function readTable(
  table: XmlNode,
  cellLines: (cell: XmlNode) => string[],
  spent: (line: string) => string,
): TableText {
  let heads = 0;
  const rows: GridCell[][] = [];
  for (const row of flat(table, 'tr')) {
    const properties = child(row, 'trPr');
    if (child(properties, 'del') || child(properties, 'moveFrom')) continue;
    if (isOn(properties, 'tblHeader') && heads === rows.length) heads++;
    rows.push(gridRow(row, properties, cellLines));
  }
  const columns = Math.max(0, ...rows.map((r) => r.length));
  const all = rows.flatMap((r) => r.flatMap((c) => c.lines));
  const sideBySide =
    columns < 2 || (rows.length === 1 && columns <= 3) || (columns <= 3 && LAYOUT.test(fold(all.join('\n'))));
  return sideBySide
    ? { lines: blocks(rows, columns), isLayout: true }
    : { lines: pipes(rows, columns, heads, spent), isLayout: false };
}

/** Rows or cells, those that content controls and tracked changes wrap included. */
function flat(node: XmlNode, name: string): XmlNode[] {
  return elements(node).flatMap((c) => {
    if (c.name === name) return [c];
    return ['sdt', 'sdtContent', 'ins', 'customXml', 'moveTo'].includes(c.name) ? flat(c, name) : [];
  });
}

function gridRow(row: XmlNode, properties: XmlNode | undefined, cellLines: (cell: XmlNode) => string[]): GridCell[] {
  const cells: GridCell[] = [];
  const empty: GridCell = { lines: [], continues: false };
  const pad = (n: number): void => {
    for (let k = 0; k < n && cells.length < MOST_COLUMNS; k++) cells.push(empty);
  };
  pad(Number(valOf(properties, 'gridBefore')) || 0);
  for (const cell of flat(row, 'tc')) {
    if (cells.length >= MOST_COLUMNS) break;
    const own = child(cell, 'tcPr');
    const merge = child(own, 'vMerge');
    // Read all the same: automatic numbers count on.
    const lines = cellLines(cell);
    cells.push({ lines, continues: merge !== undefined && attribute(merge, 'val') !== 'restart' });
    pad((Number(valOf(own, 'gridSpan')) || 1) - 1);
  }
  return cells;
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
