import { ORDERS } from '../agencies/lexicon.ts';
import { namesAt } from '../agencies/lists.ts';
import type { Found } from '../agencies/names.ts';
import { findActor, isImperative } from './actor.ts';
import { cooperatingIn } from './cooperating.ts';
import type { Parsed } from './segments.ts';

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
  if (['đối với', 'về phía'].includes(lows(at, 2))) at += 2;
  else if (lows(at, 1) === 'riêng') at += lows(at + 1, 2) === 'đối với' ? 3 : 1;
  else if (lows(at, 2) === 'chỉ đạo') {
    at += 2;
    joins = true;
  } else at += ORDERS.at(t, at);
  const list = namesAt(t, at, { semicolon: true });
  if (list) {
    const rest = clean.folded.slice(t[list.next]?.start ?? clean.text.length);
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
  const sentence = p.sentences.at(-1);
  if (!sentence) return none;
  const whole = p.sentences.length > 1 ? sentence.from : 0;
  if (whole > 0 && !clean.text.endsWith(':')) return none;
  const actor = findActor(t, p.depth, sentence);
  if (
    whole === 0 &&
    DETAILS_FOLLOW.test(clean.folded) &&
    clean.text.length > SHORTEST_ORDER &&
    (actor || isImperative(t, 0))
  )
    return { ...none, lead: actor?.names ?? [], by: actor?.by ?? 'none', ownOrder: t.length };
  const ordersItself =
    actor &&
    !actor.weak &&
    whole === 0 &&
    !LIST_FOLLOWS.test(clean.folded.replace(/:$/, '')) &&
    t.length - actor.next > 12;
  return { ...none, lead: actor?.names ?? [], by: actor?.by ?? 'none', ownOrder: ordersItself ? t.length : whole };
}

/** Nothing but the names (and a colon) stands after "phối hợp với". */
function endsWithNames(p: Parsed, names: readonly Found[]): boolean {
  const last = names.at(-1);
  return last !== undefined && p.tokens.slice(last.next).every((x) => !x.word);
}
