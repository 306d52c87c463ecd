import { Phrases, type Token } from '../text/tokens.ts';
import type { parseBody } from './body.ts';
import { FIELDS } from './fields.ts';
import {
  ACTORS,
  FIELD_WORDS,
  GENERICS,
  HEADS,
  KNOWN,
  LEAD_INS,
  MODIFIERS,
  OPENING_VERBS,
  PEOPLE,
  PREDICATES,
  QUANTIFIERS,
  STOPS,
  TITLES,
} from './lexicon.ts';

/** Unknown lower-case words a group may carry ("các doanh nghiệp công nghệ thông tin"). */
const MOST_UNKNOWN = 5;

/**
 * The end of a group whose first generic noun stands at `i`: "sở, ban, ngành tỉnh", "huyện Hiệp Hòa, Sơn Động",
 * "cơ quan, đơn vị có liên quan". Generic nouns that follow without a quantifier of their own share its head.
 */
export function parseGroup(t: readonly Token[], i: number, bodyAt: typeof parseBody): number {
  // "các Trung tâm Phục vụ hành chính công": a sort that is known whole.
  let at = sortEnd(t, i);
  let places = false;
  let unknown = 0;
  // "ngành Y tế | sơ cấp cứu …": behind a name in capitals only the rest of its word is the name's.
  let sinceName = 0;
  // "công chức | các bộ, ngành": after a second quantifier other sorts may follow.
  let sort = i;
  let closed = false;
  for (;;) {
    const token = t[at];
    if (!token) return at;
    const step = nextPart(t, at, places, sort, bodyAt);
    if (step > 0) {
      if (token.low === 'các') sort = at + 1;
      if (token.cap || token.text === ':') places = true;
      // "các sở | phụ trách | tiêu chí": what they are in charge of belongs to the name.
      closed = MODIFIERS.at(t, at) > 0 && !token.cap && !(token.low === 'phụ' && step === 2);
      sinceName = token.cap ? 1 : 0;
      at += step;
      continue;
    }
    if (/^\d{1,2}$/.test(token.text) && ['quận', 'phường'].includes(t[at - 1]?.low ?? '')) {
      at++;
      continue;
    }
    if (!token.word || token.cap || closed || unknown >= MOST_UNKNOWN) return at;
    if (
      PREDICATES.at(t, at) > 0 ||
      STOPS.at(t, at) > 0 ||
      LEAD_INS.at(t, at) > 0 ||
      QUANTIFIERS.at(t, at) > 0 ||
      token.low === 'và'
    )
      return at;
    // "các tổ dân phố | phát 2.000 tờ rơi": before a number of things stands a verb, known or not.
    if (/\d/.test(token.text)) return unknown > 0 && counts(t, at) ? at - 1 : at;
    // "chủ đầu tư dự án Khu | đô thị mới Nam Sông": the rest of what a name in capitals begins.
    const rest = sinceName === 1 ? FIELD_WORDS.at(t, at) : 0;
    if (rest > 1) {
      at += rest;
      continue;
    }
    if (sinceName > 1 && FIELD_WORDS.at(t, at) === 0) return at;
    if (sinceName > 0) sinceName++;
    unknown++;
    at++;
  }
}

/** The end of the sort at `i`; "các cơ quan | kiểm tra, chấn chỉnh việc …": its second half is the task where another verb goes on with it. */
function sortEnd(t: readonly Token[], i: number): number {
  const sort = GENERICS.at(t, i);
  const to = i + Math.max(sort, KNOWN.at(t, i), ACTORS.at(t, i));
  const joint = t[to]?.text === ',' || t[to]?.low === 'và';
  const more = joint ? PREDICATES.at(t, to + 1) : 0;
  const doubtful = sort === 4 && to === i + 4 && PREDICATES.at(t, i + 2) === 2 && PREDICATES.at(t, to + 1 + more) === 0;
  return doubtful && more > 0 && GENERICS.at(t, to + 1) === 0 ? i + 2 : to;
}

