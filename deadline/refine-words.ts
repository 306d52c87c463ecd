import { at, opensClause, type Parse, raw } from './parse.ts';
import type { Reading } from './reading.ts';
import { isPhrase, type Refiner } from './refiner.ts';
import { GAP, is } from './token.ts';

/** Does "có hiệu lực", "thi hành", "áp dụng" stand right before? */
export function isInForce(p: Parse, i: number): boolean {
  return IN_FORCE.has(lastTwo(p, i - 1));
}

const IN_FORCE = new Set(['hiệu lực', 'thi hành', 'áp dụng', 'giá trị']);

function lastTwo(p: Parse, i: number): string {
  const end = at(p, i).end;
  const text = p.text
    .slice(Math.max(0, end - 24), end)
    .normalize('NFC')
    .toLowerCase();
  return /[\p{L}\p{M}]+\s+[\p{L}\p{M}]+$/u.exec(text)?.[0].replace(/\s+/, ' ') ?? '';
}

/** Lengths that tell how long something takes, lasts or took: no day follows from them. */
export const lengths: Refiner = (p, r) => {
  // "có hiệu lực sau 10 ngày kể từ ngày ký": a start.
  if (r.kind === 'duration' && r.due !== null && isInForce(p, r.from))
    return { ...r, kind: 'from', due: null, start: r.due };
  if (r.kind !== 'duration' || isPhrase(p)) return r;
  if (r.openEnded !== true) return longTerm(r) && r.since === undefined ? null : r;
  const before = at(p, r.from - 1);
  if (is(before, 'diễn') || is(before, 'ra') || is(before, 'dài') || is(before, 'chức') || r.operator === 'none')
    return null;
  if (longTerm(r) || r.operator === 'after') return null;
  const next = at(p, r.to);
  const closes = next.kind === '\0' || ['.', ';', ',', ')'].includes(next.kind) || next.gap === GAP.cell;
  const said =
    r.rule === 'duration-working-days' ||
    r.latest === true ||
    is(at(p, r.from + 1), 'vòng') ||
    is(at(p, r.from + 1), 'thời');
  if (said && closes && !r.latest) return { ...r, confidence: r.confidence * 0.75 };
  // What it runs from is not said: the day is offered, not claimed.
  return said && r.due !== null
    ? { ...r, due: null, rule: 'duration-unsure', confidence: 0.35, alternatives: [r.due] }
    : null;
};

/** "trong 5 năm tiếp theo": years ahead are a horizon. */
function longTerm(r: Reading): boolean {
  return typeof r.duration === 'string' && r.duration.endsWith('Y');
}

const THINGS = new Set([
  'cửa',
  'ngân',
  'khách',
  'mặt',
  'bán',
  'đơn',
  'đặt',
  'giao',
  'nhà',
  'xuất',
  'kho',
  'gian',
  'gói',
  'mua',
  'xếp',
  'lô',
]);
/** Last syllables of what is done again and again: báo cáo, công bố, tổng hợp, sơ kết, cập nhật, rà soát, kiểm tra, đánh giá, định kỳ. */
const REPORTS = new Set(['cáo', 'bố', 'hợp', 'kết', 'nhật', 'soát', 'tra', 'giá', 'kỳ', 'gửi']);

/** "cửa hàng tuần", "ngân sách hằng năm", "mỗi năm tăng 5%": words that look like a recurrence. */
export const recurrences: Refiner = (p, r) => {
  if (r.kind !== 'recurring' || r.openEnded !== true || r.from === 0) return r;
  if (
    is(at(p, r.from), 'hằng') &&
    /^h[aà]ng/i.test(raw(p, r.from).normalize('NFC')) &&
    THINGS.has(lastWord(p, r.from - 1))
  )
    return null;
  if (
    r.every === 'year' &&
    MONEY.test(p.text.slice(Math.max(0, at(p, r.from).start - MONEY_REACH), at(p, r.from).start).normalize('NFC'))
  )
    return null;
  if (isPhrase(p)) return r;
  if (is(at(p, r.from), 'mỗi') || is(at(p, r.from), 'từng')) return null;
  if (is(at(p, r.from), 'định') || opensClause(p, r.from) || at(p, r.from - 1).kind === '(') return r;
  if (r.every !== 'year' && r.every !== 'day') return PLANS.has(lastWord(p, r.from - 1)) ? null : r;
  return REPORTS.has(lastWord(p, r.from - 1)) ? r : null;
};

/** A yearly budget is no report that is due every year. */
const MONEY = /kinh phí|ngân sách|dự toán|nguồn vốn|nguồn chi|đầu tư công/i;
const MONEY_REACH = 60;

const PLANS = new Set([
  'hoạch',
  'toán',
  'sách',
  'phí',
  'tiêu',
  'vốn',
  'quân',
  'thu',
  'chi',
  'bình',
  'thưởng',
  'trình',
  'học',
  'lương',
]);

function lastWord(p: Parse, i: number): string {
  const t = at(p, i);
  const text = p.text
    .slice(Math.max(t.start, t.end - 16), t.end)
    .normalize('NFC')
    .toLowerCase();
  return /[\p{L}\p{M}]+$/u.exec(text)?.[0] ?? '';
}

/** "Kết luận tại Hội nghị …": where something was said, unless it is a sitting that something is put before. */
export const gatherings: Refiner = (p, r) => {
  if (r.rule !== 'session' || isPhrase(p)) return r;
  return is(at(p, r.from + 1), 'kỳ') || is(at(p, r.from + 1), 'phiên') ? r : null;
};

/** "chi thường xuyên", "không thường xuyên", "từ sớm". */
export const sayings: Refiner = (p, r) => {
  if (r.rule !== 'continuous' && r.rule !== 'urgent') return r;
  const before = at(p, r.from - 1);
  const not = lastWord(p, r.from - 1);
  if (r.rule === 'continuous' && (not === 'chi' || not === 'không' || not === 'họp')) return null;
  return is(at(p, r.from), 'sớm') && (is(before, 'từ') || is(before, 'khả') || not === 'năng') ? null : r;
};
