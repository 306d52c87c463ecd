import { type DeadlineContext, readDeadlines } from '../../deadline/index.ts';
import { namesAt } from '../agencies/lists.ts';
import type { Line } from '../structure/lines.ts';
import type { Paragraph } from '../structure/paragraphs.ts';
import { type Clean, sourceSpan } from '../text/clean.ts';
import { lettersOf } from '../text/letters.ts';
import type { Stretch } from '../text/sentences.ts';
import type { Span, Unread, UnreadReason } from '../types.ts';
import { fieldOf } from './fields.ts';
import { opensAsTask, orderSignOf } from './order-signs.ts';
import { isPlainlyNone, leadsToList } from './plainly-none.ts';
import { type ReadOrder, secondOrders } from './second-orders.ts';
import { type Parsed, parse } from './segments.ts';
import { isBare, isClosing, isCompany, isDescription, isEffect, isPraise, isPreamble } from './sinks.ts';

/** What stood around a paragraph where the walk passed it. */
export type Surroundings =
  /** Its section describes: purpose, criteria, results. */
  | 'describes'
  /** Others say it at a meeting. */
  | 'heard'
  | 'tasks'
  /** Neither is known. */
  | 'open'
  /** Opening paragraphs, before the first item. */
  | 'front'
  /** Behind "Nơi nhận". */
  | 'after'
  /** It stands above a list. */
  | 'introduces';

/**
 * Checks a document against itself: what looks like an order and is in no directive. A sentence with a body and
 * something it must do, a labelled item with a day, an item among tasks, a row of a table with both.
 *
 * @param around what the walk knows of a paragraph; one it never came to counts as open
 * @param told the directives, in the order of the text
 */
export function unreadOf(
  source: string,
  paragraphs: readonly Paragraph[],
  around: ReadonlyMap<Paragraph, Surroundings>,
  lines: readonly Line[],
  told: readonly ReadOrder[],
  context: DeadlineContext,
): Unread[] {
  const read = told.map((d) => d.span);
  const out: Unread[] = secondOrders(paragraphs, told).map((span) => ({
    span,
    text: source.slice(span[0], span[1]),
    why: 'beside',
  }));
  let before: Left | null = null;
  for (const p of paragraphs) {
    // A note explains; what it hands out all the same is shown.
    if (p.footnote) {
      const left = leftOf(p, 'describes', read, context);
      if (left) out.push({ span: left.span, text: source.slice(left.span[0], left.span[1]), why: left.why });
      continue;
    }
    // "…, UBND tỉnh yêu cầu các sở thực hiện các nội dung sau:" says nothing that the list below it does not.
    if (around.get(p) === 'introduces' && leadsToList(p.clean.folded) && isReadBelow(p, read)) continue;
    const left: Left | null =
      before && fieldOf(p)
        ? withField(before, p, read)
        : withThings(leftOf(p, around.get(p) ?? 'open', read, context), before);
    if (left && before && left.span[0] === before.span[0]) out.pop();
    if (left) out.push({ span: left.span, text: source.slice(left.span[0], left.span[1]), why: left.why });
    before = left;
  }
  for (const line of lines) {
    if (line.kind !== 'row' || isRead([line.start, line.end], read) || !assigns(line)) continue;
    out.push({ span: [line.start, line.end], text: source.slice(line.start, line.end), why: 'row' });
  }
  return out.sort((a, b) => a.span[0] - b.span[0]);
}

/** Is anything below this paragraph read? */
function isReadBelow(p: Paragraph, read: readonly Span[]): boolean {
  return (read.at(-1)?.[0] ?? 0) >= sourceSpan(p.clean, 0, p.clean.text.length)[1];
}

interface Left {
  readonly span: Span;
  readonly why: UnreadReason;
  /** An item that begins with no verb. */
  readonly noun?: boolean;
}

/** Items that begin with no verb, one right below the other, are looked at together: a list of things, as a rule. */
function withThings(left: Left | null, before: Left | null): Left | null {
  return left?.noun && before?.noun ? { ...left, span: [before.span[0], left.span[1]] } : left;
}

/** "Cơ quan chủ trì: …", "Thời hạn: …" below a task that was not read belong to it. */
function withField(task: Left, p: Paragraph, read: readonly Span[]): Left | null {
  const span = sourceSpan(p.clean, 0, p.clean.text.length);
  return isRead(span, read) ? null : { span: [task.span[0], span[1]], why: task.why };
}

