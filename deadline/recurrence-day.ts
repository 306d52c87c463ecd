import { present } from '../dsl/present.ts';
import type { ClockTime } from '../dsl/time/day.ts';
import { dayNumberAt, monthAway } from './atom-date.ts';
import { dayAtom } from './atom-day.ts';
import { periodAtom } from './atom-period.ts';
import { clockAt } from './clock.ts';
import { EVERY, type EveryUnit, everyAt, unitOf } from './every.ts';
import { numeral } from './numeral.ts';
import { at, type Parse, skipWord, wordsAt } from './parse.ts';
import { is } from './token.ts';

/** The day within the period: dates, weekdays, first or last working day, the months of a quarter. */
export interface Spec {
  readonly end: number;
  readonly dates?: readonly number[];
  readonly months?: readonly number[];
  readonly weekdays?: readonly number[];
  readonly nth?: number;
  readonly working?: 1 | -1;
  /** Month of the quarter (1–3), where the words say it. */
  readonly monthOfQuarter?: number;
  /** "của tháng kế tiếp": counted from the month after. */
  readonly nextMonth?: true;
  /** "các tháng 3, 6, 9, 12": it comes again every year without saying so. */
  readonly ofMonths?: true;
  /** "của tháng", "của quý" with no number: of each. */
  readonly ofEach?: EveryUnit;
  readonly time?: ClockTime | null;
  /** Further times of the same day ("trước 8 giờ và 16 giờ"). */
  readonly times?: readonly ClockTime[];
  readonly edge?: 'start' | 'end' | null;
}

/** The day named at `i`, with its time and its month of the quarter. */
export function specAt(p: Parse, i: number): Spec | null {
  const clock = clockAt(p, i);
  const more = clock ? timesAfter(p, clock.end) : null;
  const k = more ? skipWord(p, more.end, ',') : i;
  const timed = clock ? { time: clock.time, edge: clock.edge, ...present({ times: more?.times }) } : {};
  const spec = workingDay(p, k) ?? listOrEdge(p, k) ?? periodList(p, k);
  if (spec) return { ...qualified(p, spec), ...timed };
  return more ? { end: more.end, ...timed } : null;
}

const MOST_TIMES = 6;

/** "…, 13 giờ và trước 16 giờ": the times that follow the first. */
function timesAfter(p: Parse, i: number): { readonly times: readonly ClockTime[]; readonly end: number } {
  const times: ClockTime[] = [];
  let end = i;
  while (times.length < MOST_TIMES && (at(p, end).kind === ',' || is(at(p, end), 'và'))) {
    const next = clockAt(p, skipWord(p, end + 1, 'trước', 'lúc'));
    if (!next?.time || next.loose) break;
    times.push(next.time);
    end = next.end;
  }
  return { times, end };
}

function workingDay(p: Parse, i: number): Spec | null {
  if (!wordsAt(p, i, 'ngày', 'làm', 'việc')) return null;
  const edge = edgeAt(p, i + 3);
  return edge && (edge.side === -1 || edge.sure) ? { end: edge.end, working: edge.side } : null;
}

/** "ngày 15 và ngày cuối cùng", "ngày cuối tháng": a list, or the edge of the period alone. */
function listOrEdge(p: Parse, k: number): Spec | null {
  const edge = edgeDay(p, k);
  const list = dayList(p, k);
  return edge && !(list && list.end > edge.end) ? edge : list;
}

function edgeDay(p: Parse, i: number): Spec | null {
  const edge = is(at(p, i), 'ngày') ? edgeAt(p, i + 1) : null;
  if (edge) return { end: edge.end, dates: [edge.side === 1 ? 1 : -1] };
  // "cuối mỗi tháng", "cuối hằng quý"
  if (is(at(p, i), 'cuối') && EVERY.some((w) => is(at(p, i + 1), w))) return { end: i + 1, dates: [-1] };
  return null;
}

