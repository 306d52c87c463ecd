import {
  ACTORS,
  ADVERBIALS,
  GENERICS,
  LEAD_INS,
  NOT_ORDERS,
  OPENING_VERBS,
  ORDERS,
  PREDICATES,
  QUANTIFIERS,
  STOPS,
} from '../agencies/lexicon.ts';
import { type FoundList, namesAt } from '../agencies/lists.ts';
import type { Found } from '../agencies/names.ts';
import type { Stretch } from '../text/sentences.ts';
import { Phrases, type Token } from '../text/tokens.ts';
import { chargedSubject, doneBy, givenTo, namesCharged, officesHeld } from './charged.ts';
import { described, lastNamed, relativeEnd, TOPIC_WORDS } from './described-actor.ts';
import { isHired, isStaff } from './hired.ts';
import { afterSource, carriesOut } from './papers.ts';

/** Who is told to act in a clause, and how the words say so. */
export interface ToldActor {
  readonly names: readonly Found[];
  readonly by: 'order' | 'subject';
  /** Token at which the order begins. */
  readonly at: number;
  /** First token after the names. */
  readonly next: number;
  /** Reads as an order only where tasks are being given: what follows the name is no verb known. */
  readonly weak?: boolean;
}

/** Bodies and officials who give orders: "Chủ tịch UBND tỉnh yêu cầu …" makes the next name the actor. */
const SUPERIOR =
  /^(?:đồng chí |phó )*(?:chủ tịch|thủ tướng|ubnd|ủy ban|chính phủ|tổ trưởng|trưởng ban|ban(?! quản lý)|bộ trưởng|hội đồng|hđnd|thường trực|văn phòng|giám đốc|bí thư|tỉnh ủy|tổ phó)/u;
/** Who only gives orders in what is said of them: "Thủ tướng chỉ đạo Bộ X …" tells the ministry. */
const HIGHEST = /^(?:phó )?thủ tướng(?: |$)/u;
/** "đề nghị" may also be a plea to a higher body: only from a superior is it an order; these always are. */
const COMMANDS = new Set(['yêu', 'giao', 'phân']);
const CONNECTORS = new Set(['đồng', 'ngoài', 'bên', 'riêng', 'theo', 'mặt', 'cụ', 'trong', 'vì', 'do']);
/** What news says of an order that comes on top of others. */
const BESIDES = new Set(['cũng', 'còn']);
const MOST_COMMAS = 12;

/** The actor of the clause `[from, to)`, looked for outside brackets and quotations. */
export function findActor(t: readonly Token[], depth: readonly number[], clause: Stretch): ToldActor | null {
  const at = skipMarks(t, clause.from, clause.to);
  if (at >= clause.to) return null;
  const start = officesBeforeColon(t, at, clause.to) ?? orderAt(t, at, clause.to) ?? subjectAt(t, at, clause.to);
  if (start) return start;
  const about = aboutNamed(t, at, clause.to);
  if (about) return about;
  if (carriesOut(t, at)) {
    const behind = afterTopic(t, depth, at, clause.to);
    if (behind && (behind.by === 'order' || behind.names.every((n) => n.specific))) return behind;
  }
  if (isImperative(t, at)) return afterColon(t, depth, at, clause.to) ?? giaoAfterComma(t, depth, at, clause.to);
  return (
    askedAbout(t, at, clause.to) ??
    afterTopic(t, depth, at, clause.to) ??
    beforeModal(t, depth, at, clause.to) ??
    listedAt(at, doneBy(t, depth, at, clause.to)) ??
    charged(t, at, clause.to)
  );
}

function officesBeforeColon(t: readonly Token[], at: number, to: number): ToldActor | null {
  const name = officesHeld(t, at, to);
  return name && { names: [name], by: 'subject', at, next: name.next };
}

function listedAt(at: number, list: FoundList | null): ToldActor | null {
  return list && { names: list.names, by: 'subject', at, next: list.next };
}

function charged(t: readonly Token[], at: number, to: number): ToldActor | null {
  const names = chargedSubject(t, at, to);
  return names && { names, by: 'subject', at, next: names.at(-1)?.next ?? at };
}

