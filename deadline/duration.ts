import { addDays, addMonths, type Day } from '../dsl/time/day.ts';
import { addWorkingDays, isProvisional } from '../dsl/time/work-calendar.ts';
import { resolve } from './atom.ts';
import { dayAtom } from './atom-day.ts';
import { periodAtom } from './atom-period.ts';
import { eventWords } from './event-words.ts';
import { numeral } from './numeral.ts';
import { at, attached, type Parse, raw, skipWord, wordsAt } from './parse.ts';
import { is } from './token.ts';

export type Unit = 'hour' | 'working-hour' | 'day' | 'working-day' | 'week' | 'month' | 'quarter' | 'year';

/** A length of time as written. Of a range ("10–15 ngày") `count` is the larger number and `least` the smaller. */
export interface Length {
  readonly count: number;
  readonly least?: number;
  readonly unit: Unit;
  readonly end: number;
}

/** What a length counts from. `day` null: an event whose day is not known. */
export interface Since {
  readonly end: number;
  readonly kind: 'signing' | 'receipt' | 'day' | 'event';
  readonly day: Day | null;
  readonly event?: string;
}

const MOST = 3660;

/** "10 ngày", "05 (năm) ngày làm việc", "nửa tháng", "một tháng rưỡi", "10 - 15 ngày", "24 giờ", "hai tuần". */
export function lengthAt(p: Parse, i: number): Length | null {
  if (is(at(p, i), 'nửa')) return halfUnit(p, i + 1);
  const first = numeral(p, i);
  if (!first) return null;
  const half = halvesAt(p, i, first.value);
  if (half) return half;
  if (first.value < 1) return null;
  const joined = at(p, first.end);
  const second = joined.kind === '-' || is(joined, 'đến') ? numeral(p, first.end + 1) : null;
  const n = second && second.value > first.value ? second : first;
  const unit = unitAt(p, n.end);
  if (!unit || n.value > MOST) return null;
  const least = n === second ? { least: first.value } : {};
  const month = unit.unit === 'month' || unit.unit === 'year' || unit.unit === 'week';
  if (month && is(at(p, unit.end), 'rưỡi')) return rounded(n.value, unit.unit, unit.end + 1);
  return { count: n.value, unit: unit.unit, end: unit.end, ...least };
}

/** "1,5 tháng", "0.5 ngày". */
function halvesAt(p: Parse, i: number, whole: number): Length | null {
  const mark = at(p, i + 1);
  const fraction = at(p, i + 2);
  if ((mark.kind !== ',' && mark.kind !== '.') || !attached(p, i + 1) || !attached(p, i + 2)) return null;
  const unit = fraction.kind === '#' && raw(p, i + 2) === '5' ? unitAt(p, i + 3) : null;
  if (unit?.unit === 'day') return { count: whole * 24 + 12, unit: 'hour', end: unit.end };
  if (unit?.unit === 'working-day') return { count: whole + 1, unit: 'working-day', end: unit.end };
  return unit && ['week', 'month', 'year'].includes(unit.unit) ? rounded(whole, unit.unit, unit.end) : null;
}

function rounded(whole: number, unit: Unit, end: number): Length {
  if (unit === 'year') return { count: whole * 12 + 6, unit: 'month', end };
  if (unit === 'week') return { count: whole * 7 + 4, unit: 'day', end };
  return { count: whole * 30 + 15, unit: 'day', end };
}

const HALVES: Readonly<Record<string, readonly [number, Unit]>> = {
  tháng: [15, 'day'],
  năm: [6, 'month'],
  ngày: [12, 'hour'],
};

function halfUnit(p: Parse, i: number): Length | null {
  for (const [word, [count, unit]] of Object.entries(HALVES))
    if (is(at(p, i), word)) return { count, unit, end: i + 1 };
  return null;
}

