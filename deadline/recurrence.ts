import { present } from '../dsl/present.ts';
import { addDays, type ClockTime, type Day, partsOf } from '../dsl/time/day.ts';
import { resolve } from './atom.ts';
import { dayAtom } from './atom-day.ts';
import { periodAtom } from './atom-period.ts';
import { type EveryUnit, everyAt, unitOf } from './every.ts';
import { numeral } from './numeral.ts';
import { type OperatorRun, operatorRun } from './operator.ts';
import { at, type Parse, skipWord, wordsAt } from './parse.ts';
import { monthsAway, realDay } from './range.ts';
import { type Spec, specAt } from './recurrence-day.ts';
import { recurrenceOn } from './recurrence-of.ts';
import { firstOn, type Recurrence, recurrenceBefore } from './rrule.ts';
import type { RuleId } from './rules.ts';
import { is } from './token.ts';

export interface Recurring {
  readonly end: number;
  readonly recurrence: Recurrence | null;
  readonly due: Day | null;
  readonly dueTime?: ClockTime;
  /** Further times of the same days, each a limit of its own. */
  readonly times?: readonly ClockTime[];
  readonly alternatives?: readonly Day[];
  readonly rule: RuleId;
  readonly confidence: number;
  /** The period alone: a day in the same sentence says when in it. */
  readonly noDay?: true;
}

/** Tokens that a day and its time take at most before the words of its period. */
const LONGEST_DAY = 30;

/** A recurrence whose period comes after its day ("trước ngày 22 hằng tháng"); `i` is after the preposition. */
export function recurringAfter(p: Parse, i: number, before: boolean): Recurring | null {
  if (p.recurs(i) > i + LONGEST_DAY) return null;
  const spec = specAt(p, i);
  if (!spec) return null;
  const bracket = at(p, spec.end).kind === '(' ? spec.end + 1 : spec.end;
  const every = everyAt(p, bracket);
  const end = every ? (bracket > spec.end ? (at(p, every.end).kind === ')' ? every.end + 1 : -1) : every.end) : -1;
  if (every && end > 0) return windowed(p, finished(p, end, recurrenceOn(every.every, spec), spec, before, 0.95));
  if (spec.monthOfQuarter) return finished(p, spec.end, recurrenceOn('quarter', spec), spec, before, 0.9);
  if (spec.nextMonth) return finished(p, spec.end, recurrenceOn('month', spec), spec, before, 0.75);
  if (spec.ofMonths) return finished(p, spec.end, recurrenceOn('year', spec), spec, before, 0.85);
  if (spec.ofEach) return finished(p, spec.end, recurrenceOn(spec.ofEach, spec), spec, before, 0.7);
  return null;
}

/** A recurrence whose period comes first ("hằng quý (trước ngày 18 của tháng cuối quý)", "định kỳ 6 tháng"). */
export function recurringFirst(p: Parse, i: number): Recurring | null {
  const every = everyAt(p, i) ?? halfYearly(p, i);
  if (!every) return interval(p, i) ?? everyWeekday(p, i) ?? unsaid(p, i);
  const tail = once(p, every.end);
  const said = tail ?? every.end;
  let k = skipWord(p, said, ',', ':', '-');
  const open = at(p, said).kind === '(';
  if (open) k = said + 1;
  const run = operatorRun(p, k);
  const from = run && (run.operator === 'from' || run.operator === 'after') ? null : run;
  const spec = specAt(p, from?.end ?? k);
  const made = spec ? recurrenceOn(every.every, spec) : null;
  if (
    spec &&
    made &&
    (!open || at(p, spec.end).kind === ')') &&
    (from || open || spec.dates || spec.weekdays || spec.working)
  ) {
    return windowed(p, finished(p, open ? spec.end + 1 : spec.end, made, spec, from?.operator === 'before', 0.93));
  }
  return windowed(p, finished(p, said, recurrenceOn(every.every, null), null, false, tail ? 0.8 : 0.7));
}

/** "định kỳ 6 tháng", "6 tháng, hằng năm": the two halves of a year. */
function halfYearly(p: Parse, i: number): { readonly every: EveryUnit; readonly end: number } | null {
  if (!wordsAt(p, i, 'định', 'kỳ')) return null;
  const k = skipWord(p, i + 2, 'hằng', 'mỗi');
  const n = numeral(p, k);
  if (n?.value !== 6 || !is(at(p, n.end), 'tháng') || once(p, n.end + 1) !== null) return null;
  return { every: 'half', end: n.end + 1 };
}

