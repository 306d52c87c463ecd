import { addDays, type Day, partsOf, weekday } from '../dsl/time/day.ts';
import { workingDayOnOrAfter, workingDayOnOrBefore } from '../dsl/time/work-calendar.ts';
import type { Grain } from './atom.ts';
import { weekdayAt } from './atom-day.ts';
import { numeral } from './numeral.ts';
import { at, type Parse, skipWord, wordsAt } from './parse.ts';
import { type DayRange, day, months, monthsIn, oneDay } from './range.ts';
import { is } from './token.ts';

/** A way to take a piece out of a longer stretch. */
export interface Part {
  readonly end: number;
  /** Stretches the words fit. */
  readonly of: readonly Grain[];
  readonly take: (whole: DayRange) => DayRange | null;
  readonly fuzzy?: true;
  /** One day and no stretch: "ngày cuối cùng". */
  readonly day?: true;
  readonly others?: (whole: DayRange) => readonly Day[];
}

const FIRST_TEN = 10;
const MIDDLE = 15;
const SECOND_TEN = 20;

const LONG: readonly Grain[] = ['month', 'quarter', 'year'];

/** The words for a piece of a longer stretch, before the stretch itself. */
export function partAt(p: Parse, i: number): Part | null {
  const t = at(p, i);
  if (wordsAt(p, i, 'những', 'tháng') || wordsAt(p, i, 'các', 'tháng') || wordsAt(p, i, 'những', 'ngày'))
    return tailOf(p, i);
  if (wordsAt(p, i, 'thượng', 'tuần')) return { end: i + 2, of: ['month'], take: (w) => datesOf(w, 1, FIRST_TEN) };
  if (wordsAt(p, i, 'trung', 'tuần'))
    return { end: i + 2, of: ['month'], take: (w) => datesOf(w, FIRST_TEN + 1, SECOND_TEN) };
  if (wordsAt(p, i, 'hạ', 'tuần'))
    return { end: i + 2, of: ['month'], take: (w) => ({ first: dateOf(w, SECOND_TEN + 1), last: w.last }) };
  if (is(t, 'nửa')) return half(p, i);
  if (is(t, 'đầu')) return { end: i + 1, of: ['week', ...LONG], fuzzy: true, take: opening, others: otherOpenings };
  if (is(t, 'giữa')) return { end: i + 1, of: ['week', ...LONG], fuzzy: true, take: middle, others: otherMiddles };
  if (is(t, 'cuối')) {
    const end = skipWord(p, i + 1, 'cùng');
    if (is(at(p, end), 'tuần'))
      return {
        end,
        of: ['week'],
        fuzzy: true,
        take: (w) => ({ first: addDays(w.last, -1), last: w.last }),
        others: (w) => [addDays(w.last, -2), addDays(w.last, -1)],
      };
    return { end, of: LONG, take: closing };
  }
  if (is(t, 'ngày')) return edgeDay(p, i);
  if (is(t, 'thứ')) return nthWeekday(p, i);
  if (is(t, 'tuần')) return weekOfMonth(p, i);
  if (is(t, 'tháng') || is(t, 'quý')) return unitOf(p, i);
  return counted(p, i);
}

function tailOf(p: Parse, i: number): Part | null {
  const k = i + 2;
  if (is(at(p, i + 1), 'ngày')) {
    if (wordsAt(p, k, 'cuối')) return { end: skipWord(p, k + 1, 'cùng'), of: LONG, take: closing };
    return wordsAt(p, k, 'đầu') ? { end: k + 1, of: LONG, fuzzy: true, take: opening, others: otherOpenings } : null;
  }
  if (wordsAt(p, k, 'còn', 'lại')) return { end: k + 2, of: ['year'], take: (w) => w };
  if (wordsAt(p, k, 'cuối'))
    return { end: k + 1, of: ['year'], take: (w) => ({ first: day(yearIn(w), 10, 1), last: w.last }) };
  return wordsAt(p, k, 'đầu') ? { end: k + 1, of: ['year'], fuzzy: true, take: opening, others: otherOpenings } : null;
}

function yearIn(w: DayRange): number {
  return partsOf(w.last).year;
}

function dateOf(w: DayRange, date: number): Day {
  return addDays(w.first, date - 1);
}

function datesOf(w: DayRange, from: number, to: number): DayRange {
  return { first: dateOf(w, from), last: dateOf(w, to) };
}

/** Months counted from the first of a stretch, both ends counted. */
function monthsOf(w: DayRange, from: number, to: number): DayRange {
  const { year, month } = partsOf(w.first);
  return months(year, month + from - 1, month + to - 1);
}

