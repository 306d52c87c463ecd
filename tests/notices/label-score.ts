import type { DraftDirective, Name } from '../../notices/index.ts';

/** A directive as a person labelled it: the form of `bench/reading`. */
export interface Label {
  readonly ref: string;
  readonly first: string;
  readonly last: string;
  readonly lead: readonly string[];
  readonly leadAlt?: readonly (readonly string[])[];
  readonly coop: readonly string[];
  readonly coopAlt?: readonly (readonly string[])[];
  readonly deadlines: readonly { readonly due: string | null; readonly optional?: boolean }[];
  /** A reader may count it or not. */
  readonly optional?: boolean;
}

export interface Labelled {
  readonly directives: readonly Label[];
  readonly ignore: readonly Pick<Label, 'first' | 'last'>[];
}

export interface Score {
  required: number;
  found: number;
  /** Lead and every day right. */
  ready: number;
  read: number;
  /** Read and no order. */
  extra: number;
  named: number;
  /** Cooperating right, of those where any is named or read. */
  cooperating: number;
  sure: number;
  /** Ready, of those read with 90 % or more and without a warning. */
  sureAndReady: number;
}

type Span = readonly [number, number];

/** Titles, and words that stand around names: who is meant does not hang on them. */
const LOOSE =
  /^(?:các|và|của|những|tỉnh|đồng chí|trên địa bàn|này|trực thuộc|giám đốc|chủ tịch|thủ trưởng|bộ trưởng)$|^$/u;
const TITLES = /(?:phó )?(?:giám đốc|chủ tịch|thủ trưởng|bộ trưởng|trưởng ban|đồng chí) /gu;
const LEAST_ALIKE = 0.35;

/** Compares what was read of one document with its labels. */
export function scoreOf(text: string, labelled: Labelled, read: readonly DraftDirective[]): Score {
  const s: Score = {
    required: 0,
    found: 0,
    ready: 0,
    read: 0,
    extra: 0,
    named: 0,
    cooperating: 0,
    sure: 0,
    sureAndReady: 0,
  };
  const words = wordsOf(text);
  const taken = new Set<DraftDirective>();
  const ignored = labelled.ignore.map((x) => spanOf(words, x, 0));
  const spans: Span[] = [];
  for (const label of labelled.directives) {
    const span = spanOf(words, label, spans.at(-1)?.[0] ?? 0);
    spans.push(span);
    const match = read
      .filter((d) => !taken.has(d))
      .map((d) => ({ d, alike: likeness(d.span, span) }))
      .sort((a, b) => b.alike - a.alike)[0];
    const d = match && match.alike >= LEAST_ALIKE ? match.d : null;
    if (d) taken.add(d);
    if (label.optional) {
      if (d && label.lead.length === 0 && d.lead.length > 0) s.extra++;
      continue;
    }
    s.required++;
    if (!d) continue;
    s.found++;
    s.read++;
    const ready = names(d.lead, label.lead, label.leadAlt) && days(d, label);
    if (ready) s.ready++;
    if (label.coop.length > 0 || d.cooperating.length > 0) {
      s.named++;
      if (names(d.cooperating, label.coop, label.coopAlt)) s.cooperating++;
    }
    sure(s, d, ready);
  }
  for (const d of read) {
    const part = [...spans, ...ignored].some((x) => overlap(d.span, x) > 0.6 * (d.span[1] - d.span[0]));
    if (taken.has(d) || part) continue;
    s.read++;
    s.extra++;
    sure(s, d, false);
  }
  return s;
}

/** How one directive that was read compares with the labels: each part right or not, null where nothing tells. */
export interface Grade {
  readonly read: DraftDirective;
  readonly lead: boolean | null;
  readonly days: boolean | null;
  readonly order: boolean;
}