/** Does a task without a subject begin here ("Khẩn trương …", "Hoàn thành …")? */
export function isImperative(t: readonly Token[], at: number): boolean {
  // "Tổ chức, doanh nghiệp hoạt động …": who, and no task.
  if (t[at]?.low === 'tổ' && t[at + 1]?.low === 'chức' && t[at + 2]?.text === ',' && GENERICS.at(t, at + 3) > 0)
    return false;
  // "Là đầu mối tham mưu …" is longer than the "là" of a report.
  return PREDICATES.at(t, at) > NOT_ORDERS.at(t, at);
}

/** "Đối với Sở A, Sở B: ngoài nội dung trên, phối hợp …" */
function aboutNamed(t: readonly Token[], at: number, to: number): ToldActor | null {
  if (t[at]?.low !== 'đối' || t[at + 1]?.low !== 'với') return null;
  const list = namesAt(t, at + 2);
  // "Đối với Thủ trưởng các đơn vị | quán triệt …"; before a colon a description of them may stand.
  const colon = t.slice(list?.next, to).some((x) => x.text === ':');
  if (list && !colon && list.next < to && OPENING_VERBS.at(t, list.next) > 0)
    return { names: list.names, by: 'subject', at, next: list.next };
  if (!list || t[list.next]?.text !== ':' || list.next + 2 >= to || !list.names.some((n) => n.specific)) return null;
  const next = list.next + 1;
  const behind = orderAt(t, next, to);
  if (behind) return behind;
  const opens = PREDICATES.at(t, next) > 0 || ADVERBIALS.at(t, next) > 0 || t[next]?.low === 'ngoài';
  return opens ? { names: list.names, by: 'subject', at, next } : null;
}

function skipMarks(t: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to && !t[at]?.word) at++;
  at = afterSource(t, at, to);
  // "Đồng thời, …", "Ngoài ra, …", "Trong đó, …"
  if (CONNECTORS.has(t[at]?.low ?? '') && t[at + 2]?.text === ',' && t[at + 2] && at + 3 < to) return at + 3;
  if (t[at]?.low === 'đồng' && t[at + 1]?.low === 'thời') return at + 2;
  // "Hằng tháng Sở A …"
  if (['hằng', 'hàng'].includes(t[at]?.low ?? '') && t[at + 2]?.cap) return at + 2;
  // "Riêng Sở A …"
  if (t[at]?.low === 'riêng' && t[at + 1]?.cap) return at + 1;
  return at;
}

/** An order's verb and whom it names, right at `at`. */
export function orderAt(t: readonly Token[], at: number, to: number): ToldActor | null {
  const order = ORDERS.at(t, at);
  if (order === 0 || (t[at]?.low === 'phân' && isStaff(t, at + order))) return null;
  let next = at + order;
  if (t[next]?.text === ':') next++;
  const list = namesAt(t, next) ?? namesCharged(t, next);
  if (!list || list.next > to) return null;
  const last = list.names.at(-1);
  const relative = last ? relativeEnd(t, last, list.next, to) : null;
  if (last && relative?.inName) return { names: described(list.names, relative), by: 'order', at, next: relative.end };
  return { names: list.names, by: 'order', at, next: list.next };
}

/** "Thủ tướng | chỉ đạo Bộ A | rà soát …": whom one directs who only gives orders, or who issues the document. */
export function directedAt(t: readonly Token[], at: number): ToldActor | null {
  if (t[at]?.low !== 'chỉ' || t[at + 1]?.low !== 'đạo') return null;
  const list = namesAt(t, at + 2);
  return list && { names: list.names, by: 'order', at, next: list.next };
}

