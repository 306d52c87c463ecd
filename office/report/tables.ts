import { present } from '../../dsl/present.ts';
import {
  CELLS,
  type CellCounts,
  countAll,
  type Report,
  type ReportFigures,
  type ReportRow,
  type Sums,
  sumsOf,
  type Tallied,
  type WholeCounted,
} from '../../register/index.ts';
import { formatDay, formatMoment } from '../../texts/format.ts';
import { inSentence } from '../../texts/messages/notice-words.ts';
import { REPORT_TEXTS as say } from '../../texts/report.ts';
import type { RowFilter } from './select.ts';

/** What the figures can be opened by. */
export const GROUPINGS = ['agency', 'issuer', 'month'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** One table of a report, as a screen, a sheet or a document shows it. The last row of a table of figures is the sum. */
export interface ReportTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Its rows are directives, of which there may be very many: a page or a .docx shows the first of them. */
  readonly isList?: true;
}

/** A table whose figures know what they count, by row and column; undefined where a number is no such figure. */
export interface FigureTable extends ReportTable {
  readonly behind?: (row: number, column: number) => RowFilter | undefined;
}

export interface ReportDocument {
  readonly title: string;
  /** Instant, as people read it. */
  readonly asOf: string;
  readonly tables: readonly FigureTable[];
  /** Sentences below the tables: what is counted beside, and how. */
  readonly notes: readonly string[];
}

const LATE_BANDS = [30, 120] as const;

/**
 * The figures as an office hands them in: the whole, by agency, issuer or month, and who is late by how many days.
 * @throws Error where parts do not add up to the whole: such a report must not leave.
 */
export function reportDocument(
  report: Report | ReportFigures,
  groupings: readonly Grouping[] = GROUPINGS,
  { members = false }: { readonly members?: boolean } = {},
): ReportDocument {
  return {
    title: say.title,
    asOf: formatMoment(report.asOf),
    tables: figureTables(report, groupings, members),
    notes: [
      say.open(report.awaitingApproval, report.waiting, report.suspended),
      say.beside(report.cancelled, report.recurring),
      ...(groupings.includes('agency') ? [say.firstLead] : []),
    ],
  };
}

/** The tables of a report, whose figures can be opened. @throws Error as `reportDocument` */
export function figureTables(
  given: Report | ReportFigures,
  groupings: readonly Grouping[] = GROUPINGS,
  members = false,
): readonly FigureTable[] {
  const report = 'rows' in given ? figuresIn(given) : given;
  const tables = [
    whole(report),
    ...groupings.map((by) => grouped(report, by)),
    ofGroups(report),
    late(report, members),
  ];
  return tables.filter((table) => table.rows.length > 0);
}

/** The figures of a report whose rows are all at hand. */
function figuresIn(report: Report): ReportFigures {
  const wholes = [...wholesOf(report.rows.filter((row) => row.cell !== null))].flatMap(([id, shares]) => {
    const [first] = shares;
    if (first === undefined) return [];
    const { noticeId, notice, code, parent } = first;
    const { withDeadline, withoutDeadline } = sumsOf(shares);
    return [{ id, noticeId, notice, code, lead: parent?.lead ?? [], counts: added(withDeadline, withoutDeadline) }];
  });
  return {
    ...report,
    tallies: report.rows,
    late: report.rows.filter((row) => row.cell === 'openOverdue').sort((a, b) => b.daysLate - a.daysLate),
    wholes,
    wholesInAll: wholes.length,
  };
}

const DEADLINES = ['some', 'none', undefined] as const;

function whole(report: Sums): FigureTable {
  const line = (name: string, counts: CellCounts) => [name, ...CELLS.map((cell) => counts[cell]), sumOf(counts)];
  return {
    behind: (row, column) =>
      column === 0 ? undefined : present({ cell: CELLS[column - 1], deadline: DEADLINES[row] }),
    title: say.whole,
    head: ['', ...say.cells, say.sum],
    rows: [
      line(say.withDeadline, report.withDeadline),
      line(say.withoutDeadline, report.withoutDeadline),
      line(say.sum, added(report.withDeadline, report.withoutDeadline)),
    ],
  };
}

function grouped(report: ReportFigures, by: Grouping): FigureTable {
  const groups = new Map<string, Tallied[]>();
  for (const row of report.tallies) {
    if (row.cell === null) continue;
    const name = NAME_OF[by](row);
    const those = groups.get(name);
    if (those) those.push(row);
    else groups.set(name, [row]);
  }
  const parts = [...groups].map(([name, rows]) => ({ name, part: sumsOf(rows) }));
  const total = parts.reduce((sum, { part }) => sum + part.total, 0);
  if (total !== report.total) throw new Error(`the parts by ${by} come to ${total}, the whole to ${report.total}`);
  const line = (name: string, { withDeadline, withoutDeadline }: Pick<Sums, 'withDeadline' | 'withoutDeadline'>) => {
    const counts = added(withDeadline, withoutDeadline);
    return [name, ...CELLS.map((cell) => counts[cell]), sumOf(withoutDeadline), sumOf(counts), onTime(withDeadline)];
  };
  const order = by === 'month' ? byMonth : byLate;
  const sorted = parts.sort(order);
  return {
    behind(row, column) {
      const name = sorted[row]?.name;
      // The column after the cells counts those without a deadline, the next one all of them, the last a share.
      if (column === 0 || column > CELLS.length + 2) return undefined;
      return present({
        cell: CELLS[column - 1],
        deadline: column === CELLS.length + 1 ? ('none' as const) : undefined,
        group: name === undefined ? undefined : { by, name },
      });
    },
    title: say.by[by],
    head: [say.group[by], ...say.cells, say.withoutDeadline, say.sum, say.onTime],
    rows: [...sorted.map(({ name, part }) => line(name, part)), line(say.sum, report)],
  };
}