function unitAt(p: Parse, i: number): { readonly unit: Unit; readonly end: number } | null {
  const t = at(p, i);
  if (is(t, 'ngày'))
    return wordsAt(p, i + 1, 'làm', 'việc')
      ? { unit: 'working-day', end: i + 3 }
      : { unit: 'day', end: wordsAt(p, i + 1, 'lịch') ? i + 2 : i + 1 };
  if (is(t, 'tuần')) return { unit: 'week', end: wordsAt(p, i + 1, 'lễ') ? i + 2 : i + 1 };
  if (is(t, 'tháng')) return { unit: 'month', end: i + 1 };
  if (is(t, 'quý')) return { unit: 'quarter', end: i + 1 };
  if (is(t, 'năm')) return { unit: 'year', end: i + 1 };
  if (is(t, 'giờ') || is(t, 'tiếng')) {
    if (wordsAt(p, i + 1, 'làm', 'việc')) return { unit: 'working-hour', end: i + 3 };
    return { unit: 'hour', end: wordsAt(p, i + 1, 'đồng', 'hồ') ? i + 3 : i + 1 };
  }
  return t.kind === 'clock' && t.ocr === 0 ? { unit: 'hour', end: i + 1 } : null;
}

const HOURS_A_DAY = 24;
const HOURS_A_WORKING_DAY = 8;

/** The last day of a length that begins on `from`, which is not counted (Civil Code 2015, article 147). */
export function endOfLength(p: Parse, from: Day, length: Length): { readonly due: Day; readonly provisional: boolean } {
  const { count, unit } = length;
  if (unit === 'working-day' || unit === 'working-hour') {
    const due = addWorkingDays(
      p.calendar,
      from,
      unit === 'working-day' ? count : Math.ceil(count / HOURS_A_WORKING_DAY),
    );
    return { due, provisional: isProvisional(p.calendar, due) };
  }
  const plain = { provisional: false };
  if (unit === 'hour')
    return { due: addDays(from, count < HOURS_A_DAY ? 0 : Math.ceil(count / HOURS_A_DAY)), ...plain };
  if (unit === 'day') return { due: addDays(from, count), ...plain };
  if (unit === 'week') return { due: addDays(from, 7 * count), ...plain };
  return { due: addMonths(from, count * (unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12)), ...plain };
}

/** The day so much before another; null for units that are not counted back (hours, months). */
export function countedBack(p: Parse, from: Day, { count, unit }: Length): Day | null {
  if (unit === 'working-day') return addWorkingDays(p.calendar, from, -count);
  if (unit === 'day') return addDays(from, -count);
  return unit === 'week' ? addDays(from, -7 * count) : null;
}

const LETTERS: Readonly<Record<Unit, string>> = {
  hour: 'H',
  'working-hour': 'H',
  day: 'D',
  'working-day': 'D',
  week: 'W',
  month: 'M',
  quarter: 'M',
  year: 'Y',
};

/** ISO 8601 (`P10D`, `PT24H`), or days worked, which that has no form for; hours worked are rounded up to days. */
export function writtenLength({ count, unit }: Length): string | { readonly workingDays: number } {
  if (unit === 'working-day') return { workingDays: count };
  if (unit === 'working-hour') return { workingDays: Math.ceil(count / HOURS_A_WORKING_DAY) };
  const n = unit === 'quarter' ? count * 3 : count;
  return unit === 'hour' ? `PT${n}H` : `P${n}${LETTERS[unit]}`;
}

const SIGNING: readonly (readonly string[])[] = [
  ['ký'],
  ['ban', 'hành'],
  ['phát', 'hành'],
  ['ra', 'văn', 'bản'],
  ['ra', 'thông', 'báo'],
];
/** Papers a notice calls itself by. */
const OWN = new Set(['văn', 'thông', 'công', 'kế', 'quyết', 'chỉ', 'kết', 'hướng', 'nghị']);
/** What is received, where it is the notice itself and not somebody's file. */
const NOT_OWN = [
  ['đủ'],
  ['hồ', 'sơ'],
  ['đơn'],
  ['đề', 'nghị'],
  ['yêu', 'cầu'],
  ['ý', 'kiến'],
  ['phản', 'ánh'],
  ['văn', 'bản', 'yêu', 'cầu'],
  ['văn', 'bản', 'đề', 'nghị'],
  ['đề', 'xuất'],
  ['kiến', 'nghị'],
  ['báo', 'cáo'],
  ['kết', 'quả'],
];
const LOOKAHEAD = 14;

