import { sql } from 'kysely';
import { dayOf, daysBetween, type Instant } from '../../dsl/time/day.ts';
import type { Context, Db } from '../context.ts';
import { among } from '../fits.ts';
import { reportCellOf, type Sums, sumsOf, type Tallied } from '../report.ts';
import { DUE_DAY, STOOD, type Stood, standingAt, standingTiming } from './standing.ts';

/** All directives at an instant of domain time, those that are counted alike in one: of their leads the first. */
export function talliesAt(context: Context, asOf: Instant): Promise<readonly Tallied[]> {
  return context.read(async (db) => (await alikeAt(db, asOf)).map((row) => tallied(row, asOf)));
}

/** What all of them come to. */
export function sumsAt(context: Context, asOf: Instant): Promise<Sums> {
  return context.read(async (db) => {
    const { rows } = await sql<Counted>`
      select s.kind as kind, ${STOOD}, count(*) as n from ${standingAt(asOf)} as s group by s.kind`.execute(db);
    return sumsOf(rows.map((row) => counted(row, asOf)));
  });
}

/** What those of some notices (ids) come to, by the notice; one that set none is not there. */
export function sumsOfNotices(
  context: Context,
  asOf: Instant,
  notices: readonly string[],
): Promise<ReadonlyMap<string, Sums>> {
  return context.read(async (db) => {
    const { rows } = await sql<Counted & { notice: string }>`
      select s.notice_id as notice, s.kind as kind, ${STOOD}, count(*) as n from ${standingAt(asOf)} as s
      where ${among(sql.ref('s.notice_id'), notices)} group by s.notice_id, s.kind`.execute(db);
    const byNotice = new Map<string, Tallied[]>();
    for (const { notice, ...row } of rows) byNotice.set(notice, [...(byNotice.get(notice) ?? []), counted(row, asOf)]);
    return new Map([...byNotice].map(([notice, tallies]) => [notice, sumsOf(tallies)]));
  });
}

/** So many that stand alike. */
interface Counted extends Stood {
  readonly kind: string;
  readonly n: number | string;
}

/** Nobody's by name. */
function counted(row: Counted, asOf: Instant): Tallied {
  return tallied({ ...row, lead: null, issuer: null }, asOf);
}

/** The same that have one last day on time, one first lead and one issuer. */
export interface Alike extends Counted {
  readonly lead: string | null;
  readonly issuer: string | null;
}

/** All directives in one reading: whatever a report shows is a sum of these. */
export async function alikeAt(db: Db, asOf: Instant): Promise<readonly Alike[]> {
  const { rows } = await sql<Alike>`
    select s.first_lead as lead, n.issuer as issuer, s.kind as kind, ${STOOD}, count(*) as n
    from ${standingAt(asOf)} as s join notices as n on n.id = s.notice_id
    group by s.first_lead, n.issuer, s.kind, ${DUE_DAY}`.execute(db);
  return rows;
}

export function tallied({ lead, issuer, n, ...stood }: Alike, asOf: Instant): Tallied {
  const timing = standingTiming(stood);
  const cell = reportCellOf(timing, asOf);
  return {
    lead: lead === null ? [] : [{ name: lead }],
    issuer,
    due: timing.dueAt === null ? null : dayOf(timing.dueAt - 1),
    withDeadline: timing.dueAt !== null,
    cell,
    status: timing.status,
    awaitingApproval: timing.status === 'submitted',
    daysLate: cell === 'openOverdue' && timing.dueAt !== null ? daysBetween(dayOf(timing.dueAt - 1), dayOf(asOf)) : 0,
    n: Number(n),
  };
}
