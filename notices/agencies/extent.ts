import { Phrases, type Token } from '../text/tokens.ts';
import { LEAD_INS, PREDICATES } from './lexicon.ts';
import type { Found } from './names.ts';

/** Words that begin what tells which bodies of a sort are meant ("các đơn vị | có mỏ …", "| khai thác khoáng sản …"). */
const OPENERS = new Set(
  'đã chưa đang có được nằm còn thuộc không bị tại từ trên trong ở của nêu nơi trực liên quản sử hoạt khai kinh sản nuôi chế thi vận tham đào cung thu phụ làm đủ hiện tổ'.split(
    ' ',
  ),
);
/** Where a task begins beyond doubt: modals and the adverbs orders open with. */
const STRONG = new Phrases(
  'phải|cần|khẩn trương|khẩn cấp|tập trung|nghiêm túc|chủ động|chủ trì|tích cực|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|tiếp tục|tăng cường|đẩy mạnh|đẩy nhanh|kịp thời|nhanh chóng|quán triệt|căn cứ|theo chức năng|trên cơ sở|chấp hành',
);
/** Where one may begin; the same words stand inside descriptions too. */
const WEAK = new Phrases(
  'rà soát|chỉ đạo|phối hợp|triển khai|báo cáo|thực hiện|nghiên cứu|xây dựng|hoàn thành|gửi|lập|tổ chức|bảo đảm|đảm bảo|tham mưu|đề xuất|tổng hợp|cung cấp|cập nhật|thường xuyên|hướng dẫn|quan tâm|bố trí',
);
const REPORTS = new Set(['đã', 'đang']);
const LONGEST = 34;

/**
 * The token at which the task begins behind a description of the bodies meant, which starts at `at`; null where none
 * stands there: "các đơn vị | có hoạt động khai thác khoáng sản | khẩn trương".
 */
export function describedTo(t: readonly Token[], at: number, to: number): number | null {
  const first = t[at];
  if (!first?.word || first.cap || !OPENERS.has(first.low) || LEAD_INS.at(t, at) > 0) return null;
  if (first.low === 'có' && PREDICATES.at(t, at) > 0) return null;
  let weak: number | null = null;
  for (let k = at + 1; k < to && k < at + LONGEST; k++) {
    const mark = t[k]?.text;
    if (mark === ';' || mark === ':' || mark === '.') break;
    // "đã tập trung", "đang khẩn trương": a report.
    if (STRONG.at(t, k) > 0) return k === at + 1 && REPORTS.has(first.low) ? null : k;
    if (weak === null && k > at + 2 && WEAK.at(t, k) > 0 && !isObject(t, k)) weak = k;
  }
  return PREDICATES.at(t, at) > 0 ? null : weak;
}

/** "được giao nhiệm vụ theo dõi, | kiểm tra", "việc thực hiện": a verb inside the description. */
function isObject(t: readonly Token[], k: number): boolean {
  return [',', 'và', 'việc', 'vụ', 'giao', 'hoặc', 'để', 'tác', 'động', 'không', 'chưa', 'đã', 'được', 'cầu'].includes(
    t[k - 1]?.low ?? '',
  );
}

/** Does a description run up to `to`, with no task in it (a heading: "Các tổ chức, cá nhân | khai thác nước dưới đất")? */
export function describesUpTo(t: readonly Token[], at: number, to: number): boolean {
  const first = t[at];
  if (!first || to - at > LONGEST || first.cap || !OPENERS.has(first.low) || REPORTS.has(first.low)) return false;
  for (let k = at; k < to; k++) {
    const mark = t[k]?.text ?? '';
    if (/^[;:.]$/.test(mark) || STRONG.at(t, k) > 0) return false;
  }
  return true;
}

/** May a description follow this name? One body is known by its name alone. */
export function takesDescription(name: Found): boolean {
  return !name.specific || name.kind === 'group';
}
