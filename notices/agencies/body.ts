import { Phrases, type Token } from '../text/tokens.ts';
import { behindAnd, behindMark, whoseBody } from './body-joints.ts';
import { LOOSE_HEADS, NAME_VERBS, PLACED_HEADS, STRICT_HEADS } from './body-words.ts';
import { FIELDS, isFieldCode } from './fields.ts';
import { isOwnName, parseGroup } from './group.ts';
import {
  BODY_MODIFIERS,
  FIELD_WORDS,
  GENERICS,
  HEADS,
  KNOWN,
  LEAD_INS,
  OPENING_VERBS,
  PREDICATES,
  QUANTIFIERS,
  STOPS,
  TITLES,
} from './lexicon.ts';
import { ABBREVIATION, placeBefore, properBefore } from './name-ends.ts';
import type { Found } from './names.ts';

const MOST_LOWER = 12;

/** The proper name of a body whose head noun takes tokens `[i, i + head)`; null where nothing names it. */
export function parseBody(t: readonly Token[], i: number, head: number): Found | null {
  let at = i + head;
  const fields = head === 1 && ['bộ', 'sở'].includes(t[i]?.low ?? '') && (t[at]?.cap || smallField(t, i, at));
  const field = fields ? fieldEnd(t, at) : 0;
  at += field;
  // "Tổ chức …", "Báo cáo …", "Ban hành …" are verbs: a head of one syllable needs a capital or a place after it.
  if (
    head === 1 &&
    field === 0 &&
    !/^\p{Lu}{2,}/u.test(t[i]?.text ?? '') &&
    !t[at]?.cap &&
    !(t[at]?.low === 'và' && t[at + 1]?.cap) &&
    !placedAt(t, i, at) &&
    sortsAt(t, at, i) === 0
  )
    return null;
  let lower = 0;
  let named = head > 1 || field > 0 || /^\p{Lu}{2,}$/u.test(t[i]?.text ?? '');
  let group = false;
  // "công" stands for "công an" here; a company's name may run on with any word, a known one with none but its place.
  const runsOn = t[i]?.low === 'công' && t[i + 1]?.low !== 'an' ? 'ty' : (t[i]?.low ?? '');
  const first = KNOWN.at(t, i) === head ? 'sở' : runsOn;
  for (;;) {
    const token = t[at];
    if (!token) break;
    const sorts = sortsAt(t, at, i);
    if (sorts > 0) {
      at += sorts;
      group = named = true;
      lower = 0;
      continue;
    }
    const step = partAt(t, at, first, lower);
    if (step === 0) break;
    lower = token.cap ? 0 : lower + step;
    if (token.word) named = true;
    at += step;
  }
  if (!named) return null;
  at += whoseBody(t, at, t[i]?.low ?? '', parseBody);
  const bare = at === i + head && !isNameAlone(t, i, head);
  return bare ? null : { from: i, to: at, next: at, kind: 'body', specific: !group };
}

/** "Thuế | tỉnh", "Thanh tra | tỉnh": a field with its place is a name. */
function placedAt(t: readonly Token[], i: number, at: number): boolean {
  return t[i]?.cap === true && BODY_MODIFIERS.at(t, at) > 0 && PLACED_HEADS.has(t[i]?.low ?? '');
}

/** "Bộ | tài chính": a field in small letters, where it begins no task ("Bộ | xây dựng kế hoạch"). */
function smallField(t: readonly Token[], i: number, at: number): boolean {
  return t[i]?.cap === true && FIELDS.at(t, at) > 1 && PREDICATES.at(t, at) === 0;
}

/** Tokens of a field known by name ("Nông nghiệp và Môi trường"). */
function fieldEnd(t: readonly Token[], at: number): number {
  return isFieldCode(t[at]?.text ?? '') ? 1 : FIELDS.at(t, at);
}