function half(p: Parse, i: number): Part | null {
  const k = wordsAt(p, i + 1, 'năm') || wordsAt(p, i + 1, 'tháng') ? i + 2 : i + 1;
  const second = wordsAt(p, k, 'cuối') || wordsAt(p, k, 'sau') || wordsAt(p, k, 'còn');
  if (!second && !wordsAt(p, k, 'đầu')) return null;
  const end = wordsAt(p, k, 'còn', 'lại') ? k + 2 : k + 1;
  const take = (w: DayRange): DayRange => {
    const n = monthsIn(w);
    if (n === 1) return second ? { first: dateOf(w, MIDDLE + 1), last: w.last } : datesOf(w, 1, MIDDLE);
    if (n === 3) {
      const middle = dateOf(monthsOf(w, 2, 2), MIDDLE);
      return second ? { first: addDays(middle, 1), last: w.last } : { first: w.first, last: middle };
    }
    return second ? { first: monthsOf(w, Math.floor(n / 2) + 1, n).first, last: w.last } : monthsOf(w, 1, n / 2);
  };
  return { end, of: ['month', 'quarter', 'year'], take };
}

function opening(w: DayRange): DayRange {
  const n = monthsIn(w);
  if (w.last === addDays(w.first, 6)) return datesOf(w, 1, 2);
  if (n === 1) return datesOf(w, 1, FIRST_TEN);
  // The first weeks of a school year are September.
  return n === 3 || n === 9 ? monthsOf(w, 1, 1) : monthsOf(w, 1, 3);
}

function otherOpenings(w: DayRange): readonly Day[] {
  const n = monthsIn(w);
  if (w.last === addDays(w.first, 6)) return [w.first, addDays(w.first, 2)];
  if (n === 1) return [dateOf(w, 5)];
  return n === 3 ? [dateOf(w, FIRST_TEN)] : [monthsOf(w, 1, 1).last, dateOf(w, FIRST_TEN)];
}

function middle(w: DayRange): DayRange {
  const n = monthsIn(w);
  if (w.last === addDays(w.first, 6)) return { first: addDays(w.first, 2), last: addDays(w.first, 2) };
  if (n === 1) return datesOf(w, FIRST_TEN + 1, MIDDLE);
  return n === 3 ? monthsOf(w, 2, 2) : monthsOf(w, 5, 6);
}

function otherMiddles(w: DayRange): readonly Day[] {
  const n = monthsIn(w);
  if (w.last === addDays(w.first, 6)) return [addDays(w.first, 3)];
  if (n === 1) return [dateOf(w, SECOND_TEN)];
  const second = n === 3 ? monthsOf(w, 2, 2) : monthsOf(w, 7, 7);
  return n === 3 ? [dateOf(second, MIDDLE)] : [dateOf(monthsOf(w, 6, 6), MIDDLE), second.last];
}

function closing(w: DayRange): DayRange {
  const n = monthsIn(w);
  if (n === 1) return { first: dateOf(w, SECOND_TEN + 1), last: w.last };
  return { first: n === 3 ? monthsOf(w, 3, 3).first : monthsOf(w, n - 2, n).first, last: w.last };
}

/** "ngày cuối cùng", "ngày làm việc cuối cùng", "ngày đầu tiên" of a month, quarter or year that is named. */
function edgeDay(p: Parse, i: number): Part | null {
  const working = wordsAt(p, i + 1, 'làm', 'việc');
  const k = working ? i + 3 : i + 1;
  const last = is(at(p, k), 'cuối');
  if (!last && !is(at(p, k), 'đầu')) return null;
  const end = skipWord(p, k + 1, last ? 'cùng' : 'tiên');
  if (end === k + 1 && !last) return null;
  const take = (w: DayRange): DayRange => {
    const d = last ? w.last : w.first;
    if (!working) return oneDay(d);
    return oneDay(last ? workingDayOnOrBefore(p.calendar, d) : workingDayOnOrAfter(p.calendar, d));
  };
  return { end, of: working ? ['week', ...LONG] : LONG, take, day: true };
}

/** "thứ Hai đầu tiên của tháng 4", "thứ Sáu cuối cùng tháng 3/2025". */
function nthWeekday(p: Parse, i: number): Part | null {
  const w = weekdayAt(p, i);
  if (!w) return null;
  const k = skipWord(p, w.end, 'tuần');
  const last = is(at(p, k), 'cuối');
  if (!last && !is(at(p, k), 'đầu')) return null;
  const end = skipWord(p, k + 1, last ? 'cùng' : 'tiên');
  if (k === w.end && end === k + 1) return null;
  const take = (m: DayRange): DayRange => {
    const shift = last ? -((weekday(m.last) - w.value + 7) % 7) : (w.value - weekday(m.first) + 7) % 7;
    return oneDay(addDays(last ? m.last : m.first, shift));
  };
  return { end, of: ['month'], take, day: true };
}

