import { type Deadline, type DeadlineContext, readDeadlines } from '../../deadline/index.ts';
import { sourceSpan } from '../text/clean.ts';
import type { Name } from '../types.ts';
import { deadlinesInCell } from './cell-deadlines.ts';
import { namesInCell, notLeading } from './cell-names.ts';
import { type ColumnKind, type Columns, columnsOf, repeatsHead } from './columns.ts';
import { parallelRows } from './parallel-tasks.ts';
import { mergedRows } from './pipe-tables.ts';
import { Cells } from './row-cells.ts';
import { isSection, sectionLead } from './sections.ts';
import type { Row, Table, TableDirective, TableLead } from './types.ts';

/**
 * The assignments of a table whose head names the tasks and who does them or by when; none of any other table. Pure:
 * spans are offsets in `text` as it stands. A merged or ditto cell takes what stands above it.
 *
 * @param before the table above it: one that goes on over a page, parted by a footnote, begins with what its last row left off
 */
export function readAssignmentTable(
  text: string,
  table: Table,
  context: DeadlineContext,
  before: Table | null = null,
): TableDirective[] {
  const columns = columnsOf(text, table);
  if (!columns) return [];
  const out: TableDirective[] = [];
  let section: { label: string; lead: readonly Name[] } = { label: '', lead: [] };
  let above: Held = { lead: [], cooperating: [], supervisor: [], deadlines: [] };
  let last: Row | null = null;
  const carried = before && sameColumns(columns, columnsOf(text, before)) ? (before.rows.at(-1) ?? null) : null;
  const rows = wholeRows(text, table.rows.slice(columns.body), columns, carried);
  rows.forEach((row, r) => {
    const cells = new Cells(text, row, columns);
    const below = rows[r + 1];
    if (isSection(cells, below ? new Cells(text, below, columns) : null)) {
      section = { label: cells.label, lead: sectionLead(cells) };
      above = { lead: [], cooperating: [], supervisor: [], deadlines: [] };
      last = null;
      return;
    }
    last = reachingDown(row, last);
    for (const part of parallelRows(text, last, columns)) {
      const whole = new Cells(text, part, columns);
      const { task, span } = whole;
      if (!task || !span) continue;
      const held = heldBy(text, whole, context, above);
      const [lead, leadBy] = leadOf(whole, held, section.lead, above);
      above = { ...held, lead };
      out.push({
        label: whole.label,
        section: section.label,
        span,
        task,
        lead,
        leadBy,
        cooperating: notLeading(held.cooperating, lead),
        supervisor: held.supervisor,
        deadlines: held.deadlines,
        product: whole.product,
      });
    }
  });
  // Without a column of agencies, only dates tell a plan from a list.
  const dated = out.filter((d) => d.deadlines.length > 0).length;
  return columns.kinds.some((k) => k === 'lead' || k === 'both') || dated * 2 >= out.length ? out : [];
}

/** A row with the cells of the row above where it has none of its own: those are merged downwards. */
function reachingDown(row: Row, above: Row | null): Row {
  if (!above || !row.cells.some((c) => c.missing)) return row;
  return {
    cells: row.cells.map((c, k) => (c.missing ? { ranges: above.cells[k]?.ranges ?? [], apart: true } : c)),
  };
}

/** What the cells of a row hold, and the next row's empty or ditto cells may take. */
interface Held {
  readonly lead: readonly Name[];
  readonly cooperating: readonly Name[];
  readonly supervisor: readonly Name[];
  readonly deadlines: readonly Deadline[];
}

function heldBy(text: string, cells: Cells, context: DeadlineContext, above: Held): Held {
  const kind: ColumnKind = cells.has('both') && !cells.has('lead') ? 'both' : 'lead';
  const own = namesInCell(text, cells.isDitto(kind) ? [] : cells.ranges(kind), 'lead');
  // "Chủ trì, phối hợp" in one column: without words of their own, the first leads.
  const mixed = kind === 'both' && own.cooperating.length === 0 && own.lead.length > 1;
  const lead = mixed ? own.lead.slice(0, 1) : own.lead;
  const beside = namesInCell(text, cells.isDitto('cooperating') ? [] : cells.ranges('cooperating'), 'cooperating');
  const dated = cells.clean('deadline').text !== '';
  return {
    lead: cells.isDitto(kind) ? above.lead : lead,
    cooperating: cells.isDitto('cooperating')
      ? above.cooperating
      : [...(mixed ? own.lead.slice(1) : []), ...own.cooperating, ...beside.cooperating, ...beside.lead],
    supervisor: namesInCell(text, cells.ranges('supervisor'), 'lead').lead,
    deadlines: cells.isDitto('deadline')
      ? above.deadlines
      : dated
        ? deadlinesInCell(text, cells.ranges('deadline'), context)
        : deadlinesInTask(cells, context),
  };
}

function deadlinesInTask(cells: Cells, context: DeadlineContext): Deadline[] {
  const task = cells.clean('task');
  return readDeadlines(task.text, context).map((d) => ({ ...d, span: sourceSpan(task, d.span[0], d.span[1]) }));
}

function leadOf(cells: Cells, held: Held, section: readonly Name[], above: Held): [readonly Name[], TableLead] {
  const ditto = cells.isDitto('lead') || cells.isDitto('both');
  if (held.lead.length > 0) return [held.lead, ditto ? 'above' : 'cell'];
  // A cell that is filled in and names nobody ("Theo phân công tại Quyết định …") is not one left out.
  if (!ditto && /\p{L}/u.test(`${cells.clean('lead').text}${cells.clean('both').text}`)) return [[], 'none'];
  if (section.length > 0) return [section, 'section'];
  if (above.lead.length > 0) return [above.lead, 'above'];
  return [[], 'none'];
}

/** Rows without repeated heads; a row that only goes on with the one above is put to it. */
function wholeRows(text: string, rows: readonly Row[], columns: Columns, carried: Row | null): Row[] {
  const groups: Row[][] = carried ? [[carried]] : [];
  for (const row of rows) {
    if (repeatsHead(text, row, columns)) continue;
    const before = groups.at(-1);
    const cells = new Cells(text, row, columns);
    const above = before?.[0];
    if (before && above && goesOn(cells))
      if (isWhole(new Cells(text, above, columns)) && isWhole(cells)) groups.push([beneath(row, above, columns)]);
      else before.push(row);
    else if (row.cells.some((c) => c.ranges.length > 0)) groups.push([row]);
  }
  return groups.slice(carried ? 1 : 0).map((g) => (g.length > 1 ? mergedRows(g) : (g[0] ?? { cells: [] })));
}

function sameColumns(a: Columns, b: Columns | null): boolean {
  return b !== null && a.kinds.length === b.kinds.length && a.kinds.every((k, c) => k === b.kinds[c]);
}

/** Who and by when: a row that says both for itself goes on with none, though its task stands merged in the one above. */
function isWhole(cells: Cells): boolean {
  const who = cells.clean('lead').text;
  return /^[^\p{L}]*\p{Lu}/u.test(who) && cells.clean('deadline').text !== '';
}

/** A second result of the task above, with its own agency and day. */
function beneath(row: Row, above: Row, { kinds }: Columns): Row {
  return {
    cells: row.cells.map((c, k) =>
      kinds[k] === 'task' || kinds[k] === 'number' ? { ranges: above.cells[k]?.ranges ?? [], apart: true } : c,
    ),
  };
}

function goesOn(cells: Cells): boolean {
  if (!cells.has('number') || cells.ranges('number').length > 0) return false;
  const task = cells.clean('task').text;
  return task === '' || /^\p{Ll}(?![).])/u.test(task);
}
