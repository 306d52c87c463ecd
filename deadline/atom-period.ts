import type { Atom } from './atom.ts';
import { monthAway, monthNumberAt } from './atom-date.ts';
import { weekAway } from './atom-day.ts';
import { lunarMonthAtom } from './atom-lunar.ts';
import { fourDigits, type Year, yearSuffix, yearWords } from './atom-year.ts';
import { wordNumeral } from './numeral.ts';
import { at, attached, type Parse, raw, skipWord, wordsAt } from './parse.ts';
import { day, months, monthsAway, quarters, quartersAway, weekOf, weekOfYear } from './range.ts';
import { GAP, is, width } from './token.ts';

/** Weeks, months, quarters and years, without "đầu", "giữa", "cuối" (those are in atom-part.ts). */
export function periodAtom(p: Parse, i: number): Atom | null {
  const t = at(p, i);
  if (is(t, 'tháng') || t.kind === 'T#') return lunarMonthAtom(p, i) ?? monthAtom(p, i);
  if (is(t, 'quý') || t.kind === 'Q#') return quarterAtom(p, i);
  if (is(t, 'tuần')) return weekAtom(p, i);
  if (is(t, 'năm')) return yearAtom(p, i);
  if (is(t, 'giai') || is(t, 'nhiệm') || is(t, 'thời')) return spanOfYears(p, i);
  return null;
}

function monthAtom(p: Parse, i: number): Atom | null {
  if (at(p, i).kind === 'T#') return monthOf(p, i + 1, at(p, i).value, 0.85);
  const away = monthAway(p, i + 1);
  if (away) {
    return { end: away.end, grain: 'month', rule: 'month', confidence: 0.93, range: monthsAway(p.anchor, away.months) };
  }
  const m = monthNumberAt(p, i + 1);
  if (!m || at(p, i + 1).gap > GAP.cell) return null;
  const month = monthOf(p, m.end, m.value, m.ocr ? 0.75 : 1);
  // "tháng Bảy này"
  return month && month.end === m.end && wordsAt(p, m.end, 'này') ? { ...month, end: m.end + 1 } : month;
}

function monthOf(p: Parse, i: number, month: number, confidence: number): Atom | null {
  if (month < 1 || month > 12) return null;
  const year = yearSuffix(p, i);
  if (!year && at(p, i).kind === '/' && attached(p, i)) return null;
  const base = {
    end: year?.end ?? i,
    grain: 'month' as const,
    rule: 'month' as const,
    confidence: confidence * (year?.confidence ?? 0.95),
    month,
    endMonth: month,
  };
  return year
    ? { ...base, range: months(year.value, month), dated: true }
    : { ...base, inYear: (y) => months(y, month) };
}

/** "3/2025", "03/2025" where a preposition vouches that it is a month. */
export function bareMonth(p: Parse, i: number): Atom | null {
  const t = at(p, i);
  if (t.kind !== '#' || width(t) > 2 || t.value < 1 || t.value > 12 || at(p, i + 1).kind !== '/') return null;
  return fourDigits(p, i + 2) === null ? null : monthOf(p, i + 1, t.value, 0.9);
}

function quarterNumber(
  p: Parse,
  i: number,
): { readonly value: number; readonly end: number; readonly ocr: boolean } | null {
  const t = at(p, i);
  if (t.kind === 'roman') return t.value <= 4 ? { value: t.value, end: i + 1, ocr: /[l1|]/.test(raw(p, i)) } : null;
  if (t.kind === '#') {
    if (t.value >= 1 && t.value <= 4 && width(t) <= 2) return { value: t.value, end: i + 1, ocr: false };
    return t.value === 11 && t.ocr >= 0
      ? { value: 2, end: i + 1, ocr: true }
      : t.value === 111 && t.ocr >= 0
        ? { value: 3, end: i + 1, ocr: true }
        : null;
  }
  const spelled = wordNumeral(p, i);
  return spelled && spelled.value <= 4 && spelled.end === i + 1
    ? { value: spelled.value, end: i + 1, ocr: false }
    : null;
}

function quarterAtom(p: Parse, i: number): Atom | null {
  if (at(p, i).kind === 'Q#') return quarterOf(p, i + 1, at(p, i).value, 0.9);
  // "Quý cơ quan" is a polite form: only a number or "này", "sau" after "quý" makes it a quarter.
  const away = monthAway(p, i + 1);
  if (away)
    return {
      end: away.end,
      grain: 'quarter',
      rule: 'quarter',
      confidence: 0.93,
      range: quartersAway(p.anchor, away.months),
    };
  const q = quarterNumber(p, skipWord(p, i + 1, 'thứ'));
  return q ? quarterOf(p, q.end, q.value, q.ocr ? 0.75 : 1) : null;
}