/** "một lần", "1 lần", "/lần", "/01 lần", "/1 lần". */
function once(p: Parse, i: number): number | null {
  let k = at(p, i).kind === '/' ? i + 1 : i;
  if (is(at(p, k), 'lần')) return k > i ? k + 1 : null;
  const n = numeral(p, k);
  if (n && n.value === 1 && is(at(p, n.end), 'lần')) {
    k = n.end + 1;
    return k;
  }
  return null;
}

/** "4 tháng một lần", "02 tuần/lần", "tuần/lần", "01 lần/tháng", "mỗi quý 1 lần", "sáu tháng một lần". */
function interval(p: Parse, i: number): Recurring | null {
  const k = wordsAt(p, i, 'định', 'kỳ') ? skipWord(p, i + 2, 'cứ') : skipWord(p, i, 'cứ', 'mỗi');
  const n = numeral(p, k);
  const bare = n ? null : unitOf(at(p, k));
  if (bare) {
    const end = once(p, k + 1);
    return end === null ? null : finished(p, end, recurrenceOn(bare, null), null, false, 0.75);
  }
  if (!n || n.value < 1) return null;
  if (is(at(p, n.end), 'lần')) {
    // "01 lần/tháng"; "2 lần/tháng" has no day of its own.
    const slash = at(p, n.end + 1).kind === '/' ? n.end + 2 : skipWord(p, n.end + 1, 'mỗi', 'trong', 'một');
    const unit = slash > n.end + 1 ? unitOf(at(p, slash)) : null;
    if (!unit) return null;
    const times = unit === 'day' && n.value > 1 ? timesOfDay(p, slash + 1) : null;
    if (times) return times;
    return n.value === 1
      ? finished(p, slash + 1, recurrenceOn(unit, null), null, false, 0.75)
      : { end: slash + 1, recurrence: null, due: null, rule: 'recurring-unsaid', confidence: 0.4 };
  }
  const unit = unitOf(at(p, n.end));
  const end = unit ? once(p, n.end + 1) : null;
  if (!unit || end === null) return null;
  if (n.value === 1) return finished(p, end, recurrenceOn(unit, null), null, false, 0.8);
  const size = { day: 1, week: 1, month: 1, quarter: 3, half: 6, year: 1 }[unit] * n.value;
  const freq = unit === 'day' ? 'DAILY' : unit === 'week' ? 'WEEKLY' : unit === 'year' ? 'YEARLY' : 'MONTHLY';
  const recurrence: Recurrence = { freq, interval: size };
  const due = freq === 'DAILY' ? addDays(p.anchor, size) : firstOn(p, recurrence);
  return {
    end,
    recurrence,
    due,
    rule: 'recurring-interval',
    confidence: 0.75,
    ...present({ alternatives: freq === 'MONTHLY' ? [monthsAway(p.anchor, size - 1).last] : undefined }),
  };
}

/** "2 lần/ngày (trước 9 giờ và trước 15 giờ)". */
function timesOfDay(p: Parse, i: number): Recurring | null {
  const open = at(p, i).kind === '(';
  const k = skipWord(p, i, ',', '(', ':');
  const run = operatorRun(p, k);
  const spec = specAt(p, run?.end ?? k);
  if (!spec?.time || spec.dates || spec.weekdays) return null;
  if (open && at(p, spec.end).kind !== ')') return null;
  const each = open ? null : everyAt(p, spec.end);
  const end = open ? spec.end + 1 : each?.every === 'day' ? each.end : spec.end;
  return finished(p, end, recurrenceOn('day', null), spec, run?.operator === 'before', 0.85);
}

/** "mỗi thứ Sáu", "vào các ngày thứ Hai". */
function everyWeekday(p: Parse, i: number): Recurring | null {
  const k = is(at(p, i), 'mỗi') || is(at(p, i), 'các') ? skipWord(p, i + 1, 'ngày') : i;
  if (k === i || (!is(at(p, k), 'thứ') && !is(at(p, k), 'chủ'))) return null;
  const spec = specAt(p, k);
  return spec?.weekdays ? finished(p, spec.end, recurrenceOn('week', spec), spec, false, 0.8) : null;
}

/** "định kỳ" alone: it comes again, when is not said. */
function unsaid(p: Parse, i: number): Recurring | null {
  if (!wordsAt(p, i, 'định', 'kỳ')) return null;
  const run = operatorRun(p, i + 2);
  const open = run?.operator === 'from' || run?.operator === 'after';
  const after = open ? null : recurringAfter(p, run?.end ?? i + 2, run?.operator === 'before');
  if (after) return after;
  // "định kỳ vào ngày 20": of each month.
  const spec = open ? null : specAt(p, run?.end ?? i + 2);
  const monthly =
    spec?.dates && !spec.months ? recurrenceOn('month', spec) : spec?.weekdays ? recurrenceOn('week', spec) : null;
  if (spec && monthly) return finished(p, spec.end, monthly, spec, run?.operator === 'before', 0.75);
  return { end: i + 2, recurrence: null, due: null, rule: 'recurring-unsaid', confidence: 0.35 };
}

