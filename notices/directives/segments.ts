import { LEAD_INS, ORDERS, PREDICATES, STOPS } from '../agencies/lexicon.ts';
import { namesAt } from '../agencies/lists.ts';
import type { Found } from '../agencies/names.ts';
import type { Clean } from '../text/clean.ts';
import { depths, type Sentence, type Stretch, sentencesOf } from '../text/sentences.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { findActor, isImperative, type ToldActor } from './actor.ts';
import { closingNames } from './closing-names.ts';
import { isHired } from './hired.ts';
import { askedBy, isSpoken, pastSpeaker, type Speaker } from './speaker.ts';

/** A paragraph taken apart once: its words, bracket depths and sentences. */
export interface Parsed {
  readonly clean: Clean;
  readonly tokens: readonly Token[];
  readonly depth: readonly number[];
  readonly sentences: readonly Sentence[];
}

/** One assignment within a paragraph: tokens `[from, to)` and who is told. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly lead: readonly Found[];
  readonly by: 'order' | 'subject' | 'parentheses' | 'none' | 'unsaid';
  readonly weak: boolean;
}

export function parse(clean: Clean): Parsed {
  const tokens = tokenize(clean);
  const depth = depths(tokens);
  return { clean, tokens, depth, sentences: sentencesOf(tokens, depth) };
}

/** How much a paragraph must say before it counts as an order. */
export type Demand =
  /** Tasks are being given: an item orders even without naming anyone. */
  | 'task'
  /** Unnumbered text: somebody must be told to do something. */
  | 'actor'
  /** Assessment, preamble: only "giao …", "đề nghị …" and the like. */
  | 'order';

/**
 * Splits a paragraph into assignments: a new one begins where another agency is told something of its own.
 *
 * @param owned the tasks of one agency or of several are listed: what they are to ask of others ("Yêu cầu nhà thầu …";
 * of one, also "Yêu cầu các đơn vị …") is their own task
 */
export function segmentsOf(
  p: Parsed,
  demand: Demand,
  owned: 'one' | 'several' | null = null,
  speaker: Speaker | null = null,
): Segment[] {
  const byBracket = bracketSegments(p);
  if (byBracket) return byBracket;
  const out: Segment[] = [];
  let open: { from: number; to: number; actor: ToldActor | null } | null = null;
  const close = (): void => {
    if (open && (open.actor || demand === 'task')) out.push(toSegment(p, open));
    open = null;
  };
  p.sentences.forEach((sentence, index) => {
    if (index > 0 && isForEverybody(p, sentence)) {
      close();
      out.push({ from: sentence.from, to: sentence.to, lead: [], by: 'none', weak: false });
      return;
    }
    if (index === 0 && p.sentences.length > 1 && weighs(p, sentence)) return;
    if (open && index > 0 && closesOtherwise(p, p.sentences[index - 1], sentence)) {
      const { actor } = open as { actor: ToldActor | null };
      close();
      open = { from: sentence.from, to: sentence.to, actor };
    }
    const wide = subjectOver(p, sentence, speaker);
    for (const [k, clause] of clausesOf(sentence, wide).entries()) {
      const found = k === 0 && wide ? wide : findActor(p.tokens, p.depth, clause);
      const speaks = isSpoken(p, found, speaker);
      const asked = speaks && found ? askedBy(p.tokens, found) : null;
      const told = acceptable(asked ?? found, demand);
      const own = owned === 'one' || (owned && told && isHired(p.tokens, told.names));
      const actor = told && own && !speaks && asksOthers(p, told) ? null : told;
      // "Sở A thông báo thời gian kiểm tra như sau": of itself.
      if (speaks && found?.by === 'subject' && !asked && !owned && speaker?.loose) {
        if (open) open.to = clause.to;
        continue;
      }
      const splits = actor && open && startsAnother(p, actor, open, k > 0);
      if (!open || splits) {
        if (demand !== 'task' && !actor) continue;
        close();
        const from =
          demand === 'task' || !actor
            ? clause.from
            : Math.max(clause.from, demand === 'order' ? actor.at : clause.from);
        open = { from, to: clause.to, actor };
        continue;
      }
      if (!open.actor && actor && !isImperative(p.tokens, firstWord(p, open))) open.actor = actor;
      open.to = clause.to;
    }
  });
  close();
  return out;
}