/** "tuần đầu (tiên)", "tuần cuối (cùng)", "tuần thứ hai", "tuần 2" of a month: seven days each from the first. */
function weekOfMonth(p: Parse, i: number): Part | null {
  const k = i + 1;
  if (wordsAt(p, k, 'cuối')) {
    return {
      end: skipWord(p, k + 1, 'cùng'),
      of: ['month'],
      fuzzy: true,
      take: (w) => ({ first: addDays(w.last, -6), last: w.last }),
      others: (w) => weekEnds(addDays(w.last, -6), w.last),
    };
  }
  const nth = wordsAt(p, k, 'đầu') ? { value: 1, end: skipWord(p, k + 1, 'tiên') } : numeral(p, skipWord(p, k, 'thứ'));
  if (!nth || nth.value < 1 || nth.value > 5) return null;
  const from = nth.value * 7 - 6;
  return {
    end: nth.end,
    of: ['month'],
    fuzzy: true,
    take: (w) => (nth.value === 5 ? { first: dateOf(w, 29), last: w.last } : datesOf(w, from, from + 6)),
    others: (w) => weekEnds(dateOf(w, from), dateOf(w, from + 6)),
  };
}

/** Sunday, Saturday and Friday of the calendar weeks that end between two days. */
function weekEnds(first: Day, last: Day): readonly Day[] {
  const found: Day[] = [];
  for (let d = first; d <= last; d = addDays(d, 1)) if (weekday(d) >= 5) found.push(d);
  const friday = found.find((d) => weekday(d) === 5);
  return friday === undefined ? found : [...found].sort().reverse();
}

/** "tháng đầu quý II", "tháng cuối của quý", "quý đầu năm 2027", "quý cuối cùng của năm". */
function unitOf(p: Parse, i: number): Part | null {
  const size = is(at(p, i), 'quý') ? 3 : 1;
  const of: readonly Grain[] = size === 3 ? ['year'] : ['quarter', 'year'];
  const k = i + 1;
  if (wordsAt(p, k, 'đầu')) return { end: skipWord(p, k + 1, 'tiên'), of, take: (w) => monthsOf(w, 1, size) };
  if (wordsAt(p, k, 'cuối'))
    return { end: skipWord(p, k + 1, 'cùng'), of, take: (w) => monthsOf(w, monthsIn(w) - size + 1, monthsIn(w)) };
  if (size === 1 && wordsAt(p, k, 'giữa')) return { end: k + 1, of: ['quarter'], take: (w) => monthsOf(w, 2, 2) };
  const nth = is(at(p, k), 'thứ') ? numeral(p, k + 1) : null;
  return nth && size === 1 && nth.value <= 3
    ? { end: nth.end, of: ['quarter'], take: (w) => monthsOf(w, nth.value, nth.value) }
    : null;
}

/** "6 tháng đầu", "sáu tháng cuối", "10 ngày đầu", "02 tuần đầu". */
function counted(p: Parse, i: number): Part | null {
  const n = numeral(p, i);
  if (!n || n.value < 1) return null;
  const first = wordsAt(p, n.end + 1, 'đầu');
  if (!first && !wordsAt(p, n.end + 1, 'cuối') && !wordsAt(p, n.end + 1, 'còn', 'lại')) return null;
  const end = wordsAt(p, n.end + 1, 'còn', 'lại') ? n.end + 3 : skipWord(p, n.end + 2, 'tiên', 'cùng');
  if (is(at(p, n.end), 'tháng') && n.value < 12) {
    return {
      end,
      of: ['year', 'quarter'],
      take: (w) =>
        n.value >= monthsIn(w)
          ? null
          : first
            ? monthsOf(w, 1, n.value)
            : monthsOf(w, monthsIn(w) - n.value + 1, monthsIn(w)),
    };
  }
  const days = is(at(p, n.end), 'tuần') ? 7 : is(at(p, n.end), 'ngày') ? 1 : 0;
  if (days === 0 || n.value * days > 28) return null;
  const take = (w: DayRange): DayRange =>
    first ? datesOf(w, 1, n.value * days) : { first: addDays(w.last, 1 - n.value * days), last: w.last };
  return { end, of: ['month', 'year'], take };
}
