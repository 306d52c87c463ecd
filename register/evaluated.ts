import { type SqlBool, sql } from 'kysely';
import type { Policy } from '../dsl/policy/policy.ts';
import { present } from '../dsl/present.ts';
import type { Act } from '../dsl/rules/act.ts';
import type { Timing } from '../dsl/rules/late.ts';
import type { Status } from '../dsl/rules/state.ts';
import { type Day, endOfDay, type Instant, instantAt } from '../dsl/time/day.ts';
import { batchesOf } from '../system/batches.ts';
import { fromJson, instantOf, instantOrNull, sharedJson } from './codec.ts';
import type { Context, Db } from './context.ts';
import { rowsIn } from './counted/rows.ts';
import type { ReportRow } from './report.ts';

/** An entry of a directive's log, as far as somebody is judged by it. */
export interface JudgedEntry extends Timing {
  readonly at: Instant;
  readonly act: Act | null;
}

/** A directive that falls into a period, with all that is held for or against its lead. */
export interface JudgedDirective {
  readonly row: ReportRow;
  readonly policy: string;
  /** Who was last told of it as the lead's own; absent where nobody was. */
  readonly person?: { readonly id: string; readonly name: string };
  /** In order, up to the instant asked for. */
  readonly log: readonly JudgedEntry[];
}

/** Nobody judges more at once; more than any province gives in a year. */
const MOST = 200_000;
const AT_ONCE = 500;

/** As they stood at an instant: those due from one day to another, and those without a deadline closed on these days. */
export function judgedDirectives(
  context: Context,
  asOf: Instant,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<readonly JudgedDirective[]> {
  const [start, end] = [instantAt(from, 0), endOfDay(to)];
  const fits = sql<SqlBool>`(s.due_at > ${start} and s.due_at <= ${end}
    or s.due_at is null and s.closed_at >= ${start} and s.closed_at < ${end})`;
  return context.read(async (db) => {
    const rows = await rowsIn(db, asOf, fits, MOST);
    const judged: JudgedDirective[] = [];
    for (const batch of batchesOf(rows, AT_ONCE)) judged.push(...(await withLogs(db, batch, asOf)));
    return judged;
  });
}

async function withLogs(db: Db, rows: readonly ReportRow[], asOf: Instant): Promise<JudgedDirective[]> {
  const ids = rows.map(({ directiveId }) => directiveId);
  const events = await db
    .selectFrom('events')
    .select(['directiveId', 'at', 'act', 'status', 'dueAt', 'submittedAt', 'closedAt'])
    .where('directiveId', 'in', ids)
    .where('at', '<=', asOf)
    .orderBy('directiveId')
    .orderBy('seq')
    .execute();
  const logs = new Map<string, JudgedEntry[]>();
  for (const { directiveId, at, act, status, dueAt, submittedAt, closedAt } of events) {
    const log = logs.get(directiveId) ?? [];
    logs.set(directiveId, log);
    log.push({
      at: instantOf(at),
      act: act === null ? null : fromJson<Act>(act),
      status: status as Status,
      dueAt: instantOrNull(dueAt),
      submittedAt: instantOrNull(submittedAt),
      closedAt: instantOrNull(closedAt),
    });
  }
  const policies = await db.selectFrom('directives').select(['id', 'policy']).where('id', 'in', ids).execute();
  const policyOf = new Map(policies.map(({ id, policy }) => [id, sharedJson<Policy>(policy).id]));
  const people = await peopleTold(db, rows, asOf);
  return rows.map((row) =>
    present({
      row,
      policy: policyOf.get(row.directiveId) ?? '',
      person: people.get(row.directiveId),
      log: logs.get(row.directiveId) ?? [],
    }),
  );
}

/** By the directive, who of the agency that leads was told last. */
async function peopleTold(db: Db, rows: readonly ReportRow[], asOf: Instant) {
  const agencies = new Map(rows.map(({ directiveId, lead }) => [directiveId, lead[0]?.agency]));
  const told = await db
    .selectFrom('messages')
    .select(['directiveId', 'personId', 'personName', 'agencyId'])
    .where('directiveId', 'in', [...agencies.keys()])
    .where('role', '=', 'lead')
    .where('personId', 'is not', null)
    .where('at', '<=', asOf)
    .orderBy('at')
    .orderBy('seq')
    .execute();
  const people = new Map<string, { id: string; name: string }>();
  for (const { directiveId, personId, personName, agencyId } of told) {
    const agency = agencies.get(directiveId);
    if (personId === null || (agency !== undefined && agencyId !== agency)) continue;
    people.set(directiveId, { id: personId, name: personName ?? personId });
  }
  return people;
}