function leftOf(p: Paragraph, around: Surroundings, read: readonly Span[], context: DeadlineContext): Left | null {
  const { body } = p;
  if (isWhollyRead(sourceSpan(body, 0, body.text.length), read)) return null;
  if (!isSentence(body) || isCompany(body) || saysNothing(body.folded)) return null;
  const parsed = parse(body);
  if (namesOnly(parsed)) return null;
  const left = parsed.sentences.filter((s) => !isRead(spanOf(parsed, s.from, s.to), read));
  const [first] = left;
  const last = left.at(-1);
  if (!first || !last) return null;
  const whole = left.length === parsed.sentences.length;
  const span = whole ? sourceSpan(body, 0, body.text.length) : spanOf(parsed, first.from, last.to);
  if (left.some((s) => s.clauses.some((c) => tells(parsed, c, around, body, p)))) return { span, why: 'order' };
  if (!whole || !['tasks', 'open'].includes(around) || isDescription(body.folded) || praisesOnly(body.folded))
    return null;
  if ((p.label || beginsWithName(parsed)) && readDeadlines(body.text, context).some((d) => d.due !== null))
    return { span, why: 'dated' };
  const task = opensAsTask(parsed, first);
  if (around === 'tasks' && (p.label || task)) return { span, why: 'item', noun: !task };
  if (around === 'open' && !isPreamble(body.folded) && task) return { span, why: 'item' };
  return null;
}

/** "Sở Y tế mua thuốc … trước ngày 30/4": who stands first in what has a day is told something, by whatever verb. */
function beginsWithName({ tokens, clean }: Parsed): boolean {
  const list = namesAt(tokens, 0);
  return list !== null && list.next < tokens.length && !/ đã /u.test(clean.folded);
}

/** Is somebody told something here? What is said around it says how clear the words must be. */
function tells(parsed: Parsed, s: Stretch, around: Surroundings, body: Clean, p: Paragraph): boolean {
  const sign = orderSignOf(parsed, s);
  if (sign === null || around === 'heard') return false;
  if (around === 'introduces') return sign !== 'part' && s.to - s.from > MUCH;
  if (sign === 'handed') return true;
  if (around === 'describes') return sign === 'charged';
  if (around === 'after' || around === 'front') return false;
  return p.label !== null || !isPreamble(body.folded);
}

/** Words at which an introduction says more than that a list follows. */
const MUCH = 40;

/** Closing formulas, what a document says of itself, bare headings. */
function saysNothing(text: string): boolean {
  return (
    isPlainlyNone(text) ||
    isEffect(text) ||
    isBare(text) ||
    (text.length < 300 && isClosing(text, false)) ||
    DATELINE.test(text)
  );
}

/** "Chánh Văn phòng Ban Chỉ đạo phòng thủ dân sự.": a line of those who receive it, whatever verbs the name holds. */
function namesOnly({ tokens }: Parsed): boolean {
  const list = namesAt(tokens, 0);
  return list !== null && tokens.slice(list.next).every((t) => !t.word);
}

/** "Khen thưởng kịp thời …" among tasks is one of them. */
function praisesOnly(text: string): boolean {
  return isPraise(text) && !text.includes('khen thưởng');
}

const DATELINE = /^[^.;:]{2,40}, ngày [^.;:]{1,30}$/u;

/** Long enough to say something, and no bare heading. */
function isSentence(body: Clean): boolean {
  if (body.text.length <= 25 || /^\d/.test(body.text)) return false;
  const { small, capital } = lettersOf(body.text);
  return small > 0 && small * 3 > capital;
}

function spanOf(p: Parsed, from: number, to: number): Span {
  const start = p.tokens[from]?.start ?? 0;
  return sourceSpan(p.clean, start, p.tokens[to - 1]?.end ?? start);
}

/** The first directive that ends behind `at`, found by halving: both lists run in the order of the text. */
function firstBehind(at: number, read: readonly Span[]): number {
  let from = 0;
  let to = read.length;
  while (from < to) {
    const mid = (from + to) >> 1;
    if ((read[mid]?.[1] ?? 0) <= at) from = mid + 1;
    else to = mid;
  }
  return from;
}

/** Is this one directive? Most of a notice is, and nothing else need be asked of it. */
function isWhollyRead(span: Span, read: readonly Span[]): boolean {
  const first = read[firstBehind(span[0], read)];
  return first !== undefined && first[0] <= span[0] && first[1] >= span[1];
}

/** Is most of this in a directive? */
function isRead(span: Span, read: readonly Span[]): boolean {
  let inside = 0;
  for (let k = firstBehind(span[0], read); k < read.length && (read[k]?.[0] ?? 0) < span[1]; k++)
    inside += Math.min(span[1], read[k]?.[1] ?? 0) - Math.max(span[0], read[k]?.[0] ?? 0);
  return inside * 2 > span[1] - span[0];
}

/** A row of a table left unread that names a body beside other words. */
function assigns(line: Line): boolean {
  const tokens = parse(line.clean).tokens;
  if (tokens.length < 8) return false;
  return tokens.some((t, k) => t.cap && k > 2 && (namesAt(tokens, k)?.names.some((n) => n.specific) ?? false));
}
