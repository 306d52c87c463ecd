import { sql } from 'kysely';
import type { Instant } from '../../dsl/time/day.ts';
import { fromJson } from '../codec.ts';
import type { Context, Db } from '../context.ts';
import { codeIn } from '../ids.ts';
import type { NamedParty } from '../records.ts';
import {
  type CellCounts,
  type Report,
  type ReportCell,
  type ReportRow,
  recurringAt,
  sumsOf,
  type Tallied,
} from '../report.ts';
import { isLateAmong, rowsIn } from './rows.ts';
import { type CellOfKind, cellsOfKinds, standingAt } from './standing.ts';
import { alikeAt, tallied } from './tallies.ts';

/** What one group was given, with the figures of its shares. */
export interface WholeCounted {
  readonly id: string;
  readonly noticeId: string;
  readonly notice: string | null;
  readonly code: string;
  readonly lead: readonly NamedParty[];
  readonly counts: CellCounts;
}

/** A report without its rows: counted by the database, whatever the number of directives. */
export interface ReportFigures extends Omit<Report, 'rows'> {
  /** All directives, those that are counted alike in one: of their leads the first. */
  readonly tallies: readonly Tallied[];
  /** Open and late, the longest first; not all of them where there are many. */
  readonly late: readonly ReportRow[];
  /** What groups were given; those with most late shares where there are many. */
  readonly wholes: readonly WholeCounted[];
  readonly wholesInAll: number;
}

/** The figures at an instant of domain time. `most`: so many late ones and wholes are read. */
export function figuresAt(context: Context, asOf: Instant, most: number): Promise<ReportFigures> {
  return context.read(async (db) => {
    const alike = await alikeAt(db, asOf);
    const kinds = cellsOfKinds(alike, asOf);
    const tallies = alike.map((row) => tallied(row, asOf));
    const { wholes, wholesInAll } = await wholesAt(db, asOf, kinds, most);
    return {
      asOf,
      ...sumsOf(tallies),
      recurring: await recurringAt(db, asOf),
      tallies,
      late: await rowsIn(db, asOf, isLateAmong(kinds), most),
      wholes,
      wholesInAll,
    };
  });
}

async function wholesAt(
  db: Db,
  asOf: Instant,
  kinds: CellOfKind,
  most: number,
): Promise<{ readonly wholes: readonly WholeCounted[]; readonly wholesInAll: number }> {
  const { rows } = await sql<{ parent: string; kind: string; n: number | string }>`
    select s.parent as parent, s.kind as kind, count(*) as n from ${standingAt(asOf)} as s
    where s.parent is not null group by s.parent, s.kind`.execute(db);
  const counted = new Map<string, Record<ReportCell, number>>();
  for (const { parent, kind, n } of rows) {
    const cell = kinds.get(kind);
    if (cell === undefined || cell === null) continue;
    const counts = counted.get(parent) ?? { doneOnTime: 0, doneLate: 0, openInTime: 0, openOverdue: 0 };
    counts[cell] += Number(n);
    counted.set(parent, counts);
  }
  const shown = new Map(
    [...counted].sort(([a, x], [b, y]) => y.openOverdue - x.openOverdue || (a < b ? -1 : 1)).slice(0, most),
  );
  return { wholes: await namedWholes(db, shown), wholesInAll: counted.size };
}

/** Each whole by what any of its shares says of it. */
async function namedWholes(db: Db, counted: ReadonlyMap<string, CellCounts>): Promise<WholeCounted[]> {
  if (counted.size === 0) return [];
  const shares = await db
    .selectFrom('directives')
    .innerJoin('notices', 'notices.id', 'directives.noticeId')
    .select(['directives.parent', 'directives.localId', 'directives.parentLead', 'notices.id', 'notices.number'])
    .where('directives.parent', 'in', [...counted.keys()])
    .execute();
  const byParent = new Map(shares.map((share) => [share.parent, share]));
  return [...counted].flatMap(([id, counts]) => {
    const share = byParent.get(id);
    if (share === undefined) return [];
    const lead = fromJson<readonly NamedParty[]>(share.parentLead ?? '[]');
    return [{ id, noticeId: share.id, notice: share.number, code: codeIn(share.localId), lead, counts }];
  });
}