function quarterOf(p: Parse, i: number, quarter: number, confidence: number): Atom | null {
  const year = yearSuffix(p, i);
  if (!year && at(p, i).kind === '/' && attached(p, i)) return null;
  const base = {
    end: year?.end ?? i,
    grain: 'quarter' as const,
    rule: 'quarter' as const,
    confidence: confidence * (year?.confidence ?? 0.95),
    endMonth: quarter * 3,
  };
  return year
    ? { ...base, range: quarters(year.value, quarter), dated: true }
    : { ...base, inYear: (y) => quarters(y, quarter) };
}

/** The number alone of a month or quarter whose noun stood before ("quý II, III/2025"). */
export function numberedPeriod(p: Parse, i: number, grain: 'month' | 'quarter'): Atom | null {
  if (grain === 'quarter') {
    const q = quarterNumber(p, i);
    return q ? quarterOf(p, q.end, q.value, q.ocr ? 0.75 : 1) : null;
  }
  const m = monthNumberAt(p, i);
  return m ? monthOf(p, m.end, m.value, m.ocr ? 0.75 : 1) : null;
}

function weekAtom(p: Parse, i: number): Atom | null {
  const away = weekAway(p, i + 1);
  return away
    ? { end: away.end, grain: 'week', rule: 'week', confidence: 0.93, range: weekOf(p.anchor, away.weeks) }
    : numberedWeek(p, skipWord(p, i + 1, 'thứ', 'số'));
}

/** "tuần 50", "tuần thứ 12 năm 2026", "tuần 07/2026": weeks of the year by ISO 8601, as office calendars count them. */
function numberedWeek(p: Parse, i: number): Atom | null {
  const t = at(p, i);
  if (t.kind !== '#' || width(t) > 2 || t.value < 1 || t.value > 53 || t.gap > GAP.line) return null;
  const year = yearSuffix(p, i + 1);
  const end = year?.end ?? i + 1;
  const next = at(p, year ? end : skipWord(p, end, 'của'));
  // "tuần 2 tháng 6", "tuần 3 lần", "tuần 1/4": none of them is a week of the year.
  if (['/', '%', '-', ','].includes(next.kind) && attached(p, end)) return null;
  if (!year && ['tháng', 'quý', 'lần', 'năm'].some((w) => is(next, w))) return null;
  const base = { end, grain: 'week' as const, rule: 'week' as const, confidence: year ? 0.9 : 0.85 };
  const inYear = (y: number) => weekOfYear(y, t.value);
  if (!year) return { ...base, inYear };
  const range = inYear(year.value);
  return range ? { ...base, range, dated: true } : null;
}

const PLAIN_YEAR_FROM = 2000;
const PLAIN_YEAR_TO = 2060;

const SCHOOL_YEAR_START = { month: 9, date: 5 };
const SCHOOL_YEAR_END = { month: 5, date: 31 };
const SCHOOL_YEAR_OTHER_ENDS = [
  [6, 30],
  [8, 31],
] as const;

function yearAtom(p: Parse, i: number): Atom | null {
  if (wordsAt(p, i, 'năm', 'học')) return schoolYear(p, i + 2);
  const finance = wordsAt(p, i, 'năm', 'tài', 'chính') ? fourDigits(p, i + 3) : null;
  if (finance !== null) return years(i + 4, finance, finance, 0.9, 'year');
  const pair = yearPair(p, i + 1);
  if (pair) return years(pair.end, pair.from, pair.to, 0.85, 'years');
  const year = yearWords(p, i);
  if (!year || is(at(p, i), 'của')) return null;
  const also = nextYear(p, year);
  return also
    ? years(also.end, year.value, also.value, 0.9, 'years')
    : years(year.end, year.value, year.value, year.confidence, 'year');
}

/** "năm 2025 và 2026", "năm 2025 và năm 2026". */
function nextYear(p: Parse, first: Year): Year | null {
  if (!is(at(p, first.end), 'và')) return null;
  const k = skipWord(p, first.end + 1, 'năm');
  const value = fourDigits(p, k);
  return value === first.value + 1 ? { value, end: k + 1, confidence: 0.9 } : null;
}

function years(
  end: number,
  from: number,
  to: number,
  confidence: number,
  rule: 'year' | 'years' | 'school-year',
): Atom {
  return {
    end,
    grain: 'year',
    rule,
    confidence,
    range: { first: day(from, 1, 1), last: day(to, 12, 31) },
    endMonth: 12,
    dated: true,
  };
}

