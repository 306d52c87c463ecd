import { namesAt } from '../agencies/lists.ts';
import type { Found } from '../agencies/names.ts';
import type { Paragraph } from '../structure/paragraphs.ts';
import { tokenize } from '../text/tokens.ts';

/** Plans write each task as a record: "Nhiệm vụ: … / Đơn vị chủ trì: … / Đơn vị phối hợp: … / Thời gian thực hiện: …". */
export type FieldKind = 'task' | 'holder' | 'lead' | 'cooperating' | 'time' | 'product';

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
  ['lead', /^(?:các )?(?:cơ quan|đơn vị|sở,? ngành|cấp)?,? ?(?:đơn vị )?(?:được giao )?chủ trì[^:.;]{0,40}:\s*/u],
  ['cooperating', /^(?:các )?(?:cơ quan|đơn vị|sở,? ngành)?,? ?(?:đơn vị )?phối hợp[^:.;]{0,40}:\s*/u],
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
    while (to < paragraphs.length && fields[to] && fields[to]?.kind !== 'task') to++;
    const task = lastTask(fields, done, i);
    const from = task ?? firstItem(paragraphs, fields, done, i);
    if (from < i || task !== null) records.push({ from, to, fields: i, whole: task !== null });
    done = to;
    i = to - 1;
  }
  return records;
}

const LONGEST_RECORD = 40;

function lastTask(fields: readonly (Field | null)[], from: number, to: number): number | null {
  for (let k = to - 1; k >= Math.max(from, to - LONGEST_RECORD); k--) if (fields[k]?.kind === 'task') return k;
  return null;
}

/** The items of one list right before the fields. */
function firstItem(
  paragraphs: readonly Paragraph[],
  fields: readonly (Field | null)[],
  from: number,
  to: number,
): number {
  const last = paragraphs[to - 1];
  if (!last || to - 1 < from || isHeading(last)) return to;
  let first = to - 1;
  while (
    first - 1 >= from &&
    last.label &&
    !fields[first - 1] &&
    paragraphs[first - 1]?.label?.kind === last.label.kind &&
    last.label.value === ''
  )
    first--;
  return first;
}

function isHeading(p: Paragraph): boolean {
  return p.label !== null && !/[.;:…][”"')]*$/u.test(p.clean.text) && p.clean.text.length < 120;
}

export interface FieldNames {
  readonly paragraph: Paragraph;
  readonly names: readonly Found[];
}

/** The names a field's value lists. */
export function fieldNames(p: Paragraph, field: Field): Found[] {
  const tokens = tokenize(p.clean);
  const at = tokens.findIndex((x) => x.start >= field.value);
  if (at < 0) return [];
  return [...(namesAt(tokens, at, { expected: true, semicolon: true })?.names ?? [])];
}

const INLINE =
  /(?:^|[.;,(]\s*)((?:các )?(?:cơ quan|đơn vị) (?:được giao )?(chủ trì|phối hợp|thực hiện)(?: \p{L}+){0,3}\s*:\s*)/gu;

/** Fields written inside a sentence: "…; cơ quan chủ trì: Sở A; cơ quan phối hợp: Sở B." */
export function inlineFields(folded: string): { kind: 'lead' | 'cooperating'; value: number }[] {
  return [...folded.matchAll(INLINE)].map((m) => ({
    kind: m[2] === 'phối hợp' ? ('cooperating' as const) : ('lead' as const),
    value: m.index + m[0].length,
  }));
}
