import type { Status } from '../dsl/rules/state.ts';
import type { Instant } from '../dsl/time/day.ts';
import { fromJson, instantOrNull } from './codec.ts';
import type { Context } from './context.ts';
import type { NamedParty } from './records.ts';

/** What the report needs of one directive, as it stood at the instant asked for. */
export interface Stand {
  readonly status: Status;
  readonly dueAt: Instant | null;
  readonly submittedAt: Instant | null;
  readonly closedAt: Instant | null;
}

const OUT_OF_FIGURES: ReadonlySet<Status> = new Set(['cancelled', 'superseded', 'split', 'merged']);

export const CELLS = ['doneOnTime', 'doneLate', 'openInTime', 'openOverdue'] as const;
export type ReportCell = (typeof CELLS)[number];
export type CellCounts = Readonly<Record<ReportCell, number>>;

/** One directive of the report: every number can be opened to these. */
export interface ReportRow {
  readonly directiveId: string;
  readonly noticeId: string;
  readonly lead: readonly NamedParty[];
  readonly withDeadline: boolean;
  /** Null = cancelled, superseded, split or merged: what takes its place counts itself. */
  readonly cell: ReportCell | null;
  /** Handed in and waiting for approval. */
  readonly awaitingApproval: boolean;
}

export interface Report {
  readonly asOf: Instant;
  readonly withDeadline: CellCounts;
  readonly withoutDeadline: CellCounts;
  /** Sum of the eight cells; those that ended without a result are not in it. */
  readonly total: number;
  /** Cancelled, superseded, split, merged. */
  readonly cancelled: number;
  /** Of the open ones. */
  readonly awaitingApproval: number;
  readonly rows: readonly ReportRow[];
}

/**
 * The figures at an instant of domain time, from the events up to then and nothing else: asked again, however much
 * later, they are the same.
 */
export function reportAsOf(context: Context, asOf: Instant): Promise<Report> {
  return context.read(async (db) => {
    const found = await db
      .with('latest', (cte) =>
        cte
          .selectFrom('events')
          .select((eb) => ['directiveId', eb.fn.max('seq').as('seq')])
          .where('at', '<=', asOf)
          .groupBy('directiveId'),
      )
      .selectFrom('latest')
      .innerJoin('events', (join) =>
        join.onRef('events.directiveId', '=', 'latest.directiveId').onRef('events.seq', '=', 'latest.seq'),
      )
      .innerJoin('directives', 'directives.id', 'latest.directiveId')
      .select(['events.directiveId', 'events.status', 'events.dueAt', 'events.submittedAt', 'events.closedAt'])
      .select(['directives.noticeId', 'directives.lead'])
      .orderBy('events.directiveId')
      .execute();
    return reportOf(
      asOf,
      found.map((row) => {
        const stand: Stand = {
          status: row.status as Status,
          dueAt: instantOrNull(row.dueAt),
          submittedAt: instantOrNull(row.submittedAt),
          closedAt: instantOrNull(row.closedAt),
        };
        return {
          directiveId: row.directiveId,
          noticeId: row.noticeId,
          lead: fromJson<readonly NamedParty[]>(row.lead),
          withDeadline: stand.dueAt !== null,
          cell: reportCellOf(stand, asOf),
          awaitingApproval: stand.status === 'submitted',
        };
      }),
    );
  });
}

/**
 * On time is when the lead handed in, not when the office got round to approving: a result handed in before the
 * deadline is in time while it waits. Without a deadline nothing is late. Null = out of the
 * figures.
 */
export function reportCellOf(stand: Stand, asOf: Instant): ReportCell | null {
  if (OUT_OF_FIGURES.has(stand.status)) return null;
  const done = stand.status === 'approved';
  const handedIn = done || stand.status === 'submitted' ? (stand.submittedAt ?? stand.closedAt) : null;
  const late = stand.dueAt !== null && (handedIn ?? asOf) >= stand.dueAt;
  if (done) return late ? 'doneLate' : 'doneOnTime';
  return late ? 'openOverdue' : 'openInTime';
}

/** Adds rows up: for the whole, or for those of one agency or notice. */
export function reportOf(asOf: Instant, rows: readonly ReportRow[]): Report {
  const counted = rows.filter((row) => row.cell !== null);
  return {
    asOf,
    withDeadline: countCells(counted.filter((row) => row.withDeadline)),
    withoutDeadline: countCells(counted.filter((row) => !row.withDeadline)),
    total: counted.length,
    cancelled: rows.length - counted.length,
    awaitingApproval: counted.filter((row) => row.awaitingApproval).length,
    rows,
  };
}

function countCells(rows: readonly ReportRow[]): CellCounts {
  const counts = { doneOnTime: 0, doneLate: 0, openInTime: 0, openOverdue: 0 };
  for (const { cell } of rows) if (cell) counts[cell]++;
  return counts;
}
