import { Phrases, type Token } from '../text/tokens.ts';
import { parseBody } from './body.ts';
import { bracketAt } from './brackets.ts';
import { FIELDS } from './fields.ts';
import { parseGroup } from './group.ts';
import { ACTORS, GENERICS, HEADS, HONORIFICS, PREDICATES, QUANTIFIERS, RANKS, STOPS, TITLES } from './lexicon.ts';

export type NameKind = 'body' | 'title' | 'group' | 'person' | 'code' | 'other';

/** A name found in tokens `[from, to)`; reading goes on at `next`. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly next: number;
  readonly kind: NameKind;
  /** Names one body and not a sort of bodies. */
  readonly specific: boolean;
  /** Head word said once for several bodies ("Bộ" of "các Bộ: Quốc phòng, Công an"); its own words begin at `own`. */
  readonly prefix?: string;
  readonly own?: number;
}

export interface NameOptions {
  /** Where a name is expected (after "phối hợp với", in a field): bare generic nouns and unknown capitals count. */
  readonly expected?: boolean;
  /** Names may be separated by ";" (headings and fields). */
  readonly semicolon?: boolean;
}

/** Whom a letter calls “quý”; of a quarter no body is. */
const COURTESY = new Phrases(
  'công ty|cơ quan|đơn vị|doanh nghiệp|sở|ban|ngân hàng|trường|bệnh viện|tổ chức|địa phương',
);
const CODE = /^\p{Lu}{1,4}\d{1,3}$/u;
const CAPITALS = /^\p{Lu}[\p{Lu}\d]+$/u;

/** The name of an agency, official or group that begins at token `i`, or null. */
export function nameAt(t: readonly Token[], i: number, options: NameOptions = {}): Found | null {
  const token = t[i];
  if (!token?.word) return null;
  // "Quý Công ty", "quý cơ quan": no part of the name.
  if (token.low === 'quý' && COURTESY.at(t, i + 1) > 0) return coreAt(t, i + 1, true, options);
  const honorific = HONORIFICS.at(t, i);
  const at = i + honorific;
  const person = personAt(t, at, honorific > 0);
  if (person) return { ...person, from: i };
  const core = coreAt(t, at, honorific > 0, options);
  return core ? withBracket(t, { ...core, from: i }) : null;
}

function coreAt(t: readonly Token[], i: number, honoured: boolean, options: NameOptions): Found | null {
  const token = t[i];
  if (!token) return null;
  // "1 | Cấp giấy phép …": the number of a row, and a verb.
  const counted = /^\d{1,3}$/.test(token.text) && t[i + 1]?.text !== 'Cấp';
  const quantifier = counted ? 1 : QUANTIFIERS.at(t, i);
  if (quantifier > 0) {
    const inner = i + quantifier;
    if (GENERICS.at(t, inner) === 0) return options.expected ? unknownSort(t, i, inner) : null;
    const to = parseGroup(t, inner, parseBody);
    return { from: i, to, next: to, kind: 'group', specific: false };
  }
  const title = titleAt(t, i);
  if (title > 0 && !isVerb(t, i, title) && (token.cap || honoured || followedByName(t, i + title))) {
    const to = moreOffices(t, i, titleEnd(t, i + title), honoured);
    return { from: i, to, next: to, kind: 'title', specific: GENERICS.at(t, i + title) === 0 && !isMany(t, i + title) };
  }
  if (GENERICS.at(t, i) > 0 && (honoured ? !isNamedBody(t, i) : listsSorts(t, i) || isActor(t, i))) {
    const to = parseGroup(t, i, parseBody);
    return { from: i, to, next: to, kind: 'group', specific: false };
  }
  const head = HEADS.at(t, i);
  if (isCheck(t, i, head)) return null;
  if (head > 0 && (token.cap || t[i + head]?.cap || (head > 1 && t[i + 1]?.cap) || isPlaced(t, i, head))) {
    const body = parseBody(t, i, head);
    if (body) return body;
  }
  if (saidInShort(t, i, head)) return { from: i, to: i + head, next: i + head, kind: 'body', specific: true };
  if (CODE.test(token.text)) return { from: i, to: i + 1, next: i + 1, kind: 'code', specific: true };
  if (!options.expected || organises(t, i)) return null;
  if (GENERICS.at(t, i) > 0) {
    const to = parseGroup(t, i, parseBody);
    return { from: i, to, next: to, kind: 'group', specific: false };
  }
  if (!token.cap) return null;
  let to = i + 1;
  while (t[to]?.cap && HEADS.at(t, to) === 0) to++;
  // "Quân đội", "Kiểm lâm": a word of two syllables, the first in capitals.
  if (to === i + 1 && !CAPITALS.test(token.text) && endsWord(t, to)) to++;
  return CAPITALS.test(token.text) || to > i ? { from: i, to, next: to, kind: 'other', specific: true } : null;
}