function edgeAt(p: Parse, i: number): { readonly side: 1 | -1; readonly end: number; readonly sure: boolean } | null {
  if (is(at(p, i), 'cuối')) {
    const end = skipWord(p, i + 1, 'cùng');
    return { side: -1, end, sure: end > i + 1 };
  }
  if (is(at(p, i), 'đầu')) {
    const end = skipWord(p, i + 1, 'tiên');
    return { side: 1, end, sure: end > i + 1 };
  }
  return null;
}

const MOST_IN_A_LIST = 8;

/** "ngày 15", "ngày 10, 20 và 30", "15/6 và 15/12", "thứ Hai và thứ Năm". */
function dayList(p: Parse, i: number): Spec | null {
  const dates: number[] = [];
  const months: number[] = [];
  const weekdays: number[] = [];
  let end = i;
  let k = i;
  for (let n = 0; n < MOST_IN_A_LIST; n++) {
    if (is(at(p, k), 'các')) k++;
    if (n === 0) {
      const next = ofNextMonthAt(p, k);
      if (next) return { end: next.end, dates: [next.date] };
      const several = ofMonths(p, k);
      if (several) return several;
    }
    // "ngày 15 và ngày cuối cùng" of each month.
    const edge = weekdays.length + months.length === 0 ? edgeDay(p, k) : null;
    const atom = edge ? null : dayAtom(p, k);
    const bare = !edge && !atom && dates.length > 0 && months.length === 0 ? plainDate(p, k) : null;
    if (edge?.dates) dates.push(...edge.dates);
    else if (atom?.weekday && !atom.date) weekdays.push(atom.weekday);
    else if (atom?.date && !atom.dated) {
      dates.push(atom.date);
      if (atom.month) months.push(atom.month);
    } else if (bare) dates.push(bare);
    else break;
    end = edge?.end ?? atom?.end ?? k + 1;
    const joined = at(p, end);
    if (joined.kind !== ',' && !is(joined, 'và') && !is(joined, 'hoặc')) break;
    k = end + 1;
  }
  if (weekdays.length > 0) return dates.length === 0 ? { end, weekdays: weekdays.sort((a, b) => a - b) } : null;
  if (dates.length === 0) return null;
  if (months.length === 0) return { end, dates };
  if (months.length !== dates.length) return null;
  // One RRULE holds several dates only where the day is the same in each month.
  const same = dates.every((d) => d === dates[0]);
  return same
    ? { end, dates: dates.slice(0, 1), months: [...months].sort((a, b) => a - b) }
    : months.every((m) => m === months[0])
      ? { end, dates, months: months.slice(0, 1) }
      : null;
}

/** "ngày 20 các tháng 3, 6, 9 và 12": one day of several months. */
function ofMonths(p: Parse, i: number): Spec | null {
  const d = is(at(p, i), 'ngày') ? dayNumberAt(p, i + 1) : null;
  if (!d) return null;
  let k = skipWord(p, skipWord(p, d.end, 'của'), 'các', 'những');
  const every = k > d.end;
  if (!is(at(p, k), 'tháng')) return null;
  const months: number[] = [];
  for (k++; months.length < 12; k++) {
    const m = at(p, k);
    if (m.kind !== '#' || m.value < 1 || m.value > 12 || at(p, k + 1).kind === '/') return null;
    months.push(m.value);
    const joint = at(p, k + 1);
    if (joint.kind !== ',' && !is(joint, 'và')) break;
    k++;
  }
  const end = k + 1;
  // Without "các" only "hằng năm" after it tells a list of months from a date and a number.
  if (months.length < 2 || (!every && everyAt(p, end)?.every !== 'year')) return null;
  return { end, dates: [d.value], months, ofMonths: true };
}

/** "ngày 10 của tháng kế tiếp": with "của" it is the month after each, not the one after this. */
function ofNextMonthAt(p: Parse, i: number): { readonly date: number; readonly end: number } | null {
  const d = is(at(p, i), 'ngày') ? dayNumberAt(p, i + 1) : null;
  if (!d) return null;
  const of = skipWord(p, d.end, 'của');
  if (!is(at(p, of), 'tháng')) return null;
  const one = is(at(p, of + 1), 'sau') || is(at(p, of + 1), 'tới');
  const next = monthAway(p, of + 1)?.months === 1 && (of > d.end || !one || wordsAt(p, of + 1, 'sau', 'liền'));
  return next ? { date: d.value, end: d.end } : null;
}

