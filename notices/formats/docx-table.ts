import { type GridCell, MOST_COLUMNS, setDown, type TableText } from './table-text.ts';
import { attribute, child, elements, isOn, valOf, type XmlNode } from './xml.ts';

/**
 * @param cellLines the printed lines of a cell, in order
 * @param spent takes each row set down, and refuses what becomes too much: merged cells are repeated
 * @param onDeleted told of each row that tracked changes take away
 */
export function readTable(
  table: XmlNode,
  cellLines: (cell: XmlNode) => string[],
  spent: (line: string) => string,
  onDeleted: (row: XmlNode) => void,
): TableText {
  let heads = 0;
  const rows: GridCell[][] = [];
  for (const row of flat(table, 'tr')) {
    const properties = child(row, 'trPr');
    if (child(properties, 'del') || child(properties, 'moveFrom')) {
      onDeleted(row);
      continue;
    }
    if (isOn(properties, 'tblHeader') && heads === rows.length) heads++;
    rows.push(gridRow(row, properties, cellLines));
  }
  return setDown(rows, heads, spent);
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
