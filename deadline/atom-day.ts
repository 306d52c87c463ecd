import { present } from '../dsl/present.ts';
import { addDays, partsOf, weekday } from '../dsl/time/day.ts';
import { addWorkingDays } from '../dsl/time/work-calendar.ts';
import type { Atom } from './atom.ts';
import { dayNumberAt, numericDate, wordedDate } from './atom-date.ts';
import { lunarDate } from './atom-lunar.ts';
import { at, type Parse, skipWord, wordsAt } from './parse.ts';
import { type DayRange, monthsAway, oneDay, realDay, weekOf } from './range.ts';
import { GAP, is } from './token.ts';

/** Any day: a date, "ngày 20", a weekday, "hôm nay", "ngày mai". Months and longer stretches are elsewhere. */
export function dayAtom(p: Parse, i: number): Atom | null {
  let atom = p.days.get(i);
  if (atom === undefined) {
    atom = readDay(p, i);
    p.days.set(i, atom);
  }
  return atom;
}

function readDay(p: Parse, i: number): Atom | null {
  const t = at(p, i);
  if (is(t, 'thứ') || is(t, 'chủ')) return weekdayAtom(p, i);
  if (is(t, 'hôm') || is(t, 'mai') || is(t, 'ngày')) {
    const near = relativeDay(p, i);
    if (near) return near;
  }
  if (is(t, 'ngày')) {
    if (wordsAt(p, i + 1, 'làm', 'việc')) return nextWorkingDay(p, i + 3);
    if (is(at(p, i + 1), 'thứ')) return weekdayAtom(p, i + 1);
    if (is(at(p, i + 1), 'chủ')) return weekdayAtom(p, i + 1);
    return lunarDate(p, i + 1) ?? numericDate(p, i + 1, true) ?? wordedDate(p, i + 1) ?? dayOfMonth(p, i + 1);
  }
  if (is(t, 'cùng')) return sameDay(p, i);
  if (t.kind === '#') return lunarDate(p, i) ?? numericDate(p, i, false) ?? wordedDate(p, i, false);
  if (is(t, 'mồng') || is(t, 'rằm')) return lunarDate(p, i) ?? (is(t, 'mồng') ? wordedDate(p, i) : null);
  return null;
}

/** Tokens back to the day that "cùng ngày" means. */
const SAME_DAY_WITHIN = 80;

/** "từ 12 giờ ngày 12/9, … trước 18 giờ cùng ngày": the day written before it. */
function sameDay(p: Parse, i: number): Atom | null {
  if (!wordsAt(p, i, 'cùng', 'ngày')) return null;
  for (let k = i - 1; k >= Math.max(0, i - SAME_DAY_WITHIN); k--) {
    if (!is(at(p, k), 'ngày')) continue;
    const written = numericDate(p, k + 1, true) ?? wordedDate(p, k + 1);
    if (written && written.end <= i) return { ...written, end: i + 2, confidence: 0.9 };
  }
  return null;
}

/** "ngày làm việc tiếp theo", "ngày làm việc kế tiếp", "ngày làm việc hôm sau". */
function nextWorkingDay(p: Parse, i: number): Atom | null {
  const away = wordsAt(p, i, 'hôm', 'sau') ? { end: i + 2 } : weekAway(p, i);
  if (!away || wordsAt(p, i, 'này') || wordsAt(p, i, 'nay')) return null;
  const next = addWorkingDays(p.calendar, p.anchor, 1);
  return {
    end: wordsAt(p, away.end, 'đó') ? away.end + 1 : away.end,
    grain: 'day',
    rule: 'relative-day',
    confidence: 0.85,
    range: oneDay(next),
  };
}

/** "ngày 20" alone: the first 20th on or after the anchor. */
function dayOfMonth(p: Parse, i: number): Atom | null {
  const d = dayNumberAt(p, i);
  if (!d) return null;
  const next = at(p, d.end);
  if (is(next, 'tháng') && at(p, d.end + 1).kind === '#') return null;
  if (next.kind === '/' || next.kind === '%' || (next.kind === '-' && next.gap === GAP.none) || is(next, 'ngày'))
    return null;
  const candidates = () => {
    const all: DayRange[] = [];
    for (let n = 0; n < 4; n++) {
      const { year, month } = partsOf(monthsAway(p.anchor, n).first);
      const real = realDay(year, month, d.value);
      if (real) all.push(oneDay(real));
    }
    return all;
  };
  return { end: d.end, grain: 'day', rule: 'day-of-month', confidence: 0.65, candidates, date: d.value };
}

const DAYS_AWAY: readonly (readonly [readonly string[], number])[] = [
  [['ngày', 'hôm', 'nay'], 0],
  [['ngày', 'hôm', 'sau'], 1],
  [['hôm', 'nay'], 0],
  [['ngày', 'mai'], 1],
  [['hôm', 'sau'], 1],
  [['ngày', 'kia'], 2],
  [['ngày', 'mốt'], 2],
  [['ngày', 'kìa'], 3],
  [['ngày', 'này'], 0],
  [['ngày', 'nay'], 0],
];

