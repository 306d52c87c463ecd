import { type Day, day, lastOfMonth, mondayOf, parts, plusDays, weekdayOf } from './days.ts';
import { inWords, MONTH_WORDS, roman, twoDigits, WEEKDAYS } from './numerals.ts';
import type { Random } from './random.ts';

/** A stretch of days and the words for it. */
export interface Period {
  readonly words: string;
  readonly first: Day;
  readonly last: Day;
  readonly grain: 'day' | 'period';
  /** Words that are sharp only to the end: "before" is not said of them. */
  readonly endOnly?: true;
}

/** How an office writes a day with its year. */
export function dayWords(r: Random, d: Day): string {
  const { year, month, date } = parts(d);
  const separator = r.pick(['/', '/', '/', '-', '.', ' / ']);
  const padded = r.chance(0.6);
  const digits = [padded ? twoDigits(date) : date, padded ? twoDigits(month) : month, year].join(separator);
  const long = `${r.pick([twoDigits(date), String(date)])} tháng ${r.pick([twoDigits(month), String(month)])} năm ${year}`;
  const soon = date <= 10 ? `mồng ${date} tháng ${month} năm ${year}` : long;
  return r.pick([digits, digits, digits, long, long, soon]);
}

function oneDay(r: Random, anchor: Day): Period {
  const d = plusDays(anchor, r.int(1, 500));
  const name = WEEKDAYS[weekdayOf(d) - 1] ?? '';
  const words = dayWords(r, d);
  const form = r.int(0, 9);
  if (form === 0) return { words: `${name}, ngày ${words}`, first: d, last: d, grain: 'day' };
  if (form === 1) return { words: `${name} ngày ${words}`, first: d, last: d, grain: 'day' };
  if (form === 2 && /^\d+\/\d+\/\d+$/.test(words)) return { words, first: d, last: d, grain: 'day' };
  return { words: `ngày ${words}`, first: d, last: d, grain: 'day' };
}

/** The year is the first that puts the day after the anchor; a day that is the anchor itself is not asked about. */
function dayWithoutYear(r: Random, anchor: Day): Period {
  const d = plusDays(anchor, r.int(2, 360));
  const { month, date } = parts(d);
  // 29/2 has its year only every fourth.
  if (month === 2 && date === 29) return dayWithoutYear(r, anchor);
  const words = r.pick([
    `ngày ${date}/${month}`,
    `ngày ${twoDigits(date)}/${twoDigits(month)}`,
    `ngày ${date} tháng ${month}`,
    `${twoDigits(date)}/${twoDigits(month)}`,
  ]);
  return { words, first: d, last: d, grain: 'day' };
}

function relativeDay(r: Random, anchor: Day): Period {
  const [words, n] = r.pick([
    ['hôm nay', 0],
    ['ngày mai', 1],
    ['ngày kia', 2],
  ] as const);
  const d = plusDays(anchor, n);
  return { words, first: d, last: d, grain: 'day', endOnly: true };
}

export function monthOf(words: string, year: number, month: number): Period {
  return {
    words,
    first: day(year, month, 1),
    last: day(year, month, lastOfMonth(year, month)),
    grain: 'period',
  };
}

/** The month with its year; the anchor's own month and later. */
function month(r: Random, anchor: Day): Period {
  const from = parts(anchor);
  const { year, month: m } = parts(day(from.year, from.month + r.int(1, 18), 1));
  const name = MONTH_WORDS[m - 1] ?? '';
  const words = r.pick([
    `tháng ${m}/${year}`,
    `tháng ${twoDigits(m)}/${year}`,
    `tháng ${m} năm ${year}`,
    `tháng ${twoDigits(m)} năm ${year}`,
    `tháng ${m}-${year}`,
    `tháng ${m}.${year}`,
    `tháng ${name} năm ${year}`,
    `tháng ${m}`,
    `tháng ${name}`,
  ]);
  if (words.includes(String(year))) return monthOf(words, year, m);
  // Without a year: the next such month, so no more than eleven months away.
  const near = parts(day(from.year, from.month + r.int(1, 11), 1));
  const short = r.pick([`tháng ${near.month}`, `tháng ${twoDigits(near.month)}`]);
  return monthOf(short, near.year, near.month);
}

function relativeMonth(r: Random, anchor: Day): Period {
  const from = parts(anchor);
  const next = parts(day(from.year, from.month + 1, 1));
  return r.chance(0.5)
    ? { ...monthOf('tháng này', from.year, from.month), endOnly: true }
    : monthOf(r.pick(['tháng sau', 'tháng tới']), next.year, next.month);
}

