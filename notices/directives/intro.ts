import { describedTo, describesUpTo, takesDescription } from '../agencies/extent.ts';
import { FIELD_WORDS, HONORIFICS, LEAD_INS, ORDERS, PREDICATES, QUANTIFIERS, TITLES } from '../agencies/lexicon.ts';
import { type FoundList, namesAt } from '../agencies/lists.ts';
import type { Found } from '../agencies/names.ts';
import { Phrases, type Token } from '../text/tokens.ts';
import { findActor, isImperative, type ToldActor } from './actor.ts';
import { cooperatingIn } from './cooperating.ts';
import type { Parsed } from './segments.ts';
import { askedBy } from './speaker.ts';

/** What a heading or an introduction hands down to the items below it. */
export interface Intro {
  readonly lead: readonly Found[];
  /** How the lead is named: alone as a heading, as the object of an order, as a subject. */
  readonly by: 'heading' | 'order' | 'subject' | 'none';
  readonly cooperating: readonly Found[];
  /** The lead of the level above stays the lead too ("Chỉ đạo Tổng công ty X:"). */
  readonly joins: boolean;
  /** It names the agency and nothing else. */
  readonly heading: boolean;
  /** Tokens `[0, to)` order something of their own, before the introduction begins. */
  readonly ownOrder: number;
}

/** What remains after the names in a heading: "chủ trì, phối hợp với …:", "có trách nhiệm:", "tập trung thực hiện các nhiệm vụ sau:". */
const HEADING_REST =
  /^(?:[,:.;]|chủ trì|chủ động|có trách nhiệm|có nhiệm vụ|tập trung|thực hiện|triển khai|khẩn trương|tổ chức|chỉ đạo|làm tốt|tốt|và|ngay|quyết liệt|nghiêm túc|một số|các|những|nội dung|nhiệm vụ|giải pháp|công việc|công tác|trọng tâm|chủ yếu|cụ thể|sau|đây|như|dưới|theo|chức năng|được giao|phạm vi|quản lý|thẩm quyền|quyền hạn|lĩnh vực|phụ trách|của mình|căn cứ|cần|phải|\s)*$/u;
const LIST_FOLLOWS =
  /(?:sau|sau đây|như sau|dưới đây|nhiệm vụ|nội dung|giải pháp|công việc|vấn đề|trọng tâm|tốt|đề nghị|yêu cầu|chỉ đạo|kết luận|ý kiến)\s*:?$/u;
const DETAILS_FOLLOW = /(?:,|;|\.)\s*(?:trong đó|cụ thể|gồm|như|bao gồm|theo hướng|đồng thời)[^,;.]{0,40}:$/u;
const SHORTEST_ORDER = 60;

/** "Trách nhiệm của Sở X", "Nhiệm vụ của các đơn vị": what stands before the agency in a heading. */
const HEADED_BY = new Phrases('trách nhiệm của|nhiệm vụ của|trách nhiệm các|phân công nhiệm vụ cho|phân công');

const MOST_FIELD = 7;

/** "các tổ chức hoạt động trong lĩnh vực …" up to the end of the heading or its colon. */
function withDescription(t: readonly Token[], list: FoundList, whole: boolean): FoundList {
  const last = list.names.at(-1);
  let end = t.length;
  while (end > list.next && !t[end - 1]?.word && t[end - 1]?.text !== ')') end--;
  // "(theo danh sách gửi kèm)" is no part of the name.
  const bracket = t.findIndex((x, k) => k > list.next && x.text === '(');
  if (bracket > 0 && t[end - 1]?.text === ')') end = bracket;
  if (!last || !takesDescription(last) || end <= list.next) return list;
  // "Các doanh nghiệp viễn thông | , công nghệ thông tin": another field of theirs closes the heading.
  if (/^[,-]$/.test(t[list.next]?.text ?? '') && FIELD_WORDS.at(t, list.next + 1) > 0 && end - list.next < MOST_FIELD)
    return { names: [...list.names.slice(0, -1), { ...last, to: end }], next: end };
  const to = describesUpTo(t, list.next, end, whole);
  if (to === null) return list;
  return { names: [...list.names.slice(0, -1), { ...last, to, next: end }], next: end };
}

export const LONGEST_HEADING = 250;
/** A heading in capitals that begins with an agency. */
export const NAMED_IN_CAPITALS =
  /^(?:sở|bộ|ubnd|ủy ban nhân dân|công an|văn phòng|phòng|ban quản lý|các sở|cục|chi cục|thanh tra) /u;

/** A heading that hands nothing down. */
export const NO_INTRO: Intro = { lead: [], by: 'none', cooperating: [], joins: false, heading: false, ownOrder: 0 };

