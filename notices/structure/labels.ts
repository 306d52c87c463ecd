import type { Clean } from '../text/clean.ts';

export type LabelKind =
  | 'part'
  | 'roman'
  | 'arabic'
  | 'ordinal'
  | 'decimal'
  | 'bracket'
  | 'letter'
  | 'dash'
  | 'plus'
  | 'dot';

export interface Label {
  readonly kind: LabelKind;
  /** "IV", "3.1", "a"; empty for dashes. */
  readonly value: string;
  /** Depth within its kind: 2 for "3.1", 3 for "3.1.2"; 0 for "Điều 3", which holds "1.", "2." as its clauses. */
  readonly depth: number;
  /** Characters it takes in the cleaned text, blanks after it included. */
  readonly length: number;
}

const ORDINALS = 'nhất|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|mười một|mười hai|mười ba|mười bốn|mười lăm'.split(
  '|',
);
const CARDINALS = 'một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một|mười hai|mười ba|mười bốn|mười lăm'.split('|');

type Rule = readonly [LabelKind, RegExp, (m: RegExpExecArray) => string];

/** Tried in order on the folded text (the roman rule on the text as written). */
const RULES: readonly Rule[] = [
  ['part', /^(?:phần|mục|chương) (?:thứ )?([ivx]+|\d{1,2}|nhất|hai|ba|tư|năm)(?:[.:]\s*|$)/u, (m) => m[1] ?? ''],
  ['decimal', /^(\d{1,2}(?:\.\d{1,2}){1,3})(?:\.|\))?\s+(?=[^\d\s])/u, (m) => m[1] ?? ''],
  ['arabic', /^(?:điều\s+)?(\d{1,2})(?:[.)/]|\s*[-–](?=\s))\s*(?=[^\d\s./])/u, (m) => m[1] ?? ''],
  ['bracket', /^\((\d{1,2}|[ivx]{1,5}|[a-zđ])\)\s*(?=\S)/u, (m) => m[1] ?? ''],
  ['letter', /^([a-zđ])[).](?!\p{L})\s*(?=\S)/u, (m) => m[1] ?? ''],
  ['ordinal', /^thứ (\p{L}+(?: \p{L}+)?)\s*(?:,|:|là[,:]?)\s*/u, (m) => position(ORDINALS, m[1])],
  ['ordinal', /^(\p{L}+(?: \p{L}+)?) là\s*(?:,|:)\s*/u, (m) => position(CARDINALS, m[1])],
  ['dash', /^[-–—](?![-–—\d])\s*(?=\S)/u, () => ''],
  ['plus', /^\+\s*(?=\S)/u, () => ''],
  ['dot', /^[•●▪■◦·○❖➢]\s*(?=\S)/u, () => ''],
];
/** Capitals only: a lower-case "i." is a letter. */
const ROMAN = /^([IVX]{1,6})(?:[.)]|\s*[-–](?=\s))\s*(?=[^\s./])/u;
const SECTION_LETTER = /^([A-D])\.\s+(?=\p{Lu})/u;

const ARTICLE = /^điều\s/u;

function position(list: readonly string[], word: string | undefined): string {
  const at = list.indexOf(word ?? '');
  return at < 0 ? '' : String(at + 1);
}

/** The enumerator a line begins with, if any. */
export function labelOf(c: Clean): Label | null {
  const roman = ROMAN.exec(c.text);
  if (roman) return { kind: 'roman', value: roman[1] ?? '', depth: 1, length: roman[0].length };
  const section = SECTION_LETTER.exec(c.text);
  if (section) return { kind: 'part', value: section[1] ?? '', depth: 1, length: section[0].length };
  for (const [kind, pattern, valueIn] of RULES) {
    const m = pattern.exec(c.folded);
    if (!m) continue;
    const value = valueIn(m);
    if (kind === 'ordinal' && value === '') continue;
    const depth = kind === 'decimal' ? value.split('.').length : ARTICLE.test(m[0]) ? 0 : 1;
    return { kind, value, depth, length: m[0].length };
  }
  return null;
}

const RANK: Record<LabelKind, number> = {
  part: 0,
  roman: 1,
  arabic: 2,
  ordinal: 2.5,
  decimal: 3,
  bracket: 5,
  letter: 6,
  dash: 8,
  dot: 8.5,
  plus: 9,
};

/** Where a label usually stands in Nghị định 30/2020/NĐ-CP's order of divisions: smaller is higher. */
export function rankOf(label: Label): number {
  // "(1)" stands above "a)", "(i)" below it.
  if (label.kind === 'bracket' && !/\d/.test(label.value)) return 7;
  if (label.kind === 'arabic' && label.depth === 0) return 1.5;
  return RANK[label.kind] + (label.kind === 'decimal' ? (label.depth - 2) * 0.1 : 0);
}

/** Could this label begin a list? */
export function isFirst(label: Label): boolean {
  return ['', '1', 'I', 'i', 'a', 'A', 'nhất'].includes(label.value) || label.value.endsWith('.1');
}
