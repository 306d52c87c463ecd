import { namesAt } from '../agencies/lists.ts';
import { type Label, rankOf } from '../structure/labels.ts';
import type { Paragraph } from '../structure/paragraphs.ts';
import { namesInPart } from '../tables/cell-names.ts';
import { type Clean, slice } from '../text/clean.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import type { Name } from '../types.ts';
import { findActor } from './actor.ts';
import { toNames } from './draft.ts';
import { parse } from './segments.ts';

/** Plans write each task as a record: "Nhiệm vụ: … / Đơn vị chủ trì: … / Đơn vị phối hợp: … / Thời gian thực hiện: …". */
export type FieldKind = 'task' | 'holder' | 'lead' | 'cooperating' | 'supervisor' | 'time' | 'product';

export interface Field {
  readonly kind: FieldKind;
  /** Offset in the paragraph's cleaned text at which the value begins. */
  readonly value: number;
}

/** Paragraphs `[from, to)` that make one record: its tasks, then its fields. */
export interface FieldRecord {
  readonly from: number;
  readonly to: number;
  /** First field that is not the task itself. */
  readonly fields: number;
  /** The tasks are one assignment ("Nhiệm vụ:" stands above them). */
  readonly whole: boolean;
}

const KINDS: readonly (readonly [FieldKind, RegExp])[] = [
  ['lead', /^(?:các )?(?:cơ quan|đơn vị|sở,? ngành|cấp),? ?(?:đơn vị )?(?:được giao )?chủ trì[^:.;]{0,40}:\s*/u],
  ['cooperating', /^(?:các )?(?:cơ quan|đơn vị|sở,? ngành),? ?(?:đơn vị )?phối hợp[^:.;]{0,40}:\s*/u],
  // Without the noun the colon follows at once: "Chủ trì, phối hợp với các Bộ: …" is a task.
  ['lead', /^chủ trì(?: thực hiện| soạn thảo| tham mưu)?\s*:\s*/u],
  ['cooperating', /^phối hợp(?: thực hiện)?\s*:\s*/u],
  [
    'supervisor',
    /^(?:lãnh đạo|đồng chí|đ\/c|người)? ?(?:\p{L}+ ){0,2}(?:phụ trách|theo dõi|chỉ đạo|đôn đốc)(?: thực hiện)?\s*:\s*/u,
  ],
  ['lead', /^(?:cơ quan|đơn vị|người) (?:thực hiện|được giao|chịu trách nhiệm)[^:.;]{0,30}:\s*(?=\S)/u],
  ['holder', /^(?:cơ quan|đơn vị|phân công) (?:thực hiện|được giao|trách nhiệm)?[^:.;]{0,30}:\s*$/u],
  ['time', /^(?:thời (?:gian|hạn)|tiến độ|hạn)(?: \p{L}+){0,3}\s*:\s*/u],
  ['product', /^(?:sản phẩm|kết quả)(?: \p{L}+){0,4}\s*:\s*/u],
  ['task', /^(?:nhiệm vụ|nội dung(?: công việc| nhiệm vụ| thực hiện)?)\s*:\s*/u],
];

/** The field a paragraph is, if any. */
export function fieldOf(p: Paragraph): Field | null {
  const from = p.label?.length ?? 0;
  const text = p.clean.folded.slice(from, from + 160);
  if (!text.includes(':')) return null;
  for (const [kind, pattern] of KINDS) {
    const m = pattern.exec(text);
    if (m) return { kind, value: from + m[0].length };
  }
  return null;
}

/** The records among paragraphs, in order. */
export function findRecords(paragraphs: readonly Paragraph[]): FieldRecord[] {
  const fields = paragraphs.map((p) => (p.footnote ? null : fieldOf(p)));
  const records: FieldRecord[] = [];
  let done = 0;
  for (let i = 0; i < paragraphs.length; i++) {
    const kind = fields[i]?.kind;
    if (!kind || kind === 'task' || kind === 'product') continue;
    let to = i + 1;
    while (to < paragraphs.length && belongs(paragraphs, fields, to)) to++;
    if (headsMeeting(paragraphs, i, to) || isOwnItem(kind, paragraphs[i - 1], paragraphs[i])) continue;
    const task = lastTask(fields, done, i);
    const named = fields.slice(i, to).some((f) => f?.kind === 'lead');
    // "- Chủ tịch các xã. / 2. Thời gian: …", "1. Loại: … / 2. Thời gian: …": a section of its own, and no field of what stands above.
    const above = standsAbove(paragraphs[i], paragraphs[i - 1], !named);
    if (task === null && (above || isSection(kind, paragraphs[i]))) continue;
    const from = task ?? firstItem(paragraphs, fields, done, i, named);
    if (from < i || task !== null) records.push({ from, to, fields: i, whole: task !== null });
    done = to;
    i = to - 1;
  }
  return records;
}

