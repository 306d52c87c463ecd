import { ACTORS, GENERICS, HEADS, NOT_ORDERS, ORDERS, PREDICATES, QUANTIFIERS, TITLES } from '../agencies/lexicon.ts';
import type { Stretch } from '../text/sentences.ts';
import { Phrases, type Token } from '../text/tokens.ts';
import type { Parsed } from './segments.ts';

/*
 * Signs of an order by its words alone: a noun that begins the name of a body, and a word tasks are given with. They ask
 * neither where a name ends nor how the sentence is built, so that what the reader's grammar does not know is seen too.
 */

/** Verbs and modals of tasks; most say nothing else in documents of the state. */
const TASKS = new Phrases(
  'phải|cần|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|chủ trì|phối hợp|làm đầu mối|là đầu mối|khẩn trương|tập trung|chủ động|tăng cường|tiếp tục|đẩy mạnh|đẩy nhanh|rà soát|báo cáo|tham mưu|hoàn thành|hoàn thiện|triển khai|tổ chức|thực hiện|chỉ đạo|xây dựng|đề xuất|hướng dẫn|kiểm tra|gửi|trình|ban hành|bố trí|theo dõi|đôn đốc|lập|cung cấp|cập nhật|tổng hợp|quán triệt|tuyên truyền|bảo đảm|đảm bảo|nghiêm túc|kịp thời|thường xuyên|sớm|xử lý|giải quyết|tháo gỡ|khắc phục|nghiên cứu|thẩm định|bàn giao|vận động|huy động|giám sát|tiếp nhận|cử|chuẩn bị|duy trì|xem xét|quan tâm|chú trọng|không được|không để|nghiêm cấm|tạm dừng|chấm dứt',
);
/** Words that say for themselves that somebody has a part in a task. */
const PARTS = new Phrases('chủ trì|phối hợp|chịu trách nhiệm|có trách nhiệm|làm đầu mối|là đầu mối|khẩn trương');
const PAST = new Set(['đã', 'đang', 'được', 'bị', 'việc', 'công', 'sự', 'để', 'nhằm']);
/** "theo đề nghị của …", "được giao", "đã giao": no order. */
const NOT_BEFORE_ORDER = new Set(['theo', 'được', 'đã', 'xét', 'các', 'những', 'nội', 'đúng', 'nhiệm', 'có', 'trình']);
const LONGEST_NAME = 40;
const BETWEEN_ORDER_AND_NAME = 6;

/**
 * How a stretch looks like an order: a verb hands something to somebody; one body has a part in it by the very verb;
 * somebody does something; somebody further on has a part; or it does not.
 */
export type Sign = 'handed' | 'charged' | 'subject' | 'part' | null;

export function orderSignOf({ tokens: t, depth }: Parsed, s: Stretch): Sign {
  let sign: Sign = null;
  let opens = true;
  for (let k = s.from; k < s.to; k++) {
    const token = t[k];
    if (!token || (depth[k] ?? 0) > 0) continue;
    if (!token.word) {
      opens ||= /^[,:;–-]$/.test(token.text);
      continue;
    }
    if (ORDERS.at(t, k) > 0 && !NOT_BEFORE_ORDER.has(t[k - 1]?.low ?? '') && handsOn(t, k, s.to)) return 'handed';
    if (isSomebody(t, k)) {
      const verb = taskBehind(t, depth, k, s.to);
      if (verb !== null && opens) {
        if (token.cap && PARTS.at(t, verb) > 0 && TITLES.at(t, k) === 0 && QUANTIFIERS.at(t, k) === 0) return 'charged';
        sign = 'subject';
      } else if (verb !== null && sign === null && PARTS.at(t, verb) > 0) sign = 'part';
    }
    opens = false;
  }
  return sign;
}

/**
 * Where one body's name begins that a clause tells something of its own, right at its beginning or by an order's verb;
 * null where it tells none, or only a sort of bodies.
 */
export function toldAt({ tokens: t, depth }: Parsed, s: Stretch): number | null {
  let at = s.from;
  while (at < s.to && !t[at]?.word) at++;
  const order = ORDERS.at(t, at);
  const name = at + order;
  if (!t[name]?.cap || !isSomebody(t, name) || TITLES.at(t, name) > 0 || TASKS.at(t, name) > 0) return null;
  const verb = taskBehind(t, depth, name, Math.min(s.to, name + NEAR));
  return order > 0 || verb !== null ? name : null;
}

const NEAR = 16;

function handsOn(t: readonly Token[], at: number, to: number): boolean {
  const from = at + ORDERS.at(t, at);
  for (let k = from; k < to && k < from + BETWEEN_ORDER_AND_NAME; k++) if (isSomebody(t, k)) return true;
  return false;
}

/** Does the name of a body, an official or a sort of bodies begin here, as far as its first noun tells? */
export function isSomebody(t: readonly Token[], i: number): boolean {
  const token = t[i];
  if (!token?.word) return false;
  const many = QUANTIFIERS.at(t, i);
  if (many > 0) return GENERICS.at(t, i + many) > 0;
  if (ACTORS.at(t, i) > 0) return true;
  if (!token.cap) return false;
  const head = HEADS.at(t, i);
  if (TITLES.at(t, i) > 0) return true;
  if (head > 1) return true;
  // "Tỉnh | tổ chức …": a body named before, in short.
  return head === 1 && (t[i + 1]?.cap === true || /^\p{Lu}{2,}/u.test(token.text) || TASKS.at(t, i + 1) > 0);
}

/** The task behind a name that begins at `i`, in the same breath; null where what follows is a report or nothing. */
function taskBehind(t: readonly Token[], depth: readonly number[], i: number, to: number): number | null {
  for (let k = i + 1; k < to && k < i + LONGEST_NAME; k++) {
    if ((depth[k] ?? 0) > 0) continue;
    const mark = t[k]?.text ?? '';
    if (mark === ';') return null;
    if (TASKS.at(t, k) === 0 || t[k]?.cap) continue;
    const before = t[k - 1]?.low ?? '';
    if (PAST.has(before)) return null;
    return k;
  }
  return null;
}

/** Grounds and times a task may follow without a mark ("Theo chức năng, nhiệm vụ | đôn đốc …"). */
const GROUNDS = new Phrases('theo|căn cứ|trên cơ sở|trong|đến|hằng|hàng|định kỳ|trước|đối với|riêng|ngoài');

/** Does a task begin this stretch ("Rà soát …", "Tiếp tục …"), or follow its ground? */
export function opensAsTask({ tokens: t, depth }: Parsed, s: Stretch): boolean {
  let at = s.from;
  while (at < s.to && !t[at]?.word) at++;
  if (TASKS.at(t, at) > 0 || PREDICATES.at(t, at) > NOT_ORDERS.at(t, at)) return true;
  if (GROUNDS.at(t, at) === 0) return false;
  for (let k = at + 1; k < s.to; k++)
    if ((depth[k] ?? 0) === 0 && TASKS.at(t, k) > 0) return !PAST.has(t[k - 1]?.low ?? '');
  return false;
}
