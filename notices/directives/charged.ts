import {
  ADVERBIALS,
  BODY_MODIFIERS,
  FIELD_WORDS,
  GENERICS,
  HEADS,
  HONORIFICS,
  LEAD_INS,
  MODIFIERS,
  NOT_ORDERS,
  ORDERS,
  PREDICATES,
  QUANTIFIERS,
  TITLES,
} from '../agencies/lexicon.ts';
import { type FoundList, namesAt } from '../agencies/lists.ts';
import type { Found } from '../agencies/names.ts';
import { Phrases, type Token } from '../text/tokens.ts';

/* Who is told by words that say it of nobody else, where no name's own grammar tells where it ends. */

/** What somebody has or does who leads; it stands right behind the name. */
const CHARGES = new Phrases('chủ trì|có trách nhiệm|chịu trách nhiệm|làm đầu mối');
/** "cơ quan chủ trì", "việc chủ trì", "được giao chủ trì": no subject before it. */
const NO_SUBJECT = new Set([
  'quan',
  'vị',
  'việc',
  'giao',
  'và',
  'do',
  'để',
  'được',
  'sở',
  'bộ',
  'đã',
  'hoặc',
  'vai',
  'khi',
]);
const LONGEST = 26;

/**
 * "Cơ quan chuyên môn về văn hóa, thể thao thuộc UBND cấp tỉnh | có trách nhiệm …": a body told by its work, up to the
 * words that charge it; null where a verb, a ground or another name may stand between.
 */
export function chargedSubject(t: readonly Token[], at: number, to: number): readonly Found[] | null {
  const begins = HEADS.at(t, at) > 0 || GENERICS.at(t, at) > 0;
  if (!begins || !t[at]?.cap || ADVERBIALS.at(t, at) > 0 || ORDERS.at(t, at) > 0) return null;
  const names: Found[] = [];
  let from = at;
  for (let k = at + 1; k < to && k < at + LONGEST; k++) {
    const token = t[k];
    if (!token || /^[;:.("“]$/.test(token.text)) return null;
    if (CHARGES.at(t, k) > 0 && !token.cap) {
      if (k < from + 2 || NO_SUBJECT.has(t[k - 1]?.low ?? '') || t[k - 1]?.text === ',') return null;
      return [...names, named(from, k)];
    }
    if (token.text === ',') {
      if (t[k + 1]?.cap && HEADS.at(t, k + 1) > 0) {
        names.push(named(from, k));
        from = k + 1;
      } else if (!goesOn(t, k + 1)) return null;
    } else if (!token.cap && (NOT_ORDERS.at(t, k) > 0 || STARTS.at(t, k) > 0 || LEAD_INS.at(t, k) > 0)) return null;
  }
  return null;
}

/** Verbs and adverbs that begin what somebody does, and stand in no name. */
const STARTS = new Phrases(
  'khẩn trương|tăng cường|tiếp tục|phối hợp|rà soát|báo cáo|tham mưu|triển khai|chủ động|tập trung|đề xuất|hoàn thành|gửi|trình|căn cứ|nghiêm túc|phải|cần|khi|nếu|để|nhằm|trong trường hợp',
);

function goesOn(t: readonly Token[], k: number): boolean {
  return (
    !t[k]?.cap &&
    (FIELD_WORDS.at(t, k) > 0 || GENERICS.at(t, k) > 0 || MODIFIERS.at(t, k) > 0 || BODY_MODIFIERS.at(t, k) > 0)
  );
}

function named(from: number, to: number): Found {
  return { from, to, next: to, kind: 'group', specific: false };
}

/** "Giao | tổ công tác | chủ trì …", "Yêu cầu | Hà Nội | chủ trì …": any name there, where what it is to do says who leads. */
export function namesCharged(t: readonly Token[], at: number): FoundList | null {
  const list = namesAt(t, at, { expected: true });
  return list && CHARGES.at(t, list.next) > 0 ? list : null;
}

/** "Chỉ đạo Sở A chủ trì …": in a paper that names nobody above, who is directed is who acts. */
export function directed(t: readonly Token[], from: number, to: number): readonly Found[] {
  let at = from;
  while (at < to && !t[at]?.word) at++;
  if (t[at]?.low !== 'chỉ' || t[at + 1]?.low !== 'đạo') return [];
  const charged = namesCharged(t, at + 2);
  if (charged && charged.next < to) return charged.names;
  const list = namesAt(t, at + 2);
  if (!list || list.next >= to || !list.names.every((n) => n.specific)) return [];
  return PREDICATES.at(t, list.next) > 0 || t[list.next]?.text === ',' ? list.names : [];
}

/** "Bộ A (cũng) được giao | chủ trì …": where the task handed to it begins; 0 where none does. */
export function givenTo(t: readonly Token[], at: number): number {
  const verb = t[at]?.low === 'cũng' ? at + 1 : at;
  const order = t[verb]?.low === 'được' ? ORDERS.at(t, verb + 1) : 0;
  const task = verb + 1 + order;
  return order > 0 && CHARGES.at(t, task) > 0 ? task : 0;
}

const MOST_OF_OFFICES = 26;

/** "Đồng chí Trưởng ban Xây dựng Đảng - Trưởng Tiểu ban: phụ trách chung …": one person by all offices held; the task begins at `next`. */
export function officesHeld(t: readonly Token[], at: number, to: number): Found | null {
  const honorific = HONORIFICS.at(t, at);
  if (honorific === 0 || QUANTIFIERS.at(t, at) > 0 || TITLES.at(t, at + honorific) === 0) return null;
  for (let k = at + honorific; k < to - 2 && k < at + MOST_OF_OFFICES; k++) {
    const mark = t[k]?.text ?? '';
    if (/^[;.(]$/.test(mark)) return null;
    if (mark !== ':') continue;
    // "Đồng chí Chủ tịch UBND các tỉnh: A, B" lists places.
    const task = PREDICATES.at(t, k + 1) > NOT_ORDERS.at(t, k + 1) || LEAD_INS.at(t, k + 1) > 0;
    if (!task && t[k + 1]?.low !== 'phụ') return null;
    return { from: at + honorific, to: k, next: k + 1, kind: 'person', specific: true };
  }
  return null;
}

/** "Việc quản lý … do Sở A chủ trì (thực hiện)": who does it stands behind "do". */
export function doneBy(t: readonly Token[], depth: readonly number[], at: number, to: number): FoundList | null {
  for (let k = at + 1; k < to; k++) {
    if (t[k]?.low !== 'do' || (depth[k] ?? 0) > 0) continue;
    const list = namesAt(t, k + 1);
    if (list && t[list.next]?.low === 'chủ' && t[list.next + 1]?.low === 'trì') return list;
  }
  return null;
}
