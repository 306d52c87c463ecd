import { addDays, type Day, dayOf, endOfDay, type Instant, weekday } from '../../dsl/time/day.ts';
import {
  type DirectiveRecord,
  hasSigned,
  type Register,
  type Report,
  type ReportRow,
  type SignedNotice,
} from '../../register/index.ts';
import type { PersonPlace } from '../people/index.ts';
import { groupOf, isDone, rowsBehind } from '../report/index.ts';
import { turnOf } from '../waiting/waiting.ts';

/** What a leader looks at in the morning. All figures are of the one report, so that each opens to its directives. */
export interface Morning {
  /** Open and late, by the agency that leads: most first. */
  readonly late: readonly { readonly agency: string; readonly count: number; readonly longestDays: number }[];
  /** Open and due by the end of this week. */
  readonly week: { readonly from: Day; readonly to: Day; readonly rows: readonly ReportRow[] };
  /** At the end of each of the last weeks, and now. */
  readonly trend: readonly Trend[];
  readonly today: Trend;
  /** What the rules let this leader decide. */
  readonly results: readonly DirectiveRecord[];
  readonly extensions: readonly DirectiveRecord[];
  /** Notices this leader signed, the newest first. */
  readonly concluded: readonly Concluded[];
}

export interface Trend {
  readonly day: Day;
  readonly overdue: number;
  readonly done: number;
  readonly open: number;
}

export interface Concluded {
  readonly notice: SignedNotice;
  readonly total: number;
  readonly done: number;
  readonly overdue: number;
}

const WEEKS = 6;

export async function morningOf(register: Register, place: PersonPlace, now: Instant): Promise<Morning> {
  const report = await register.directives.report(now);
  const today = dayOf(now);
  const sunday = addDays(today, (7 - weekday(today)) % 7);
  const signed = (await register.notices.signed()).filter((notice) => hasSigned(notice, place.person));
  const own = new Set(signed.map(({ id }) => id));
  // A deputy decides on what they signed: nothing else waits for them.
  const open = (await register.directives.awaitingWord()).filter(
    ({ noticeId }) => place.leads !== 'deputy' || own.has(noticeId),
  );
  const [results, extensions] = await turnOf(register, open, { party: 'issuer', head: true }, now);
  const inTime = rowsBehind(report, { cell: 'openInTime', from: today, to: sunday });
  const standing = trendOf(report, today);
  return {
    late: lateByAgency(report),
    week: { from: today, to: sunday, rows: inTime },
    trend: [...(await trendTo(register, sunday)), standing],
    today: standing,
    results,
    extensions,
    concluded: concludedIn(report, signed),
  };
}

function lateByAgency(report: Report): Morning['late'] {
  const agencies = new Map<string, { agency: string; count: number; longestDays: number }>();
  for (const row of rowsBehind(report, { cell: 'openOverdue' })) {
    const agency = groupOf('agency', row);
    const held = agencies.get(agency) ?? { agency, count: 0, longestDays: 0 };
    agencies.set(agency, {
      agency,
      count: held.count + 1,
      longestDays: Math.max(held.longestDays, row.daysLate),
    });
  }
  return [...agencies.values()].sort((a, b) => b.count - a.count || b.longestDays - a.longestDays);
}

/** At the ends of the weeks before the one that ends on this day. */
async function trendTo(register: Register, sunday: Day): Promise<Trend[]> {
  const ends = Array.from({ length: WEEKS - 1 }, (_, i) => addDays(sunday, -7 * (WEEKS - 1 - i)));
  const past: Trend[] = [];
  for (const day of ends) past.push(trendOf(await register.directives.report(endOfDay(day) - 1), day));
  return past;
}

function trendOf({ withDeadline, withoutDeadline }: Report, day: Day): Trend {
  const sum = (cells: readonly (keyof Report['withDeadline'])[]) =>
    cells.reduce((total, cell) => total + withDeadline[cell] + withoutDeadline[cell], 0);
  return {
    day,
    overdue: sum(['openOverdue']),
    done: sum(['doneOnTime', 'doneLate']),
    open: sum(['openInTime', 'openOverdue']),
  };
}

function concludedIn(report: Report, notices: readonly Concluded['notice'][]): Concluded[] {
  return notices
    .map((notice) => {
      const rows = rowsBehind(report, { notice: notice.id });
      const overdue = rows.filter(({ cell }) => cell === 'openOverdue').length;
      return { notice, total: rows.length, done: rows.filter(isDone).length, overdue };
    })
    .filter(({ total }) => total > 0)
    .sort((a, b) => (b.notice.issued ?? '').localeCompare(a.notice.issued ?? ''));
}
