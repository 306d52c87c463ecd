import { HEADS, QUANTIFIERS } from '../agencies/lexicon.ts';
import { namesAt } from '../agencies/lists.ts';
import { toNames, unique, without } from '../directives/draft.ts';
import { type Clean, clean, slice } from '../text/clean.ts';
import { type Token, tokenize } from '../text/tokens.ts';
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
  const found: Record<Role, Name[]> = { lead: [], cooperating: [] };
  const unmarked: Name[] = [];
  let now: Role | null = null;
  for (const part of partsOf(text, ranges)) {
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
  return { lead, cooperating: without(unique(found.cooperating), lead) };
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
function partsOf(text: string, ranges: readonly Span[]): Clean[] {
  const whole = clean(text, ranges);
  const lineStarts = new Set(ranges.slice(1).map(([from]) => from));
  const tokens = tokenize(whole);
  const cuts = [0];
  tokens.forEach((t, k) => {
    const before = tokens[k - 1];
    if (!before) return;
    const opensLine = lineStarts.has(whole.starts[t.start] ?? -1) && opensName(tokens, k);
    const dash =
      ['-', '–', '+', '•'].includes(before.text) && tokens[k - 2]?.end !== before.start && t.start > before.end;
    const role =
      ['phối', 'chủ'].includes(t.low) && roleAt(tokens, k) !== null && before.text !== '(' && opensRole(tokens, k);
    // "Sở A (chủ trì), Sở B"
    const marked =
      before.text === ',' && tokens[k - 2]?.text === ')' && ['trì', 'hợp'].includes(tokens[k - 3]?.low ?? '');
    if (before.text === ';' || (before.text === '.' && t.cap) || opensLine || dash || role || marked)
      cuts.push(t.start);
  });
  return cuts
    .map((from, k) => slice(whole, from, cuts[k + 1] ?? whole.text.length))
    .filter((p) => /\p{L}/u.test(p.text));
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
  const names: Name[] = [];
  let k = 0;
  while (k < tokens.length) {
    const t = tokens[k];
    if (t?.word && ['chủ trì', 'phối hợp'].includes(`${t.low} ${tokens[k + 1]?.low}`)) {
      k += 2;
      continue;
    }
    if (!t?.word || (!t.cap && SKIPPED.has(t.low))) {
      k++;
      continue;
    }
    const list = namesAt(tokens, k, { expected: true });
    if (list && list.next > k) {
      names.push(...toNames({ clean: part, tokens }, list.names));
      k = list.next;
      // What follows a name up to the next mark explains it.
      while (k < tokens.length && !/^[,;.(:]$/.test(tokens[k]?.text ?? '')) k++;
    } else if (names.length === 0 && t.cap) return asWritten(part);
    else k++;
  }
  return names.length > 0 ? names : asWritten(part);
}

const LONGEST_NAME = 90;

function asWritten(part: Clean): Name[] {
  const m = /^[^\p{L}\d]*([\p{L}\d][^;:]*?)[\s.,;:]*$/u.exec(part.text);
  const name = m?.[1] ?? '';
  if (name === '' || name.length > LONGEST_NAME || !/\p{L}{2}/u.test(name)) return [];
  const from = part.text.indexOf(name);
  return [{ name, span: [part.starts[from] ?? 0, part.ends[from + name.length - 1] ?? 0] }];
}
