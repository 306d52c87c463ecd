import { alignedTableAt } from './aligned-tables.ts';
import { listedTableAt } from './listed-tables.ts';
import { pipeTableAt, type SourceLine } from './pipe-tables.ts';
import { plainListAt } from './plain-lists.ts';
import type { Table } from './types.ts';

/** The tables among the lines of a text, in order: between bars, one cell a
 * line (with bars between them or without), or with columns set apart by tabs or blanks. */
export function findTables(text: string, lines: readonly SourceLine[]): Table[] {
  const tables: Table[] = [];
  for (let i = 0; i < lines.length; ) {
    const found =
      listedTableAt(text, lines, i) ??
      pipeTableAt(text, lines, i) ??
      plainListAt(text, lines, i) ??
      alignedTableAt(text, lines, i);
    if (found?.table) tables.push(found.table);
    i = found?.to ?? i + 1;
  }
  return tables;
}