const MEETING = /(?:^|\s)(?:thành phần(?: tham dự| dự họp)?|thư ký(?: cuộc họp)?)\s*:/u;

/** "Thời gian: … / Địa điểm: … / Chủ trì: Ông … / Thành phần: …": when and where people met, and no task. */
function headsMeeting(paragraphs: readonly Paragraph[], from: number, to: number): boolean {
  return paragraphs.slice(from, to + 4).some((p) => p.label === null && MEETING.test(p.clean.folded));
}

/**
 * "Điều 2. Thời hạn: …" is an article of its own; "1. Thời gian: …" below "… thông báo thời gian, địa điểm như sau:" an
 * item of its list.
 */
function isOwnItem(kind: FieldKind, above: Paragraph | undefined, field: Paragraph | undefined): boolean {
  if (kind !== 'time' || field?.label?.kind !== 'arabic') return false;
  if (field.label.depth === 0) return true;
  return field.label.value === '1' && above?.label === null && /như sau\s*:$/u.test(above.clean.folded);
}

const LONGEST_RECORD = 40;

/** "4. Phân công nhiệm vụ:" above a list of its own. */
function isSection(kind: FieldKind, p: Paragraph | undefined): boolean {
  return kind === 'holder' && p?.label != null && ['part', 'roman', 'arabic'].includes(p.label.kind);
}

/** Another field; or below "- Phân công thực hiện:" a line that says it in words ("+ Sở A chủ trì, phối hợp với Sở B."). */
function belongs(paragraphs: readonly Paragraph[], fields: readonly (Field | null)[], i: number): boolean {
  const field = fields[i];
  if (field) return field.kind !== 'task';
  const holder = fields[i - 1]?.kind === 'holder' ? paragraphs[i - 1] : undefined;
  const own = paragraphs[i];
  if (!holder || !own) return false;
  return own.label === null ? holder.label !== null : holder.label === null || rankOf(own.label) > rankOf(holder.label);
}

function standsAbove(field: Paragraph | undefined, before: Paragraph | undefined, orBeside: boolean): boolean {
  if (field?.label == null || before?.label == null) return false;
  const [own, other] = [rankOf(field.label), rankOf(before.label)];
  return own < other || (orBeside && own === other && field.label.value !== '');
}

function lastTask(fields: readonly (Field | null)[], from: number, to: number): number | null {
  for (let k = to - 1; k >= Math.max(from, to - LONGEST_RECORD); k--) if (fields[k]?.kind === 'task') return k;
  return null;
}

/** The items of one list right before the fields. A heading is one only where the fields say who does it. */
function firstItem(
  paragraphs: readonly Paragraph[],
  fields: readonly (Field | null)[],
  from: number,
  to: number,
  named: boolean,
): number {
  const last = paragraphs[to - 1];
  if (!last || to - 1 < from || (isHeading(last) && !named)) return to;
  let first = to - 1;
  while (
    first - 1 >= from &&
    last.label &&
    !fields[first - 1] &&
    paragraphs[first - 1]?.label?.kind === last.label.kind &&
    last.label.value === ''
  )
    first--;
  return first < to - 1 || !named ? first : firstNumbered(paragraphs, fields, from, to - 1);
}

/**
 * "3.1. … / 3.2. … / 3.3. … / Đơn vị chủ trì: X": what stands below the last of a list from its first on holds for all
 * of it, where none of them says itself who does it.
 */
function firstNumbered(
  paragraphs: readonly Paragraph[],
  fields: readonly (Field | null)[],
  from: number,
  last: number,
): number {
  const own = paragraphs[last]?.label;
  if (!own || !['decimal', 'letter', 'arabic'].includes(own.kind)) return last;
  let first = last;
  while (first - 1 >= from && !fields[first - 1] && comesBefore(paragraphs[first - 1], paragraphs[first]?.label))
    first--;
  const isWhole = /^(?:a|(?:\d+\.)*1)$/.test(paragraphs[first]?.label?.value ?? '');
  return isWhole && paragraphs.slice(first, last + 1).every(namesNobody) ? first : last;
}

