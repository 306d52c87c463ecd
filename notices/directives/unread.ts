import { type DeadlineContext, readDeadlines } from '../../deadline/index.ts';
import { OPENING_VERBS } from '../agencies/lexicon.ts';
import { namesAt } from '../agencies/lists.ts';
import type { Line } from '../structure/lines.ts';
import type { Paragraph } from '../structure/paragraphs.ts';
import { type Clean, slice, sourceSpan } from '../text/clean.ts';
import type { Span, Unread, UnreadReason } from '../types.ts';
import { findActor } from './actor.ts';
import { ordersSomething } from './items.ts';
import { type Parsed, parse } from './segments.ts';
import { isPreamble } from './sinks.ts';

/** A paragraph the walk went past, and what stood around it. */
export interface Passed {
  readonly paragraph: Paragraph;
  /** Its section describes (purpose, criteria, results) or orders, or neither is known; or it stands above a list. */
  readonly section: 'describes' | 'tasks' | 'open' | 'after' | 'introduces';
}

/**
 * Checks a document against itself: what looks like an order and is in no directive. A sentence with an agency and
 * something it must do, a labelled item with a day, an item among tasks, a row of a table with both.
 *
 * @param read spans of the directives, in the order of the text
 */
export function unreadOf(
  source: string,
  passed: readonly Passed[],
  lines: readonly Line[],
  read: readonly Span[],
  context: DeadlineContext,
): Unread[] {
  const out: Unread[] = [];
  for (const p of passed) {
    const left = leftOf(p, read, context);
    if (left) out.push({ span: left.span, text: source.slice(left.span[0], left.span[1]), why: left.why });
  }
  for (const line of lines) {
    if (line.kind !== 'row' || isRead([line.start, line.end], read) || !assigns(line)) continue;
    out.push({ span: [line.start, line.end], text: source.slice(line.start, line.end), why: 'row' });
  }
  return out.sort((a, b) => a.span[0] - b.span[0]);
}

function leftOf(
  { paragraph: p, section }: Passed,
  read: readonly Span[],
  context: DeadlineContext,
): { span: Span; why: UnreadReason } | null {
  const body = p.label ? slice(p.clean, p.label.length, p.clean.text.length) : p.clean;
  const parsed = parse(body);
  const left = parsed.sentences.filter((s) => !isRead(spanOf(parsed, s.from, s.to), read));
  const [first] = left;
  const last = left.at(-1);
  if (!first || !last) return null;
  const whole = left.length === parsed.sentences.length;
  const span = whole ? sourceSpan(body, 0, body.text.length) : spanOf(parsed, first.from, last.to);
  if (section === 'introduces')
    return ordersMuch(parsed, last) ? { span: spanOf(parsed, last.from, last.to), why: 'order' } : null;
  const told = left.some((s) => s.clauses.some((c) => isOrder(parsed, c)));
  if (told) return { span, why: 'order' };
  if (section === 'after') return null;
  if (p.label && whole && section !== 'describes' && readDeadlines(body.text, context).some((d) => d.due !== null))
    return { span, why: 'dated' };
  if (section === 'tasks' && whole && (p.label ? isSentence(body) : ordersSomething(parsed, 0)))
    return { span, why: 'item' };
  // A paragraph that begins as a task where nothing tells whether tasks are given.
  if (
    section === 'open' &&
    whole &&
    !p.label &&
    isSentence(body) &&
    !isPreamble(body.folded) &&
    OPENING_VERBS.at(parsed.tokens, 0) > 0
  )
    return { span, why: 'item' };
  return null;
}

/** Words after the names at which an introduction says more than that a list follows. */
const MUCH = 36;

/** "… yêu cầu Sở A khắc phục hậu quả …, rút kinh nghiệm …, trong đó tập trung một số nhiệm vụ sau:" */
function ordersMuch(p: Parsed, sentence: { from: number; to: number }): boolean {
  const actor = findActor(p.tokens, p.depth, sentence);
  return actor !== null && !actor.weak && sentence.to - actor.next > MUCH;
}

/** Somebody is told something: by an order's verb, or as the subject of a task. */
function isOrder(p: Parsed, clause: { from: number; to: number }): boolean {
  const actor = findActor(p.tokens, p.depth, clause);
  return actor !== null && !actor.weak;
}

/** Long enough to say something, and no bare heading. */
function isSentence(body: Clean): boolean {
  return body.text.length > 25 && !/^\d/.test(body.text) && !body.text.endsWith(':') && /\p{Ll}/u.test(body.text);
}

function spanOf(p: Parsed, from: number, to: number): Span {
  const start = p.tokens[from]?.start ?? 0;
  return sourceSpan(p.clean, start, p.tokens[to - 1]?.end ?? start);
}

/** Is most of this in a directive? Found by halving: both lists run in the order of the text. */
function isRead(span: Span, read: readonly Span[]): boolean {
  let from = 0;
  let to = read.length;
  while (from < to) {
    const mid = (from + to) >> 1;
    if ((read[mid]?.[1] ?? 0) <= span[0]) from = mid + 1;
    else to = mid;
  }
  let inside = 0;
  for (let k = from; k < read.length && (read[k]?.[0] ?? 0) < span[1]; k++)
    inside += Math.min(span[1], read[k]?.[1] ?? 0) - Math.max(span[0], read[k]?.[0] ?? 0);
  return inside * 2 > span[1] - span[0];
}

/** A row of a table left unread that names a body beside other words. */
function assigns(line: Line): boolean {
  const tokens = parse(line.clean).tokens;
  if (tokens.length < 8) return false;
  return tokens.some((t, k) => t.cap && k > 2 && (namesAt(tokens, k)?.names.some((n) => n.specific) ?? false));
}