/** Bodies every place has one of, in small letters: "công an | tỉnh", "thanh tra | huyện". */
const IN_PLACES = new Phrases(
  'công an|thanh tra|bộ đội biên phòng|lực lượng quân sự|lực lượng công an|cảnh sát giao thông|cảnh sát biển|quân sự|thuế|cục thuế|chi cục thuế|kho bạc|điện lực|hội nông dân|hội phụ nữ|hội liên hiệp phụ nữ|hội cựu chiến binh|bảo hiểm xã hội|viện kiểm sát|tòa án|tòa án nhân dân|viện kiểm sát nhân dân|ban chỉ huy quân sự|hạt kiểm lâm|chi cục kiểm lâm',
);
const PLACE_WORDS = new Set(['tỉnh', 'huyện', 'quận', 'xã', 'phường', 'tp']);

function isPlaced(t: readonly Token[], i: number, head: number): boolean {
  if (IN_PLACES.at(t, i) !== head) return false;
  const place = t[i + head];
  return PLACE_WORDS.has(place?.low ?? '') || (place?.low === 'thành' && t[i + head + 1]?.low === 'phố');
}

const MOST_OF_SORT = 5;

/** "các | mỏ vật liệu": where bodies are expected, a sort no list holds, up to the verb or mark behind it. */
function unknownSort(t: readonly Token[], i: number, inner: number): Found | null {
  let to = inner;
  while (to < inner + MOST_OF_SORT && isPlain(t, to)) to++;
  const ends = !t[to]?.word || PREDICATES.at(t, to) > 0 || STOPS.at(t, to) > 0 || t[to]?.low === 'và';
  return to > inner && ends ? { from: i, to, next: to, kind: 'group', specific: false } : null;
}

function isPlain(t: readonly Token[], i: number): boolean {
  const token = t[i];
  if (!token?.word || token.cap || /\d/.test(token.text) || token.low === 'và') return false;
  return PREDICATES.at(t, i) === 0 && STOPS.at(t, i) === 0 && !THINGS.has(token.low);
}

/** What one may cooperate with and that is nobody: "các | nội dung, giải pháp, quy định". */
const THINGS = new Set(['nội', 'giải', 'quy', 'nhiệm', 'biện', 'hoạt', 'chính', 'văn', 'kế', 'chương', 'hình', 'vấn']);

/** "…, tổ chức | phân luồng": a verb where another follows; "báo cáo" is no newspaper. */
function organises(t: readonly Token[], i: number): boolean {
  if (t[i]?.low === 'báo' && t[i + 1]?.low === 'cáo') return true;
  return t[i]?.low === 'tổ' && t[i + 1]?.low === 'chức' && !t[i]?.cap && PREDICATES.at(t, i + 2) > 0;
}

/** Heads by which a body named before is meant again: "Trung tâm | chủ động …", "Tỉnh | tập trung …". */
const SHORT = new Phrases('trung tâm|công ty|tổng công ty|tập đoàn|chi cục|cục|sở|bệnh viện|tỉnh|thành phố|xã|phường');
/** Verbs no name goes on with. */
const SURELY_VERBS = new Phrases(
  'chủ động|chủ trì|phối hợp|khẩn trương|tập trung|tiếp tục|tăng cường|rà soát|báo cáo|tổ chức thực hiện|có trách nhiệm|cần|phải|căn cứ|hoàn thành|triển khai|chuẩn bị|bổ sung|bố trí|hoàn thiện|nghiêm túc|nghiêm chỉnh|khắc phục|kịp thời|thường xuyên|liên hệ|cử|gửi|nộp|đề xuất|tổng hợp',
);

