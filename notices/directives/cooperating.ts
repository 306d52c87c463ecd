import { describedTo, takesDescription } from '../agencies/extent.ts';
import { ACTORS, GENERICS, PREDICATES, QUANTIFIERS, STOPS } from '../agencies/lexicon.ts';
import { type FoundList, namesAt } from '../agencies/lists.ts';
import type { Found } from '../agencies/names.ts';
import { Phrases, type Token } from '../text/tokens.ts';

/** "công tác phối hợp", "quy chế phối hợp", "cơ quan phối hợp": a noun, and nobody is told to. */
const NOUN_BEFORE = new Set(['tác', 'chế', 'quan', 'vị', 'việc', 'hoạch', 'quả']);
const OPENING_VERBS = new Phrases('thực hiện|triển khai|tổ chức|rà soát|kiểm tra|hướng dẫn|xây dựng|lập|báo cáo');
/** How well or in what way: what may stand between "phối hợp" and "với". */
const BETWEEN = new Set(
  ', chặt chẽ thường xuyên tích cực chủ động tốt hiệu quả có đồng bộ trực tiếp kịp thời nhịp nhàng mật thiết liên tục cùng với và trao đổi thống nhất hơn nữa ngay thật sâu sát toàn diện hết sức nhanh chóng'.split(
    ' ',
  ),
);
const MOST_BETWEEN = 10;
const LOOK_BACK = 60;

/** The bodies said to cooperate in tokens `[from, to)`, in the order of the text. */
export function cooperatingIn(t: readonly Token[], depth: readonly number[], from: number, to: number): Found[] {
  const found: Found[] = [];
  for (let k = from; k + 1 < to; k++) {
    if (isPair(t, k, 'phối', 'hợp') || isPair(t, k, 'hiệp', 'đồng')) found.push(...ofPhrase(t, depth, k, from, to));
    else if (isPair(t, k + 1, 'tham', 'gia') && t[k]?.low === 'sự' && (depth[k] ?? 0) === 0)
      found.push(...ofWhom(t, k + 3, to).filter((n) => n.specific));
    else if (isPair(t, k + 1, 'tham', 'gia') && t[k]?.low === 'cùng' && (depth[k] ?? 0) === 0)
      found.push(...invitedBefore(t, k, from));
    else if (t[k]?.low === 'cùng' && (depth[k] ?? 0) === 0) found.push(...together(t, k, from, to));
  }
  return found;
}

function isPair(t: readonly Token[], k: number, one: string, two: string): boolean {
  return t[k]?.low === one && t[k + 1]?.low === two;
}

function ofPhrase(
  t: readonly Token[],
  depth: readonly number[],
  k: number,
  from: number,
  to: number,
): readonly Found[] {
  if ((depth[k] ?? 0) > 0 && !opensInBracket(t, k)) return besideLead(t, k);
  const before = t[k - 1]?.low ?? '';
  // "các cơ quan liên quan | phối hợp với …", "các đơn vị | phối hợp với …" do it themselves.
  const acts = ['quan', 'vị'].includes(before) && ['với', 'cùng', 'chặt'].includes(t[k + 2]?.low ?? '');
  // "Sở B và các đơn vị liên quan | phối hợp thực hiện": "liên quan" is no "cơ quan".
  if (NOUN_BEFORE.has(before) && !acts && t[k - 2]?.low !== 'liên') return [];
  if (isOf(t, k)) return ofWhom(t, k + 2, to);
  const after = namesAfter(t, k + 2, to);
  return after.length > 0 ? after : subjectBefore(t, k, from);
}

/** "với sự (tham gia,) phối hợp …": a noun after all; "Quân sự", "dân sự" are none. */
function isOf(t: readonly Token[], k: number): boolean {
  for (let i = k - 1; i >= Math.max(0, k - 5); i--)
    if (t[i]?.low === 'sự') return i === k - 1 ? !IN_NAMES.has(t[i - 1]?.low ?? '') : t[i + 1]?.low === 'tham';
  return false;
}

