import { daysBetween } from '../dsl/time/day.ts';
import { at, opensClause, type Parse, sentenceEnd, sentenceStart, wordsAt } from './parse.ts';
import type { Reading } from './reading.ts';
import { gatherings, isInForce, lengths, recurrences, sayings } from './refine-words.ts';
import { isPhrase, type Refiner } from './refiner.ts';
import { GAP, is, isAny } from './token.ts';
import { cued, vouched } from './vouch.ts';

/** The candidate as a deadline, or null where it is a citation, a fraction, a reporting period, a target, a past meeting … */
export function refined(p: Parse, reading: Reading): Reading | null {
  let r: Reading | null = reading;
  for (const refiner of REFINERS) {
    if (!r) return null;
    r = refiner(p, r);
  }
  return r;
}

/** "đến 09/12 tiêu chí", "trước 03/11 nhiệm vụ": a fraction, whatever stands before it. */
const fraction: Refiner = (p, r) => (r.bareNumbers && countsSomething(p, r.to) ? null : r);

const COUNTED = new Set(
  `nhiệm chỉ tiêu tiêu mô xã huyện tỉnh phường đơn hồ dự thủ địa sở cơ trường điểm đại phiếu người hộ công km tỷ triệu văn ý nội bộ thôn
  cán thành tổ lớp bệnh doanh sản loại dịch trạm đồng tuyến mục câu bài vụ`
    .trim()
    .split(/\s+/),
);

function countsSomething(p: Parse, i: number): boolean {
  const t = at(p, i);
  if (t.kind === '%') return true;
  if (t.gap >= GAP.cell || t.gap === GAP.none) return false;
  const word = /^[\p{L}\p{M}]+/u.exec(p.text.slice(t.start, t.start + 24))?.[0];
  return word !== undefined && COUNTED.has(word.normalize('NFC')) && word === word.toLowerCase();
}

/** "ngày    tháng 3 năm 2025": the blank date line of a draft. */
const blankDate: Refiner = (p, r) =>
  r.from > 0 && is(at(p, r.from - 1), 'ngày') && is(at(p, r.from), 'tháng') ? null : r;

/** "Kế hoạch số 72/KH-UBND ngày 26/3/2024": days with no preposition need something that vouches for them. */
const bare: Refiner = (p, r) => {
  if (r.operator !== 'none' || r.kind === 'recurring' || r.kind === 'urgent' || r.kind === 'event') return r;
  if (r.kind === 'duration' && r.since && r.openEnded !== true) return r;
  const sure = vouched(p, r.list ? { ...r, from: r.list[0], to: r.list[1] } : r);
  return sure > 0 ? { ...r, confidence: r.confidence * sure } : null;
};

/** "trong năm, toàn tỉnh …": a unit without its number is a limit only where completion is spoken of. */
const openUnits: Refiner = (p, r) => {
  // "Thường xuyên trong tháng": how often, not by when.
  if (r.openUnit && is(at(p, r.from - 1), 'xuyên')) return null;
  return !r.openUnit || isPhrase(p) || cued(p, r.from) ? r : null;
};

/** A day already past in a paragraph is told, not ordered — unless it is plainly a limit ("hoàn thành trước ngày …"). */
const past: Refiner = (p, r) => {
  const day = r.due ?? (r.kind === 'from' ? (r.start ?? null) : null);
  if (day === null || day >= p.anchor || r.kind === 'recurring' || !(r.dated || r.kind === 'from')) return r;
  // "Trong năm 2024, công tác …" tells of it however short the sentence.
  const opening = opensClause(p, r.from) && at(p, r.to).kind === ',' && r.operator === 'within';
  if (isPhrase(p))
    return opening || (r.operator !== 'before' && !r.latest && toldLater(p, r))
      ? null
      : { ...r, confidence: r.confidence * 0.7 };
  if (r.kind === 'from' || r.operator === 'within' || r.operator === 'none') return null;
  const limit = r.operator === 'before' || r.latest;
  if (!limit || toldAsDone(p, r)) return null;
  return { ...r, confidence: r.confidence * 0.5 };
};

/** "đến hết năm 2024 đã đạt 80%" */
function toldLater(p: Parse, r: Reading): boolean {
  for (let k = r.to; k < sentenceEnd(p, r.to, 12); k++) if (is(at(p, k), 'đã')) return true;
  return false;
}

