import { BODY_MODIFIERS, FIELD_WORDS, GENERICS, HEADS, MODIFIERS, QUANTIFIERS } from '../agencies/lexicon.ts';
import { type FoundList, namesAt } from '../agencies/lists.ts';
import type { Found } from '../agencies/names.ts';
import { toNames, unique, without } from '../directives/draft.ts';
import { type Clean, clean, slice } from '../text/clean.ts';
import { Phrases, type Token, tokenize } from '../text/tokens.ts';
import type { Name, Span } from '../types.ts';

export interface CellNames {
  readonly lead: readonly Name[];
  readonly cooperating: readonly Name[];
}

type Role = 'lead' | 'cooperating';

/**
 * The names a cell lists, by what its words say: "Sở A (chủ trì); Sở B, Sở C phối hợp". Names the grammar of agencies
 * does not know are taken as written: a column of agencies holds nothing else.
 *
 * @param role what the column's head says they are
 */
export function namesInCell(text: string, ranges: readonly Span[], role: Role): CellNames {
  return namesIn(partsOf(clean(text, ranges), new Set(ranges.slice(1).map(([from]) => from))), role);
}

/** The same for the value of a field. */
export function namesInPart(value: Clean): CellNames {
  return namesIn(partsOf(value, new Set()), 'lead');
}

function namesIn(parts: readonly Clean[], role: Role): CellNames {
  const found: Record<Role, Name[]> = { lead: [], cooperating: [] };
  const unmarked: Name[] = [];
  let now: Role | null = null;
  for (const part of parts) {
    const tokens = tokenize(part);
    // "phối hợp: Sở B" speaks of all that follow, "Sở B phối hợp" and "Sở B (phối hợp)" of what stands before it.
    const before = roleAt(tokens, 0);
    now = before ?? now;
    const after = before ? -1 : tokens.findIndex((_, k) => k > 0 && roleAt(tokens, k) !== null);
    const own = after > 0 ? roleAt(tokens, after) : now;
    (own ? found[own] : unmarked).push(...allNames(part, tokens));
  }
  // Where one is marked as the lead, the others in its cell are not.
  found[role === 'lead' && found.lead.length > 0 ? 'cooperating' : role].push(...unmarked);
  const lead = unique(found.lead);
  return { lead, cooperating: notLeading(unique(found.cooperating), lead) };
}

/** Names that lead do not cooperate; of a group the others may. */
export function notLeading(names: readonly Name[], lead: readonly Name[]): Name[] {
  return without(
    names,
    lead.filter((n) => !/^(?:các|những|mọi|từng) /iu.test(n.name)),
  );
}

function roleAt(t: readonly Token[], i: number): Role | null {
  let k = i;
  while (t[k] && (!t[k]?.word || ['cơ', 'quan', 'đơn', 'vị'].includes(t[k]?.low ?? '')) && k < i + 4) k++;
  const at = i === 0 ? k : i;
  const two = `${t[at]?.low} ${t[at + 1]?.low}`;
  if (two === 'chủ trì') return 'lead';
  return two === 'phối hợp' ? 'cooperating' : null;
}

/** A cell's parts: at ";", at marks of lists, where a line or sentence begins another name, and around "phối hợp". */
function partsOf(whole: Clean, lineStarts: ReadonlySet<number>): Clean[] {
  const tokens = tokenize(whole);
  const cuts = [0];
  tokens.forEach((t, k) => {
    const before = tokens[k - 1];
    if (!before) return;
    const opensLine = lineStarts.has(whole.starts[t.start] ?? -1) && opensName(tokens, k);
    const dash =
      ['-', '–', '+', '•'].includes(before.text) &&
      tokens[k - 2]?.end !== before.start &&
      t.start > before.end &&
      (before.text === '+' || before.text === '•' || !tokens[k - 2]?.word || beginsAnother(tokens, k));
    const role =
      ['phối', 'chủ'].includes(t.low) && roleAt(tokens, k) !== null && before.text !== '(' && opensRole(tokens, k);
    // "Sở A (chủ trì), Sở B"
    const marked =
      before.text === ',' && tokens[k - 2]?.text === ')' && ['trì', 'hợp'].includes(tokens[k - 3]?.low ?? '');
    // "Bộ A (đối với …) Bộ B (đối với …)"
    const behind = before.text === ')' && opensName(tokens, k);
    if (before.text === ';' || (before.text === '.' && t.cap) || opensLine || dash || role || marked || behind)
      cuts.push(t.start);
  });
  return cuts
    .map((from, k) => slice(whole, from, cuts[k + 1] ?? whole.text.length))
    .filter((p) => /\p{L}/u.test(p.text));
}

/** "Sở A - Sở B" are two names, "Phòng Kế hoạch - Tài chính" is one. */
function beginsAnother(t: readonly Token[], k: number): boolean {
  return (
    (HEADS.at(t, k) > 0 && FIELD_WORDS.at(t, k) === 0) ||
    QUANTIFIERS.at(t, k) > 0 ||
    /^\p{Lu}{2,}$/u.test(t[k]?.text ?? '')
  );
}

function opensName(t: readonly Token[], k: number): boolean {
  const before = t[k - 1]?.low ?? '';
  if (['và', 'của', 'với', 'thuộc', 'về'].includes(before)) return false;
  return t[k]?.cap === true && (HEADS.at(t, k) > 0 || QUANTIFIERS.at(t, k) > 0);
}