const IN_NAMES = new Set(['quân', 'dân', 'nhân', 'hình', 'lịch', 'thời']);

/** "… phối hợp (chặt chẽ) của Sở B" */
function ofWhom(t: readonly Token[], at: number, to: number): readonly Found[] {
  let k = at;
  while (k < to && k < at + MOST_BETWEEN && t[k]?.word && !t[k]?.cap && t[k]?.low !== 'của') k++;
  return t[k]?.low === 'của' ? (namesAt(t, k + 1, { expected: true })?.names ?? []) : [];
}

/** "(phối hợp với Sở B)", "(chủ trì: Sở A; phối hợp: Sở B)": a bracket that says who; quotations say nothing. */
function opensInBracket(t: readonly Token[], k: number): boolean {
  if (!['(', ';', ','].includes(t[k - 1]?.text ?? '')) return false;
  return openAround(t, k) >= 0;
}

/** "(Sở A chủ trì, Sở B phối hợp)": a bracket that says who leads says who cooperates. */
function besideLead(t: readonly Token[], k: number): readonly Found[] {
  const open = openAround(t, k);
  const leads = open >= 0 && t.slice(open, k).some((_, i) => isPair(t, open + i, 'chủ', 'trì'));
  return leads ? subjectBefore(t, k, open + 1) : [];
}

/** Where the bracket around `k` opens; −1 where none does. */
function openAround(t: readonly Token[], k: number): number {
  let closed = 0;
  for (let i = k - 1; i >= 0; i--) {
    if (t[i]?.text === ')') closed++;
    else if (t[i]?.text === '(' && closed-- === 0) return i;
  }
  return -1;
}

/** "phối hợp (chặt chẽ) với Sở B", "phối hợp Sở B", "phối hợp: Sở B". */
function namesAfter(t: readonly Token[], at: number, to: number): readonly Found[] {
  let k = at;
  let expected = t[k]?.text === ':';
  if (expected) k++;
  while (k < to && !t[k]?.cap && BETWEEN.has(t[k]?.low ?? '') && k < at + MOST_BETWEEN) {
    // "với | chủ đầu tư", "với | bộ Tài chính": a name begins, though its first word may say how too ("chủ động", "đồng bộ").
    if (t[k]?.low === 'bộ' && t[k - 1]?.low !== 'đồng') break;
    if (ACTORS.at(t, k) > 0 || (expected && (QUANTIFIERS.at(t, k) > 0 || GENERICS.at(t, k) > 1))) break;
    expected = ['với', 'cùng'].includes(t[k]?.low ?? '');
    k++;
  }
  if (expected && t[k]?.text === ':') k++;
  // "phối hợp | lực lượng cảnh sát", "phối hợp | tổ điều tra": nouns that name nobody's work.
  expected ||= !t[k]?.cap && SORTS.at(t, k) > 0 && t[k + 1]?.low !== 'chức';
  // "phối hợp, đôn đốc C08"
  if (t[at]?.text === ',' && !expected && /^\p{Lu}/u.test(t[at + 3]?.text ?? '')) k = at + 3;
  return withDescription(t, namesAt(t, k, { expected, semicolon: t[k - 1]?.text === ':' }), to);
}

/** "các đơn vị | được lựa chọn quan trắc | triển khai", "các tổ chức | cung cấp dịch vụ chi trả | thực hiện": which of the sort. */
function withDescription(t: readonly Token[], list: FoundList | null, to: number): readonly Found[] {
  const last = list?.names.at(-1);
  if (!list || !last || !takesDescription(last)) return list?.names ?? [];
  const relative = RELATIVE.has(t[list.next]?.low ?? '');
  const end =
    belongsTo(t, list.next, to) ??
    (relative ? (describedTo(t, list.next, to)?.name ?? verbBehind(t, list.next, to)) : undefined) ??
    suppliersTo(t, list.next, to);
  return end === null ? list.names : [...list.names.slice(0, -1), { ...last, to: end }];
}

