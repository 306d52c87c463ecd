import { Phrases, type Token } from '../text/tokens.ts';
import { LEAD_INS, PREDICATES } from './lexicon.ts';
import type { Found } from './names.ts';

/** Words that begin what tells which bodies of a sort are meant ("các đơn vị | có mỏ …", "| khai thác khoáng sản …"). */
const OPENERS = new Set(
  'đã chưa đang có được nằm còn thuộc không bị tại từ trên trong ở của nêu nơi liên sử hoạt khai kinh sản nuôi chế thi vận đào cung thu phụ đủ tham'.split(
    ' ',
  ),
);
/** Where a task begins beyond doubt: modals and the adverbs orders open with. */
const STRONG = new Phrases(
  'phải|cần|khẩn trương|khẩn cấp|tập trung|nghiêm túc|chủ động|chủ trì|tích cực|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|tiếp tục|tăng cường|đẩy mạnh|đẩy nhanh|kịp thời|nhanh chóng|quán triệt|căn cứ|theo chức năng|trên cơ sở|chấp hành',
);
/** Where one may begin; the same words stand inside descriptions too. */
const WEAK = new Phrases(
  'rà soát|chỉ đạo|phối hợp|triển khai|báo cáo|thực hiện|nghiên cứu|xây dựng|hoàn thành|gửi|lập|tổ chức|bảo đảm|đảm bảo|tham mưu|đề xuất|tổng hợp|cung cấp|cập nhật|thường xuyên|hướng dẫn|quan tâm|bố trí|ban hành|tuyên truyền|kiểm tra|phân công|tiến hành',
);
const ASIDES = new Phrases('trong đó|nhất là|đặc biệt là|đặc biệt|bao gồm|gồm|cụ thể');
/** A ground of the task, put between commas behind the description: "…, trong quá trình thực hiện chức năng, có trách nhiệm". */
const GROUNDS = new Phrases('trong quá trình|trong phạm vi|theo chức năng|theo thẩm quyền|trong thời gian');
const REPORTS = new Set(['đã', 'đang']);
const LONGEST = 34;

/** Where a description ends (`name`) and where the task behind it begins (`task`). */
export interface Described {
  readonly name: number;
  readonly task: number;
}

/**
 * The description of the bodies meant that starts at `at`, and the task behind it; null where none stands there:
 * "các đơn vị | có hoạt động khai thác khoáng sản | khẩn trương".
 */
export function describedTo(t: readonly Token[], at: number, to: number): Described | null {
  const first = t[at];
  if (!first?.word || first.cap || !OPENERS.has(first.low) || LEAD_INS.at(t, at) > 0) return null;
  const verb = PREDICATES.at(t, at) > 0;
  if (first.low === 'có' && verb) return null;
  const report = REPORTS.has(first.low);
  let weak: number | null = null;
  let aside: number | null = null;
  for (let k = at + 1; k < to && k < at + LONGEST; k++) {
    const mark = t[k]?.text;
    if (mark === ';' || mark === ':' || mark === '.') break;
    // "Đối với các đơn vị chưa … thì cần …": a condition.
    if (t[k]?.low === 'thì') return null;
    // "đã tập trung", "đã phát động …, tích cực …": a report.
    if (report && (mark === ',' || (STRONG.at(t, k) > 0 && k === at + 1))) return null;
    if (mark === ',' && (ASIDES.at(t, k + 1) > 0 || GROUNDS.at(t, k + 1) > 0)) aside ??= k;
    const object = isObject(t, k);
    if (STRONG.at(t, k) > 0 && !(verb && (object || k < at + 3))) return { name: aside ?? k, task: k };
    if (weak === null && k > at + (first.low === 'có' ? 1 : 2) && WEAK.at(t, k) > 0 && !object) weak = k;
  }
  // "các đơn vị đã triển khai …": what they did, unless the task that follows says so beyond doubt.
  return verb || report || weak === null ? null : { name: endsAtComma(t, aside ?? weak), task: weak };
}

/** The comma before a task is no part of the name. */
function endsAtComma(t: readonly Token[], to: number): number {
  return t[to - 1]?.text === ',' ? to - 1 : to;
}

/** "được giao nhiệm vụ theo dõi, | kiểm tra", "việc thực hiện": a verb inside the description. */
function isObject(t: readonly Token[], k: number): boolean {
  // "…, triển khai ngay các biện pháp": at once, so it is told.
  if (t[k - 1]?.text === ',' && t[k + 2]?.low === 'ngay') return false;
  return [',', 'và', 'việc', 'vụ', 'giao', 'hoặc', 'để', 'tác', 'động', 'không', 'chưa', 'đã', 'được', 'cầu'].includes(
    t[k - 1]?.low ?? '',
  );
}

/** Where a description that runs up to `to` ends, with no task in it; null where it does not (a heading: "Các tổ chức, cá nhân | khai thác nước dưới đất")? */
export function describesUpTo(t: readonly Token[], at: number, to: number, whole = false): number | null {
  const first = t[at];
  if (!first?.word || to - at > LONGEST || first.cap || REPORTS.has(first.low)) return null;
  if (!OPENERS.has(first.low) && !(whole && PREDICATES.at(t, at) > 0)) return null;
  // "Chủ tịch UBND tỉnh | có ý kiến như sau:" says nothing of who is meant.
  if (first.low === 'có' && t[at + 1]?.low === 'ý') return null;
  let aside: number | null = null;
  for (let k = at; k < to; k++) {
    const mark = t[k]?.text ?? '';
    if (/^[;:.]$/.test(mark) || STRONG.at(t, k) > 0) return null;
    if (mark === ',' && (ASIDES.at(t, k + 1) > 0 || GROUNDS.at(t, k + 1) > 0)) aside ??= k;
  }
  return aside ?? to;
}

/** May a description follow this name? One body is known by its name alone. */
export function takesDescription(name: Found): boolean {
  return !name.specific || name.kind === 'group';
}