function subjectAt(t: readonly Token[], at: number, to: number): ToldActor | null {
  const list = namesAt(t, at);
  if (!list || list.next >= to) return null;
  const first = list.names[0];
  if (!first) return null;
  let next = list.next;
  if (t[next]?.text === '-' || t[next]?.text === '–') next++;
  const superior = SUPERIOR.test(textOf(t, first));
  // "Bộ trưởng | cũng | giao Cục A …"
  if (superior && BESIDES.has(t[next]?.low ?? '') && ORDERS.at(t, next + 1) > 0) next++;
  const order = ORDERS.at(t, next);
  if (order > 0 && (COMMANDS.has(t[next]?.low ?? '') || superior)) {
    const inner = orderAt(t, next, to);
    // What an agency is to demand of its contractors is a task of the agency's.
    if (inner && (superior || !isHired(t, inner.names))) return { ...inner, at };
    // "Thủ tướng yêu cầu công khai …" names nobody who is told.
    if (!inner && HIGHEST.test(textOf(t, first))) return null;
  }
  const directed = HIGHEST.test(textOf(t, first)) ? directedAt(t, next) : null;
  if (directed && directed.next < to) return { ...directed, at };
  const relative = relativeEnd(t, lastNamed(list.names), next, to);
  if (relative && t[relative.end]?.text === ':')
    return { names: described(list.names, relative), by: 'subject', at, next: relative.end + 1 };
  if (relative) {
    return { names: described(list.names, relative), by: 'subject', at, next: relative.end };
  }
  const given = givenTo(t, next);
  if (given > 0 && list.names.every((n) => n.specific)) return { names: list.names, by: 'subject', at, next: given };
  if (NOT_ORDERS.at(t, next) > PREDICATES.at(t, next)) return null;
  if (PREDICATES.at(t, next) > 0 || LEAD_INS.at(t, next) > 0) return { names: list.names, by: 'subject', at, next };
  // "Sở Tài chính: Tham mưu …", "Sở Tài chính: Căn cứ …, trình …"
  if (t[next]?.text === ':' && next + 2 < to && (isImperative(t, next + 1) || opensSentence(t, next + 1)))
    return { names: list.names, by: 'subject', at, next: next + 1 };
  if (t[next]?.text === ',' && (PREDICATES.at(t, next + 1) > 0 || LEAD_INS.at(t, next + 1) > 0))
    return { names: list.names, by: 'subject', at, next: next + 1 };
  const behind = afterAside(t, next, to);
  if (behind > 0) return { names: list.names, by: 'subject', at, next: behind };
  if (t[next]?.word && !t[next]?.cap && STOPS.at(t, next) === 0)
    return { names: list.names, by: 'subject', at, next, weak: true };
  return null;
}

const MOST_ASIDE = 14;

/** "Sở A, | ngoài nội dung trên, | phối hợp …": the verb behind what is put between commas; 0 where none stands there. */
function afterAside(t: readonly Token[], comma: number, to: number): number {
  if (t[comma]?.text !== ',' || (t[comma + 1]?.low !== 'ngoài' && ADVERBIALS.at(t, comma + 1) === 0)) return 0;
  for (let k = comma + 2; k < to && k < comma + MOST_ASIDE; k++)
    if (t[k]?.text === ',') return PREDICATES.at(t, k + 1) > 0 ? k + 1 : 0;
  return 0;
}

/** A sentence with a task in it, behind "X:": it opens with a phrase of time or ground. */
function opensSentence(t: readonly Token[], at: number): boolean {
  if (t[at]?.cap !== true) return false;
  if (LEAD_INS.at(t, at) > 0 || ADVERBIALS.at(t, at) > 0) return true;
  for (let k = at; k < at + TOPIC_WORDS && t[k]; k++)
    if (PREDICATES.at(t, k) > 1 && NOT_ORDERS.at(t, at) === 0) return true;
  return false;
}

function textOf(t: readonly Token[], name: Found): string {
  return t
    .slice(name.from, name.to)
    .map((x) => x.low)
    .join(' ');
}