function relativeDay(p: Parse, i: number): Atom | null {
  for (const [sequence, away] of DAYS_AWAY) {
    if (!wordsAt(p, i, ...sequence)) continue;
    // Without marks "ngay nay" is more often "ngày này"; "hom nay" is safe.
    const end = i + sequence.length;
    const written = datedIn(p, end);
    if (written) return written;
    return { end, grain: 'day', rule: 'relative-day', confidence: 0.95, range: oneDay(addDays(p.anchor, away)) };
  }
  // "mai" is a name as often as a day: only with what a person says with it.
  if (
    is(at(p, i), 'mai') &&
    at(p, i).caps === 0 &&
    (i === 0 || ['sáng', 'trưa', 'chiều', 'tối'].includes(at(p, i - 1).kind))
  ) {
    return { end: i + 1, grain: 'day', rule: 'relative-day', confidence: 0.9, range: oneDay(addDays(p.anchor, 1)) };
  }
  return null;
}

/** The written date that follows a looser name for the same day: "thứ Sáu, ngày 14/3", "ngày mai (06/3/2025)". */
function datedIn(p: Parse, i: number): Atom | null {
  const bracket = at(p, i).kind === '(';
  let k = bracket ? i + 1 : skipWord(p, i, ',');
  k = skipWord(p, k, 'tức', 'là');
  const inner = is(at(p, k), 'ngày')
    ? (numericDate(p, k + 1, true) ?? wordedDate(p, k + 1))
    : numericDate(p, k, bracket);
  if (!inner) return null;
  if (bracket) return at(p, inner.end).kind === ')' ? { ...inner, end: inner.end + 1 } : null;
  return inner;
}

/** ISO weekday at `i` ("thứ Tư", "thứ 5", "chủ nhật") and the index after it. */
export function weekdayAt(p: Parse, i: number): { readonly value: number; readonly end: number } | null {
  if (wordsAt(p, i, 'chủ', 'nhật')) return { value: 7, end: i + 2 };
  if (!is(at(p, i), 'thứ')) return null;
  const t = at(p, i + 1);
  const n = t.kind === 'roman' ? -1 : t.value;
  return n >= 2 && n <= 7 && t.gap <= GAP.line ? { value: n - 1, end: i + 2 } : null;
}

function weekdayAtom(p: Parse, i: number): Atom | null {
  const w = weekdayAt(p, i);
  if (!w) return null;
  const written = datedIn(p, w.end);
  if (written?.range || written?.inYear) return agreeing(p, written, w.value);
  const base = { grain: 'day' as const, rule: 'weekday' as const, weekday: w.value };
  const k = skipWord(p, w.end, 'của', ',');
  const week = is(at(p, k), 'tuần') ? weekAway(p, k + 1) : null;
  if (week)
    return {
      ...base,
      end: week.end,
      confidence: 0.93,
      range: oneDay(addDays(weekOf(p.anchor, week.weeks).first, w.value - 1)),
    };
  const next = addDays(p.anchor, (w.value - weekday(p.anchor) + 7) % 7);
  if (wordsAt(p, w.end, 'tới') || wordsAt(p, w.end, 'sau')) {
    const coming = addDays(weekOf(p.anchor, 1).first, w.value - 1);
    const sooner = next > p.anchor ? next : addDays(next, 7);
    // "thứ Sáu tới" said on a Wednesday: this week's Friday or next week's; the nearer one, the other offered.
    return {
      ...base,
      end: w.end + 1,
      confidence: 0.7,
      range: oneDay(sooner),
      ...present({ others: coming !== sooner ? () => [coming] : undefined }),
    };
  }
  const end = wordsAt(p, w.end, 'này') ? w.end + 1 : w.end;
  return { ...base, end, confidence: end > w.end ? 0.9 : 0.75, range: oneDay(next) };
}

/** A date beside a weekday that is not its own is doubtful: the nearest such weekday is offered. */
function agreeing(p: Parse, atom: Atom, day: number): Atom {
  const range = atom.range ?? firstFrom(p, atom);
  if (!range || weekday(range.last) === day) return { ...atom, weekday: day };
  const shift = ((day - weekday(range.last) + 10) % 7) - 3;
  return { ...atom, confidence: 0.5, others: (r) => [addDays(r.last, shift)] };
}

function firstFrom(p: Parse, atom: Atom): DayRange | null {
  for (let y = p.today.year; y < p.today.year + 3; y++) {
    const r = atom.inYear?.(y);
    if (r && r.last >= p.anchor) return r;
  }
  return null;
}

/** Weeks away: "này" 0, "tới" 1, "sau nữa" 2. */
export function weekAway(p: Parse, i: number): { readonly weeks: number; readonly end: number } | null {
  if (wordsAt(p, i, 'này') || wordsAt(p, i, 'nay')) return { weeks: 0, end: i + 1 };
  if (wordsAt(p, i, 'sau', 'nữa') || wordsAt(p, i, 'tới', 'nữa')) return { weeks: 2, end: i + 2 };
  for (const next of [['kế', 'tiếp'], ['tiếp', 'theo'], ['liền', 'sau'], ['kế'], ['tới'], ['sau']]) {
    if (wordsAt(p, i, ...next)) return { weeks: 1, end: i + next.length };
  }
  return null;
}
