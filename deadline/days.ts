import type { ClockTime } from '../dsl/time/day.ts';
import { type Atom, resolve, withYear, yearOf } from './atom.ts';
import { dayNumberAt } from './atom-date.ts';
import { dayAtom } from './atom-day.ts';
import { holidayAtom } from './atom-holiday.ts';
import { partAtom } from './atom-part.ts';
import { bareMonth, numberedPeriod, periodAtom, yearsAtom } from './atom-period.ts';
import { fourDigits } from './atom-year.ts';
import { clockAt } from './clock.ts';
import { operatorRun } from './operator.ts';
import { at, type Parse, skipWord, wordsAt } from './parse.ts';
import { type DayRange, oneDay, realDay } from './range.ts';
import { GAP, is } from './token.ts';

/** Any stretch of days that begins at a token. */
export function atomAt(p: Parse, i: number): Atom | null {
  // "cuối ngày 20/3", "cuối ngày mai": the day itself.
  const end = wordsAt(p, i, 'cuối', 'ngày') ? dayAtom(p, i + 1) : null;
  if (end) return end;
  return partAtom(p, i) ?? dayAtom(p, i) ?? periodAtom(p, i) ?? holidayAtom(p, i);
}

/** A day with its time, in either order: "17h00 ngày 05/3/2025", "sáng mai", "ngày 20/3 lúc 16h30". */
export interface TimedDay {
  readonly atom: Atom;
  readonly end: number;
  readonly time: ClockTime | null;
  readonly edge: 'start' | 'end' | null;
  readonly loose: boolean;
}

/** A day and a time of day that stand together at `i`, in either order; null where they do not. */
export function timedDay(p: Parse, i: number): TimedDay | null {
  const clock = clockAt(p, i);
  if (clock) {
    const k = skipWord(p, clock.end, ',', 'của', 'trong', 'vào');
    const open = at(p, k).kind === '(' ? k + 1 : k;
    const atom = dayAtom(p, open) ?? nearDay(p, open, clock.loose === true);
    if (!atom || (open > k && at(p, atom.end).kind !== ')')) return null;
    return {
      atom,
      end: open > k ? atom.end + 1 : atom.end,
      time: clock.time,
      edge: clock.edge,
      loose: clock.loose === true,
    };
  }
  const atom = dayAtom(p, i);
  if (!atom) return null;
  let k = skipWord(p, atom.end, ',');
  const open = at(p, k).kind === '(';
  if (open) k++;
  const limit =
    wordsAt(p, k, 'chậm', 'nhất') || wordsAt(p, k, 'muộn', 'nhất')
      ? skipWord(p, k + 2, 'là')
      : skipWord(p, k, 'vào', 'trước');
  const after = clockAt(p, limit);
  if (!after || after.loose || after.edge) return null;
  if (open && at(p, after.end).kind !== ')') return null;
  return { atom, end: open ? after.end + 1 : after.end, time: after.time, edge: after.edge, loose: false };
}

/** "chiều nay", "sáng mai". */
function nearDay(p: Parse, i: number, loose: boolean): Atom | null {
  if (!loose || !wordsAt(p, i, 'nay')) return null;
  return { end: i + 1, grain: 'day', rule: 'relative-day', confidence: 0.95, range: oneDay(p.anchor) };
}

/** Days from one atom to another, with years and months shared between them. */
export interface DayStretch {
  readonly end: number;
  readonly range: DayRange;
  readonly first: Atom;
  readonly last: Atom;
}

/**
 * Joins `a` with the stretch that follows it: "tháng 3 và tháng 4 năm 2025", "15/3 - 15/4/2025", "Quý II, III/2025".
 */
export function joinedDays(p: Parse, a: Atom): DayStretch | null {
  let first = a;
  let last: Atom | null = null;
  let end = a.end;
  for (let n = 0; n < MOST_JOINED; n++) {
    const next = nextAtom(p, end, last ?? first);
    if (!next) break;
    last = next;
    end = next.end;
  }
  if (!last) return null;
  if (!last.dated && first.dated) return null;
  const range = span(p, first, last);
  if (!range) return null;
  first = a;
  return { end, range, first, last };
}

const MOST_JOINED = 8;

