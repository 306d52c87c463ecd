import { at, type Parse, raw, wordsAt } from './parse.ts';
import { is, width } from './token.ts';

export interface Numeral {
  readonly value: number;
  readonly end: number;
}

const MOST_DIGITS = 4;

function unit(p: Parse, i: number): number {
  const t = at(p, i);
  return t.value >= 1 &&
    t.value <= 9 &&
    t.kind !== '#' &&
    t.kind !== 'roman' &&
    t.kind !== 'T#' &&
    t.kind !== 'Q#' &&
    t.kind !== 'clock'
    ? t.value
    : -1;
}

/** The last digit after mười or mươi: five is "lăm" there, so "mười năm" is ten and the word year. */
function tail(p: Parse, i: number): number {
  if (is(at(p, i), 'lăm') || is(at(p, i), 'nhăm')) return 5;
  return is(at(p, i), 'năm') ? -1 : unit(p, i);
}

/** A number below 1,000 in words: "mười lăm", "hai mươi mốt", "chín mươi", "một trăm hai mươi". */
export function wordNumeral(p: Parse, i: number): Numeral | null {
  const first = unit(p, i);
  if (first < 0 || !is(at(p, i + 1), 'trăm')) return belowHundred(p, i);
  const start = is(at(p, i + 2), 'linh') || is(at(p, i + 2), 'lẻ') ? i + 3 : i + 2;
  const rest = belowHundred(p, start);
  // "một trăm hai trăm": the second hundred is a number of its own.
  const whole = rest && !is(at(p, rest.end), 'trăm');
  return whole ? { value: first * 100 + rest.value, end: rest.end } : { value: first * 100, end: i + 2 };
}

function belowHundred(p: Parse, i: number): Numeral | null {
  if (is(at(p, i), 'mười')) {
    const last = tail(p, i + 1);
    return last > 0 ? { value: 10 + last, end: i + 2 } : { value: 10, end: i + 1 };
  }
  const first = unit(p, i);
  if (first < 0) return null;
  if (is(at(p, i + 1), 'mươi')) {
    const last = tail(p, i + 2);
    return last > 0 ? { value: first * 10 + last, end: i + 3 } : { value: first * 10, end: i + 2 };
  }
  return { value: first, end: i + 1 };
}

/** A count in digits or words, with its repetition in brackets ("05 (năm)") where it agrees. */
export function numeral(p: Parse, i: number): Numeral | null {
  const t = at(p, i);
  if (t.kind !== '#') return wordNumeral(p, i);
  if (t.value < 0 || width(t) > MOST_DIGITS) return null;
  if (at(p, i + 1).kind === '(') {
    const inWords = wordNumeral(p, i + 2);
    if (inWords && at(p, inWords.end).kind === ')' && inWords.value === t.value)
      return { value: t.value, end: inWords.end + 1 };
  }
  return { value: t.value, end: i + 1 };
}

/** A year in words: "hai nghìn không trăm hai mươi lăm", "hai không hai lăm". */
export function wordYear(p: Parse, i: number): Numeral | null {
  if (unit(p, i) !== 2) return null;
  if (wordsAt(p, i + 1, 'nghìn') || wordsAt(p, i + 1, 'ngàn')) {
    let k = i + 2;
    if (wordsAt(p, k, 'không', 'trăm')) k += 2;
    if (wordsAt(p, k, 'lẻ') || wordsAt(p, k, 'linh')) k++;
    const rest = belowHundred(p, k);
    return rest ? { value: 2000 + rest.value, end: rest.end } : null;
  }
  if (!wordsAt(p, i + 1, 'không')) return null;
  const tens = unit(p, i + 2);
  const ones = is(at(p, i + 3), 'lăm') ? 5 : unit(p, i + 3);
  return tens > 0 && ones > 0 ? { value: 2000 + tens * 10 + ones, end: i + 4 } : null;
}

/** A number that is part of a date: digits, or digits misread as l, I, O. `ocr` says it was repaired. */
export function dateNumber(
  p: Parse,
  i: number,
): { readonly value: number; readonly width: number; readonly ocr: boolean } | null {
  const t = at(p, i);
  if (t.kind === '#') return t.value < 0 ? null : { value: t.value, width: width(t), ocr: t.ocr >= 0 };
  if (t.kind === 'roman' && t.ocr >= 0 && /[lO|]/.test(raw(p, i))) return { value: t.ocr, width: width(t), ocr: true };
  return null;
}