function plainDate(p: Parse, i: number): number | null {
  const t = at(p, i);
  return t.kind === '#' && t.value >= 1 && t.value <= 31 && at(p, i + 1).kind !== '/' ? t.value : null;
}

/** "tháng 6 và tháng 12", "quý IV": to the end of each month. */
function periodList(p: Parse, i: number): Spec | null {
  const months: number[] = [];
  let end = i;
  for (let n = 0, k = i; n < MOST_IN_A_LIST; n++) {
    const atom = is(at(p, k), 'tháng') || is(at(p, k), 'quý') ? periodAtom(p, k) : null;
    if (!atom?.endMonth || atom.dated) break;
    months.push(atom.endMonth);
    end = atom.end;
    if (at(p, end).kind !== ',' && !is(at(p, end), 'và')) break;
    k = end + 1;
  }
  return months.length > 0 ? { end, dates: [-1], months: months.sort((a, b) => a - b) } : null;
}

/** "của tháng cuối quý", "tháng đầu của quý sau", "của tháng kế tiếp", "tuần đầu". */
function qualified(p: Parse, spec: Spec): Spec {
  if (!spec.dates || spec.months) {
    if (spec.weekdays) return ofWeek(p, spec);
    if (!spec.working) return spec;
  }
  const k = skipWord(p, spec.end, 'của', 'trong');
  const each = k > spec.end ? eachUnit(p, k) : null;
  if (each && (each !== 'quarter' || !spec.dates || spec.dates[0] === -1)) return { ...spec, end: k + 1, ofEach: each };
  if (!is(at(p, k), 'tháng')) return spec;
  const edge = edgeAt(p, k + 1);
  const nth = is(at(p, k + 1), 'thứ') ? numeral(p, k + 2) : null;
  const month = edge ? (edge.side === 1 ? 1 : 3) : nth && nth.value <= 3 ? nth.value : null;
  if (month !== null) {
    const of = skipWord(p, edge?.end ?? nth?.end ?? k, 'của', 'trong');
    const quarter = EVERY.some((w) => is(at(p, of), w)) ? of + 1 : of;
    if (is(at(p, quarter), 'quý') && !namedQuarter(p, quarter)) {
      return { ...spec, end: monthAway(p, quarter + 1)?.end ?? quarter + 1, monthOfQuarter: month };
    }
    return spec;
  }
  const away = monthAway(p, k + 1);
  const sure =
    k > spec.end || !(is(at(p, k + 1), 'sau') || is(at(p, k + 1), 'tới')) || wordsAt(p, k + 1, 'sau', 'liền');
  return away && away.months === 1 && sure ? { ...spec, end: away.end, nextMonth: true } : spec;
}

/** "tháng", "quý", "năm" as a unit: no number, "này" or "sau" after it. */
function eachUnit(p: Parse, i: number): EveryUnit | null {
  const unit = unitOf(at(p, i));
  if (unit !== 'month' && unit !== 'quarter' && unit !== 'year') return null;
  if (periodAtom(p, i) || edgeAt(p, i + 1)) return null;
  const next = at(p, i + 1);
  return next.kind === '\0' || /^[.,;:)]$/.test(next.kind) || next.kind === '' ? unit : null;
}

function namedQuarter(p: Parse, i: number): boolean {
  const q = periodAtom(p, i);
  return q?.endMonth !== undefined;
}

/** "thứ Sáu đầu tiên", "thứ Sáu cuối cùng", "thứ Sáu tuần cuối" of each month. */
function ofWeek(p: Parse, spec: Spec): Spec {
  const k = is(at(p, spec.end), 'tuần') ? spec.end + 1 : spec.end;
  const edge = edgeAt(p, k);
  if (!edge) return spec;
  const nth: Spec = { ...spec, end: edge.end, nth: edge.side };
  const of = skipWord(p, edge.end, 'của', 'trong');
  return of > edge.end && eachUnit(p, of) === 'month' ? { ...nth, end: of + 1, ofEach: 'month' } : nth;
}