/** Reads a paragraph that stands above a list. */
export function readIntro(p: Parsed): Intro {
  const { tokens: t, clean } = p;
  const none = NO_INTRO;
  let at = 0;
  while (t[at] && !t[at]?.word) at++;
  let joins = false;
  const lows = (i: number, n: number): string =>
    t
      .slice(i, i + n)
      .map((x) => x.low)
      .join(' ');
  const headed = HEADED_BY.at(t, at) > 0;
  const about = ['đối với', 'về phía'].includes(lows(at, 2)) || headed;
  if (['đối với', 'về phía'].includes(lows(at, 2))) at += 2;
  else if (lows(at, 1) === 'riêng') at += lows(at + 1, 2) === 'đối với' ? 3 : 1;
  else if (lows(at, 2) === 'chỉ đạo') {
    at += 2;
    joins = true;
  } else if (HEADED_BY.at(t, at) > 0) at += HEADED_BY.at(t, at);
  else at += ORDERS.at(t, at);
  const charge = inCharge(t, at);
  if (charge) return { ...none, lead: [charge], by: 'heading', heading: true };
  const named =
    namesAt(t, at, { semicolon: true }) ?? (headed ? namesAt(t, at, { semicolon: true, expected: true }) : null);
  // "Đối với các đơn vị thực hiện dịch vụ …", "Trách nhiệm của …": all that follows says who is meant.
  const list = named && withDescription(t, named, about);
  if (list) {
    const rest = clean.folded.slice(t[list.next]?.start ?? clean.text.length).replace(/\([^()]*\)/gu, '');
    const coop = cooperatingIn(t, p.depth, list.next, t.length);
    if (
      HEADING_REST.test(rest) ||
      (coop.length > 0 &&
        /^(?:là cơ quan |làm đầu mối,? )?(?:chủ trì,? )?(?:làm đầu mối,? )?phối hợp/u.test(rest) &&
        endsWithNames(p, coop))
    )
      return {
        lead: list.names,
        by: 'heading',
        cooperating: coop,
        joins,
        heading: !/sau(?: đây)?\s*:?$/u.test(rest),
        ownOrder: 0,
      };
  }
  const several = list && list.names.length > 1 ? subjectOf(p, list) : null;
  const sentence = p.sentences.at(-1);
  if (!sentence) return none;
  const whole = p.sentences.length > 1 ? sentence.from : 0;
  if (whole > 0 && !clean.text.endsWith(':')) return none;
  // "Bí thư tỉnh ủy; Chủ tịch UBND các tỉnh tập trung …:": names set apart by semicolons are one subject.
  const found = findActor(t, p.depth, sentence);
  const actor = several && whole === 0 && several.names.length > (found?.names.length ?? 0) ? several : found;
  if (
    whole === 0 &&
    DETAILS_FOLLOW.test(clean.folded) &&
    clean.text.length > SHORTEST_ORDER &&
    (actor || isImperative(t, 0))
  )
    return { ...none, lead: actor?.names ?? [], by: actor?.by ?? 'none', ownOrder: t.length };
  // A sentence of an opening paragraph that orders and then details: "… yêu cầu các bộ … rút kinh nghiệm …, trong đó …:"
  const tail = clean.folded.slice(t[sentence.from]?.start ?? 0);
  if (whole > 0 && actor?.by === 'order' && DETAILS_FOLLOW.test(clean.folded) && tail.length > 4 * SHORTEST_ORDER)
    return { ...none, lead: actor.names, by: 'order', ownOrder: t.length };
  const ordersItself =
    actor &&
    !actor.weak &&
    whole === 0 &&
    !LIST_FOLLOWS.test(clean.folded.replace(/:$/, '')) &&
    t.length - actor.next > 12;
  const object = actor && whole === 0 ? askedBy(t, actor) : null;
  const told = object ?? actor;
  // "đ) Phối hợp với các Bộ … hướng dẫn triển khai:" of an agency named above.
  const beside = told ?? (whole === 0 && BESIDE.at(t, firstWord(t)) > 0 ? { next: 0 } : null);
  return {
    ...none,
    lead: told?.names ?? [],
    by: told?.by ?? 'none',
    cooperating: beside ? cooperatingIn(t, p.depth, beside.next, sentence.to) : [],
    ownOrder: ordersItself ? t.length : whole,
  };
}

const BESIDE = new Phrases('phối hợp|chủ trì|chủ động phối hợp|cùng');

function firstWord(t: readonly Token[]): number {
  return t.findIndex((x) => x.word);
}

const STAFF = new Phrases('cán bộ|chuyên viên|công chức|viên chức|nhân viên|kế toán|văn thư');
const MOST_BEFORE_CHARGE = 8;
const LONGEST_CHARGE = 26;

/** A heading that names a person by what they are in charge of: "Phó Chủ tịch phụ trách lĩnh vực Văn hóa, xã hội". */
function inCharge(t: readonly Token[], i: number): Found | null {
  const at = i + HONORIFICS.at(t, i);
  const person = at + QUANTIFIERS.at(t, at);
  if (TITLES.at(t, person) === 0 && STAFF.at(t, person) === 0) return null;
  let to = t.length;
  while (to > at && !t[to - 1]?.word) to--;
  if (to - at > LONGEST_CHARGE || t.slice(at, to).some((x) => /^[:;.(]$/.test(x.text))) return null;
  const staff = STAFF.at(t, person);
  if (staff > 0 && namesAt(t, person + staff)?.next === to)
    return { from: at, to, next: to, kind: 'group', specific: true };
  for (let k = person + 1; k < to - 1 && k < person + MOST_BEFORE_CHARGE; k++)
    if (t[k]?.low === 'phụ' && t[k + 1]?.low === 'trách' && k + 2 < to)
      return { from: at, to, next: to, kind: 'title', specific: true };
  return null;
}

/** The names a heading begins with as the subject of what it says. */
function subjectOf(p: Parsed, list: FoundList): ToldActor | null {
  const last = list.names.at(-1);
  if (!last) return null;
  const described = takesDescription(last) ? describedTo(p.tokens, list.next, p.tokens.length) : null;
  const next = described?.task ?? list.next;
  if (PREDICATES.at(p.tokens, next) === 0 && LEAD_INS.at(p.tokens, next) === 0) return null;
  const names = described ? [...list.names.slice(0, -1), { ...last, to: described.name }] : list.names;
  return { names, by: 'subject', at: 0, next };
}

/** Nothing but the names (and a colon) stands after "phối hợp với". */
function endsWithNames(p: Parsed, names: readonly Found[]): boolean {
  const last = names.at(-1);
  return last !== undefined && p.tokens.slice(last.next).every((x) => !x.word);
}