/** "UBND các xã: A, B; phường C phối hợp …", "Giao Sở A; Sở B rà soát …": names set apart by semicolons. */
function subjectOver(p: Parsed, sentence: Sentence, speaker: Speaker | null): ToldActor | null {
  const [first] = sentence.clauses;
  if (!first || sentence.clauses.length < 2) return null;
  const begins = speaker ? pastSpeaker(p, firstWord(p, first), speaker) : firstWord(p, first);
  const order = ORDERS.at(p.tokens, begins);
  const at = begins + order;
  const list = namesAt(p.tokens, at, { semicolon: true });
  if (!list || list.next <= first.to || list.next >= sentence.to) return null;
  const after = p.tokens[list.next];
  // A list apart by semicolons stands for nothing but who is told: any verb may follow.
  const verb =
    PREDICATES.at(p.tokens, list.next) > 0 ||
    (order > 0 && LEAD_INS.at(p.tokens, list.next) > 0) ||
    (after?.word === true && !after.cap && STOPS.at(p.tokens, list.next) === 0);
  if (!verb) return null;
  // One of the names alone would be a sentence of its own: "Sở A báo cáo; Sở B rà soát".
  const own = namesAt(p.tokens, at);
  return own && own.next === first.to - 1
    ? { names: list.names, by: order > 0 ? 'order' : 'subject', at: begins, next: list.next }
    : null;
}

/** The clauses of a sentence, those that its subject runs over put together. */
function clausesOf(sentence: Sentence, wide: ToldActor | null): readonly Stretch[] {
  if (!wide) return sentence.clauses;
  const last = sentence.clauses.findIndex((c) => c.to > wide.next);
  return [{ from: sentence.from, to: sentence.clauses[last]?.to ?? sentence.to }, ...sentence.clauses.slice(last + 1)];
}

function acceptable(actor: ToldActor | null, demand: Demand): ToldActor | null {
  if (!actor) return null;
  if (demand === 'order') return actor.by === 'order' ? actor : null;
  return actor.weak && demand !== 'task' ? null : actor;
}

/** "Yêu cầu các đơn vị …", "đề nghị các tổ chức …": a verb one may have as a task oneself, and nobody by name behind it. */
function asksOthers(p: Parsed, actor: ToldActor): boolean {
  if (actor.by !== 'order' || actor.names.some((n) => n.specific)) return false;
  const verbs = p.tokens.slice(actor.at, actor.names[0]?.from ?? actor.at).map((x) => x.low);
  return !verbs.includes('giao') && !verbs.includes('phân');
}

function firstWord(p: Parsed, s: Stretch): number {
  let at = s.from;
  while (at < s.to && !p.tokens[at]?.word) at++;
  return at;
}

function startsAnother(
  p: Parsed,
  actor: ToldActor,
  open: { from: number; actor: ToldActor | null },
  afterSemicolon: boolean,
): boolean {
  if (actor.weak && !actor.names.every((n) => n.specific)) return false;
  if (!open.actor && !isImperative(p.tokens, firstWord(p, { from: open.from, to: p.tokens.length }))) return false;
  // After a semicolon "các đơn vị", "Thủ trưởng các đơn vị" point back to those already named.
  if (afterSemicolon && actor.by === 'subject' && !actor.names.every((n) => n.specific)) return false;
  if (/^chịu trách nhiệm (?:trước|về|toàn diện|chính|hoàn toàn)/u.test(words(p, actor.next, actor.next + 5)))
    return false;
  const now = namesKey(p, actor.names);
  return !open.actor || now !== namesKey(p, open.actor.names);
}

