import { type SqlBool, sql } from 'kysely';
import type { Instant } from '../../dsl/time/day.ts';
import type { Context } from '../context.ts';
import { type ReportCell, type ReportRow, reportCellOf } from '../report.ts';
import { rowsIn } from './rows.ts';
import { type Stood, standingAt, standingTiming } from './standing.ts';

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
    const { rows } = await sql<Moved>`
      select s.id as "id", s.kind as "isKind", s.status as "status", s.due_at as "due", s.submitted_at as "submitted",
        s.closed_at as "closed", w.kind as "wasKind", w.status as "wasStatus", w.due_at as "wasDue",
        w.submitted_at as "wasSubmitted", w.closed_at as "wasClosed"
      from ${standingAt(after)} as s left join ${standingAt(before)} as w on w.id = s.id
      where w.kind is null or w.kind <> s.kind order by s.id`.execute(db);
    const [cellThen, cellNow] = [cellsAt(before), cellsAt(after)];
    const changes = new Map<string, { was: ReportCell | null; is: ReportCell | null; ids: string[] }>();
    for (const row of rows) {
      const is = cellNow(row.isKind, row);
      const { wasKind, wasStatus, wasDue, wasSubmitted, wasClosed } = row;
      const stood = { status: wasStatus ?? '', due: wasDue, submitted: wasSubmitted, closed: wasClosed };
      const was = wasKind === null ? null : cellThen(wasKind, stood);
      if (was === is) continue;
      const change = changes.get(`${was} ${is}`);
      if (change) change.ids.push(row.id);
      else changes.set(`${was} ${is}`, { was, is, ids: [row.id] });
    }
    const found: CellChanges[] = [];
    for (const { was, is, ids } of changes.values()) {
      const first = sql<SqlBool>`s.id in (${sql.join(ids.slice(0, most))})`;
      found.push({ was, is, count: ids.length, rows: await rowsIn(db, after, first, most) });
    }
    return found;
  });
}

/** A directive whose kind is another at the later instant, or that was not there before. */
interface Moved extends Stood {
  readonly id: string;
  readonly isKind: string;
  readonly wasKind: string | null;
  readonly wasStatus: string | null;
  readonly wasDue: Stood['due'];
  readonly wasSubmitted: Stood['submitted'];
  readonly wasClosed: Stood['closed'];
}

/** The cell of a kind at an instant: the rules are asked once a kind. */
function cellsAt(asOf: Instant): (kind: string, stood: Stood) => ReportCell | null {
  const cells = new Map<string, ReportCell | null>();
  return (kind, stood) => {
    const known = cells.get(kind);
    if (known !== undefined) return known;
    const cell = reportCellOf(standingTiming(stood), asOf);
    cells.set(kind, cell);
    return cell;
  };
}
