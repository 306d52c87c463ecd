import { lunarDay, lunarMonth } from '../dsl/time/lunar.ts';
import type { Atom } from './atom.ts';
import { dayNumberAt, monthNumberAt } from './atom-date.ts';
import { fourDigits, yearWords } from './atom-year.ts';
import { at, type Parse, skipWord, wordsAt } from './parse.ts';
import { oneDay } from './range.ts';
import { is } from './token.ts';

const LUNAR_MONTHS: Readonly<Record<string, number>> = { giêng: 1, chạp: 12 };
const FULL_MOON = 15;

/** A day of the lunar calendar: "15 tháng Giêng", "rằm tháng Bảy", "10 tháng 3 âm lịch", "15/8 âm lịch", "mùng 6 Tết". */
export function lunarDate(p: Parse, i: number): Atom | null {
  if (is(at(p, i), 'rằm')) {
    const month = lunarMonthAt(p, skipWord(p, i + 1, 'của'), true);
    return month ? lunarAtom(p, month.end, FULL_MOON, month.value, month.leap) : null;
  }
  const d = dayNumberAt(p, i);
  if (!d || d.value > 30) return null;
  if (is(at(p, d.end), 'tết') && is(at(p, i), 'mồng')) {
    const end = wordsAt(p, d.end + 1, 'nguyên', 'đán') ? d.end + 3 : d.end + 1;
    return lunarAtom(p, end, d.value, 1, false);
  }
  // "29 Tết", "30 Tết": the last days of the old year.
  if (is(at(p, d.end), 'tết') && d.value >= LAST_DAYS) return oldYear(p, d.end + 1, d.value);
  if (at(p, d.end).kind === '/') {
    const m = monthNumberAt(p, d.end + 1);
    const end = m ? lunarMark(p, m.end) : null;
    if (m && end !== null) return lunarAtom(p, end, d.value, m.value, false);
    return null;
  }
  const month = lunarMonthAt(p, skipWord(p, d.end, 'của'), false);
  return month ? lunarAtom(p, month.end, d.value, month.value, month.leap) : null;
}

const LAST_DAYS = 23;

function oldYear(p: Parse, end: number, date: number): Atom {
  const inYear = (y: number) => {
    const month = lunarMonth(y, 12);
    const d = lunarDay(y, 12, date);
    // A short month ends on the 29th, and "30 Tết" is said of it all the same.
    return d ? oneDay(d) : month ? oneDay(month.last) : null;
  };
  return {
    end: wordsAt(p, end, 'nguyên', 'đán') ? end + 2 : end,
    grain: 'day',
    rule: 'lunar',
    confidence: 0.9,
    inYear,
  };
}

/** A lunar month as a whole: "tháng Chạp năm Ất Tỵ", "tháng Giêng", "tháng 7 âm lịch". */
export function lunarMonthAtom(p: Parse, i: number): Atom | null {
  const month = lunarMonthAt(p, i, false);
  if (!month) return null;
  const year = lunarYear(p, month.end);
  const base = { end: year?.end ?? month.end, grain: 'month' as const, rule: 'lunar' as const, confidence: 0.9 };
  const inYear = (y: number) => lunarMonth(y, month.value, month.leap);
  if (!year) return { ...base, inYear };
  const range = inYear(year.value);
  return range ? { ...base, range, dated: true } : null;
}

function lunarAtom(p: Parse, end: number, date: number, month: number, leap: boolean): Atom | null {
  const mark = lunarMark(p, end) ?? end;
  const year = lunarYear(p, mark);
  const after = lunarMark(p, year?.end ?? mark) ?? year?.end ?? mark;
  const base = { end: after, grain: 'day' as const, rule: 'lunar' as const, confidence: 0.92 };
  const inYear = (y: number) => {
    const d = lunarDay(y, month, date, leap);
    return d ? oneDay(d) : null;
  };
  if (!year) return { ...base, inYear };
  const range = inYear(year.value);
  return range ? { ...base, range, dated: true } : null;
}

/** "âm lịch", "(âm lịch)", "ÂL". Null where it is not there. */
function lunarMark(p: Parse, i: number): number | null {
  const open = at(p, i).kind === '(';
  const k = open ? i + 1 : i;
  if (!wordsAt(p, k, 'âm', 'lịch')) return null;
  if (!open) return k + 2;
  return at(p, k + 2).kind === ')' ? k + 3 : null;
}

function lunarYear(p: Parse, i: number): { readonly value: number; readonly end: number } | null {
  const named = yearWords(p, i);
  if (named) return named;
  const digits = at(p, i).kind === '/' ? fourDigits(p, i + 1) : null;
  return digits === null ? null : { value: digits, end: i + 2 };
}

function lunarMonthAt(
  p: Parse,
  i: number,
  sure: boolean,
): { readonly value: number; readonly end: number; readonly leap: boolean } | null {
  if (!is(at(p, i), 'tháng')) return null;
  const t = at(p, i + 1);
  const own = LUNAR_MONTHS[t.kind];
  if (own) return { value: own, end: lunarMark(p, i + 2) ?? i + 2, leap: false };
  const m = monthNumberAt(p, i + 1);
  if (!m) return null;
  if (is(at(p, m.end), 'nhuận')) return { value: m.value, end: lunarMark(p, m.end + 1) ?? m.end + 1, leap: true };
  const marked = lunarMark(p, m.end);
  if (marked !== null) return { value: m.value, end: marked, leap: false };
  // "tháng 3 năm 2025 âm lịch"
  const year = yearWords(p, m.end);
  if (year && lunarMark(p, year.end) !== null) return { value: m.value, end: m.end, leap: false };
  return sure ? { value: m.value, end: m.end, leap: false } : null;
}