/** Heads that name one body by themselves ("UBND", "Văn phòng", "Ban Chỉ đạo"); "Cơ quan", "Trung tâm" do not. */
function isNameAlone(t: readonly Token[], i: number, head: number): boolean {
  if (head === 1) return /^\p{Lu}{2,}$/u.test(t[i]?.text ?? '');
  if (head >= 3) return true;
  return (
    [
      'văn',
      'ban',
      'chính',
      'quốc',
      'tổ',
      'ủy',
      'mặt',
      'hội',
      'thanh',
      'tỉnh',
      'thành',
      'huyện',
      'đảng',
      'công',
      'viện',
      'kho',
    ].includes(t[i]?.low ?? '') &&
    t[i + 1]?.low !== 'ty' &&
    t[i + 1]?.low !== 'phố'
  );
}

/** "UBND | các huyện, thị xã", "UBND | xã, phường", "Ủy ban nhân dân | cấp tỉnh". */
function sortsAt(t: readonly Token[], at: number, from: number): number {
  const token = t[at];
  if (!token || at === from) return 0;
  if (token.low === 'các' || token.low === 'từng' || token.low === 'mỗi')
    return GENERICS.at(t, at + 1) > 0 ? parseGroup(t, at + 1, parseBody) - at : 0;
  const sort = GENERICS.at(t, at);
  if (
    sort > 0 &&
    !token.cap &&
    t[at + sort]?.text === ',' &&
    GENERICS.at(t, at + sort + 1) > 0 &&
    !t[at + sort + 1]?.cap &&
    !isOwnName(t, at + sort + 1)
  )
    return parseGroup(t, at, parseBody) - at;
  return 0;
}

