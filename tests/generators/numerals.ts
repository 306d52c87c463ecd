import type { Random } from './random.ts';

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** 1–99 in words: mười lăm, hai mươi mốt, ba mươi tư. */
export function inWords(n: number): string {
  const tens = Math.floor(n / 10);
  const unit = n % 10;
  if (tens === 0) return DIGITS[unit] ?? '';
  const head = tens === 1 ? 'mười' : `${DIGITS[tens] ?? ''} mươi`;
  if (unit === 0) return head;
  if (unit === 5) return `${head} lăm`;
  if (unit === 1 && tens > 1) return `${head} mốt`;
  return `${head} ${DIGITS[unit] ?? ''}`;
}

export function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

/** A count as offices write it: 5, 05, năm, 05 (năm). */
export function count(r: Random, n: number): string {
  return r.pick([String(n), twoDigits(n), inWords(n), `${twoDigits(n)} (${inWords(n)})`]);
}

export function roman(n: number): string {
  let left = n;
  let out = '';
  for (const [value, letters] of [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const)
    for (; left >= value; left -= value) out += letters;
  return out;
}

export const MONTH_WORDS = [
  'Một',
  'Hai',
  'Ba',
  'Tư',
  'Năm',
  'Sáu',
  'Bảy',
  'Tám',
  'Chín',
  'Mười',
  'Mười một',
  'Mười hai',
];

export const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
