import { present } from '../dsl/present.ts';
import type { Day } from '../dsl/time/day.ts';
import { daysInMonth } from '../dsl/time/day.ts';
import type { Atom } from './atom.ts';
import { documentTail, fourDigits, yearWords } from './atom-year.ts';
import { dateNumber, wordNumeral } from './numeral.ts';
import { at, attached, type Parse, skipWord, wordsAt } from './parse.ts';
import { day, monthsAway, oneDay, realDay } from './range.ts';
import { GAP, is, width } from './token.ts';

const SEPARATORS = new Set(['/', '-', '.']);
const REPAIRED = 0.75;

/** A date with or without its year, or one that does not exist: then no day, but what may have been meant. */
export function dateAtom(
  end: number,
  date: number,
  month: number,
  year: number | null,
  confidence: number,
  bareNumbers = false,
): Atom | null {
  if (month < 1 || date < 1 || month > 31 || date > 31) return null;
  const parts = { end, grain: 'day' as const, date, month, ...present({ bareNumbers: bareNumbers || undefined }) };
  if (year === null) {
    if (month > 12) return null;
    if (date > daysInMonth(2024, month)) return null;
    return {
      ...parts,
      rule: 'date-no-year',
      confidence: confidence * 0.95,
      inYear: (y) => only(realDay(y, month, date)),
    };
  }
  const real = realDay(year, month, date);
  if (real) return { ...parts, rule: 'date', confidence, range: oneDay(real), dated: true };
  const meant = month <= 12 ? day(year, month, daysInMonth(year, month)) : realDay(year, date, month);
  return {
    ...parts,
    rule: 'impossible-date',
    confidence: 0.2,
    dated: true,
    ...present({ instead: meant ? [meant] : undefined }),
  };
}

function only(d: Day | null) {
  return d ? oneDay(d) : null;
}

/** Digits: 15/3/2025, 15-3-2025, 15.3.2025, 15/3/25, 05 / 3 / 2025, 15/3, 2025-03-15. `marked`: "ngày" stands before. */
export function numericDate(p: Parse, i: number, marked: boolean): Atom | null {
  const iso = isoDate(p, i);
  if (iso) return iso;
  const d = dateNumber(p, i);
  const sep = at(p, i + 1);
  if (!d || d.width > 2 || !SEPARATORS.has(sep.kind)) return null;
  const m = dateNumber(p, i + 2);
  // "05 . 3 . 2025": dots apart only where the year is whole.
  const apart = sep.kind === '.' && !(attached(p, i + 1) && attached(p, i + 2));
  if (!m || m.width > 2 || (apart && !(marked && at(p, i + 3).kind === '.' && fourDigits(p, i + 4) !== null)))
    return null;
  const repaired = d.ocr || m.ocr;
  const y = dateNumber(p, i + 4);
  if (at(p, i + 3).kind === sep.kind && y && (y.width === 4 || (y.width === 2 && attached(p, i + 4)))) {
    const year = y.width === 4 ? y.value : 2000 + y.value;
    if (year < 1930 || year > 2100 || documentTail(p, i + 5) || (sep.kind === '.' && !apart && !attached(p, i + 4)))
      return null;
    return dateAtom(i + 5, d.value, m.value, year, repaired || y.ocr ? REPAIRED : y.width === 2 ? 0.93 : 1);
  }
  if (repaired && d.ocr && m.ocr) return null;
  const after = i + 3;
  const named = yearWords(p, after);
  if (named) return dateAtom(named.end, d.value, m.value, named.value, repaired ? REPAIRED : named.confidence);
  if (documentTail(p, after) || at(p, after).kind === '%' || (at(p, after).kind === '/' && attached(p, after)))
    return null;
  if (sep.kind !== '/' && !marked) return null;
  if (
    (sep.kind === '.' || sep.kind === '-') &&
    at(p, after).kind === sep.kind &&
    attached(p, after) &&
    attached(p, after + 1)
  )
    return null;
  return dateAtom(after, d.value, m.value, null, repaired ? REPAIRED : 1, !marked);
}

function isoDate(p: Parse, i: number): Atom | null {
  const year = fourDigits(p, i);
  if (year === null || at(p, i + 1).kind !== '-' || at(p, i + 3).kind !== '-') return null;
  const m = at(p, i + 2);
  const d = at(p, i + 4);
  if (
    m.kind !== '#' ||
    d.kind !== '#' ||
    width(m) !== 2 ||
    width(d) !== 2 ||
    !attached(p, i + 4) ||
    documentTail(p, i + 5)
  )
    return null;
  return dateAtom(i + 5, d.value, m.value, year, 1);
}