/** Grades every directive read of a document; parts of labelled ones and what is neither right nor wrong are left out. */
export function gradesOf(text: string, labelled: Labelled, read: readonly DraftDirective[]): Grade[] {
  const words = wordsOf(text);
  const grades = new Map<DraftDirective, Grade>();
  const ignored = labelled.ignore.flatMap((x) => spanIn(words, x, 0) ?? []);
  const spans: Span[] = [];
  for (const label of labelled.directives) {
    const [span] = spanIn(words, label, spans.at(-1)?.[0] ?? 0) ?? spanIn(words, label, 0) ?? [];
    if (!span) continue;
    spans.push(span);
    const [best] = read
      .filter((d) => !grades.has(d))
      .map((d) => ({ d, alike: likeness(d.span, span) }))
      .sort((a, b) => b.alike - a.alike);
    if (!best || best.alike < LEAST_ALIKE) continue;
    const { d } = best;
    grades.set(d, { read: d, lead: names(d.lead, label.lead, label.leadAlt), days: days(d, label), order: true });
  }
  const beside = [...spans, ...ignored];
  return read.flatMap((d): Grade[] => {
    const grade = grades.get(d);
    if (grade) return [grade];
    const part = beside.some((x) => overlap(d.span, x) > 0.6 * (d.span[1] - d.span[0]));
    return part ? [] : [{ read: d, lead: null, days: null, order: false }];
  });
}

function spanIn(words: readonly Word[], label: Pick<Label, 'first' | 'last'>, from: number): [Span] | null {
  const quote = wordsOf(label.first);
  const end = wordsOf(label.last);
  const first = placeOf(words, quote, from);
  const last = first < 0 ? -1 : placeOf(words, end, words[first]?.span[0] ?? 0);
  return last < 0 ? null : [[words[first]?.span[0] ?? 0, words[last + end.length - 1]?.span[1] ?? 0]];
}

function sure(s: Score, d: DraftDirective, ready: boolean): void {
  if (d.confidence < 0.9 || d.warnings.length > 0) return;
  s.sure++;
  if (ready) s.sureAndReady++;
}

function days(d: DraftDirective, label: Label): boolean {
  const got = d.deadlines.flatMap((x) => (x.due && !x.recurrence ? [x.due] : []));
  const known = label.deadlines.flatMap((x) => (x.due ? [x.due] : []));
  return (
    got.every((x) => known.includes(x)) && label.deadlines.every((x) => !x.due || x.optional || got.includes(x.due))
  );
}

function names(got: readonly Name[], want: readonly string[], or: readonly (readonly string[])[] = []): boolean {
  const key = keyOf(got.map((n) => n.name));
  return [want, ...or].some((w) => keyOf(w) === key);
}

function keyOf(list: readonly string[]): string {
  const words = list.flatMap((n) =>
    n
      .normalize('NFC')
      .toLowerCase()
      .replace(TITLES, '')
      .split(/[^\p{L}\d&]+/u),
  );
  return [...new Set(words.filter((w) => !LOOSE.test(w)))].sort().join(' ');
}

interface Word {
  readonly text: string;
  readonly span: Span;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[^\s*|_]+/gu)].map((m) => ({ text: m[0], span: [m.index, m.index + m[0].length] }));
}

function spanOf(words: readonly Word[], label: Pick<Label, 'first' | 'last'>, from: number): Span {
  const first = placeOf(words, wordsOf(label.first), from);
  const end = wordsOf(label.last);
  const last = placeOf(words, end, words[first]?.span[0] ?? 0);
  if (first < 0 || last < 0) throw new RangeError(`not in the text: ${label.first} … ${label.last}`);
  return [words[first]?.span[0] ?? 0, words[last + end.length - 1]?.span[1] ?? 0];
}

function placeOf(words: readonly Word[], quote: readonly Word[], from: number): number {
  return words.findIndex((w, i) => w.span[0] >= from && quote.every((q, k) => words[i + k]?.text === q.text));
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
}

function likeness(a: Span, b: Span): number {
  return overlap(a, b) / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]));
}
