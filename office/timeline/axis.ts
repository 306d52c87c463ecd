import { type Day, dayFromNumber, dayNumber, partsOf, weekdayOfNumber } from '../../dsl/time/day.ts';
import { monthName, quarterName } from '../../texts/timeline.ts';

/** A stretch of the axis that bears one name: `[from, to)` in days since 1970-01-01, clipped to the range. */
export interface AxisSpan {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

interface Unit {
  /** Months in one. */
  readonly months: number;
  /** Room a name of this unit needs, in its own letters. */
  readonly name: (year: number, month: number) => string;
}

const UNITS: readonly Unit[] = [
  { months: 1, name: (year, month) => monthName(year, month, 'long') },
  { months: 1, name: (year, month) => monthName(year, month, 'short') },
  { months: 3, name: (year, month) => quarterName(year, Math.ceil(month / 3)) },
  { months: 12, name: String },
  { months: 120, name: String },
  { months: 1200, name: String },
];

/**
 * The months of a range; quarters, years, decades where there is no room for the names of months.
 * @param widthOf room a name needs, and `perDay` the room a day has, in one and the same measure.
 */
export function monthsOf(from: Day, to: Day, perDay: number, widthOf: (name: string) => number): AxisSpan[] {
  const fits = (unit: Unit) => widthOf(unit.name(2028, 12)) <= unit.months * 28 * perDay;
  const unit = UNITS.find(fits) ?? UNITS.at(-1);
  return unit ? spansOf(from, to, unit) : [];
}

function spansOf(from: Day, to: Day, { months, name }: Unit): AxisSpan[] {
  const [first, end] = [dayNumber(from), dayNumber(to) + 1];
  const { year, month } = partsOf(from);
  const spans: AxisSpan[] = [];
  for (let index = Math.floor((year * 12 + month - 1) / months) * months; ; index += months) {
    const start = startOf(index);
    if (start >= end) return spans;
    const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
    spans.push({ from: Math.max(first, start), to: Math.min(end, startOf(index + months)), name: name(y, m) });
  }
}

/** First day of a month counted from year 0; days past 9999 have no form, and nothing reaches there. */
function startOf(index: number): number {
  const year = Math.floor(index / 12);
  if (year > 9999) return Number.POSITIVE_INFINITY;
  return dayNumber(`${String(year).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`);
}

/** The Mondays of a range, in days since 1970-01-01. */
export function mondaysOf(from: Day, to: Day): number[] {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const mondays: number[] = [];
  for (let n = first + ((8 - weekdayOfNumber(first)) % 7); n <= last; n += 7) mondays.push(n);
  return mondays;
}

/** “03” */
export function dateLabel(n: number): string {
  return dayFromNumber(n).slice(8);
}
