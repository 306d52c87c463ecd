import { addDays, type Day, dayOf, endOfDay, type Instant, weekday } from '../../dsl/time/day.ts';
import {
  type ConcludedNotice,
  concludersOn,
  type DirectiveRecord,
  type Register,
  type ReportRow,
  type Sums,
  sumsOf,
  type Tallied,
} from '../../register/index.ts';
import type { PersonPlace } from '../people/index.ts';
import { groupOf } from '../report/index.ts';
import { turnOf } from '../waiting/waiting.ts';

/** What a leader looks at in the morning; every figure opens to its directives. */
export interface Morning {
  /** Open and late, by the agency that leads: most first. */
  readonly late: readonly { readonly agency: string; readonly count: number; readonly longestDays: number }[];
  /** Open and due by the end of this week: how many, and the first of them. */
  readonly week: { readonly from: Day; readonly to: Day; readonly count: number; readonly rows: readonly ReportRow[] };
  /** At the end of each of the last weeks, and now. */
  readonly trend: readonly Trend[];
  readonly today: Trend;
  /** What the rules let this leader decide. */
  readonly results: readonly DirectiveRecord[];
  readonly extensions: readonly DirectiveRecord[];
  /** Explanations the leader asked for: given, or not by their day. */
  readonly explanations: readonly DirectiveRecord[];
  readonly unexplained: readonly DirectiveRecord[];
  /** Notices this leader concluded, the newest first. */
  readonly concluded: readonly Concluded[];
}

export interface Trend {
  readonly day: Day;
  readonly overdue: number;
  readonly done: number;
  readonly open: number;
}

export interface Concluded {
  readonly notice: ConcludedNotice;
  readonly total: number;
  readonly done: number;
  readonly overdue: number;
}

const WEEKS = 6;

/** `shown`: so many of what is due this week are read. */
export async function morningOf(register: Register, place: PersonPlace, now: Instant, shown: number): Promise<Morning> {
  const { directives } = register;
  const today = dayOf(now);
  const sunday = addDays(today, (7 - weekday(today)) % 7);
  const concluded = await concludedBy(register, place, today);
  const own = new Set(concluded.map(({ id }) => id));
  // A deputy decides on what they concluded: nothing else waits for them.
  const open = (await directives.awaitingWord()).filter(
    ({ noticeId }) => place.leads !== 'deputy' || own.has(noticeId),
  );
  const turn = await turnOf(register, open, { party: 'issuer', head: true }, now);
  const week = { from: today, to: sunday };
  const inTime = await directives.counted(now, { cells: ['openInTime'], ...week }, shown);
  const tallies = await directives.tallies(now);
  const standing = trendOf(sumsOf(tallies), today);
  return {
    late: lateByAgency(tallies),
    week: { ...week, count: inTime.places, rows: inTime.shown },
    trend: [...(await trendTo(register, sunday)), standing],
    today: standing,
    ...turn,
    concluded: await howFar(register, concluded, now),
  };
}

/** Notices they concluded, the newest first. */
async function concludedBy(register: Register, { person }: PersonPlace, today: Day): Promise<ConcludedNotice[]> {
  const concluder = concludersOn(await register.directory.current(), today);
  return (await register.notices.conclusions())
    .filter((notice) => concluder(notice)?.person.id === person.id)
    .sort((a, b) => (b.issued ?? '').localeCompare(a.issued ?? ''));
}

function lateByAgency(tallies: readonly Tallied[]): Morning['late'] {
  const agencies = new Map<string, { agency: string; count: number; longestDays: number }>();
  for (const row of tallies) {
    if (row.cell !== 'openOverdue') continue;
    const agency = groupOf('agency', row);
    const held = agencies.get(agency) ?? { agency, count: 0, longestDays: 0 };
    agencies.set(agency, {
      agency,
      count: held.count + (row.n ?? 1),
      longestDays: Math.max(held.longestDays, row.daysLate),
    });
  }
  return [...agencies.values()].sort((a, b) => b.count - a.count || b.longestDays - a.longestDays);
}

/** At the ends of the weeks before the one that ends on this day. */
async function trendTo({ directives }: Register, sunday: Day): Promise<Trend[]> {
  const ends = Array.from({ length: WEEKS - 1 }, (_, i) => addDays(sunday, -7 * (WEEKS - 1 - i)));
  const past: Trend[] = [];
  for (const day of ends) past.push(trendOf(await directives.sums(endOfDay(day) - 1), day));
  return past;
}

function trendOf(sums: Sums, day: Day): Trend {
  const sum = (cells: readonly (keyof Sums['withDeadline'])[]) =>
    cells.reduce((total, cell) => total + sums.withDeadline[cell] + sums.withoutDeadline[cell], 0);
  return {
    day,
    overdue: sum(['openOverdue']),
    done: sum(['doneOnTime', 'doneLate']),
    open: sum(['openInTime', 'openOverdue']),
  };
}

async function howFar(register: Register, notices: readonly ConcludedNotice[], now: Instant): Promise<Concluded[]> {
  const ids = notices.map(({ id }) => id);
  const sums = await register.directives.sumsOfNotices(now, ids);
  return notices.flatMap((notice) => {
    const own = sums.get(notice.id);
    if (own === undefined || own.total === 0) return [];
    const { done, overdue } = trendOf(own, dayOf(now));
    return [{ notice, total: own.total, done, overdue }];
  });
}