/** The group of a grouping a directive counts in. */
export function groupOf(by: Grouping, row: Tallied): string {
  return NAME_OF[by](row);
}

const NAME_OF: Readonly<Record<Grouping, (row: Tallied) => string>> = {
  agency: ({ lead }) => lead[0]?.name ?? say.noAgency,
  issuer: issuerName,
  month: ({ due }) => (due === null ? say.noMonth : `${due.slice(5, 7)}/${due.slice(0, 4)}`),
};

/** An issuer as reports name it. */
export function issuerName({ issuer }: Pick<Tallied, 'issuer'>): string {
  // A letterhead's capitals are no issuer of their own.
  return issuer === null ? say.noIssuer : inSentence(issuer);
}

interface Part {
  readonly name: string;
  readonly part: Sums;
}

function byName(a: Part, b: Part): number {
  return a.name.localeCompare(b.name, 'vi');
}

/** In the order of months, what has none last. */
function byMonth(a: Part, b: Part): number {
  const key = ({ name }: Part) => (name === say.noMonth ? '~' : name.slice(3) + name.slice(0, 2));
  return key(a) < key(b) ? -1 : 1;
}

function byLate(a: Part, b: Part): number {
  return (
    b.part.withDeadline.openOverdue - a.part.withDeadline.openOverdue || b.part.total - a.part.total || byName(a, b)
  );
}

/** What groups were given: each whole with the figures of its shares, which are counted above, each for itself. */
function ofGroups({ wholes, wholesInAll }: ReportFigures): FigureTable {
  const lines = wholes
    .map((one) => ({ id: one.id, line: lineOfGroup(one) }))
    .sort((a, b) => IN_ORDER.compare(placeOf(a.line), placeOf(b.line)));
  return {
    behind(row, column) {
      const place = column - say.groupsHead.length;
      return place < 0 ? undefined : present({ cell: CELLS[place], parent: lines[row]?.id });
    },
    title: wholes.length < wholesInAll ? say.someGroups(wholes.length, wholesInAll) : say.groups,
    head: [...say.groupsHead, ...say.cells, say.sum],
    isList: true,
    rows: lines.map(({ line }) => line),
  };
}

/** Made once: a comparison that makes its own takes a hundred times as long. */
const IN_ORDER = new Intl.Collator('vi', { numeric: true });

function lineOfGroup({ notice, noticeId, code, lead, counts }: WholeCounted): readonly (string | number)[] {
  return [notice ?? noticeId, code, namesOf(lead), ...CELLS.map((cell) => counts[cell]), sumOf(counts)];
}

function placeOf([notice, code]: readonly (string | number)[]): string {
  return `${notice} ${code}`;
}

function wholesOf(rows: readonly ReportRow[]): ReadonlyMap<string, readonly ReportRow[]> {
  const wholes = new Map<string, ReportRow[]>();
  for (const row of rows) {
    if (row.parent === undefined) continue;
    const shares = wholes.get(row.parent.id);
    if (shares) shares.push(row);
    else wholes.set(row.parent.id, [row]);
  }
  return wholes;
}

/** The late shares of a group as one line that names them, unless each is asked for. */
function lateLines(open: readonly ReportRow[], members: boolean): (readonly (string | number)[])[] {
  const line = (row: ReportRow, lead: string) => {
    return [row.notice ?? row.noticeId, row.code, lead, formatDay(row.due), row.daysLate];
  };
  const wholes = wholesOf(members ? [] : open);
  const seen = new Set<string>();
  return open.flatMap((row) => {
    const shares = wholes.get(row.parent?.id ?? '');
    if (row.parent === undefined || shares === undefined) return [line(row, namesOf(row.lead))];
    if (seen.has(row.parent.id)) return [];
    seen.add(row.parent.id);
    return [
      line(
        row,
        say.lateMembers(
          namesOf(row.parent.lead),
          shares.map(({ lead }) => namesOf(lead)),
        ),
      ),
    ];
  });
}

function namesOf(parties: readonly { readonly name: string }[]): string {
  return parties.map(({ name }) => name).join('; ');
}

function late({ tallies, late }: ReportFigures, members: boolean): ReportTable {
  const days = tallies.filter((row) => row.cell === 'openOverdue');
  const all = countAll(days);
  const bands = LATE_BANDS.map((most) => countAll(days.filter(({ daysLate }) => daysLate > most)));
  return {
    title: `${say.late(all, ...bands)}${late.length < all ? say.firstLate(late.length) : ''}`,
    head: [...say.lateHead],
    isList: true,
    rows: lateLines(late, members),
  };
}

function added(a: CellCounts, b: CellCounts): CellCounts {
  return Object.fromEntries(CELLS.map((cell) => [cell, a[cell] + b[cell]])) as Record<(typeof CELLS)[number], number>;
}

function sumOf(counts: CellCounts): number {
  return CELLS.reduce((sum, cell) => sum + counts[cell], 0);
}

/** Of what is done or should be: per cent in time; nothing to divide by is said as such. */
function onTime({ doneOnTime, doneLate, openOverdue }: CellCounts): string {
  const judged = doneOnTime + doneLate + openOverdue;
  return judged === 0 ? '' : `${Math.round((100 * doneOnTime) / judged)} % (${doneOnTime}/${judged})`;
}