/** "2.000 tờ rơi", "15 hộ"; not "khu vực 2". */
function counts(t: readonly Token[], at: number): boolean {
  let to = at + 1;
  while (t[to]?.text === '.' && /^\d+$/.test(t[to + 1]?.text ?? '')) to += 2;
  return (to > at + 1 || (t[at]?.text.length ?? 0) > 1) && t[to]?.word === true && t[to]?.cap === false;
}

/** Tokens of the part of a group that stands at `at`, 0 where the group ends. */
function nextPart(t: readonly Token[], at: number, places: boolean, from: number, bodyAt: typeof parseBody): number {
  const token = t[at];
  const next = t[at + 1];
  if (!token) return 0;
  const modifier = MODIFIERS.at(t, at);
  if (modifier > 0) return modifier;
  if (token.cap) {
    if (TITLES.at(t, at) > 0) return 0;
    // "các Sở | Giáo dục và Đào tạo"
    const field = FIELDS.at(t, at);
    if (field > 1) return field;
    // "… các tỉnh, thành phố | Khẩn trương rà soát" (a cell, a line without a colon)
    if (OPENING_VERBS.at(t, at) > 0 && !next?.cap) return 0;
    const head = HEADS.at(t, at);
    const body = head > 0 ? bodyAt(t, at, head) : null;
    return body ? body.to - at : 1;
  }
  // "các cơ quan tham mưu chủ động …": the sort of office, not what it does.
  if (token.low === 'tham' && t[at - 1]?.low === 'quan' && t[at - 2]?.low === 'cơ' && PREDICATES.at(t, at + 2) > 0)
    return 2;
  if (token.low === 'các' && GENERICS.at(t, at + 1) > 0) return 1 + GENERICS.at(t, at + 1);
  const generic = GENERICS.at(t, at);
  // "cơ quan trung ương của | tổ chức chính trị - xã hội": behind "của" a sort, though it begins as a verb.
  const verb = PREDICATES.at(t, at);
  if (generic > 0 && (verb === 0 || (t[at - 1]?.low === 'của' && generic > verb))) return generic;
  if (['thuộc', 'của'].includes(token.low) && next?.word && (next.cap || belongs(t, at + 1))) return 1;
  if (token.text === ',' && !next?.cap && qualifies(t, at)) return 2;
  const work = (token.text === ',' || token.low === 'và') && WORKS.has(`${t[at - 2]?.low} ${t[at - 1]?.low}`);
  if (work && WORKS.has(`${next?.low} ${t[at + 2]?.low}`)) return 3;
  if (token.text === ',' || token.low === 'và' || token.text === '/') {
    // "nhà thầu thi công, tư vấn giám sát": who acts, by the whole of the word.
    const sort = isOwnName(t, at + 1) ? 0 : Math.max(GENERICS.at(t, at + 1), ACTORS.at(t, at + 1));
    // "tổ chức" after a comma is a sort of body unless it governs a verb ("tổ chức thực hiện").
    if (isOtherKind(t, from, at + 1)) return 0;
    if (sort > 0 && !next?.cap && !governsVerb(t, at + 1, sort) && sameSort(t, from, at + 1)) return 1 + sort;
    if (sort > 0 && next?.cap && token.text === '/') return 1 + sort;
    if (isShortForCities(t, at)) return 2;
    // "các trường mầm non, tiểu học | , THCS"
    if (/^(?:TH|THCS|THPT|TH&THCS)$/u.test(next?.text ?? '')) return 2;
    return places && next?.cap && HEADS.at(t, at + 1) === 0 && TITLES.at(t, at + 1) === 0 ? 2 : 0;
  }
  // "các Sở: Nội vụ, Tài chính"
  if (
    token.text === ':' &&
    at > 0 &&
    (GENERICS.at(t, at - 1) === 1 || GENERICS.at(t, at - 2) === 2) &&
    next?.cap &&
    HEADS.at(t, at + 1) === 0 &&
    listsNames(t, at + 1)
  )
    return 2;
  if ((token.text === '-' || token.text === '–') && next?.word && !next.cap) return 2;
  return 0;
}

