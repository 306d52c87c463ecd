import { civilServants } from '../../dsl/time/civil-servants.ts';

/*
 * The generators' own calendar, on the platform's `Date` in UTC: nothing of what is tested computes the answers it is
 * tested with. Only the list of official days off is shared, being data.
 */

/** `YYYY-MM-DD` */
export type Day = string;

export interface Parts {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  readonly date: number;
}

/** Months and dates out of range run over into the next, as with `Date`. */
export function day(year: number, month: number, date: number): Day {
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
}

export function parts(d: Day): Parts {
  return { year: Number(d.slice(0, 4)), month: Number(d.slice(5, 7)), date: Number(d.slice(8, 10)) };
}

export function plusDays(d: Day, n: number): Day {
  const { year, month, date } = parts(d);
  return day(year, month, date + n);
}

export function lastOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Clamped to the month's end: 31/1 and one month is the last of February. */
export function plusMonths(d: Day, n: number): Day {
  const { year, month, date } = parts(d);
  const first = parts(day(year, month + n, 1));
  return day(first.year, first.month, Math.min(date, lastOfMonth(first.year, first.month)));
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(d: Day): number {
  return new Date(`${d}T00:00:00Z`).getUTCDay() || 7;
}

export function mondayOf(d: Day): Day {
  return plusDays(d, 1 - weekdayOf(d));
}

export function isWorked(d: Day): boolean {
  return weekdayOf(d) < 6 ? !civilServants.off.includes(d) : civilServants.worked.includes(d);
}

/** The n-th working day after `d`, which is not counted itself. */
export function plusWorkingDays(d: Day, n: number): Day {
  let at = d;
  for (let left = n; left > 0; ) {
    at = plusDays(at, 1);
    if (isWorked(at)) left--;
  }
  return at;
}

/** The first day from `anchor` on that fits; looked for day by day over four years. */
export function firstFrom(anchor: Day, fits: (d: Day) => boolean): Day {
  let at = anchor;
  for (let i = 0; i < 1500; i++) {
    if (fits(at)) return at;
    at = plusDays(at, 1);
  }
  throw new RangeError(`no day fits in four years from ${anchor}`);
}
