import { type Day, partsOf } from '../dsl/time/day.ts';
import type { Parse } from './parse.ts';
import type { DayRange } from './range.ts';

/** How an atom was read; the second half of a rule's id, with words in `texts/deadline-rules.ts`. */
export type AtomRule =
  | 'date'
  | 'date-no-year'
  | 'day-of-month'
  | 'weekday'
  | 'relative-day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'part-year'
  | 'year'
  | 'years'
  | 'school-year'
  | 'part-of-month'
  | 'part-of-quarter'
  | 'part-of-week'
  | 'lunar'
  | 'holiday'
  | 'impossible-date';

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** A stretch of days named by the text; with its year still open, or fixed. */
export interface Atom {
  /** Index after its last token. */
  readonly end: number;
  readonly grain: Grain;
  readonly rule: AtomRule;
  readonly confidence: number;
  /** Set where the days are known without looking for a year. */
  readonly range?: DayRange;
  /** The days in a given year (lunar years count by their first day); null where that year has none. */
  readonly inYear?: (year: number) => DayRange | null;
  /** The days this stretch may be on when it has no year, in order, where `inYear` does not fit ("ngày 20", "thứ Sáu"). */
  readonly candidates?: () => readonly DayRange[];
  readonly fuzzy?: true;
  /** Other last days a careful reader could defend. */
  readonly others?: (range: DayRange) => readonly Day[];
  /** Parts as written, from which a recurrence is made. */
  readonly date?: number;
  readonly month?: number;
  readonly weekday?: number;
  /** Quarter or half as months, for a recurrence. */
  readonly endMonth?: number;
  /** Offered where the date written does not exist. */
  readonly instead?: readonly Day[];
  /** Is the year written out, so that the day may well be past? */
  readonly dated?: true;
  /** The unit alone ("trong tháng"): the one that runs. */
  readonly open?: true;
  /** Could be a fraction or a score where nothing vouches for a date. */
  readonly bareNumbers?: true;
}

const YEARS_AHEAD = 9; // 29/2 may be eight years off (1896–1904, 2096–2104)

/**
 * The days meant. A missing year is the one that gives the first such stretch on or after the anchor: by its last day,
 * or by its first where the limit is what comes before it.
 */
export function resolve(p: Parse, atom: Atom, by: 'first' | 'last'): DayRange | null {
  if (atom.range) return atom.range;
  if (atom.candidates) {
    const all = atom.candidates();
    return all.find((r) => r[by] >= p.anchor) ?? null;
  }
  if (!atom.inYear) return null;
  for (let year = p.today.year - 1; year <= p.today.year + YEARS_AHEAD; year++) {
    const range = atom.inYear(year);
    if (range && range[by] >= p.anchor) return range;
  }
  return null;
}

/** The same stretch with its year settled. */
export function withYear(atom: Atom, year: number): Atom {
  if (!atom.inYear) return atom;
  const range = atom.inYear(year);
  const { inYear: _, ...rest } = atom;
  return range ? { ...rest, range, dated: true } : atom;
}

/** The year of its last day. */
export function yearOf(range: DayRange): number {
  return partsOf(range.last).year;
}
