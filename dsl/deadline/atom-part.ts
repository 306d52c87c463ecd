import { addDays, type Day, partsOf, weekday } from '../time/day.ts';
import type { Atom, Grain } from './atom.ts';
import { openUnit, periodAtom } from './atom-period.ts';
import { yearWords } from './atom-year.ts';
import { numeral } from './numeral.ts';
import { at, type Parse, skip, words } from './parse.ts';
import { type DayRange, day, months, monthsIn, weekOf } from './range.ts';
import { is } from './token.ts';

/** A way to take a piece out of a longer stretch. */
interface Part {
  readonly end: number;
  /** Stretches the words fit. */
  readonly of: readonly Grain[];
  readonly take: (whole: DayRange) => DayRange | null;
  readonly fuzzy?: true;
  readonly others?: (whole: DayRange) => readonly Day[];
}

const FIRST_TEN = 10;
const MIDDLE = 15;
const SECOND_TEN = 20;

/** "đầu tháng 5/2025", "6 tháng cuối năm", "nửa đầu năm 2025", "trung tuần tháng 6", "tuần đầu tháng 4", "cuối tuần này". */
export function partAtom(p: Parse, i: number): Atom | null {
  const part = partAt(p, i);
  if (!part) return null;
  const k = skip(p, part.end, 'của');
  const whole = wholeAt(p, k);
  if (!whole || !part.of.includes(whole.grain)) return null;
  return piece(part, whole);
}

function wholeAt(p: Parse, k: number): Atom | null {
  const inner = is(at(p, k), 'tháng') || is(at(p, k), 'quý') || is(at(p, k), 'giai') ? partAtom(p, k) : null;
  const known = inner ?? periodAtom(p, k);
  if (known) return known;
  const open = openUnit(p, k);
  if (!open) return null;
  // "cuối tuần", "đầu quý" of any week or quarter: taken only where no other word makes it something else.
  const year = open.grain === 'year' ? yearWords(p, k) : null;
  return year ? null : open;
}

function piece(part: Part, whole: Atom): Atom {
  const fuzzy = part.fuzzy || whole.fuzzy;
  const rule =
    whole.grain === 'year'
      ? 'part-year'
      : whole.grain === 'quarter'
        ? 'part-of-quarter'
        : whole.grain === 'week'
          ? 'part-of-week'
          : 'part-of-month';
  const grain: Grain = whole.grain === 'year' || whole.grain === 'quarter' ? 'month' : 'week';
  const base = {
    end: Math.max(part.end, whole.end),
    grain,
    rule,
    confidence: whole.confidence * (part.fuzzy ? 0.6 : 0.97),
    ...(fuzzy ? { fuzzy: true as const } : {}),
    ...(whole.dated ? { dated: true as const } : {}),
  } as const;
  const { range, inYear, candidates } = whole;
  const others = part.others;
  if (range) {
    const taken = part.take(range);
    return taken
      ? { ...base, range: taken, ...(others ? { others: () => others(range) } : {}) }
      : { ...base, rule: 'impossible-date' };
  }
  // The whole is found again from the piece: every piece lies in one month, quarter or year of its kind.
  const back = (r: DayRange) => others?.(wholeOf(r, whole.grain)) ?? [];
  return {
    ...base,
    ...(inYear ? { inYear: (y: number) => taken(part, inYear(y)) } : {}),
    ...(candidates ? { candidates: () => candidates().flatMap((r) => part.take(r) ?? []) } : {}),
    ...(others ? { others: back } : {}),
  };
}

function taken(part: Part, whole: DayRange | null): DayRange | null {
  return whole ? part.take(whole) : null;
}

function wholeOf(r: DayRange, grain: Grain): DayRange {
  const { year, month } = partsOf(r.first);
  if (grain === 'week') return weekOf(r.first);
  if (grain === 'month') return months(year, month);
  if (grain === 'quarter') return months(year, Math.ceil(month / 3) * 3 - 2, Math.ceil(month / 3) * 3);
  return months(year, 1, 12);
}

const LONG: readonly Grain[] = ['month', 'quarter', 'year'];

