import { namesAt } from '../agencies/lists.ts';
import { toNames } from '../directives/draft.ts';
import { tokenize } from '../text/tokens.ts';
import type { Name } from '../types.ts';
import type { Cells } from './row-cells.ts';

const HOLDERS = ['lead', 'both', 'cooperating', 'deadline', 'product'] as const;

/** A row that only heads those below it: "I | CẢI CÁCH THỂ CHẾ | | |". */
export function isSection(cells: Cells, next: Cells | null): boolean {
  if (HOLDERS.some((kind) => cells.has(kind) && cells.clean(kind).text !== '')) return false;
  const filled = cells.row.cells.filter((c) => c.ranges.length > 0).length;
  if (filled === 0 || filled > 2) return false;
  const task = cells.clean('task').text;
  if (task === '') return true;
  if (/\p{Lu}{2}/u.test(task) && !/\p{Ll}/u.test(task)) return true;
  const { label } = cells;
  if (/^(?:[IVX]+|[A-Z])$/.test(label) || (label === '' && cells.has('number'))) return true;
  return next !== null && label !== '' && next.label.startsWith(`${label}.`);
}

/** The agency a section is headed by ("II | Sở Tài chính"): the lead of its rows that name none. */
export function sectionLead(cells: Cells): Name[] {
  const c = cells.clean('task');
  const tokens = tokenize(c);
  const first = tokens.findIndex((t) => t.word);
  const list = first < 0 ? null : namesAt(tokens, first, { semicolon: true });
  const rest = list ? tokens.slice(list.next).some((t) => t.word) : true;
  return list && !rest ? toNames({ clean: c, tokens }, list.names) : [];
}