function toldAsDone(p: Parse, r: Reading): boolean {
  for (let k = r.to; k < r.to + 6; k++) if (is(at(p, k), 'nhưng') || wordsAt(p, k, 'quá', 'hạn')) return true;
  for (let k = sentenceStart(p, r.from, 30); k < r.from; k++)
    if (is(at(p, k), 'đã') || (is(at(p, k), 'kết') && is(at(p, k + 1), 'quả'))) return true;
  return false;
}

const ALMOST_OVER = 0.6;
const DOING = [
  'hoàn',
  'xong',
  'trình',
  'ban',
  'phải',
  'triển',
  'gửi',
  'báo',
  'tổ',
  'tham',
  'nộp',
  'khẩn',
  'tập',
  'đảm',
  'bảo',
  'thực',
  'tổng',
  'phấn',
  'rà',
  'xây',
  'công',
];

/** "Trong 6 tháng đầu năm 2024, các cấp, các ngành … nỗ lực", "đến tháng 2/2025 toàn tỉnh đã …": a report on a period. */
const reporting: Refiner = (p, r) => {
  if (r.operator !== 'within' && r.operator !== 'by') return r;
  const last = at(p, r.from - 1);
  // "tính đến ngày 30/6", "so với cùng kỳ": figures as of a day.
  if (is(last, 'tính') || is(last, 'số'))
    return isPhrase(p) && !is(last, 'số') ? { ...r, confidence: r.confidence * 0.5 } : null;
  if (r.due === null || r.opens === undefined || r.opens > p.anchor || !opensClause(p, r.from)) return r;
  if (isPhrase(p) || at(p, r.to).kind !== ',') return r;
  const end = sentenceEnd(p, r.to, 40);
  let doing = false;
  for (let k = r.to; k < end; k++) {
    if (is(at(p, k), 'đã')) return null;
    if (k < r.to + 12 && DOING.some((w) => is(at(p, k), w))) doing = true;
  }
  const length = daysBetween(r.opens, r.due) + 1;
  const gone = daysBetween(r.opens, p.anchor);
  return gone / length >= ALMOST_OVER && !doing ? null : r;
};

/** "trong năm 2025 và những năm tiếp theo", "Để … trong năm 2025, yêu cầu": the scope of a plan, not a limit. */
const scope: Refiner = (p, r) => {
  if (r.operator !== 'within' && r.operator !== 'by' && r.operator !== 'none') return r;
  if (
    wordsAt(p, r.to, 'và', 'những', 'năm') ||
    wordsAt(p, r.to, 'và', 'các', 'năm') ||
    wordsAt(p, r.to, 'và', 'những') ||
    wordsAt(p, r.to, 'trở', 'đi')
  )
    return null;
  const orders =
    at(p, r.to).kind === ',' &&
    (wordsAt(p, r.to + 1, 'yêu', 'cầu') ||
      wordsAt(p, r.to + 1, 'đề', 'nghị') ||
      is(at(p, r.to + 1), 'giao') ||
      wordsAt(p, r.to + 1, 'chỉ', 'đạo'));
  return orders && !opensClause(p, r.from) && r.grain !== 'day' && !isPhrase(p) ? null : r;
};

/** "nhiệm vụ tháng 02/2025 và đề ra phương hướng", "kết quả tháng 2, phương hướng tháng 3": the period of a review. */
const review: Refiner = (p, r) => {
  if (r.operator === 'within' && wordsAt(p, r.from - 2, 'đạt', 'được') && !isPhrase(p)) return null;
  const joint = at(p, r.to);
  if (r.operator !== 'within' || (joint.kind !== ',' && joint.kind !== ';' && !is(joint, 'và'))) return r;
  const k = r.to + 1;
  const plan =
    wordsAt(p, k, 'phương', 'hướng') ||
    wordsAt(p, k, 'đề', 'ra') ||
    wordsAt(p, k, 'triển', 'khai', 'phương', 'hướng') ||
    wordsAt(p, k, 'nhiệm', 'vụ', 'trọng', 'tâm');
  return plan && r.opens !== undefined && r.opens <= p.anchor ? null : r;
};

const AIMS = new Set(['đấu', 'tiêu', ':', ';', ',']);

