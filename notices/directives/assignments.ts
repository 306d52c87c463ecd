import type { Deadline, DeadlineContext } from '../../deadline/index.ts';
import { namesAt } from '../agencies/lists.ts';
import type { Found } from '../agencies/names.ts';
import { type Clean, slice, sourceSpan } from '../text/clean.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import type { LeadRule, Name } from '../types.ts';
import { directed } from './charged.ts';
import { cooperatingIn } from './cooperating.ts';
import { deadlinesOf, within } from './dates.ts';
import { type Draft, toNames, unique, without } from './draft.ts';
import { inlineFields } from './fields.ts';
import { ordersSomething } from './items.ts';
import type { Level } from './outline.ts';
import { type Demand, type Parsed, type Segment, segmentsOf } from './segments.ts';
import type { Speaker } from './speaker.ts';
import { supervises } from './supervision.ts';

export type PathlessDraft = Omit<Draft, 'path'>;

/** The assignments a paragraph gives, with what the levels above it hand down. */
export function assignmentsOf(
  parsed: Parsed,
  demand: Demand,
  level: Level,
  context: DeadlineContext,
  speaker: Speaker,
): PathlessDraft[] {
  const one = level.lead.length === 1 && !/^(?:các|những) /iu.test(level.lead[0]?.name ?? '');
  const owned = level.by === 'heading' && level.lead.length > 0 ? (one ? 'one' : 'several') : null;
  const segments = segmentsOf(parsed, demand, owned, speaker).filter((s) => holds(parsed, s, level));
  const dates = segments.length > 0 ? deadlinesOf(parsed.clean, context) : [];
  return segments.map((s, k) => {
    const first = segments[0];
    // "Trong tháng 02/2025, … (Bộ A); … (Bộ B)": a date before the first task holds for the others too.
    const shared = first && k > 0 && s.by === 'parentheses' ? leading(parsed, first, dates) : [];
    return toAssignment(parsed, s, level, dates, shared);
  });
}

/** An item that names nobody and begins with no order is kept only where an agency's tasks are listed; a doubtful verb is only doubted. */
function holds(parsed: Parsed, s: Segment, level: Level): boolean {
  if (s.by !== 'unsaid' || saysWho(parsed, s)) return true;
  return ordersSomething(parsed, s.from) || (level.task && level.lead.length > 0);
}

/** "Quét 3D hiện vật. Đơn vị thực hiện: Bảo tàng tỉnh": a task by its fields, whatever its verb. */
function saysWho({ clean, tokens }: Parsed, s: Segment): boolean {
  const text = clean.folded.slice(tokens[s.from]?.start ?? 0, tokens[s.to - 1]?.end);
  return inlineFields(text).some((f) => f.kind === 'lead');
}

function toAssignment(
  parsed: Parsed,
  s: Segment,
  level: Level,
  dates: readonly Deadline[],
  shared: Deadline[],
): PathlessDraft {
  const { tokens, clean } = parsed;
  const start = tokens[firstWord(parsed, s.from, s.to)]?.start ?? 0;
  const end = tokens[s.to - 1]?.end ?? start;
  const span = sourceSpan(clean, start, end);
  const fields = inlineFieldNames(slice(clean, start, end));
  const [mine, beside] = byRole(tokens, s.lead);
  const named = toNames(parsed, mine);
  const own = pointsBack(named, s, level) ? [] : named;
  const inherits = own.length === 0 && s.by !== 'none';
  const led = fields.lead.length > 0 ? fields.lead : inherits ? [...level.lead] : own;
  const lead = led.length > 0 || s.by !== 'unsaid' ? led : toNames(parsed, directed(tokens, s.from, s.to));
  const coop = [
    ...toNames(parsed, [...beside, ...cooperatingIn(tokens, parsed.depth, s.from, s.to)]),
    ...fields.cooperating,
  ];
  const deadlines = [...shared, ...within(dates, span)];
  if (!deadlines.some((d) => d.due !== null)) deadlines.push(...level.deadlines);
  return {
    span,
    lead,
    by: led.length === 0 && lead.length > 0 ? 'order' : leadRule(lead, fields.lead.length > 0, inherits, s, level),
    cooperating: without(unique(inherits ? [...level.cooperating, ...coop] : coop), lead),
    supervises: supervises(clean.folded.slice(start, end)),
    deadlines,
    weak: s.weak,
  };
}

/** "Giao Phòng A (chủ trì), Phòng B (phối hợp) lập …": who leads, and who has the other part, by the bracket behind the name. */
function byRole(t: readonly Token[], names: readonly Found[]): readonly [readonly Found[], readonly Found[]] {
  const beside = names.filter(
    (n) => t[n.to]?.text === '(' && t[n.to + 1]?.low === 'phối' && t[n.to + 2]?.low === 'hợp',
  );
  return beside.length < names.length ? [names.filter((n) => !beside.includes(n)), beside] : [names, []];
}

function leadRule(lead: readonly Name[], byField: boolean, inherits: boolean, s: Segment, level: Level): LeadRule {
  if (lead.length === 0) return 'none';
  if (byField) return 'field';
  if (inherits) return level.by;
  return s.by === 'unsaid' ? 'none' : s.by;
}

const SORTS =
  /^(?:các|từng|mỗi) (?:bộ|sở|ban|ngành|cơ quan|đơn vị|địa phương|cấp)(?:(?:,| và) (?:bộ|sở|ban|ngành|cơ quan|đơn vị|địa phương|cấp))*$/u;

/** Under a heading that names groups, "các bộ, ngành, địa phương" in an item points back to those it names. */
function pointsBack(names: readonly Name[], s: Segment, level: Level): boolean {
  if (s.by !== 'subject' || level.by !== 'heading' || names.length === 0) return false;
  const isGroup = (n: Name): boolean => /(?:^|\s)(?:các|từng|mỗi)\s/iu.test(n.name);
  return names.every((n) => SORTS.test(n.name.toLowerCase())) && level.lead.some(isGroup);
}

function leading(parsed: Parsed, first: Segment, dates: readonly Deadline[]): Deadline[] {
  const start = parsed.tokens[first.from]?.start ?? 0;
  return dates.filter((d) => d.span[0] <= (parsed.clean.starts[start] ?? 0) + 2);
}

function inlineFieldNames(part: Clean): { lead: Name[]; cooperating: Name[] } {
  const out = { lead: [] as Name[], cooperating: [] as Name[] };
  const fields = inlineFields(part.folded);
  if (fields.length === 0) return out;
  const tokens = tokenize(part);
  for (const f of fields) {
    const at = tokens.findIndex((x) => x.start >= f.value);
    const list = at < 0 ? null : namesAt(tokens, at, { expected: true, semicolon: f.kind === 'cooperating' });
    if (list) out[f.kind].push(...toNames({ clean: part, tokens }, list.names));
  }
  return out;
}

/** The first word of a segment; an opening quotation mark or bracket belongs to it. */
function firstWord(p: Parsed, from: number, to: number): number {
  let at = from;
  while (at < to && !p.tokens[at]?.word && !['“', '"', '('].includes(p.tokens[at]?.text ?? '')) at++;
  return at;
}