/** A day of a month in digits or words, with "mồng" or "mùng" where it has it. */
export function dayNumberAt(
  p: Parse,
  i: number,
): { readonly value: number; readonly end: number; readonly ocr: boolean } | null {
  const k = skipWord(p, i, 'mồng');
  const digits = dateNumber(p, k);
  if (digits)
    return digits.width <= 2 && digits.value >= 1 && digits.value <= 31
      ? { value: digits.value, end: k + 1, ocr: digits.ocr }
      : null;
  const spelled = wordNumeral(p, k);
  return spelled && spelled.value <= 31 ? { value: spelled.value, end: spelled.end, ocr: false } : null;
}

/** A month in digits or words, 1–12, and the index after it; null where none stands. */
export function monthNumberAt(
  p: Parse,
  i: number,
): { readonly value: number; readonly end: number; readonly ocr: boolean } | null {
  const digits = dateNumber(p, i);
  if (digits)
    return digits.width <= 2 && digits.value >= 1 && digits.value <= 12
      ? { value: digits.value, end: i + 1, ocr: digits.ocr }
      : null;
  const spelled = wordNumeral(p, i);
  return spelled && spelled.value <= 12 ? { value: spelled.value, end: spelled.end, ocr: false } : null;
}

/** Words: "14 tháng 3 năm 2025", "mồng 5 tháng Ba", "15 tháng này", "20 của tháng sau". */
export function wordedDate(p: Parse, i: number, marked = true): Atom | null {
  const d = dayNumberAt(p, i);
  if (!d) return null;
  const k = skipWord(p, d.end, 'của');
  if (!is(at(p, k), 'tháng')) return null;
  // "1 tháng tới" is a length: only "ngày 1 tháng tới" is a day.
  const away = marked ? monthAway(p, k + 1) : null;
  if (away) {
    const range = monthsAway(p.anchor, away.months);
    const real = realDay(Number(range.first.slice(0, 4)), Number(range.first.slice(5, 7)), d.value);
    return real ? { end: away.end, grain: 'day', rule: 'date', confidence: 0.9, range: oneDay(real) } : null;
  }
  const m = monthNumberAt(p, k + 1);
  if (!m) return null;
  const year = yearAfterMonth(p, m.end);
  const confidence = d.ocr || m.ocr ? REPAIRED : (year?.confidence ?? 1);
  return dateAtom(year?.end ?? m.end, d.value, m.value, year?.value ?? null, confidence);
}

/** "này" 0, "sau", "tới", "kế tiếp" 1 — of months, weeks, quarters and years alike. */
export function monthAway(p: Parse, i: number): { readonly months: number; readonly end: number } | null {
  if (wordsAt(p, i, 'này') || wordsAt(p, i, 'nay')) return { months: 0, end: i + 1 };
  for (const next of [['sau', 'nữa']]) if (wordsAt(p, i, ...next)) return { months: 2, end: i + next.length };
  for (const next of [
    ['liền', 'sau'],
    ['kế', 'tiếp'],
    ['tiếp', 'theo'],
    ['liền', 'kề'],
    ['sau', 'đó'],
    ['sau'],
    ['tới'],
    ['kế'],
  ]) {
    if (wordsAt(p, i, ...next)) return { months: 1, end: i + next.length };
  }
  return null;
}

function yearAfterMonth(p: Parse, i: number) {
  const t = at(p, i);
  const year = fourDigits(p, i + 1);
  if (
    (t.kind === '/' || t.kind === '-' || t.kind === '.') &&
    year !== null &&
    (t.kind === '/' || (attached(p, i) && attached(p, i + 1))) &&
    !documentTail(p, i + 2)
  ) {
    return { value: year, end: i + 2, confidence: 1 };
  }
  const comma = t.kind === ',' && is(at(p, i + 1), 'năm') && fourDigits(p, i + 2) !== null ? i + 1 : i;
  const named = yearWords(p, comma);
  if (named) return named;
  const plain = fourDigits(p, i);
  return plain !== null && at(p, i).gap <= GAP.line && !documentTail(p, i + 1)
    ? { value: plain, end: i + 1, confidence: 0.85 }
    : null;
}