/** "Chiến lược … đến năm 2030, tầm nhìn đến năm 2045": the horizon of a programme's name. */
const horizon: Refiner = (p, r) => {
  if (r.operator !== 'by' && r.operator !== 'within') return r;
  const before = at(p, r.from - 1);
  if (is(before, 'nhìn') || is(before, 'hướng') || is(before, 'gian') || is(before, 'cầu'))
    return isPhrase(p) && !is(before, 'nhìn') ? r : null;
  if (aims(p, r)) return null;
  const years = r.rule.endsWith('-year') || r.rule.endsWith('-years') || r.rule.endsWith('-school-year');
  if (!years || isPhrase(p)) return r;
  if (r.rule === 'range-year' || r.rule === 'range-years' || r.rule.endsWith('-years')) return null;
  if (r.operator === 'by' && !r.whole && !r.latest) {
    // "Đến năm 2030, …" opens a target; "phấn đấu đến năm 2030" aims at one. Elsewhere it is a name.
    const aimed = isAny(before, AIMS) && !is(before, ',');
    return opensClause(p, r.from) || aimed ? { ...r, confidence: r.confidence * 0.8 } : null;
  }
  return r;
};

const YEARS_OF_AN_ORDER = 2;
const AIM = /(?:^|\s)đạt\s|tỷ lệ|tỉ lệ|\d\s*%/u;

/** "đạt 80% vào năm 2030": a figure to be reached in a year far off is a target, not a day by which something is due. */
function aims(p: Parse, r: Reading): boolean {
  if (!(r.rule === 'within-year' || r.rule === 'by-year') || r.whole || r.latest || r.due === null) return false;
  if (Number(r.due.slice(0, 4)) < p.today.year + YEARS_OF_AN_ORDER) return false;
  const start = at(p, sentenceStart(p, r.from, 40)).start;
  const end = at(p, sentenceEnd(p, r.to, 24) - 1).end;
  return AIM.test(p.text.slice(start, Math.max(start, end)).normalize('NFC').toLowerCase());
}

/** "có hiệu lực từ ngày …", "từ năm 2021", past starts: background, not a start somebody is given. */
const starts: Refiner = (p, r) => {
  if (r.kind !== 'from' || isPhrase(p)) return r;
  if (
    r.grain === 'year' ||
    r.rule === 'after-month' ||
    r.rule.endsWith('-day-of-month') ||
    r.rule.endsWith('-weekday') ||
    r.rule.endsWith('relative-day')
  )
    return null;
  if (r.bareNumbers && !opensClause(p, r.from)) return null;
  for (let k = r.from - 1; k >= Math.max(0, r.from - 4); k--) {
    if (is(at(p, k), 'lực') || is(at(p, k), 'thi')) return null;
  }
  return { ...r, confidence: r.confidence * 0.8 };
};

const LONG_PAST_DAYS = 365;

/** "bảng giá áp dụng từ 01/01/2020 đến 31/12/2024", "tiếp tục áp dụng đến hết 31/12/2025": how long a rule is in force. */
const validity: Refiner = (p, r) => {
  if (isPhrase(p) || (r.operator !== 'within' && r.operator !== 'by')) return r;
  if (isInForce(p, r.from)) return null;
  return r.start !== undefined && r.dated && daysBetween(r.start, p.anchor) > LONG_PAST_DAYS ? null : r;
};

/** "họp vào ngày 13/02/2025 tại …": the day something happens, not by which something must be done. */
const meeting: Refiner = (p, r) => {
  if (r.operator !== 'within' || r.grain !== 'day' || r.kind === 'event' || isPhrase(p) || !is(at(p, r.from), 'vào'))
    return r;
  for (let k = r.from - 1; k >= Math.max(0, r.from - 8); k--) {
    const t = at(p, k);
    if (is(t, 'họp') || (is(t, 'hội') && is(at(p, k + 1), 'nghị'))) return null;
    if (t.kind === '.' || t.kind === ';') break;
  }
  return r;
};

/** "quá hạn ngày …", "từ 8 giờ đến 17 giờ". */
const overdue: Refiner = (p, r) => (is(at(p, r.from), 'hạn') && is(at(p, r.from - 1), 'quá') ? null : r);

const REFINERS: readonly Refiner[] = [
  blankDate,
  fraction,
  bare,
  openUnits,
  overdue,
  past,
  reporting,
  review,
  scope,
  horizon,
  starts,
  validity,
  meeting,
  lengths,
  recurrences,
  sayings,
  gatherings,
];