function saidInShort(t: readonly Token[], i: number, head: number): boolean {
  return head > 0 && t[i]?.cap === true && SHORT.at(t, i) === head && SURELY_VERBS.at(t, i + head) > 0;
}

/** Tokens of the title at `i`: of "Trưởng | Ban Quản lý …" one, the body's name begins with the second. */
function titleAt(t: readonly Token[], i: number): number {
  const title = TITLES.at(t, i);
  const last = t[i + title - 1];
  return title > 1 && last?.cap && last.low === 'ban' && HEADS.at(t, i + title - 1) > 1 ? title - 1 : title;
}

/** "Giám đốc | Sở Y tế", "Trưởng | Ban Quản lý …": one body, though its head noun may name a sort too. */
function isNamedBody(t: readonly Token[], i: number): boolean {
  const head = HEADS.at(t, i);
  return t[i]?.cap === true && (head > 1 || (head === 1 && (t[i + 1]?.cap === true || FIELDS.at(t, i + 1) > 1)));
}

function endsWord(t: readonly Token[], i: number): boolean {
  const token = t[i];
  if (!token?.word || token.cap || /\d/.test(token.text) || token.low === 'và') return false;
  return STOPS.at(t, i) === 0 && PREDICATES.at(t, i) === 0;
}

/** "Bộ, ngành", "sở ngành", "Sở, ban": generic nouns listed under one head. */
function listsSorts(t: readonly Token[], i: number): boolean {
  const n = GENERICS.at(t, i);
  if (
    ['thành', 'lãnh'].includes(t[i]?.low ?? '') &&
    ['viên', 'đạo'].includes(t[i + 1]?.low ?? '') &&
    (t[i + n]?.cap || t[i + n]?.low === 'thuộc')
  )
    return true;
  const after = t[i + n];
  if (after?.text === ',' || after?.text === '-') return GENERICS.at(t, i + n + 1) > 0 && !t[i + n + 1]?.cap;
  return !t[i]?.cap ? false : ['ngành', 'liên', 'có'].includes(after?.low ?? '') && after?.cap === false;
}

/** "Lãnh đạo, chỉ đạo …", "Lãnh đạo thực hiện …" */
function isVerb(t: readonly Token[], i: number, length: number): boolean {
  if (t[i]?.low !== 'lãnh') return false;
  const next = i + length;
  return (t[next]?.text === ',' && PREDICATES.at(t, next + 1) > 0) || PREDICATES.at(t, next) > 0;
}

/** "Chủ đầu tư …", "cơ quan liên quan": nouns that name who acts without a quantifier. */
function isActor(t: readonly Token[], i: number): boolean {
  // "Viện Nghiên cứu phát triển Thành phố" is a name, "viện nghiên cứu" a sort.
  if (ACTORS.at(t, i) > 0) return !(t[i]?.cap && t[i + 1]?.cap);
  const n = GENERICS.at(t, i);
  return ['liên quan', 'có liên', 'chức năng', 'địa phương'].includes(`${t[i + n]?.low} ${t[i + n + 1]?.low}`);
}

const CHECKED = new Set(['việc', 'các', 'công', 'hoạt', 'toàn', 'đột', 'trách']);

/** "Thanh tra, kiểm tra …", "Kiểm toán việc …": a verb, though an agency is called so too. */
function isCheck(t: readonly Token[], i: number, head: number): boolean {
  if (head === 0 || PREDICATES.at(t, i) !== head) return false;
  const next = t[i + head];
  if (next?.text === ',') return !t[i + head + 1]?.cap && PREDICATES.at(t, i + head + 1) > 0;
  return next?.cap === false && CHECKED.has(next.low);
}

function isMany(t: readonly Token[], i: number): boolean {
  return (
    QUANTIFIERS.at(t, i) > 0 ||
    (['ubnd', 'ủy'].includes(t[i]?.low ?? '') && (t[i + 1]?.low === 'các' || t[i + 4]?.low === 'các'))
  );
}

const MEMBER = new Set(['ủy', 'uỷ', 'bí', 'phó']);