function namesKey(p: Parsed, names: readonly Found[]): string {
  return names.map((n) => words(p, n.from, n.to)).join('|');
}

function words(p: Parsed, from: number, to: number): string {
  return p.tokens
    .slice(from, to)
    .map((x) => x.low)
    .join(' ');
}

/** "Trong quá trình …, yêu cầu tạm dừng việc …": a prohibition that names nobody binds everybody. */
function isForEverybody(p: Parsed, s: Sentence): boolean {
  const from = p.tokens[s.from]?.start ?? 0;
  const to = p.tokens[s.to - 1]?.end ?? from;
  return /(?:^|, )(?:yêu cầu|đề nghị) (?:tạm dừng|dừng|chấm dứt|không |nghiêm cấm|tuyệt đối không)/u.test(
    p.clean.folded.slice(from, to),
  );
}

const WEIGHS =
  /^[^,;:]{5,140} là (?:(?:một trong )?(?:những|các|một) )?(?:nhiệm vụ|công việc|vấn đề|nội dung|yêu cầu) (?:chính trị )?(?:rất |hết sức |đặc biệt )?(?:quan trọng|trọng tâm|trọng yếu|then chốt|cấp bách|cấp thiết|cần thiết|thường xuyên|lâu dài)[^,;:]{0,60}[.;]?$/u;

/** "Phát triển … là nhiệm vụ quan trọng. UBND tỉnh yêu cầu …": why, before what is ordered. */
function weighs(p: Parsed, s: Sentence): boolean {
  return WEIGHS.test(p.clean.folded.slice(p.tokens[s.from]?.start ?? 0, p.tokens[s.to - 1]?.end));
}

const RECURS = /^(?:định kỳ )?(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm),/u;
const ENDS = /^(?:đến|trước|trong|chậm nhất|từ nay đến)[^,.;]{0,30}\d[^,.;]{0,12},/u;

/**
 * "Hằng năm, rà soát …. Đến năm 2026, hoàn thành …": a duty that comes round and a task with a last day close in
 * different ways, so they are followed as two directives though one agency has both.
 */
function closesOtherwise(p: Parsed, before: Sentence | undefined, now: Sentence): boolean {
  if (!before) return false;
  const [a, b] = [before, now].map((s) =>
    p.clean.folded.slice(p.tokens[firstWord(p, s)]?.start ?? 0, p.tokens[s.to - 1]?.end),
  );
  return (RECURS.test(a ?? '') && ENDS.test(b ?? '')) || (ENDS.test(a ?? '') && RECURS.test(b ?? ''));
}

/** "… (Bộ A); … (Bộ B); …": each clause names its own agency at its end. */
function bracketSegments(p: Parsed): Segment[] | null {
  const clauses = p.sentences.flatMap((s) => s.clauses);
  const named = clauses.map((c) => ({ clause: c, names: closingNames(p.tokens, c) }));
  const count = named.filter((n) => n.names !== null).length;
  const last = named.at(-1);
  if (count >= 2 && count === named.length)
    return named.map(({ clause, names }) => ({ ...clause, lead: names ?? [], by: 'parentheses', weak: false }));
  if (count === 1 && last?.names && !clauses.some((c) => findActor(p.tokens, p.depth, c)))
    return [{ from: 0, to: p.tokens.length, lead: last.names, by: 'parentheses', weak: false }];
  return null;
}

function toSegment(p: Parsed, open: { from: number; to: number; actor: ToldActor | null }): Segment {
  const { from, to, actor } = open;
  if (!actor) return { from, to, lead: [], by: 'unsaid', weak: !isImperative(p.tokens, firstWord(p, open)) };
  return { from, to, lead: actor.names, by: actor.by, weak: actor.weak === true };
}
