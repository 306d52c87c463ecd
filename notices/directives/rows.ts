import type { DeadlineContext } from '../../dsl/deadline/index.ts';
import { namesAt } from '../agencies/lists.ts';
import type { TableRow } from '../structure/tables.ts';
import { type Clean, sourceSpan } from '../text/clean.ts';
import { tokenize } from '../text/tokens.ts';
import type { Name, Span } from '../types.ts';
import { deadlinesOf } from './dates.ts';
import { type Draft, toNames, without } from './draft.ts';

/** One assignment for each row of an assignment table; ids count the rows ("PL.3"). */
export function draftsOfRows(rows: readonly TableRow[], context: DeadlineContext): Draft[] {
  return rows.flatMap((row, i) => {
    const task = row.cells.get('task');
    if (!task) return [];
    const lead = namesIn(row.cells.get('lead'));
    const time = row.cells.get('time');
    return [
      {
        path: ['PL', row.cells.get('number')?.text.replace(/\.$/, '') || String(i + 1)],
        span: spanOf([...row.cells].filter(([column]) => column !== 'number').map(([, cell]) => cell)),
        lead,
        by: lead.length > 0 ? ('field' as const) : ('none' as const),
        cooperating: without(namesIn(row.cells.get('cooperating')), lead),
        supervises: false,
        deadlines: [...deadlinesOf(task, context), ...(time ? deadlinesOf(time, context) : [])],
        weak: false,
      },
    ];
  });
}

function namesIn(cell: Clean | undefined): Name[] {
  if (!cell) return [];
  const tokens = tokenize(cell);
  const list = namesAt(tokens, 0, { expected: true, semicolon: true });
  return list ? toNames({ clean: cell, tokens }, list.names) : [];
}

function spanOf(cells: readonly Clean[]): Span {
  const spans = cells.map((c) => sourceSpan(c, 0, c.text.length));
  return [Math.min(...spans.map((s) => s[0])), Math.max(...spans.map((s) => s[1]))];
}