/** "hằng tháng từ tháng 3 đến tháng 12/2025", "hằng tháng, bắt đầu từ tháng 3/2025". */
function windowed(p: Parse, found: Recurring | null): Recurring | null {
  if (!found?.recurrence) return found;
  const k = skipWord(p, found.end, ',', '(');
  const fromNow = wordsAt(p, k, 'từ', 'nay');
  const run = operatorRun(p, fromNow ? k + 2 : k);
  if (run?.operator === 'by') return ended(p, found, run);
  if (fromNow) return found;
  if (run?.operator !== 'from') return found;
  const a = periodAtom(p, run.end) ?? dayAtom(p, run.end);
  if (!a) return found;
  const to = operatorRun(p, a.end);
  const b = to && to.operator === 'by' ? (periodAtom(p, to.end) ?? dayAtom(p, to.end)) : null;
  const last = b ? resolve(p, b, 'last') : null;
  const start = a.range ?? (last && a.inYear ? a.inYear(partsOf(last.last).year) : resolve(p, a, 'last'));
  if (!start || (b && !last)) return found;
  const end = b?.end ?? a.end;
  const closed = at(p, found.end).kind === '(' ? (at(p, end).kind === ')' ? end + 1 : -1) : end;
  if (closed < 0) return found;
  const recurrence: Recurrence = { ...found.recurrence, from: start.first, ...present({ until: last?.last }) };
  return { ...found, end: closed, recurrence, due: firstOn(p, recurrence), rule: 'recurring-window', confidence: 0.85 };
}

/** "hằng ngày đến hết ngày 07/3", "hằng tuần, từ nay đến ngày 30/4", "hằng tháng, cho đến hết tháng 6": the day after which nothing comes again. */
function ended(p: Parse, found: Recurring, run: OperatorRun): Recurring {
  if (!found.recurrence || run.latest || run.length) return found;
  const last = periodAtom(p, run.end) ?? dayAtom(p, run.end);
  // A day without its month, or a month of a yearly duty, is a day of each period.
  if (!last || last.rule === 'day-of-month' || last.rule === 'weekday') return found;
  if (found.recurrence.freq === 'YEARLY' && last.grain !== 'year' && !last.dated) return found;
  const range = resolve(p, last, 'last');
  if (!range) return found;
  const recurrence: Recurrence = { ...found.recurrence, until: range.last };
  const due = firstOn(p, recurrence);
  return { ...found, end: last.end, recurrence, due, rule: 'recurring-window', confidence: 0.85 };
}

function finished(
  p: Parse,
  end: number,
  made: { readonly recurrence: Recurrence; readonly rule: RuleId } | null,
  spec: Spec | null,
  before: boolean,
  confidence: number,
): Recurring | null {
  if (!made) return null;
  const strict = before && (!spec?.time || spec.edge === 'start');
  const recurrence = strict ? recurrenceBefore(made.recurrence) : made.recurrence;
  const base = {
    end,
    recurrence,
    rule: made.rule,
    confidence,
    ...present({
      noDay: spec ? undefined : (true as const),
      dueTime: spec?.time ?? undefined,
      times: spec?.times?.length ? spec.times : undefined,
    }),
  };
  if (spec?.nextMonth) return { ...base, ...ofNextMonth(p, recurrence) };
  return { ...base, due: firstOn(p, recurrence) };
}

/** "ngày 10 của tháng kế tiếp": of this month's duty, so the first is next month; this month's is the other reading. */
function ofNextMonth(
  p: Parse,
  recurrence: Recurrence,
): { readonly due: Day | null; readonly alternatives: readonly Day[] } {
  const date = recurrence.dates?.[0] ?? -1;
  const of = (n: number) => {
    const month = monthsAway(p.anchor, n);
    const { year, month: m } = partsOf(month.first);
    return date < 0 ? month.last : realDay(year, m, date);
  };
  const due = of(1);
  const now = of(0);
  return { due, alternatives: now !== null && now >= p.anchor ? [now] : [] };
}

/** A day whose period was named earlier in the sentence; `i` is after the preposition. */
export function recurringWith(p: Parse, every: EveryUnit, i: number, before: boolean): Recurring | null {
  const spec = specAt(p, i);
  return spec ? finished(p, spec.end, recurrenceOn(every, spec), spec, before, 0.8) : null;
}