function partAt(p: Parse, i: number): Part | null {
  const t = at(p, i);
  if (words(p, i, 'những', 'tháng') || words(p, i, 'các', 'tháng') || words(p, i, 'những', 'ngày')) return tailOf(p, i);
  if (words(p, i, 'thượng', 'tuần')) return { end: i + 2, of: ['month'], take: (w) => datesOf(w, 1, FIRST_TEN) };
  if (words(p, i, 'trung', 'tuần'))
    return { end: i + 2, of: ['month'], take: (w) => datesOf(w, FIRST_TEN + 1, SECOND_TEN) };
  if (words(p, i, 'hạ', 'tuần'))
    return { end: i + 2, of: ['month'], take: (w) => ({ first: dateOf(w, SECOND_TEN + 1), last: w.last }) };
  if (is(t, 'nửa')) return half(p, i);
  if (is(t, 'đầu')) return { end: i + 1, of: ['week', ...LONG], fuzzy: true, take: opening, others: otherOpenings };
  if (is(t, 'giữa')) return { end: i + 1, of: ['week', ...LONG], fuzzy: true, take: middle, others: otherMiddles };
  if (is(t, 'cuối')) {
    const end = skip(p, i + 1, 'cùng');
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
  if (is(t, 'tuần')) return weekOfMonth(p, i);
  if (is(t, 'tháng') || is(t, 'quý')) return unitOf(p, i);
  return counted(p, i);
}

function tailOf(p: Parse, i: number): Part | null {
  const k = i + 2;
  if (is(at(p, i + 1), 'ngày')) {
    if (words(p, k, 'cuối')) return { end: skip(p, k + 1, 'cùng'), of: LONG, take: closing };
    return words(p, k, 'đầu') ? { end: k + 1, of: LONG, fuzzy: true, take: opening, others: otherOpenings } : null;
  }
  if (words(p, k, 'còn', 'lại')) return { end: k + 2, of: ['year'], take: (w) => w };
  if (words(p, k, 'cuối'))
    return { end: k + 1, of: ['year'], take: (w) => ({ first: day(yearIn(w), 10, 1), last: w.last }) };
  return words(p, k, 'đầu') ? { end: k + 1, of: ['year'], fuzzy: true, take: opening, others: otherOpenings } : null;
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
  const k = words(p, i + 1, 'năm') || words(p, i + 1, 'tháng') ? i + 2 : i + 1;
  const second = words(p, k, 'cuối') || words(p, k, 'sau') || words(p, k, 'còn');
  if (!second && !words(p, k, 'đầu')) return null;
  const end = words(p, k, 'còn', 'lại') ? k + 2 : k + 1;
  const take = (w: DayRange): DayRange => {
    const n = monthsIn(w);
    if (n === 1) return second ? { first: dateOf(w, MIDDLE + 1), last: w.last } : datesOf(w, 1, MIDDLE);
    return second ? { first: monthsOf(w, Math.floor(n / 2) + 1, n).first, last: w.last } : monthsOf(w, 1, n / 2);
  };
  // "nửa đầu quý" has no sharp end: a quarter has three months.
  return { end, of: ['month', 'year'], take };
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

/** "tuần đầu (tiên)", "tuần cuối (cùng)", "tuần thứ hai", "tuần 2" of a month: seven days each from the first. */
function weekOfMonth(p: Parse, i: number): Part | null {
  const k = i + 1;
  if (words(p, k, 'cuối')) {
    return {
      end: skip(p, k + 1, 'cùng'),
      of: ['month'],
      fuzzy: true,
      take: (w) => ({ first: addDays(w.last, -6), last: w.last }),
      others: (w) => weekEnds(addDays(w.last, -6), w.last),
    };
  }
  const nth = words(p, k, 'đầu') ? { value: 1, end: skip(p, k + 1, 'tiên') } : numeral(p, skip(p, k, 'thứ'));
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

/** "tháng đầu quý II", "tháng cuối của quý", "quý đầu năm 2026", "quý cuối cùng của năm". */
function unitOf(p: Parse, i: number): Part | null {
  const size = is(at(p, i), 'quý') ? 3 : 1;
  const of: readonly Grain[] = size === 3 ? ['year'] : ['quarter', 'year'];
  const k = i + 1;
  if (words(p, k, 'đầu')) return { end: skip(p, k + 1, 'tiên'), of, take: (w) => monthsOf(w, 1, size) };
  if (words(p, k, 'cuối'))
    return { end: skip(p, k + 1, 'cùng'), of, take: (w) => monthsOf(w, monthsIn(w) - size + 1, monthsIn(w)) };
  if (size === 1 && words(p, k, 'giữa')) return { end: k + 1, of: ['quarter'], take: (w) => monthsOf(w, 2, 2) };
  const nth = is(at(p, k), 'thứ') ? numeral(p, k + 1) : null;
  return nth && size === 1 && nth.value <= 3
    ? { end: nth.end, of: ['quarter'], take: (w) => monthsOf(w, nth.value, nth.value) }
    : null;
}

/** "6 tháng đầu", "sáu tháng cuối", "10 ngày đầu", "02 tuần đầu". */
function counted(p: Parse, i: number): Part | null {
  const n = numeral(p, i);
  if (!n || n.value < 1) return null;
  const first = words(p, n.end + 1, 'đầu');
  if (!first && !words(p, n.end + 1, 'cuối') && !words(p, n.end + 1, 'còn', 'lại')) return null;
  const end = words(p, n.end + 1, 'còn', 'lại') ? n.end + 3 : skip(p, n.end + 2, 'tiên', 'cùng');
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