/** "UBND các tỉnh | , thành | rà soát": towns, where "thành" begins no other word. */
function isShortForCities(t: readonly Token[], at: number): boolean {
  if (t[at - 1]?.low !== 'tỉnh' || t[at + 1]?.low !== 'thành' || t[at + 1]?.cap) return false;
  const after = t[at + 2];
  return !after?.word || after.cap || PREDICATES.at(t, at + 2) > 0 || STOPS.at(t, at + 2) > 0 || after.low === 'trong';
}

/** "các đơn vị sản xuất | , kinh doanh, | sử dụng hóa chất": what bodies of a sort do, one beside the other. */
const WORKS = new Set([
  'sản xuất',
  'kinh doanh',
  'chế biến',
  'bảo quản',
  'sử dụng',
  'vận chuyển',
  'tồn trữ',
  'xuất khẩu',
  'nhập khẩu',
  'phân phối',
  'buôn bán',
  'nuôi trồng',
  'giết mổ',
]);

const OWN_HEADS = new Set(['bộ', 'sở', 'cục', 'phòng', 'hội', 'công', 'chi', 'tổng']);

/** "các ngành, | sở Xây dựng", "công an tỉnh, | sở Nội vụ": a name of its own, its head in small letters; "báo cáo" is no newspaper. */
export function isOwnName(t: readonly Token[], at: number): boolean {
  if (t[at]?.low === 'báo' && t[at + 1]?.low === 'cáo') return true;
  const head = OWN_HEADS.has(t[at]?.low ?? '') ? HEADS.at(t, at) : 0;
  const next = t[at + head];
  if (head > 1 && t[at + 1]?.cap) return true;
  return head > 0 && next?.cap === true && next.low !== 'trung' && HEADS.at(t, at + head) !== 1;
}

/** "các chủ hồ thủy điện | , thủy lợi vận hành": a second qualifier, then the predicate. */
function qualifies(t: readonly Token[], at: number): boolean {
  const plain = (i: number): boolean =>
    t[i]?.word === true &&
    t[i]?.cap === false &&
    STOPS.at(t, i) === 0 &&
    LEAD_INS.at(t, i) === 0 &&
    GENERICS.at(t, i) === 0;
  if (!plain(at - 1) || MODIFIERS.at(t, at - 1) > 0 || !plain(at + 1) || PREDICATES.at(t, at + 1) > 0) return false;
  if (PREDICATES.at(t, at + 2) > 0) return true;
  return plain(at + 2) && PREDICATES.at(t, at + 3) > 0;
}

function belongs(t: readonly Token[], i: number): boolean {
  return QUANTIFIERS.at(t, i) > 0 || GENERICS.at(t, i) > 0 || MODIFIERS.at(t, i) > 0;
}

const OTHER_KINDS = new Phrases('lực lượng|chính quyền|cơ quan công an');

/** "các tổ chức phát hành thẻ | , cơ quan công an | , lực lượng an ninh": beside a sort told by its field another is a name of its own. */
function isOtherKind(t: readonly Token[], from: number, at: number): boolean {
  return OTHER_KINDS.at(t, at) > 0 && (GENERICS.at(t, from) > 2 || t[from]?.low === 'lực');
}

function governsVerb(t: readonly Token[], i: number, length: number): boolean {
  return t[i]?.low === 'tổ' && length === 2 && PREDICATES.at(t, i + length) > 0;
}

/** Bodies go with bodies and people with people: "các bộ, ngành | , thành viên Tổ công tác" are two names. */
function sameSort(t: readonly Token[], from: number, at: number): boolean {
  return isPeople(t, from) === isPeople(t, at);
}

function isPeople(t: readonly Token[], at: number): boolean {
  const low = t[at]?.low ?? '';
  if (low === 'công') return t[at + 1]?.low === 'chức';
  if (low === 'chủ') return t[at + 1]?.low === 'tịch';
  return PEOPLE.has(low) && low !== 'bộ' && !(low === 'thành' && t[at + 1]?.low === 'phố');
}

/** Is this a list of capitalised names, not the beginning of a sentence? */
function listsNames(t: readonly Token[], i: number): boolean {
  for (let k = i; k < i + 8; k++) {
    if (t[k]?.text === ',') return t[k + 1]?.cap === true;
    if (t[k] && PREDICATES.at(t, k) > 0 && !t[k]?.cap) return false;
  }
  return false;
}