function partAt(t: readonly Token[], at: number, first: string, lower: number): number {
  const token = t[at];
  const next = t[at + 1];
  if (!token) return 0;
  if (!token.word) return behindMark(t, at, first);
  if (token.cap) {
    // "Sở Xây dựng | Theo dõi, đôn đốc …" (a cell, a line without a colon)
    if (lower >= 0 && isNamed(t, at) && OPENING_VERBS.at(t, at) > 0 && !t[at + 1]?.cap && !isHalfAPlace(t, at))
      return 0;
    // "Chánh Văn phòng | Ban chỉ đạo phòng thủ dân sự quốc gia", "Đảng ủy | Bộ Tư pháp": a body inside the name, with a name of its own.
    const inner = HEADS.at(t, at);
    const ofParty = t[at - 1]?.low === 'ủy' && t[at - 2]?.low === 'đảng';
    if ((ofParty || (inner > 1 && ['ban', 'tổ', 'hội'].includes(token.low))) && inner > 0 && t[at - 1]?.word) {
      const body = parseBody(t, at, inner);
      if (body) return body.to - at;
    }
    // "Chi cục Thủy lợi Giám đốc …": a title begins another name.
    return TITLES.at(t, at) > 0 && lower >= 0 && t[at - 1]?.low !== 'ban' ? 0 : 1;
  }
  // "Chi bộ Trạm Y tế | lãnh đạo …": a verb behind the name of a Party body, part of none.
  if (token.low === 'lãnh' && next?.low === 'đạo') return 0;
  // "Cơ quan Thường trực | ban Chỉ đạo 389": the same, its head in small letters.
  const within = next?.cap && (t[at - 1]?.cap || t[at - 1]?.low === 'trực');
  const inner = within && ['ban', 'tổ'].includes(token.low) ? HEADS.at(t, at) : 0;
  const body = inner > 1 ? parseBody(t, at, inner) : null;
  if (body) return body.to - at;
  const field = FIELD_WORDS.at(t, at);
  // "Ban Tổ chức Trung ương | đầu tư …": behind its place a word that is a verb too is one.
  const ends = placeBefore(t, at) || properBefore(t, at) || ['ương', 'đoàn'].includes(t[at - 1]?.low ?? '');
  const runsOn = lower > 0 && PREDICATES.at(t, at) > 1 && !BEFORE_WORK.has(t[at - 1]?.low ?? '');
  if (
    field > 0 &&
    !runsOn &&
    !(ends && PREDICATES.at(t, at) > 0) &&
    (t[at - 1]?.low !== 'tỉnh' || token.low === 'nhân')
  )
    return field;
  const modifier = BODY_MODIFIERS.at(t, at);
  if (modifier > 0) return modifier;
  if (endsWord(t, at)) return 1;
  // "Đội Thuế số 4", "Ban Quản lý dự án 85"
  if (token.low === 'số' && /^\d+$/.test(next?.text ?? '')) return 2;
  if (
    /^\d{1,3}$/.test(token.text) &&
    ['án', 'vực', 'khu', 'vùng', 'sở', 'đạo', 'biển', 'đoàn', 'đội', 'cứu', 'quận', 'phường'].includes(
      t[at - 1]?.low ?? '',
    )
  )
    return 1;
  // A name ends with its place: "Công an tỉnh | cắm biển", "Trường Cao đẳng Hải Sơn | liên kết", "… Tỉnh ủy | định hướng".
  if (placeBefore(t, at) || properBefore(t, at)) return 0;
  if (lower >= MOST_LOWER || /\d/.test(token.text)) return 0;
  if (token.low === 'và') return behindAnd(t, at, first);
  if (token.low === 'tại') return next?.cap ? 2 : 0;
  const loose = LOOSE_HEADS.has(first);
  if (token.low === 'của' && loose) return next?.cap ? 2 : 0;
  if (token.low === 'về' && loose) return next?.word && !QUANTIFIERS.at(t, at + 1) ? 2 : 0;
  if (token.low === 'thuộc') return next?.cap ? 2 : 0;
  if (token.low === 'các' && loose && listsWorks(t, at)) return 1;
  if (STOPS.at(t, at) > 0 || LEAD_INS.at(t, at) > 0) return 0;
  const verb = PREDICATES.at(t, at);
  // "Viện Khoa học công nghệ | xây dựng | chủ trì": who leads stands before the word, its last verb included.
  if (verb === 2 && NAME_VERBS.has(`${token.low} ${next?.low}`) && CHARGED.at(t, at + 2) > 0) return 2;
  // "Công ty Cổ phần Đầu tư | xây dựng Thanh Bình", "Viện Nghiên cứu | phát triển Thành phố": the name goes on in capitals.
  if (verb > 1 && NAMED_FREELY.has(first) && NAME_VERBS.has(`${token.low} ${next?.low}`) && t[at + verb]?.cap)
    return verb;
  if (verb > 0)
    return loose && verb === 2 && NAME_VERBS.has(`${token.low} ${next?.low}`) && (nameVerbFits(t, at) || t[at + 2]?.cap)
      ? 2
      : workingGroup(t, at, first, verb);
  return STRICT_HEADS.has(first) ? 0 : 1;
}

const CHARGED = new Phrases('chủ trì|có trách nhiệm|chịu trách nhiệm');

/** "phường Tân | Lập", "Trường Mầm non An | Lập và …": a verb too, but a place of one syllable would be left, and no object follows. */
function isHalfAPlace(t: readonly Token[], at: number): boolean {
  const next = t[at + 1];
  const before = t[at - 1];
  if (OPENING_VERBS.at(t, at) === 1 && isLoneSyllable(t, at - 1)) return true;
  return (
    OPENING_VERBS.at(t, at) === 1 &&
    (placeBefore(t, at - 1) ||
      (before?.cap === true &&
        !ABBREVIATION.test(before.text) &&
        (!t[at - 2]?.cap || ABBREVIATION.test(t[at - 2]?.text ?? '')))) &&
    (!next?.word || next.low === 'và' || PREDICATES.at(t, at + 1) > 0)
  );
}

