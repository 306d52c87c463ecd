import { type SqlBool, sql } from 'kysely';
import type { Instant } from '../../dsl/time/day.ts';
import type { Context } from '../context.ts';
import type { ReportCell, ReportRow } from '../report.ts';
import { rowsIn } from './rows.ts';
import { kindsAt, standingAt } from './standing.ts';

/** Directives that moved from one cell to another; null = they were, or are, in none. */
export interface CellChanges {
  readonly was: ReportCell | null;
  readonly is: ReportCell | null;
  readonly count: number;
  /** The first of them, as they stand later. */
  readonly rows: readonly ReportRow[];
}

/** What counts otherwise at an instant than at one before it. `most`: so many rows of each change are read. */
export function changesBetween(
  context: Context,
  before: Instant,
  after: Instant,
  most: number,
): Promise<readonly CellChanges[]> {
  return context.read(async (db) => {
    const [then, now] = [await kindsAt(db, before), await kindsAt(db, after)];
    const { rows } = await sql<{ id: string; was: string | null; is: string }>`
      select b.id as id, a.kind as "was", b.kind as "is"
      from ${standingAt(after)} as b left join ${standingAt(before)} as a on a.id = b.id
      where a.kind is null or a.kind <> b.kind order by b.id`.execute(db);
    const changes = new Map<string, { was: ReportCell | null; is: ReportCell | null; ids: string[] }>();
    for (const { id, ...kinds } of rows) {
      const was = kinds.was === null ? null : (then.get(kinds.was) ?? null);
      const is = now.get(kinds.is) ?? null;
      if (was === is) continue;
      const change = changes.get(`${was} ${is}`);
      if (change) change.ids.push(id);
      else changes.set(`${was} ${is}`, { was, is, ids: [id] });
    }
    const found: CellChanges[] = [];
    for (const { was, is, ids } of changes.values()) {
      const first = sql<SqlBool>`s.id in (${sql.join(ids.slice(0, most))})`;
      found.push({ was, is, count: ids.length, rows: await rowsIn(db, after, first, most) });
    }
    return found;
  });
}
