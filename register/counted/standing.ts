import { type RawBuilder, sql } from 'kysely';
import type { Timing } from '../../dsl/rules/late.ts';
import type { Status } from '../../dsl/rules/state.ts';
import { DAY_MS, type Instant, OFFSET_MS } from '../../dsl/time/day.ts';
import { instantOrNull } from '../codec.ts';
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

/** Of rows under `s` that stand alike. */
export const STOOD = sql`min(s.status) as status, min(s.due_at) as due, min(s.submitted_at) as submitted,
  min(s.closed_at) as closed`;

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
 * and kind. Not in it: what was registered later, old work entered later.
 */
export function standingAt(asOf: Instant): RawBuilder<unknown> {
  const now = sql`cast(${asOf} as bigint)`;
  const against = (instant: RawBuilder<unknown>) => side(sql`t.due_at`, instant);
  return sql`(select t.directive_id as id, t.notice_id, t.parent, t.first_lead, t.status, t.due_at, t.submitted_at,
      t.closed_at, t.status || ${against(now)} || ${against(sql`t.submitted_at`)} || ${against(sql`t.closed_at`)} as kind
    from directive_standings as t where t.since <= ${asOf} and t.until > ${asOf})`;
}

/** The last day on time as a number that grows with it; null where there is no deadline. */
export const DUE_DAY = sql`(s.due_at - 1 + ${sql.lit(OFFSET_MS)}) / ${sql.lit(DAY_MS)}`;

/** On which side of a deadline an instant lies, as a letter: before, not before, or one of them is none. */
function side(due: RawBuilder<unknown>, instant: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`case when ${due} is null or ${instant} is null then '-' when ${instant} >= ${due} then '>' else '<' end`;
}

/** The kinds of some rows, each in the cell the rules put it in; one row of each kind is enough. */
export function cellsOfKinds(rows: readonly (Stood & { readonly kind: string })[], asOf: Instant): CellOfKind {
  return new Map(rows.map((row) => [row.kind, reportCellOf(standingTiming(row), asOf)]));
}
