import type { DeadlineContext } from '../../deadline/index.ts';
import { present } from '../../dsl/present.ts';
import type { Draft } from '../directives/draft.ts';
import type { Line } from '../structure/lines.ts';
import { clean } from '../text/clean.ts';
import type { LeadRule, Span } from '../types.ts';
import { findTables } from './find-tables.ts';
import { readAssignmentTable } from './read-assignment-table.ts';
import type { Table, TableDirective, TableLead } from './types.ts';

const RULE: Record<TableLead, LeadRule> = { cell: 'field', section: 'heading', above: 'introduction', none: 'none' };
const APPENDIX = /^phụ lục(?:\s+(?:số\s+)?([ivx]+|\d{1,2})(?![\p{L}\d]))?/u;

/** The assignments of a document's tables, and its lines without those tables (a gap stands in their place). */
export function readTables(
  text: string,
  lines: readonly Line[],
  context: DeadlineContext,
): { drafts: Draft[]; lines: readonly Line[] } {
  const taken: Span[] = [];
  const drafts: Draft[] = [];
  const titles = new Titles(lines);
  let count = 0;
  let before: Table | null = null;
  for (const table of findTables(text, lines)) {
    const title = titles.above(table);
    const directives = title.reports ? [] : readAssignmentTable(text, table, context, before);
    before = table;
    if (directives.length === 0) continue;
    count++;
    taken.push(table.span);
    for (const [k, d] of directives.entries()) drafts.push(draftOf(text, d, title.appendix ?? `B${count}`, k));
  }
  return { drafts, lines: taken.length === 0 ? lines : without(lines, taken) };
}

function draftOf(text: string, d: TableDirective, place: string, k: number): Draft {
  const own = d.label === '' ? String(k + 1) : d.label;
  // "I.2" already says its section.
  const section = d.section === '' || own.startsWith(`${d.section}.`) ? [] : [d.section];
  return present({
    path: [place, ...section, own],
    // As with the records of plans: the words that say who and by when belong to the directive.
    span: d.span,
    lead: d.lead,
    by: RULE[d.leadBy],
    cooperating: d.cooperating,
    supervises: false,
    supervisor: d.supervisor,
    product: d.product ? clean(text, [d.product]).text : undefined,
    deadlines: d.deadlines,
    weak: false,
  });
}

const REPORT = /kết quả (?:thực hiện|triển khai)|tình hình (?:thực hiện|triển khai)|đã hoàn thành|quá hạn|thống kê/u;
const PLAN = /phân công|giao |kế hoạch|triển khai thực hiện/u;
const TITLE_LINES = 5;

/** What stands above each table, read in one pass from the first table to the last. */
class Titles {
  private at = 0;
  private appendix: string | null = null;
  private recent: string[] = [];

  constructor(private readonly lines: readonly Line[]) {}

  /** The appendix it stands in, as the first part of ids ("PL", "PL2"), and whether its title announces a report. */
  above(table: Table): { appendix: string | null; reports: boolean } {
    for (; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at];
      if (!line || line.start >= table.span[0]) break;
      if (line.kind !== 'text') continue;
      const { folded } = line.clean;
      const appendix = folded.length < 200 ? APPENDIX.exec(folded) : null;
      if (appendix) this.appendix = `PL${numberOf(appendix[1])}`;
      this.recent = [...this.recent.slice(1 - TITLE_LINES), folded];
    }
    // Sentences above a table may speak of reports; its title ends without a mark.
    const title = this.recent.filter((t) => t.length < 250 && !/[.;:,]$/.test(t)).join('\n');
    this.recent = [];
    return { appendix: this.appendix, reports: REPORT.test(title) && !PLAN.test(title) };
  }
}

const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

function numberOf(written: string | undefined): string {
  const at = ROMAN.indexOf(written ?? '');
  return at > 0 ? String(at) : (written ?? '').toUpperCase();
}

function without(lines: readonly Line[], taken: readonly Span[]): Line[] {
  let k = 0;
  return lines.map((line): Line => {
    while (k < taken.length && line.start > (taken[k]?.[1] ?? 0)) k++;
    const [from, to] = taken[k] ?? [Number.POSITIVE_INFINITY, 0];
    return line.start >= from && line.end <= to ? { ...line, kind: 'break' } : line;
  });
}