/** "2025" where a preposition or a part ("cuối 2025") vouches that it is a year. */
export function plainYear(p: Parse, i: number): Atom | null {
  const value = fourDigits(p, i);
  const next = at(p, i + 1);
  // "từ 2000 tỷ", "đến 2030 ha": an amount. A year is followed by a mark, the end, or the next clause.
  const closed = next.kind === '\0' || next.gap >= GAP.cell || /^[.,;:)]$/.test(next.kind);
  if (value === null || value < PLAIN_YEAR_FROM || value > PLAIN_YEAR_TO || !closed) return null;
  return years(i + 1, value, value, 0.8, 'year');
}

/** The stretch from the first day of one year to the last of another. */
export function yearsAtom(end: number, from: number, to: number): Atom {
  return years(end, from, to, 0.9, from === to ? 'year' : 'years');
}

/** "2021-2025", "2021 - 2025", "2021 đến 2025". */
export function yearPair(
  p: Parse,
  i: number,
): { readonly from: number; readonly to: number; readonly end: number } | null {
  const from = fourDigits(p, i);
  if (from === null) return null;
  const joined = at(p, i + 1);
  if (joined.kind !== '-' && !is(joined, 'đến')) return null;
  const to = fourDigits(p, i + 2);
  return to !== null && to > from && to - from <= 30 ? { from, to, end: i + 3 } : null;
}

/** "giai đoạn 2022-2026", "nhiệm kỳ 2025 - 2030", "thời kỳ 2021-2030". */
function spanOfYears(p: Parse, i: number): Atom | null {
  const named = wordsAt(p, i, 'giai', 'đoạn') || wordsAt(p, i, 'nhiệm', 'kỳ') || wordsAt(p, i, 'thời', 'kỳ');
  const k = skipWord(p, i + 2, 'năm');
  const pair = named ? yearPair(p, wordsAt(p, k, 'từ', 'năm') ? k + 2 : k) : null;
  return pair ? years(pair.end, pair.from, pair.to, 0.75, 'years') : null;
}

function schoolYear(p: Parse, i: number): Atom | null {
  const pair = yearPair(p, i);
  if (pair && pair.to !== pair.from + 1) return null;
  const next = wordsAt(p, i, 'tới') || wordsAt(p, i, 'sau');
  const now = wordsAt(p, i, 'này') || wordsAt(p, i, 'nay');
  // "kết thúc năm học", "hết năm học": the one that runs.
  const running = is(at(p, i - 3), 'thúc') || is(at(p, i - 3), 'hết') || is(at(p, i - 3), 'cuối');
  if (!pair && !next && !now && !running) return null;
  const begun = p.today.month >= SCHOOL_YEAR_START.month ? p.today.year : p.today.year - 1;
  const from = pair ? pair.from : next ? begun + 1 : begun;
  const range = {
    first: day(from, SCHOOL_YEAR_START.month, SCHOOL_YEAR_START.date),
    last: day(from + 1, SCHOOL_YEAR_END.month, SCHOOL_YEAR_END.date),
  };
  return {
    end: pair?.end ?? (next || now ? i + 1 : i),
    grain: 'year',
    rule: 'school-year',
    confidence: 0.6,
    fuzzy: true,
    range,
    others: () => SCHOOL_YEAR_OTHER_ENDS.map(([m, d]) => day(from + 1, m, d)),
    dated: true,
  };
}

/** The unit itself, for "cuối năm", "đầu tháng": this one, else the next. */
export function openUnit(p: Parse, i: number): Atom | null {
  const t = at(p, i);
  const base = { end: i + 1, confidence: 0.85 };
  if (is(t, 'tuần'))
    return { ...base, grain: 'week', rule: 'week', candidates: () => [weekOf(p.anchor), weekOf(p.anchor, 1)] };
  if (is(t, 'tháng'))
    return {
      ...base,
      grain: 'month',
      rule: 'month',
      candidates: () => [monthsAway(p.anchor, 0), monthsAway(p.anchor, 1)],
    };
  if (is(t, 'quý'))
    return {
      ...base,
      grain: 'quarter',
      rule: 'quarter',
      candidates: () => [quartersAway(p.anchor, 0), quartersAway(p.anchor, 1)],
    };
  if (is(t, 'năm')) return { ...base, grain: 'year', rule: 'year', inYear: (y) => months(y, 1, 12) };
  return null;
}