/** "các viện | thuộc hệ y tế dự phòng | để …" */
function belongsTo(t: readonly Token[], at: number, to: number): number | null {
  if (t[at]?.low !== 'thuộc') return null;
  let k = at + 1;
  while (
    k < to &&
    t[k]?.word &&
    k < at + MOST_SUPPLIED &&
    (PREDICATES.at(t, k) === 0 || t[k - 1]?.low === 'vi') &&
    STOPS.at(t, k) === 0
  )
    k++;
  return k > at + 1 ? k : null;
}

/** "các địa phương có ổ dịch | điều tra": what they have, up to the verb of the task. */
function verbBehind(t: readonly Token[], at: number, to: number): number | undefined {
  // "các đơn vị | có giải pháp …" is the task itself.
  if (t[at]?.low !== 'có' || PREDICATES.at(t, at) > 0) return undefined;
  for (let k = at + 2; k < to && k < at + MOST_SUPPLIED && t[k]?.word; k++) if (PREDICATES.at(t, k) > 1) return k;
  return undefined;
}

const SORTS = new Phrases(
  'lực lượng|cơ quan|đơn vị|chính quyền|doanh nghiệp|nhà trường|gia đình|địa phương|tổ|đội|đoàn|ngành|hội|cấp ủy|chủ đầu tư',
);
const RELATIVE = new Set(['được', 'có', 'thuộc', 'đã']);
const SUPPLIES = new Set(['cung cấp', 'chi trả']);
const MOST_SUPPLIED = 9;

/** Who supplies or runs something, up to the verb of the task; null where that verb is the task's own. */
function suppliersTo(t: readonly Token[], at: number, to: number): number | null {
  if (!SUPPLIES.has(`${t[at]?.low} ${t[at + 1]?.low}`)) return null;
  for (let k = at + 2; k < to && k < at + MOST_SUPPLIED; k++) {
    if (!t[k]?.word) return null;
    if (OPENING_VERBS.at(t, k) > 0) return k;
  }
  return null;
}

/** "Sở A chủ trì, | Sở B và Sở C | phối hợp": who stands before the word, where another does the work. */
function subjectBefore(t: readonly Token[], k: number, from: number): readonly Found[] {
  const end = t[k - 1]?.low === 'cùng' ? k - 1 : k;
  let leads = false;
  for (let i = Math.max(from, k - LOOK_BACK); i < end; i++) {
    leads ||= isPair(t, i - 2, 'chủ', 'trì');
    const mark = t[i - 1]?.text ?? '';
    if (!/^[,;)]$/.test(mark) && !(leads && t[i - 1]?.low === 'và')) continue;
    const list = namesAt(t, i, { semicolon: true });
    if (list?.next === end && (leads || list.names.every((n) => n.specific))) return list.names;
  }
  return [];
}

/** "mời Công ty A, Công ty B | cùng tham gia" */
function invitedBefore(t: readonly Token[], k: number, from: number): readonly Found[] {
  for (let i = k - 1; i > from && i > k - LOOK_BACK; i--) {
    if (!INVITES.has(t[i - 1]?.low ?? '')) continue;
    const list = namesAt(t, i, { semicolon: true });
    return list?.next === k ? list.names : [];
  }
  return [];
}

const INVITES = new Set(['mời', 'nghị', 'cầu', 'động']);

/** "…, cùng (với) Sở B kiểm tra", "chủ trì cùng Sở B", "Cùng các đoàn thể vận động …": beside who leads already. */
function together(t: readonly Token[], k: number, from: number, to: number): readonly Found[] {
  const before = t[k - 1];
  const opens = k === from || (!t[from]?.word && k === from + 1);
  if (!opens && !/^[,;:]$/.test(before?.text ?? '') && !isPair(t, k - 2, 'chủ', 'trì')) return [];
  const at = t[k + 1]?.low === 'với' ? k + 2 : k + 1;
  // "Cùng gia đình gặp gỡ …"; "cùng cấp" names nobody.
  const expected = opens && GENERICS.at(t, at) > 0 && t[at]?.low !== 'cấp';
  const list = at < to ? namesAt(t, at, { expected }) : null;
  return list && list.next < to ? list.names : [];
}