/** "Trên cơ sở …, các bộ nghiên cứu", "…, đề nghị Sở X …": an actor after a comma of the opening phrase. */
function afterTopic(t: readonly Token[], depth: readonly number[], at: number, to: number): ToldActor | null {
  let commas = 0;
  let opening = ADVERBIALS.at(t, at) > 0;
  // Inside the list of names a clause begins with, no other begins.
  const after = namesAt(t, at)?.next ?? at + 1;
  let beside = 0;
  for (let k = after; k < to && commas < MOST_COMMAS; k++) {
    if ((depth[k] ?? 0) > 0) continue;
    // "phối hợp với Sở A, Sở B ngăn chặn": the second name goes on with the list.
    if (t[k]?.low === 'với' && t[k - 1]?.low !== 'đối') beside = namesAt(t, k + 1)?.next ?? beside;
    if (k < beside) continue;
    const mark = t[k]?.text;
    // "Để đạt mục tiêu …; Chính phủ yêu cầu …": above a list a semicolon parts no tasks.
    if (mark !== ',' && mark !== ':' && mark !== ';') continue;
    commas++;
    // "Kinh phí: Sở X …": a topic stands before the colon.
    opening ||= mark === ':' && k - at < TOPIC_WORDS;
    const start = skipMarks(t, k + 1, to);
    if ((depth[start] ?? 0) > 0) continue;
    // "của các Sở, | ban, ngành chuyên môn, Sở X …": a sort listed with others is no new beginning.
    if (
      mark === ',' &&
      !t[start]?.cap &&
      QUANTIFIERS.at(t, start) === 0 &&
      ACTORS.at(t, start) === 0 &&
      GENERICS.at(t, start) > 0
    )
      continue;
    // "hồ sơ trình, đề nghị cấp trên …": asked of whom it is handed to.
    const order = t[k - 1]?.low === 'trình' ? null : orderAt(t, start, to);
    if (order) return order;
    if (isImperative(t, start)) {
      const giao = opening ? giaoAfterComma(t, depth, start, to) : null;
      // "Về sửa đổi, bổ sung …: Giao Bộ X", "Để đạt mục tiêu, phấn đấu …; Chính phủ yêu cầu …": the topic goes on.
      if (giao || (opening && (mark === ':' || !['về', 'đối', 'để', 'nhằm'].includes(t[at]?.low ?? '')))) return giao;
      continue;
    }
    const subject = subjectAt(t, start, to);
    if (subject && (subject.by === 'order' || (opening && !subject.weak))) return subject;
  }
  return null;
}

/** "Chủ động phòng cháy: Hạt Kiểm lâm phối hợp …": a topic that is worded as a task. */
function afterColon(t: readonly Token[], depth: readonly number[], at: number, to: number): ToldActor | null {
  for (let k = at + 1; k < to && k < at + TOPIC_WORDS; k++) {
    if ((depth[k] ?? 0) > 0 || t[k]?.text !== ':') continue;
    const actor = orderAt(t, k + 1, to) ?? subjectAt(t, k + 1, to);
    if (actor && !actor.weak && (actor.names.some((n) => n.specific) || t[k + 1]?.cap)) return actor;
    // "Chi trả trợ cấp: Sau khi mở tài khoản, UBND xã phối hợp …"
    return actor === null && t[k + 1]?.cap && ADVERBIALS.at(t, k + 1) > 0 ? afterTopic(t, depth, k + 1, to) : null;
  }
  return null;
}

/** In a clause that already orders, only "giao …" hands a part of it to somebody else. */
function giaoAfterComma(t: readonly Token[], depth: readonly number[], at: number, to: number): ToldActor | null {
  for (let k = at + 1; k < to; k++) {
    if ((depth[k] ?? 0) > 0 || t[k - 1]?.text !== ',' || t[k]?.low !== 'giao') continue;
    const order = orderAt(t, k, to);
    if (order?.names.every((n) => n.specific)) return order;
  }
  return null;
}

const LOOK_BACK = 40;

/** The subject that stands right before "phải". */
function beforeModal(t: readonly Token[], depth: readonly number[], at: number, to: number): ToldActor | null {
  for (let k = at + 1; k < to; k++) {
    if ((depth[k] ?? 0) > 0 || t[k]?.low !== 'phải') continue;
    for (let i = Math.max(at, k - LOOK_BACK); i < k; i++) {
      const list = namesAt(t, i);
      if (list?.next === k) return { names: list.names, by: 'subject', at: i, next: k };
    }
    return null;
  }
  return null;
}

const PAPERS = new Phrases(
  'kết quả|báo cáo|ý kiến|danh sách|hồ sơ|văn bản|số liệu|kế hoạch|nội dung|biểu mẫu|thông tin',
);

/** "Kết quả thực hiện đề nghị Sở A báo cáo về …": the paper asked for stands before the verb that asks. */
function askedAbout(t: readonly Token[], at: number, to: number): ToldActor | null {
  if (PAPERS.at(t, at) === 0) return null;
  for (let k = at + 1; k < to && k < at + TOPIC_WORDS; k++) {
    if (/^[,:]$/.test(t[k]?.text ?? '')) return null;
    if (['đề', 'yêu'].includes(t[k]?.low ?? '')) return orderAt(t, k, to);
  }
  return null;
}