/** "… nông nghiệp Tân | Lập", "… Mầm non An | Lập": one syllable in capitals alone is no place and no field. */
function isLoneSyllable(t: readonly Token[], at: number): boolean {
  const [own, before] = [t[at], t[at - 1]];
  if (!own?.cap || own.text.length < 2 || !before?.word || before.cap) return false;
  return !ABBREVIATION.test(own.text) && HEADS.at(t, at) === 0 && TITLES.at(t, at) === 0;
}

/** "Ban Quản lý dự án đầu tư xây dựng | các công trình giao thông": works, not bodies. */
function listsWorks(t: readonly Token[], at: number): boolean {
  const before = t[at - 1];
  if (!t[at + 1]?.word || (t[at + 1]?.cap && t[at + 1]?.low !== 'khu')) return false;
  return before !== undefined && ['án', 'dựng', 'lý', 'thác', 'hiệp'].includes(before.low);
}

/**
 * The second syllable of a word whose first is capitalised belongs to the name, whatever it means alone:
 * "Ngoại giao", "Đào tạo", "Hàng không".
 */
function endsWord(t: readonly Token[], at: number): boolean {
  const before = t[at - 1];
  const earlier = t[at - 2];
  if (t[at]?.low === 'không' && t[at + 1]?.cap) return true;
  if (t[at]?.low === 'ủy' && before?.cap) return true;
  if (!before?.cap || ABBREVIATION.test(before.text)) return false;
  if (FIELD_WORDS.at(t, at - 1) > 1) return true;
  const place = BODY_MODIFIERS.at(t, at - 1);
  if (place > 0) return place > 1;
  if (STOPS.at(t, at) > 0 && PREDICATES.at(t, at) === 0) return false;
  if (PREDICATES.at(t, at) > 1 || ALWAYS_VERBS.has(t[at]?.low ?? '')) return false;
  return !earlier?.word || !earlier.cap || HEADS.at(t, at - 2) > 0;
}

/** What stands before work in a name: "cổ phần | đầu tư", "giáo dục và | đào tạo"; behind other words it is the task. */
const BEFORE_WORK = new Set(
  'và phần tiến hoạch lý án triển dục vấn trợ nghiệp học tâm quỹ vốn hút trường cục vụ viện phòng bộ sở ban ty tư trình nghệ phí'.split(
    ' ',
  ),
);

/** Verbs of one syllable that are the second of no word in a name. */
const ALWAYS_VERBS = new Set(['sớm', 'cần', 'phải', 'gửi', 'mở', 'nắm']);

const NAMED_FREELY = new Set(['ty', 'viện', 'tập', 'trung', 'trường', 'học', 'đại']);

/** A verb inside a name is followed by more of the name, not by its object: "quản lý hành chính", "dự án đầu tư xây dựng". */
function nameVerbFits(t: readonly Token[], at: number): boolean {
  const before = t[at - 1];
  // "Ban Quản lý dự án đô thị | xây dựng các công trình …"
  if (t[at + 2]?.low === 'các' && t[at + 3]?.low === 'công' && t[at + 4]?.low === 'trình') return true;
  return (
    before !== undefined &&
    (before.low === 'án' ||
      before.low === 'sát' ||
      before.low === 'tư' ||
      before.low === 'lý' ||
      before.low === 'tin' ||
      before.low === 'trình' ||
      before.low === 'thầu')
  );
}

/** "Tổ công tác triển khai Đề án 06/CP tỉnh": a working group named by its task. */
function workingGroup(t: readonly Token[], at: number, first: string, verb: number): number {
  if (first !== 'tổ' || !['triển', 'thực'].includes(t[at]?.low ?? '') || !t[at + verb]?.cap) return 0;
  let to = at + verb;
  while (t[to] && (t[to]?.cap || /^\d|^\/$|^án$/u.test(t[to]?.low ?? ''))) to++;
  return to - at;
}

/** Is the word before a proper part of a name already, and not its bare head ("Ban | Chỉ đạo")? */
function isNamed(t: readonly Token[], at: number): boolean {
  return HEADS.at(t, at - 1) !== 1 || t[at - 1]?.cap === false;
}