/** "phối hợp với Sở B", "phối hợp: Sở B": names come after the word. */
function opensRole(t: readonly Token[], k: number): boolean {
  const next = t[k + 2];
  return next !== undefined && (next.text === ':' || next.low === 'với' || next.cap);
}

const SKIPPED = new Set(['chủ', 'trì', 'phối', 'hợp', 'với', 'và', 'cùng', 'thực', 'hiện', 'đầu', 'mối', 'giao']);

function allNames(part: Clean, tokens: readonly Token[]): Name[] {
  if (ELSEWHERE.test(part.text)) return [];
  const names: Name[] = [];
  let k = 0;
  while (k < tokens.length) {
    const t = tokens[k];
    if (t?.word && isRole(tokens, k)) {
      k += 2;
      continue;
    }
    if (!t?.word || (!t.cap && SKIPPED.has(t.low))) {
      k++;
      continue;
    }
    const list = namesAt(tokens, k, { expected: true }) ?? organisationAt(tokens, k);
    if (list && list.next > k) {
      const end = wholeEnd(tokens, list.next);
      const whole = withLevels(tokens, list.names);
      const last = whole.at(-1);
      if (last && end > list.next) whole[whole.length - 1] = { ...last, to: end };
      names.push(...toNames({ clean: part, tokens }, whole));
      k = end;
      // What follows a name up to the next mark explains it.
      while (k < tokens.length && !/^[,;.(:]$/.test(tokens[k]?.text ?? '') && tokens[k]?.low !== 'và') k++;
    } else if (names.length === 0 && t.cap) return asWritten(part);
    else k++;
  }
  return names.length > 0 ? names : asWritten(part);
}

/** "…, tổ chức hỗ trợ kỹ thuật": elsewhere a verb, in a list of names a body. */
function organisationAt(t: readonly Token[], k: number): FoundList | null {
  if (t[k]?.low !== 'tổ' || t[k + 1]?.low !== 'chức' || !/^[,;]$|^và$/.test(t[k - 1]?.low ?? '')) return null;
  return { names: [{ from: k, to: k + 2, next: k + 2, kind: 'group', specific: false }], next: k + 2 };
}

/** "… cấp tỉnh, cấp xã": the levels of one body are one name. */
function withLevels(t: readonly Token[], names: readonly Found[]): Found[] {
  const out: Found[] = [];
  for (const name of names) {
    const before = out.at(-1);
    if (before && t[name.from]?.low === 'cấp') out[out.length - 1] = { ...before, to: name.to, next: name.next };
    else out.push(name);
  }
  return out;
}

function isRole(t: readonly Token[], k: number): boolean {
  return ['chủ trì', 'phối hợp'].includes(`${t[k]?.low} ${t[k + 1]?.low}`);
}

/** Words that explain a name and are no part of it. */
const EXPLAINS = new Phrases(
  'theo|để|khi|nếu|trong đó|trong quá trình|sau|trước|là|làm|tham mưu|báo cáo|thực hiện|giúp|đối với',
);
const MOST_WORDS = 14;

/**
 * Where a name of a cell ends: it holds names and what stands between them, so words that the grammar of agencies does
 * not know belong to the name they follow ("các tổ chức | hoạt động khai thác khoáng sản", "… cấp tỉnh | , cấp xã").
 */
function wholeEnd(t: readonly Token[], from: number): number {
  let at = from;
  for (;;) {
    const token = t[at];
    if (!token || at - from > MOST_WORDS) return token ? from : at;
    if (token.word && token.low !== 'và') {
      if (isRole(t, at) || EXPLAINS.at(t, at) > 0) return at;
      if (token.cap && HEADS.at(t, at) > 0 && t[at - 1]?.word !== true) return at;
      at++;
    } else if (['-', '–', '&'].includes(token.text) && t[at + 1]?.word && !t[at + 1]?.cap) at++;
    else if ((token.text === ',' || token.low === 'và') && goesOn(t, at + 1)) at += 2;
    else return at;
  }
}

/** Does the word after a comma go on with the name before it, and begin none of its own? */
function goesOn(t: readonly Token[], i: number): boolean {
  const token = t[i];
  if (!token?.word || token.cap || token.low === 'và') return false;
  if (MODIFIERS.at(t, i) > 0 || BODY_MODIFIERS.at(t, i) > 0) return GENERICS.at(t, i) === 0 || token.low === 'cấp';
  return QUANTIFIERS.at(t, i) === 0 && GENERICS.at(t, i) === 0 && HEADS.at(t, i) === 0 && !isRole(t, i);
}

const LONGEST_NAME = 90;
/** "Theo phân công tại Quyết định số …": where the name stands, and no name. */
const ELSEWHERE = /^(?:theo|như|tại|căn cứ|xem|nêu|không)\s/iu;

function asWritten(part: Clean): Name[] {
  const m = /^[^\p{L}\d]*([\p{L}\d][^;:]*?)[\s.,;:]*$/u.exec(part.text);
  const name = m?.[1] ?? '';
  if (name === '' || name.length > LONGEST_NAME || !/\p{L}{2}/u.test(name)) return [];
  const from = part.text.indexOf(name);
  return [{ name, span: [part.starts[from] ?? 0, part.ends[from + name.length - 1] ?? 0] }];
}
