import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Day, endOfDay, type Instant, instantAt } from '../../dsl/time/day.ts';
import type { Context, Db } from '../context.ts';
import { allOf, among } from '../fits.ts';
import { type ReportCell, type ReportRow, rowOf, type Stored } from '../report.ts';
import { type CellOfKind, cellsOfKinds, DUE_DAY, STOOD, type Stood, standingAt } from './standing.ts';

/** Which directives of a report: those all given fields fit. */
export interface CountedFilter {
  readonly cells?: readonly ReportCell[];
  /** Names of the first agency that leads; null = none does. */
  readonly firstLeads?: readonly (string | null)[];
  /** As notices have them; null = none. */
  readonly issuers?: readonly (string | null)[];
  /** Last day on time, both included. */
  readonly from?: Day;
  readonly to?: Day;
  readonly deadline?: 'some' | 'none';
  readonly noticeId?: string;
  readonly parent?: string;
}

export interface CountedPage {
  readonly places: number;
  /** What falls due first stands first, what has no deadline last. */
  readonly shown: readonly ReportRow[];
}

/** One page of the directives a report of an instant counts. */
export function countedPage(
  context: Context,
  asOf: Instant,
  filter: CountedFilter,
  limit: number,
  offset: number,
): Promise<CountedPage> {
  return context.read(async (db) => {
    const { rows } = await sql<Stood & { kind: string; n: number | string }>`
      select s.kind as kind, ${STOOD}, count(*) as n
      from ${standingAt(asOf)} as s join notices as n on n.id = s.notice_id
      where ${allOf(asked(filter))} group by s.kind`.execute(db);
    const kinds = kindsIn(filter, cellsOfKinds(rows, asOf));
    const places = rows.reduce((sum, { kind, n }) => sum + (kinds.includes(kind) ? Number(n) : 0), 0);
    const fits = allOf([among(sql.ref('s.kind'), kinds), ...asked(filter)]);
    return { places, shown: await rowsIn(db, asOf, fits, limit, offset) };
  });
}

/** Rows of a report that fit, by their last day on time and id. Under `s` stands how they stood, `n` their notice. */
export async function rowsIn(
  db: Db,
  asOf: Instant,
  fits: RawBuilder<SqlBool>,
  limit: number,
  offset = 0,
): Promise<ReportRow[]> {
  const { rows } = await sql<Stored>`
    select d.id as "id", d.notice_id as "noticeId", d.local_id as "localId", d.lead as "lead", d.parent as "parent",
      d.parent_lead as "parentLead", d.original_due as "originalDue", d.due_time as "dueTime", p.number as "number",
      p.issuer as "issuer", p.status as "status", p.due_at as "dueAt", p.submitted_at as "submittedAt",
      p.closed_at as "closedAt"
    from (select s.*, n.number, n.issuer from ${standingAt(asOf)} as s join notices as n on n.id = s.notice_id
      where ${fits} order by ${BY_DUE_DAY}, s.id limit ${limit} offset ${offset}) as p
    join directives as d on d.id = p.id`.execute(db);
  return rows
    .map((row) => rowOf(row, asOf))
    .sort((a, b) => compare(a.due ?? '9999', b.due ?? '9999') || compare(a.directiveId, b.directiveId));
}

/** What has no deadline stands last. */
const BY_DUE_DAY = sql`case when s.due_at is null then 1 else 0 end, ${DUE_DAY}`;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The kinds that are in the cells asked for; where none is, all that are in one. */
function kindsIn({ cells }: CountedFilter, kinds: CellOfKind): string[] {
  const inCells = [...kinds].filter(([, cell]) => cell !== null && (cells === undefined || cells.includes(cell)));
  return inCells.map(([kind]) => kind);
}

/** Under `s` how they stood: open and late. */
export function isLateAmong(kinds: CellOfKind): RawBuilder<SqlBool> {
  return among(sql.ref('s.kind'), kindsIn({ cells: ['openOverdue'] }, kinds));
}

/** Everything asked but the cells. */
function asked({
  firstLeads,
  issuers,
  from,
  to,
  deadline,
  noticeId,
  parent,
}: CountedFilter): readonly RawBuilder<SqlBool>[] {
  return [
    ...(firstLeads === undefined ? [] : [among(sql.ref('s.first_lead'), firstLeads)]),
    ...(issuers === undefined ? [] : [among(sql.ref('n.issuer'), issuers)]),
    ...(from === undefined ? [] : [sql<SqlBool>`s.due_at > ${instantAt(from, 0)}`]),
    ...(to === undefined ? [] : [sql<SqlBool>`s.due_at <= ${endOfDay(to)}`]),
    ...(deadline === undefined
      ? []
      : [deadline === 'none' ? sql<SqlBool>`s.due_at is null` : sql<SqlBool>`s.due_at is not null`]),
    ...(noticeId === undefined ? [] : [sql<SqlBool>`s.notice_id = ${noticeId}`]),
    ...(parent === undefined ? [] : [sql<SqlBool>`s.parent = ${parent}`]),
  ];
}

/** Who issued the notices there are, as they have it; null = one does not say. */
export async function issuersOf(context: Context): Promise<readonly (string | null)[]> {
  const rows = await context.read((db) => db.selectFrom('notices').select('issuer').distinct().execute());
  return rows.map(({ issuer }) => issuer);
}