function nextAtom(p: Parse, i: number, before: Atom, depth = 0): Atom | null {
  const joint = at(p, i);
  const dash = joint.kind === '-';
  if (!dash && joint.kind !== ',' && !is(joint, 'và') && !is(joint, 'đến')) return null;
  if (is(joint, 'đến') && before.grain !== 'day' && before.grain !== 'month' && before.grain !== 'quarter') return null;
  const k = joint.kind === ',' && is(at(p, i + 1), 'và') ? i + 2 : i + 1;
  if (joint.kind === ',' && at(p, k).gap > GAP.line) return null;
  if (before.rule === 'day-of-month') return nextDay(p, k, depth);
  if (before.rule === 'year') return nextYear(p, k);
  const named =
    before.grain === 'day'
      ? dayAtom(p, k)
      : before.rule === 'month' || before.rule === 'quarter'
        ? periodAtom(p, k)
        : null;
  const sameKind = named && named.grain === before.grain && !named.fuzzy;
  if (sameKind && (joint.kind !== ',' || named.rule !== 'relative-day')) return named;
  return before.rule === 'month' || before.rule === 'quarter' ? shortNext(p, k, before, dash) : null;
}

/** The next of "10, 11 và 12/3/2025": a date, or a number that a date follows. */
function nextDay(p: Parse, k: number, depth: number): Atom | null {
  const whole = dayAtom(p, k);
  // A day alone must lead to a date: "ngày 10, ngày 11/3".
  if (whole) return whole.rule === 'weekday' || whole.rule === 'relative-day' ? null : whole;
  const start = rangeStart(p, k);
  return start && depth < MOST_JOINED && nextAtom(p, start.end, start, depth + 1) ? start : null;
}

function nextYear(p: Parse, k: number): Atom | null {
  const value = fourDigits(p, k);
  return value === null ? null : yearsAtom(k + 1, value, value);
}

/** The second number of "quý II, III/2025", "tháng 3-4/2025": only where a year, the end, or a mark follows it. */
function shortNext(p: Parse, k: number, before: Atom, dash: boolean): Atom | null {
  const t = at(p, k);
  if (t.kind !== '#' && t.kind !== 'roman') return null;
  const shared = numberedPeriod(p, k, before.rule === 'month' ? 'month' : 'quarter');
  if (!shared || shared.rule !== before.rule) return null;
  const next = at(p, shared.end);
  const closed =
    shared.dated || next.kind === '\0' || dash || [',', '.', ';', ')', ':'].includes(next.kind) || is(next, 'và');
  return closed ? shared : null;
}

/** From the first day of `a` to the last of `b`; a year said once is of both, and `a` may lie in the year before. */
export function span(p: Parse, a: Atom, b: Atom): DayRange | null {
  const last = resolve(p, b, 'last');
  if (!last) return null;
  if (a.rule === 'day-of-month' && a.date !== undefined) {
    const first = realDay(Number(last.last.slice(0, 4)), Number(last.last.slice(5, 7)), a.date);
    return first && first <= last.last ? { first, last: last.last } : null;
  }
  const year = yearOf(last);
  const same = a.range ?? withYear(a, year).range ?? resolve(p, a, 'last');
  if (!same) return null;
  if (same.first <= last.last) return { first: same.first, last: last.last };
  const earlier = a.inYear?.(year - 1);
  return earlier ? { first: earlier.first, last: last.last } : null;
}

/** The first half of a range after "từ": a stretch, or a day's number alone ("từ 15 đến 20/3"). */
export function rangeStart(p: Parse, i: number): Atom | null {
  const whole = atomAt(p, i) ?? bareMonth(p, i);
  if (whole) return whole;
  const d = dayNumberAt(p, i);
  if (!d || at(p, i).kind !== '#') return null;
  return { end: d.end, grain: 'day', rule: 'day-of-month', confidence: 0.8, date: d.value, candidates: () => [] };
}

/** "đến", "tới", "-", "đến hết", "đến trước": the joint of a range, and whether the end is shut out. */
export function rangeJoint(p: Parse, i: number): { readonly end: number; readonly before: boolean } | null {
  if (at(p, i).kind === '-') return { end: i + 1, before: false };
  const k = at(p, i).kind === ',' ? i + 1 : i;
  const run = operatorRun(p, k);
  if (!run || (run.operator !== 'by' && run.operator !== 'before')) return null;
  const first = at(p, k);
  return is(first, 'đến') || is(first, 'tới') || is(first, 'cho')
    ? { end: run.end, before: run.operator === 'before' }
    : null;
}
