import { at, type Parse, wordsAt } from './parse.ts';
import type { Reading } from './reading.ts';
import { GAP, is, type PhraseToken } from './token.ts';

/** Words that may surround a phrase without making it a sentence about something else. */
const AROUND = new Set(
  `hoàn thành xong thời hạn gian thực hiện kết thúc dự kiến phấn đấu phải là vào ngay khoảng báo cáo trình gửi nộp chậm nhất mục tiêu
  này tới dịp cả từ trong đến hết để và các giao`
    .trim()
    .split(/\s+/),
);
const MARKS = new Set([':', '.', ',', ';', '(', ')', '-', '"', '“', '”', '\0', '+', '?', '!', '…']);

/** Is the phrase all there is, but for words such as "thời hạn:" or "hoàn thành"? */
export function alone(p: Parse, r: Reading): boolean {
  const to = r.bareNumbers ? r.to : behindRemark(p, r.to);
  if (p.tokens.length - (to - r.from) > 12) return false;
  // "Thứ năm, …" counts its paragraph.
  if (r.rule === 'bare-weekday' && at(p, r.to).kind === ',') return false;
  // "báo cáo tháng 2/2025": the month it is about.
  if (is(at(p, r.from - 1), 'cáo') && r.grain !== 'day') return false;
  for (let k = 0; k < p.tokens.length; k++) {
    if (k >= r.from && k < to) continue;
    const t = at(p, k);
    if (!AROUND.has(t.kind) && !MARKS.has(t.kind)) return false;
  }
  return true;
}

/** "Tháng 11/2025 (sau khi tỉnh ban hành hướng dẫn)": what stands in brackets behind the phrase says why. */
function behindRemark(p: Parse, to: number): number {
  if (at(p, to).kind !== '(') return to;
  for (let k = to + 1; k < p.tokens.length; k++) if (at(p, k).kind === ')') return k + 1;
  return to;
}

const CLOSED = new Set(['\0', '.', ',', ';', ')']);

const BEFORE_CUE = new Set(['là', ':', 'vào', 'ngay', 'phải', '(', '-', ',', 'khoảng']);

/** Does a word of completion stand right before: "hoàn thành quý II/2025", "Thời gian thực hiện: tháng 5"? */
export function cued(p: Parse, i: number): boolean {
  let k = i - 1;
  for (let n = 0; n < 2 && BEFORE_CUE.has(at(p, k).kind); n++) k--;
  const t = at(p, k);
  if (t.gap === GAP.cell && at(p, i).gap === GAP.cell) return false;
  if (is(t, 'xong')) return true;
  if (is(t, 'thành') && is(at(p, k - 1), 'hoàn')) return !is(at(p, k - 2), 'đã');
  if (is(t, 'thúc') && is(at(p, k - 1), 'kết')) return !is(at(p, k - 2), 'đã');
  if (is(t, 'hạn') && is(at(p, k - 1), 'thời')) return true;
  if (is(t, 'gian') && is(at(p, k - 1), 'thời')) return at(p, i - 1).kind === ':';
  if (is(t, 'hiện') && is(at(p, k - 1), 'thực')) return wordsAt(p, k - 3, 'thời', 'gian');
  return is(t, 'kiến') && is(at(p, k - 1), 'dự');
}

function opensCell(t: PhraseToken): boolean {
  return t.gap === GAP.cell;
}

/** Does the phrase fill a table cell: blank lines, tabs or bars on both sides? */
function cell(p: Parse, r: Reading): boolean {
  return opensCell(at(p, r.from)) && opensCell(at(p, r.to));
}

function bracketed(p: Parse, r: Reading): boolean {
  return at(p, r.from - 1).kind === '(' && at(p, r.to).kind === ')';
}

/**
 * How far the words around vouch that days without a preposition are a limit, 0 (not at all) to 1: the phrase is all
 * there is, a word of completion stands before it, it fills a table cell or brackets.
 */
export function vouched(p: Parse, r: Reading): number {
  if (alone(p, r)) return 1;
  const cue = cued(p, r.from);
  if (cue && r.bareNumbers && !CLOSED.has(at(p, r.to).kind)) return 0;
  if (cue && !(r.rule === 'bare-year' && at(p, r.from - 1).kind !== ':')) return r.bareNumbers ? 0.8 : 0.95;
  if (r.kind === 'duration') return r.rule === 'duration-working-days' && p.tokens.length < 16 ? 0.7 : 0;
  if (r.rule === 'bare-weekday' || r.bareNumbers) return 0;
  const soon = r.due !== null && r.due >= p.anchor;
  if (!soon) return 0;
  const years = r.rule === 'bare-year' || r.rule === 'bare-years' || r.rule === 'bare-school-year';
  if (cell(p, r)) {
    if (years)
      return r.rule === 'bare-year' && at(p, r.from).caps === 1 && at(p, r.from).start > 0 && barred(p, r) ? 0.7 : 0;
    // The line of a letter's own date is a cell too.
    return r.grain === 'day' && r.due === p.anchor ? 0 : 0.85;
  }
  if (bracketed(p, r) && !years && r.grain !== 'day') return 0.85;
  const brief = p.tokens.length < 14;
  return brief &&
    (r.rule === 'bare-relative-day' ||
      r.rule === 'bare-week' ||
      r.rule === 'bare-part-of-week' ||
      r.rule === 'bare-holiday' ||
      r.rule === 'bare-lunar')
    ? 0.7
    : 0;
}

/** Tabs or bars, as a table written out has them. */
function barred(p: Parse, r: Reading): boolean {
  const before = p.text.slice(at(p, r.from - 1).end, at(p, r.from).start);
  return /[|\t]/.test(before);
}
