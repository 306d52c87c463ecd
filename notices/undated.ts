import type { Deadline } from '../deadline/index.ts';
import { present } from '../dsl/present.ts';
import type { Day } from '../dsl/time/day.ts';
import { noticeWarnings } from '../texts/notice-warnings.ts';
import type { DraftDirective } from './types.ts';

/**
 * Two days that share neither year, month, day of the month nor weekday, before any day a notice of today names. A document that says no day is read from
 * both: what comes out alike needs none, and nobody has to tell which rule counts from it.
 */
export const TWO_DAYS: readonly [Day, Day] = ['2018-03-05', '2019-10-17'];

/** The deadlines of words whose anchor is not known, by what reads them from a day. */
export function withoutDay(read: (anchor: Day) => Deadline[]): Deadline[] {
  const [one, other] = TWO_DAYS;
  const again = read(other);
  return read(one).map((x) => leftOpen(x, again) ?? x);
}

/** What holds of an undated document whatever its day is; the rest is left open and said. */
export function alike(first: readonly DraftDirective[], second: readonly DraftDirective[]): DraftDirective[] {
  return first.map((d, i) => {
    const twin = second[i];
    const lost: string[] = [];
    const deadlines = d.deadlines.map((x): Deadline => {
      const open = leftOpen(x, twin?.deadlines ?? []);
      if (open) lost.push(x.phrase);
      return open ?? x;
    });
    const warnings = d.warnings.filter((w) => twin?.warnings.includes(w));
    return { ...d, deadlines, warnings: [...warnings, ...lost.map(noticeWarnings.needsDay)] };
  });
}

/** The deadline without what another day of issue would have changed; null where none would change it. */
function leftOpen(x: Deadline, again: readonly Deadline[]): Deadline | null {
  const other = again.find((y) => y.span[0] === x.span[0] && y.span[1] === x.span[1]);
  if (other && sameDays(x, other)) return null;
  const { from: _from, alternatives: _alternatives, provisional: _provisional, recurrence, ...rest } = x;
  return {
    ...rest,
    due: null,
    ...present({ recurrence: recurrence && recurrence === other?.recurrence ? recurrence : undefined }),
  };
}

function sameDays(a: Deadline, b: Deadline): boolean {
  const days = (x: Deadline): string => JSON.stringify([x.due, x.from, x.recurrence, x.alternatives]);
  return days(a) === days(b);
}
