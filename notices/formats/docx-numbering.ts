import { type Style, Styles } from './docx-styles.ts';
import { attribute, child, elements, isOn, valOf, type XmlNode } from './xml.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** "%1.%2." */
  readonly text: string;
  /** Every number of the label in Arabic digits. */
  readonly legal: boolean;
  /** The level whose next number starts this one afresh; 0 never. */
  readonly restart: number | null;
  readonly style: string | undefined;
}

interface List {
  /** Lists made of the same definition count on together. */
  readonly definition: string;
  readonly levels: readonly (Level | undefined)[];
  readonly starts: ReadonlyMap<number, number>;
}

const LEVELS = 9;

/**
 * The labels Word prints before paragraphs of automatic lists ("IV.", "3.1.", "a)", "-"). They stand in no text: they
 * are counted from `numbering.xml` (ECMA-376 part 1, 17.9).
 */
export class Numbering {
  private readonly lists = new Map<string, List>();
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  constructor(part: XmlNode | null, styles: Styles = new Styles(null)) {
    const nodes = part ? elements(part) : [];
    const definitions = new Map<string, XmlNode>();
    for (const n of nodes) if (n.name === 'abstractNum') definitions.set(attribute(n, 'abstractNumId') ?? '', n);
    const nums = new Map(nodes.filter((n) => n.name === 'num').map((n) => [attribute(n, 'numId') ?? '', n] as const));
    for (const [numId, num] of nums) {
      const list = listOf(num, definitions, nums, styles);
      if (list) this.lists.set(numId, list);
    }
  }

  /** The label of the next paragraph of a list, or null where it has none. Counts on. */
  next(paragraph: XmlNode | undefined, style: Style, styleId: string | undefined): string | null {
    const own = child(paragraph, 'numPr');
    const numId = valOf(own, 'numId') ?? style.numId;
    const list = numId === undefined ? undefined : this.lists.get(numId);
    if (!list || numId === undefined) return null;
    const byStyle = list.levels.findIndex((l) => l?.style !== undefined && l.style === styleId);
    const written = valOf(own, 'ilvl') ?? style.level ?? (byStyle < 0 ? 0 : byStyle);
    const level = Math.min(Math.max(0, Number(written) || 0), LEVELS - 1);
    const counters = this.count(numId, list, level);
    return labelText(list, level, counters);
  }

  private count(numId: string, list: List, level: number): readonly (number | undefined)[] {
    const counters = this.counters.get(list.definition) ?? [];
    this.counters.set(list.definition, counters);
    const key = `${numId}/${level}`;
    const start = this.begun.has(key) ? undefined : list.starts.get(level);
    this.begun.add(key);
    for (let k = 0; k < level; k++) counters[k] ??= list.levels[k]?.start ?? 1;
    const before = counters[level];
    counters[level] = start ?? (before === undefined ? (list.levels[level]?.start ?? 1) : before + 1);
    for (let k = level + 1; k < LEVELS; k++) {
      const restart = list.levels[k]?.restart;
      if (restart === null || restart === undefined || level < restart) counters[k] = undefined;
    }
    return counters;
  }
}

function listOf(
  num: XmlNode,
  definitions: ReadonlyMap<string, XmlNode>,
  nums: ReadonlyMap<string, XmlNode>,
  styles: Styles,
): List | null {
  const definition = valOf(num, 'abstractNumId') ?? '';
  const abstract = definitions.get(definition);
  if (!abstract) return null;
  // A definition may only point to the list style that holds its levels.
  const link = valOf(abstract, 'numStyleLink');
  const linked = link === undefined ? undefined : nums.get(styles.of(link).numId ?? '');
  const source = linked ? definitions.get(valOf(linked, 'abstractNumId') ?? '') : abstract;
  const levels: (Level | undefined)[] = [];
  for (const node of source ? elements(source) : []) if (node.name === 'lvl') levels[levelIndex(node)] = levelOf(node);
  const starts = new Map<number, number>();
  for (const override of elements(num)) {
    if (override.name !== 'lvlOverride') continue;
    const at = levelIndex(override);
    const start = valOf(override, 'startOverride');
    if (start !== undefined) starts.set(at, Number(start));
    const level = child(override, 'lvl');
    if (level) levels[at] = levelOf(level);
  }
  return { definition, levels, starts };
}

function levelIndex(node: XmlNode): number {
  return Math.min(Math.max(0, Number(attribute(node, 'ilvl')) || 0), LEVELS - 1);
}

function levelOf(node: XmlNode): Level {
  const restart = valOf(node, 'lvlRestart');
  return {
    start: Number(valOf(node, 'start') ?? 1),
    format: valOf(node, 'numFmt') ?? 'decimal',
    text: valOf(node, 'lvlText') ?? '',
    legal: isOn(node, 'isLgl'),
    restart: restart === undefined ? null : Number(restart),
    style: valOf(node, 'pStyle'),
  };
}

function labelText(list: List, at: number, counters: readonly (number | undefined)[]): string | null {
  const level = list.levels[at];
  if (!level || level.format === 'none') return level && !level.text.includes('%') ? level.text.trim() || null : null;
  if (level.format === 'bullet') return bullet(level.text);
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const k = Number(digit) - 1;
    const format = level.legal ? 'decimal' : (list.levels[k]?.format ?? 'decimal');
    return numberText(counters[k] ?? list.levels[k]?.start ?? 1, format);
  });
  return text.trim() || null;
}

/** Fonts of symbols keep their marks in the private use area. */
const SYMBOLS: Record<string, string> = {
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0d8': '➢',
  '\uf076': '❖',
  '\uf02d': '-',
  '\uf02b': '+',
  o: '○',
};

function bullet(text: string): string {
  const mark = text.trim();
  const known = SYMBOLS[mark] ?? mark;
  return known === '' || /[\ue000-\uf8ff]/.test(known) ? '-' : known;
}

function numberText(n: number, format: string): string {
  switch (format) {
    case 'decimalZero':
      return String(n).padStart(2, '0');
    case 'upperRoman':
      return roman(n);
    case 'lowerRoman':
      return roman(n).toLowerCase();
    case 'upperLetter':
      return letters(n);
    case 'lowerLetter':
      return letters(n).toLowerCase();
    default:
      return String(n);
  }
}

const ROMAN = [
  ...([1000, 'M', 900, 'CM', 500, 'D', 400, 'CD', 100, 'C', 90, 'XC', 50, 'L', 40, 'XL'] as const),
  ...([10, 'X', 9, 'IX', 5, 'V', 4, 'IV', 1, 'I'] as const),
];

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n);
  let text = '';
  let left = n;
  for (let k = 0; k < ROMAN.length; k += 2) {
    const value = Number(ROMAN[k]);
    for (; left >= value; left -= value) text += ROMAN[k + 1];
  }
  return text;
}

/** a … z, aa, bb …: Word repeats the letter. */
function letters(n: number): string {
  if (n < 1 || n > 26 * 20) return String(n);
  return String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));
}