export function quarterOf(words: string, year: number, quarter: number): Period {
  return {
    words,
    first: day(year, quarter * 3 - 2, 1),
    last: day(year, quarter * 3, lastOfMonth(year, quarter * 3)),
    grain: 'period',
  };
}

function quarter(r: Random, anchor: Day): Period {
  const from = parts(anchor);
  const ahead = parts(day(from.year, from.month + 3 * r.int(1, 6), 1));
  const q = Math.ceil(ahead.month / 3);
  const noun = r.pick(['quý', 'quý', 'Quý', 'quí']);
  const number = r.pick([roman(q), roman(q), String(q), q === 4 ? 'tư' : inWords(q)]);
  const year = r.pick([`/${ahead.year}`, ` năm ${ahead.year}`]);
  const words = r.chance(0.1) ? `Q${r.pick([roman(q), String(q)])}/${ahead.year}` : `${noun} ${number}${year}`;
  if (r.chance(0.85)) return quarterOf(words, ahead.year, q);
  const near = parts(day(from.year, from.month + 3 * r.int(1, 3), 1));
  const nearQuarter = Math.ceil(near.month / 3);
  return quarterOf(`quý ${roman(nearQuarter)}`, near.year, nearQuarter);
}

function half(r: Random, anchor: Day): Period {
  const { year } = parts(anchor);
  const y = year + 1;
  const [words, first, last] = r.pick([
    ['6 tháng đầu', day(y, 1, 1), day(y, 6, 30)],
    ['06 tháng đầu', day(y, 1, 1), day(y, 6, 30)],
    ['sáu tháng cuối', day(y, 7, 1), day(y, 12, 31)],
    ['nửa đầu', day(y, 1, 1), day(y, 6, 30)],
    ['nửa cuối', day(y, 7, 1), day(y, 12, 31)],
    ['9 tháng đầu', day(y, 1, 1), day(y, 9, 30)],
  ] as const);
  return { words: `${words} năm ${y}`, first, last, grain: 'period', endOnly: true };
}

function year(r: Random, anchor: Day): Period {
  const y = parts(anchor).year;
  const [words, n] = r.pick([
    [`năm ${y}`, 0],
    [`năm ${y + 1}`, 1],
    ['năm nay', 0],
    ['năm sau', 1],
    ['năm tới', 1],
  ] as const);
  return {
    words,
    first: day(y + n, 1, 1),
    last: day(y + n, 12, 31),
    grain: 'period',
    ...(n === 0 ? { endOnly: true as const } : {}),
  };
}

/** 1–10, 11–20, 21 to the end; the first half ends on the 15th. */
function partOfMonth(r: Random, anchor: Day): Period {
  const from = parts(anchor);
  const { year: y, month: m } = parts(day(from.year, from.month + r.int(1, 12), 1));
  const end = lastOfMonth(y, m);
  const [words, first, last] = r.pick([
    ['thượng tuần', 1, 10],
    ['trung tuần', 11, 20],
    ['hạ tuần', 21, end],
    ['nửa đầu', 1, 15],
    ['nửa cuối', 16, end],
    ['cuối', end, end],
  ] as const);
  const name = r.pick([`tháng ${m}/${y}`, `tháng ${m} năm ${y}`]);
  return {
    words: `${words} ${name}`,
    first: day(y, m, first),
    last: day(y, m, last),
    grain: 'period',
    endOnly: true,
  };
}

function week(r: Random, anchor: Day): Period {
  const [words, shift] = r.pick([
    ['tuần này', 0],
    ['tuần sau', 7],
    ['tuần tới', 7],
  ] as const);
  const monday = plusDays(mondayOf(anchor), shift);
  if (r.chance(0.5)) {
    // "Tuesday of this week" said on a Friday names no day to come.
    const n = r.int(shift === 0 ? weekdayOf(anchor) : 1, 7);
    const d = plusDays(monday, n - 1);
    return { words: `${WEEKDAYS[n - 1] ?? ''} ${words}`, first: d, last: d, grain: 'day', endOnly: true };
  }
  return { words, first: monday, last: plusDays(monday, 6), grain: 'period', endOnly: true };
}

export const PERIODS: Readonly<Record<string, (r: Random, anchor: Day) => Period>> = {
  day: oneDay,
  'day-without-year': dayWithoutYear,
  'relative-day': relativeDay,
  month,
  'relative-month': relativeMonth,
  quarter,
  half,
  year,
  'part-of-month': partOfMonth,
  week,
};