/** "kể từ ngày ký", "tính từ ngày nhận được văn bản này", "kể từ ngày 05/8/2025", "sau khi kết thúc hội nghị". */
export function sinceAt(p: Parse, i: number): Since | null {
  let k = at(p, i).kind === ',' || at(p, i).kind === '(' ? i + 1 : i;
  const start = k;
  if (wordsAt(p, k, 'kể', 'từ') || wordsAt(p, k, 'tính', 'từ') || wordsAt(p, k, 'tính', 'kể', 'từ'))
    k = skipWord(p, skipWord(p, skipWord(p, k, 'tính'), 'kể'), 'từ');
  else if (is(at(p, k), 'kể') || is(at(p, k), 'từ') || is(at(p, k), 'sau')) k++;
  else return null;
  k = skipWord(p, k, 'sau', 'lúc');
  if (wordsAt(p, k, 'thời', 'điểm')) k += 2;
  if (wordsAt(p, k, 'nay') || wordsAt(p, k, 'hôm', 'nay') || wordsAt(p, k, 'ngày', 'hôm', 'nay')) {
    return {
      end: wordsAt(p, k, 'nay') ? k + 1 : wordsAt(p, k, 'hôm', 'nay') ? k + 2 : k + 3,
      kind: 'day',
      day: p.anchor,
    };
  }
  const written = dayAtom(p, k);
  if (written && written.rule !== 'day-of-month') {
    const range = resolve(p, written, 'first');
    return { end: written.end, kind: 'day', day: range?.first ?? null };
  }
  const period = periodAtom(p, k);
  if (period) {
    // "03 tháng kể từ tháng 4": April is the first of the three.
    const range = resolve(p, period, 'first');
    return { end: period.end, kind: 'day', day: range ? addDays(range.first, -1) : null };
  }
  const named = skipWord(p, skipWord(p, k, 'ngày'), 'khi');
  return named > k || k > start ? sinceEvent(p, named) : null;
}

function sinceEvent(p: Parse, i: number): Since {
  const stop = eventWords(p, i);
  let kind: Since['kind'] = 'event';
  // The words that say which event: passed over the paper's name ("ngày Thông báo này được ban hành").
  const own =
    OWN.has(at(p, i).kind) ||
    SIGNING.some((s) => wordsAt(p, i, ...s)) ||
    is(at(p, i), 'nhận') ||
    is(at(p, i), 'tiếp') ||
    is(at(p, i), 'được');
  if (own) {
    for (let k = i; k < stop.endToken && k < i + LOOKAHEAD; k++) {
      if (is(at(p, k), 'nhận')) {
        const what = skipWord(p, skipWord(p, k + 1, 'được'), 'được');
        kind = NOT_OWN.some((n) => startsWith(p, what, n)) ? 'event' : 'receipt';
        break;
      }
      if (SIGNING.some((s) => wordsAt(p, k, ...s))) {
        kind = 'signing';
        break;
      }
    }
  }
  // "kể từ ngày Quyết định này có hiệu lực": when that is the text does not say.
  return kind === 'event'
    ? { end: stop.endToken, kind, day: p.eventOn, event: stop.text }
    : { end: stop.endToken, kind, day: p.anchor };
}

/** Like `words`, but also for words the grammar does not know. */
function startsWith(p: Parse, i: number, sequence: readonly string[]): boolean {
  const t = at(p, i);
  const text = p.text
    .slice(t.start, t.start + 40)
    .normalize('NFC')
    .toLowerCase();
  return text.startsWith(sequence.join(' ')) || wordsAt(p, i, ...sequence);
}
