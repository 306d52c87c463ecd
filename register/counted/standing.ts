import { type RawBuilder, sql } from 'kysely';
import type { Timing } from '../../dsl/rules/late.ts';
import type { Status } from '../../dsl/rules/state.ts';
import { DAY_MS, type Instant, OFFSET_MS } from '../../dsl/time/day.ts';
import { instantOrNull } from '../codec.ts';
import type { Db } from '../context.ts';
import { type ReportCell, reportCellOf } from '../report.ts';

/** By each kind of directives that stand alike, in one status and each instant on the same side of the deadline: its cell. */
export type CellOfKind = ReadonlyMap<string, ReportCell | null>;

/** Columns of one row that stands for all of a kind: the earliest of each. */
export interface Stood {
  readonly status: string;
  readonly due: number | string | null;
  readonly submitted: number | string | null;
  readonly closed: number | string | null;
}

/** What the rules hold against each other of `Stood`; every directive of a kind is as late as any other of it. */
export function standingTiming({ status, due, submitted, closed }: Stood): Timing {
  return {
    status: status as Status,
    dueAt: instantOrNull(due),
    submittedAt: instantOrNull(submitted),
    closedAt: instantOrNull(closed),
  };
}

/**
 * How every directive stood at an instant: id, notice_id, parent, first_lead, status, due_at, submitted_at, closed_at
 * and kind. What has no event after the instant stands as it does now; the others as their last event up to it left
 * them. Not in it: what was registered later, old work entered later.
 */
export function standingAt(asOf: Instant): RawBuilder<unknown> {
  const changed = sql`select directive_id from events where at > ${asOf}`;
  return sql`(select t.*, t.status || ${side(sql`t.due_at`, sql`cast(${asOf} as bigint)`)}
      || ${side(sql`t.due_at`, sql`t.submitted_at`)} || ${side(sql`t.due_at`, sql`t.closed_at`)} as kind
    from (
      select c.directive_id as id, c.notice_id, c.parent, c.first_lead, c.status, c.due_at, c.submitted_at, c.closed_at
      from directive_counts as c
      where c.directive_id not in (${changed}) and (c.status <> 'waiting' or c.issued_at <= ${asOf})
      union all
      select c.directive_id, c.notice_id, c.parent, c.first_lead, coalesce(e.status, 'waiting'),
        case when e.status is null then c.first_due_at else e.due_at end, e.submitted_at, e.closed_at
      from directive_counts as c
      left join (select directive_id, max(seq) as seq from events
        where directive_id in (${changed}) and at <= ${asOf} group by directive_id) as latest
        on latest.directive_id = c.directive_id
      left join events as e on e.directive_id = latest.directive_id and e.seq = latest.seq
      left join events as f on f.directive_id = c.directive_id and f.seq = 0
      where c.directive_id in (${changed})
        and (e.seq is not null or (c.issued_at <= ${asOf} and (f.act_type is null or f.act_type <> 'import')))
    ) as t)`;
}

/** The last day on time as a number that grows with it; null where there is no deadline. */
export const DUE_DAY = sql`(s.due_at - 1 + ${sql.lit(OFFSET_MS)}) / ${sql.lit(DAY_MS)}`;

/** On which side of a deadline an instant lies, as a letter: before, not before, or one of them is none. */
function side(due: RawBuilder<unknown>, instant: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`case when ${due} is null or ${instant} is null then '-' when ${instant} >= ${due} then '>' else '<' end`;
}

/** The kinds there are at an instant, each in the cell the rules put it in. */
export async function kindsAt(db: Db, asOf: Instant): Promise<CellOfKind> {
  const { rows } = await sql<Stood & { kind: string }>`
    select kind, min(status) as status, min(due_at) as due, min(submitted_at) as submitted, min(closed_at) as closed
    from ${standingAt(asOf)} as s group by kind`.execute(db);
  return new Map(rows.map((row) => [row.kind, reportCellOf(standingTiming(row), asOf)]));
}