function namesNobody({ clean, label }: Paragraph): boolean {
  const { tokens, depth } = parse(slice(clean, label?.length ?? 0, clean.text.length));
  return findActor(tokens, depth, { from: 0, to: tokens.length }) === null;
}

/** Is this the item of the same list right before? A number that stands twice by mistake is one too; "Điều 2. …:" heads a list. */
function comesBefore(p: Paragraph | undefined, next: Label | null | undefined): boolean {
  const own = p?.label;
  if (!p || !own || !next || own.kind !== next.kind || own.depth !== next.depth || p.clean.text.endsWith(':'))
    return false;
  const step = orderOf(next) - orderOf(own);
  return step === 1 || (step === 0 && own.kind === 'decimal');
}

const LETTERS = 'abcdđeghiklmnopqrstuvxy';

function orderOf({ kind, value }: Label): number {
  return kind === 'letter' ? LETTERS.indexOf(value) : Number(/\d+$/.exec(value)?.[0] ?? Number.NaN);
}

function isHeading(p: Paragraph): boolean {
  return p.label !== null && !/[.;:…][”"')]*$/u.test(p.clean.text) && p.clean.text.length < 120;
}

/** The fields a paragraph holds ("Đơn vị chủ trì: X; Đơn vị phối hợp: Y"), each with its value. */
export function fieldsIn(p: Paragraph): { readonly kind: FieldKind; readonly value: Clean }[] {
  const first = fieldOf(p);
  if (!first) return [];
  const marks: { kind: FieldKind; from: number; value: number }[] = [{ kind: first.kind, from: 0, value: first.value }];
  for (const m of p.clean.folded.matchAll(/[;.]\s+(?=\p{L})/gu)) {
    const from = m.index + m[0].length;
    const text = p.clean.folded.slice(from, from + 160);
    const rule = from > first.value ? KINDS.find(([, pattern]) => pattern.test(text)) : undefined;
    if (rule) marks.push({ kind: rule[0], from: m.index, value: from + (rule[1].exec(text)?.[0].length ?? 0) });
  }
  return marks.map((m, k) => ({
    kind: m.kind,
    value: slice(p.clean, m.value, marks[k + 1]?.from ?? p.clean.text.length),
  }));
}

/** The names a field's value lists. */
export function namesOfField(value: Clean): Name[] {
  const tokens = tokenize(value);
  const list = namesAt(tokens, 0, { expected: true, semicolon: true });
  const read = list ? toNames({ clean: value, tokens }, list.names) : [];
  // "Các đ/c Phó chủ tịch, Trưởng đoàn thể xã …": nothing but names stands in a field, known or not.
  return list && restIsMarks(tokens, list.next) ? read : listedIn(value, read);
}

function restIsMarks(t: readonly Token[], at: number): boolean {
  return !t[at]?.word && (t[at] === undefined || /^[.;(]$/.test(t[at]?.text ?? ''));
}

/** A field's names as a cell lists them, where that finds more. */
function listedIn(value: Clean, read: readonly Name[]): Name[] {
  const { lead, cooperating } = namesInPart(value);
  return cooperating.length === 0 && lead.length >= read.length ? [...lead] : [...read];
}

const INLINE =
  /(?:^|[.;,(]\s*)((?:các )?(?:cơ quan|đơn vị) (?:được giao )?(chủ trì|phối hợp|thực hiện)(?: \p{L}+){0,3}\s*:\s*)|[(;]\s*((chủ trì|phối hợp)(?: thực hiện)?\s*:\s*)/gu;

/** Fields written inside a sentence: "…; cơ quan chủ trì: Sở A; cơ quan phối hợp: Sở B.", "… (chủ trì: Sở A; phối hợp: Sở B)." */
export function inlineFields(folded: string): { kind: 'lead' | 'cooperating'; value: number }[] {
  if (!folded.includes(':')) return [];
  return [...folded.matchAll(INLINE)].map((m) => ({
    kind: (m[2] ?? m[4]) === 'phối hợp' ? ('cooperating' as const) : ('lead' as const),
    value: m.index + m[0].length,
  }));
}
