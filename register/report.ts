import { present } from '../dsl/present.ts';
import { dueAt, endedWithoutResult, isLate, type Timing } from '../dsl/rules/late.ts';
import type { Status } from '../dsl/rules/state.ts';
import { type Day, dayOf, daysBetween, type Instant } from '../dsl/time/day.ts';
import { fromJson, instantOrNull } from './codec.ts';
import type { Context, Db } from './context.ts';
import { codeIn } from './ids.ts';
import type { NamedParty, ParentOf } from './records.ts';

export const CELLS = ['doneOnTime', 'doneLate', 'openInTime', 'openOverdue'] as const;
export type ReportCell = (typeof CELLS)[number];
export type CellCounts = Readonly<Record<ReportCell, number>>;

/** One directive of the report: every number can be opened to these. */
export interface ReportRow {
  readonly directiveId: string;
  readonly noticeId: string;
  /** The notice's number and issuer, where it has them. */
  readonly notice: string | null;
  readonly issuer: string | null;
  readonly code: string;
  readonly lead: readonly NamedParty[];
  /** Where it is a member's share of what a group was given: the whole. */
  readonly parent?: ParentOf;
  /** The last day on time, as it stood. */
  readonly due: Day | null;
  readonly withDeadline: boolean;
  /** Null = cancelled, superseded, split or merged: what takes its place counts itself. */
  readonly cell: ReportCell | null;
  /** As it stood. */
  readonly status: Status;
  /** Calendar days past its deadline, of what is open and late. */
  readonly daysLate: number;
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
  /** Of the open ones: registered, the assignment still to leave. */
  readonly waiting: number;
  /** Of the open ones: held by a suspension, and so never late. */
  readonly suspended: number;
  /** Directives that recur as a whole; their occurrences are counted above, each for itself. */
  readonly recurring: number;
  readonly rows: readonly ReportRow[];
}

/**
 * The figures at an instant of domain time, from the events up to then and nothing else: asked again, however much
 * later, they are the same. What was registered by then and has no event yet waits for its assignment; old work counts
 * from the event by which it was entered.
 */
export function reportAsOf(context: Context, asOf: Instant): Promise<Report> {
  return context.read(async (db) => {
    const found = [...(await asTheyStand(db, asOf)), ...(await asTheyStood(db, asOf))];
    found.sort((a, b) => (a.id < b.id ? -1 : 1));
    return reportOf(
      asOf,
      found.map((row) => rowOf(row, asOf)),
      await recurringAt(db, asOf),
    );
  });
}

/** How many directives recur as a whole at an instant. */
export async function recurringAt(db: Db, asOf: Instant): Promise<number> {
  const series = await db.selectFrom('series').select(['issued', 'endedAt']).execute();
  const today = dayOf(asOf);
  return series.filter(({ issued, endedAt }) => issued <= today && (endedAt === null || endedAt > asOf)).length;
}

/** What a report reads of a directive that no event changes. */
const SAID = [
  'directives.id',
  'directives.noticeId',
  'directives.localId',
  'directives.lead',
  'directives.parent',
  'directives.parentLead',
  'directives.originalDue',
  'directives.dueTime',
  'notices.number',
  'notices.issuer',
] as const;

/** Directives without an event after the instant: their rows say how they stood, and no log is read. */
function asTheyStand(db: Db, asOf: Instant): Promise<Stored[]> {
  return db
    .selectFrom('directives')
    .innerJoin('notices', 'notices.id', 'directives.noticeId')
    .select(SAID)
    .select((eb) => [
      // Before its first event a directive waits for its assignment, whatever its row was made with.
      eb.case().when('directives.lastSeq', '>=', 0).then(eb.ref('directives.status')).end().as('status'),
      'directives.dueAt',
      'directives.submittedAt',
      'directives.closedAt',
    ])
    .where('directives.id', 'not in', changedAfter(db, asOf))
    .where((eb) => eb.or([eb('directives.lastSeq', '>=', 0), eb('directives.issuedAt', '<=', asOf)]))
    .execute();
}

function changedAfter(db: Db, asOf: Instant) {
  return db.selectFrom('events').select('directiveId').where('at', '>', asOf);
}