/** "Đồng chí Ủy viên Ban Thường vụ Tỉnh ủy, | Phó Chủ tịch UBND tỉnh": what one person is in the Party, then in office. */
function moreOffices(t: readonly Token[], i: number, to: number, honoured: boolean): number {
  if (
    !honoured ||
    t[to]?.text !== ',' ||
    !MEMBER.has(t[i]?.low ?? '') ||
    (t[i]?.low === 'phó' && t[i + 1]?.low !== 'bí')
  )
    return to;
  const title = titleAt(t, to + 1);
  return title > 0 && t[to + 1]?.cap ? titleEnd(t, to + 1 + title) : to;
}

function followedByName(t: readonly Token[], i: number): boolean {
  return QUANTIFIERS.at(t, i) > 0 || (t[i]?.cap === true && HEADS.at(t, i) > 0) || GENERICS.at(t, i) > 0;
}

/** What a title governs: "Chủ tịch | Ủy ban nhân dân các huyện", "Thủ trưởng | các sở, ngành". */
function titleEnd(t: readonly Token[], i: number): number {
  let at = i;
  while (t[at]?.low === 'thường' && t[at + 1]?.low === 'trực') at += 2;
  const inner = coreAt(t, at, true, {});
  if (inner && inner.from === at) {
    // "Thứ trưởng Bộ Y tế | phụ trách lĩnh vực"
    // "Bí thư tỉnh ủy, thành ủy"
    if (t[inner.to]?.text === ',' && t[inner.to + 2]?.low === 'ủy' && !t[inner.to + 1]?.cap) return inner.to + 3;
    if (t[inner.to]?.low !== 'phụ' || t[inner.to + 1]?.low !== 'trách') return inner.to;
    return inner.to + (t[inner.to + 2]?.low === 'lĩnh' ? 4 : 2);
  }
  if (CODE.test(t[at]?.text ?? '')) return at + 1;
  // "Trưởng phòng | Kinh tế", "Trưởng trạm | Y tế xã": the title ends with the noun of what it heads.
  const own = HEADED.has(t[at - 1]?.low ?? '') && t[at]?.cap ? parseBody(t, at - 1, 1) : null;
  if (own) return own.to;
  // "Bộ trưởng | Nội vụ": the field alone says of what.
  const field = ['trưởng', 'đốc'].includes(t[at - 1]?.low ?? '') && t[at]?.cap ? FIELDS.at(t, at) : 0;
  if (field > 1) return at + field;
  // A bare title may carry its holder's name.
  while (t[at]?.cap && HEADS.at(t, at) === 0 && TITLES.at(t, at) === 0) at++;
  return at;
}

const HEADED = new Set(['phòng', 'trạm', 'khoa', 'đội']);

function personAt(t: readonly Token[], i: number, honoured: boolean): Found | null {
  const rank = RANKS.at(t, i);
  if (rank === 0 && !honoured) return null;
  if (rank === 0 && (TITLES.at(t, i) > 0 || HEADS.at(t, i) > 0)) return null;
  let to = i + rank;
  while (t[to]?.cap && TITLES.at(t, to) === 0) to++;
  if (to - i - rank < 2) return null;
  if ([',', '-', '–'].includes(t[to]?.text ?? '') && t[to + 1]?.cap && TITLES.at(t, to + 1) > 0) {
    to = titleEnd(t, to + 1 + TITLES.at(t, to + 1));
    if (t[to]?.low === 'thường' && t[to + 1]?.low === 'trực') to = titleEnd(t, to);
  }
  return { from: i, to, next: to, kind: 'person', specific: true };
}

/** "(ACV)" belongs to the name; "(tiếp nhận …)" is stepped over. */
function withBracket(t: readonly Token[], name: Found): Found {
  const bracket = bracketAt(t, name.to);
  if (!bracket) return name;
  const one = bracket.to - bracket.from === 3;
  const inner = t[bracket.from + 1];
  if (one && inner && CAPITALS.test(inner.text)) return { ...name, to: bracket.to, next: bracket.to };
  if (name.kind === 'code' && inner?.cap) return { ...name, to: bracket.to, next: bracket.to };
  return { ...name, next: bracket.to };
}
