import { GENERICS, HEADS, QUANTIFIERS, TITLES } from '../agencies/lexicon.ts';
import { clean } from '../text/clean.ts';
import { tokenize } from '../text/tokens.ts';
import type { Span } from '../types.ts';
import type { Columns } from './columns.ts';
import type { Cell, Row } from './types.ts';

const ENDED = /[.;!?…][”"')\]]*$/u;
const BEGINS = /^(?:[-–+•]\s*|\d{1,2}[.)]\s*|[a-zđ]\)\s*)?[“"(]?\p{Lu}/u;
const LISTS_ON = /(?:[,;:]|\s(?:và|của|với))$/u;

/**
 * The rows that a row with several tasks stands for, where its agencies stand line for line beside them: the first
 * line's agency does the first task. One row otherwise.
 */
export function parallelRows(text: string, row: Row, columns: Columns): readonly Row[] {
  const task = columns.kinds.indexOf('task');
  const lead = columns.kinds.findIndex((k) => k === 'lead' || k === 'both');
  const tasks = partsOf(text, row.cells[task], opensTask);
  const n = tasks.length;
  if (n < 2 || partsOf(text, row.cells[lead], opensName).length !== n) return [row];
  return tasks.map((own, r) => ({
    cells: row.cells.map((cell, c): Cell => {
      if (c === task) return { ranges: own };
      const kind = columns.kinds[c];
      if (kind === 'number') return cell;
      const parts =
        kind === null || kind === 'product' ? [] : partsOf(text, cell, kind === 'deadline' ? opensTask : opensName);
      return { ranges: (parts.length === n ? parts[r] : undefined) ?? cell.ranges, apart: true };
    }),
  }));
}

/** The lines of a cell put together to parts, by what opens one. */
function partsOf(text: string, cell: Cell | undefined, opens: (before: string, line: string) => boolean): Span[][] {
  const parts: Span[][] = [];
  let before = '';
  for (const range of cell?.ranges ?? []) {
    const line = clean(text, [range]).text;
    if (parts.length === 0 || opens(before, line)) parts.push([range]);
    else parts.at(-1)?.push(range);
    before = line;
  }
  return parts;
}

function opensTask(before: string, line: string): boolean {
  return ENDED.test(before) && BEGINS.test(line);
}

function opensName(before: string, line: string): boolean {
  const t = tokenize(clean(line, [[0, line.length]]));
  const at = t.findIndex((x) => x.word);
  if (LISTS_ON.test(before) || !t[at]?.cap) return false;
  return [HEADS, QUANTIFIERS, TITLES, GENERICS].some((list) => list.at(t, at) > 0);
}