/** The others: as their last event up to the instant left them. */
function asTheyStood(db: Db, asOf: Instant): Promise<Stored[]> {
  return db
    .with('latest', (cte) =>
      cte
        .selectFrom('events')
        .select((eb) => ['directiveId', eb.fn.max('seq').as('seq')])
        .where('directiveId', 'in', changedAfter(db, asOf))
        .where('at', '<=', asOf)
        .groupBy('directiveId'),
    )
    .selectFrom('directives')
    .leftJoin('latest', 'latest.directiveId', 'directives.id')
    .leftJoin('events', (join) =>
      join.onRef('events.directiveId', '=', 'latest.directiveId').onRef('events.seq', '=', 'latest.seq'),
    )
    .leftJoin('events as first', (join) =>
      join.onRef('first.directiveId', '=', 'directives.id').on('first.seq', '=', 0),
    )
    .innerJoin('notices', 'notices.id', 'directives.noticeId')
    .select(SAID)
    .select(['events.status', 'events.dueAt', 'events.submittedAt', 'events.closedAt'])
    .where('directives.id', 'in', changedAfter(db, asOf))
    .where((eb) =>
      eb.or([
        eb('events.seq', 'is not', null),
        eb.and([
          eb('directives.issuedAt', '<=', asOf),
          eb.or([eb('first.actType', 'is', null), eb('first.actType', '!=', 'import')]),
        ]),
      ]),
    )
    .execute();
}

/** A row of a report from what is stored of a directive. */
export function rowOf(row: Stored, asOf: Instant): ReportRow {
  const stand: Timing = {
    status: (row.status ?? 'waiting') as Status,
    dueAt: row.status === null ? dueAt(row.originalDue, row.dueTime) : instantOrNull(row.dueAt),
    submittedAt: instantOrNull(row.submittedAt),
    closedAt: instantOrNull(row.closedAt),
  };
  const cell = reportCellOf(stand, asOf);
  return present({
    directiveId: row.id,
    noticeId: row.noticeId,
    notice: row.number,
    issuer: row.issuer,
    code: codeIn(row.localId),
    lead: fromJson<readonly NamedParty[]>(row.lead),
    parent:
      row.parent === null
        ? undefined
        : { id: row.parent, lead: fromJson<readonly NamedParty[]>(row.parentLead ?? '[]') },
    // The last day on time ends where the first late instant begins.
    due: stand.dueAt === null ? null : dayOf(stand.dueAt - 1),
    withDeadline: stand.dueAt !== null,
    cell,
    status: stand.status,
    awaitingApproval: stand.status === 'submitted',
    daysLate: cell === 'openOverdue' && stand.dueAt !== null ? daysBetween(dayOf(stand.dueAt - 1), dayOf(asOf)) : 0,
  });
}

/** A directive beside its latest event; the event's columns are null before the first. */
export interface Stored {
  readonly id: string;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly localId: string;
  readonly noticeId: string;
  readonly lead: string;
  readonly parent: string | null;
  readonly parentLead: string | null;
  readonly originalDue: string | null;
  readonly dueTime: string | null;
  readonly status: string | null;
  readonly dueAt: number | string | null;
  readonly submittedAt: number | string | null;
  readonly closedAt: number | string | null;
}

/** Which of the figures counts it; null = none. What is late, the rules say. */
export function reportCellOf(stand: Timing, asOf: Instant): ReportCell | null {
  if (endedWithoutResult(stand.status)) return null;
  const late = isLate(stand, asOf);
  if (stand.status === 'approved') return late ? 'doneLate' : 'doneOnTime';
  return late ? 'openOverdue' : 'openInTime';
}

/** Directives that are counted alike, or one of them. */
export type Tallied = Pick<
  ReportRow,
  'lead' | 'issuer' | 'due' | 'withDeadline' | 'cell' | 'status' | 'awaitingApproval' | 'daysLate'
> & {
  /** How many; one where absent. */
  readonly n?: number;
};

export type Sums = Omit<Report, 'asOf' | 'recurring' | 'rows'>;

/** Adds rows up: for the whole, or for those of one agency or notice. */
export function reportOf(asOf: Instant, rows: readonly ReportRow[], recurring = 0): Report {
  return { asOf, ...sumsOf(rows), recurring, rows };
}

export function sumsOf(rows: readonly Tallied[]): Sums {
  const counted = rows.filter((row) => row.cell !== null);
  return {
    withDeadline: countCells(counted.filter((row) => row.withDeadline)),
    withoutDeadline: countCells(counted.filter((row) => !row.withDeadline)),
    total: countAll(counted),
    cancelled: countAll(rows) - countAll(counted),
    awaitingApproval: countAll(counted.filter((row) => row.awaitingApproval)),
    waiting: countAll(counted.filter((row) => row.status === 'waiting')),
    suspended: countAll(counted.filter((row) => row.status === 'suspended')),
  };
}

export function countAll(rows: readonly Pick<Tallied, 'n'>[]): number {
  return rows.reduce((sum, { n = 1 }) => sum + n, 0);
}

function countCells(rows: readonly Tallied[]): CellCounts {
  const counts = { doneOnTime: 0, doneLate: 0, openInTime: 0, openOverdue: 0 };
  for (const { cell, n = 1 } of rows) if (cell) counts[cell] += n;
  return counts;
}
