import { FIELDS, isFieldCode } from '../agencies/fields.ts';
import {
  BODY_MODIFIERS,
  FIELD_WORDS,
  GENERICS,
  HEADS,
  HONORIFICS,
  KNOWN,
  LEAD_INS,
  MODIFIERS,
  OPENING_VERBS,
  PREDICATES,
  QUANTIFIERS,
  TITLES,
} from '../agencies/lexicon.ts';
import { clean } from '../text/clean.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import type { DraftDirective, Name, Span } from '../types.ts';
import { isOdd } from './odd-names.ts';

/** What was read of a directive, as it is printed. */
export type ReadDirective = Pick<DraftDirective, 'span' | 'lead' | 'leadBy' | 'deadlines'>;

/** Names of what is seen of a reading, each with a weight in `certainty-weights.ts`. */
export interface Signs {
  readonly lead: readonly string[];
  readonly days: readonly string[];
  readonly order: readonly string[];
}

const MANY = 5;
const SHORT = 45;
const UNSETTLED = new Set(['left-open', 'impossible-date']);
const SURE_DATE = 0.9;

/**
 * What tells how far a reading can be relied on: the way its lead was found, what its name ends before and whether its
 * words explain it, the days in its words that no deadline has, how its sentence begins. Read off the text and the
 * answer alone, so readings of any version can be looked at alike.
 */
export function signsOf(d: ReadDirective, source: string): Signs {
  const by = d.leadBy ?? 'none';
  const before = lineBefore(source, d.span[0]);
  const labelled = /^[\s*|#>]*(?:$|\p{L}?\d*[\p{L}\d.]{0,6}[.)/:]|[-–+•*(])/u.test(before) && before.length < 24;
  const inner = /\p{L}{3,}.*\p{L}{3,}/u.test(before);
  const where = [labelled ? null : 'unnumbered', inner ? 'inner' : null];
  return {
    lead: present([`by-${by}`, ...where, ...namesSay(d, source)]),
    days: present([...daysSay(d, source)]),
    order: present([`by-${by}`, ...where, ...wordsSay(d, source)]),
  };
}

function present(signs: readonly (string | null)[]): string[] {
  return signs.filter((s) => s !== null);
}

function namesSay(d: ReadDirective, source: string): (string | null)[] {
  const last = d.lead.at(-1);
  if (!last) return ['nobody'];
  const read = d.lead.map(unexplained);
  return [
    `ends-${endOf(last, source)}`,
    read.some((n) => n > 0) ? 'free-words' : null,
    d.lead.length >= MANY ? 'many' : null,
    d.lead.some(isOdd) ? 'odd' : null,
    d.lead.every((n) => /^(?:các|những|mọi|từng|mỗi) /iu.test(n.name)) ? 'groups-only' : null,
  ];
}

/** What a name ends before: a mark, a comma that may go on with it, words only orders open with, another verb, some other word. */
function endOf({ span }: Name, source: string): 'mark' | 'comma' | 'opening' | 'verb' | 'word' {
  if (!span) return 'mark';
  const comma = /^[\s*_]*[,;]\s*(?!\S*\p{Lu})/u.test(source.slice(span[1], span[1] + 12));
  if (comma) {
    const t = tokenize(clean(source, [[span[1], Math.min(source.length, span[1] + 60)]]));
    return OPENING_VERBS.at(t, 1) > 0 || LEAD_INS.at(t, 1) > 0 || PREDICATES.at(t, 1) > 0 ? 'mark' : 'comma';
  }
  if (/^[\s*_]*[,;]/u.test(source.slice(span[1], span[1] + 12))) return 'comma';
  if (/^[\s*_]*(?:[|,;:.()/\]–-]|\n\s*\n|$)/u.test(source.slice(span[1], span[1] + 12))) return 'mark';
  const t = tokenize(clean(source, [[span[1], Math.min(source.length, span[1] + 60)]]));
  if (OPENING_VERBS.at(t, 0) > 0 || LEAD_INS.at(t, 0) > 0) return 'opening';
  return PREDICATES.at(t, 0) > 1 || (PREDICATES.at(t, 0) === 1 && BARE_VERBS.has(t[0]?.low ?? '')) ? 'verb' : 'word';
}

/** Verbs of one syllable that begin no other word behind a name ("Sở Y tế | trình …"). */
const BARE_VERBS = new Set('trình gửi phải cần sớm cử nộp lập nắm giữ dừng cấm hoãn tăng giảm mở ký'.split(' '));

const EXPLAINS = [
  KNOWN,
  HEADS,
  FIELDS,
  TITLES,
  GENERICS,
  MODIFIERS,
  BODY_MODIFIERS,
  FIELD_WORDS,
  QUANTIFIERS,
  HONORIFICS,
];

/** The same bodies are named all through a notice. Cleared when large, so that it stays a cache. */
const counted = new Map<string, number>();
const COUNTED_LIMIT = 2000;

/** Words in small letters that no list of names explains. */
function unexplained({ name }: Name): number {
  let free = counted.get(name);
  if (free === undefined) {
    free = countUnexplained(name);
    if (counted.size >= COUNTED_LIMIT) counted.clear();
    counted.set(name, free);
  }
  return free;
}

function countUnexplained(name: string): number {
  const t = tokenize(clean(name, [[0, name.length]]));
  let free = 0;
  for (let i = 0; i < t.length; ) {
    const n = Math.max(...EXPLAINS.map((list) => list.at(t, i)));
    if (n === 0 && isFree(t, i)) free++;
    i += Math.max(n, 1);
  }
  return free;
}

function isFree(t: readonly Token[], i: number): boolean {
  const token = t[i];
  if (!token?.word || token.cap || isFieldCode(token.text)) return false;
  // The second syllable of a word begun in capitals, and what joins two words.
  return !t[i - 1]?.cap && !['và', 'của', 'thuộc', 'với', 'tại', 'số'].includes(token.low);
}

/** A document's number, as 42/2014/QĐ-TTg: a digit, a stroke, two capitals, in one word. Each part is looked for once. */
const NUMBERED = /^\D*\d[^/]*\/.*?\p{Lu}{2}/su;
/** The day that may follow a document's number. */
const ITS_DAY = /\s+(?:ngày|năm)[\s\d/.-]*(?:tháng\s*\d+\s*)?(?:năm\s*\d+)?/uy;
const DAYLIKE =
  /(?:ngày|tháng|quý|tuần)\s+(?:\d|[IVX]+\b)|\b\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?\b|(?:trong|hết|cuối|đến)\s+năm\s+\d{4}/gu;

function daysSay(d: ReadDirective, source: string): (string | null)[] {
  const dated = d.deadlines.filter((x) => x.due !== null && !x.recurrence);
  const outside = dated.some((x) => x.span[0] < d.span[0] || x.span[1] > d.span[1]);
  return [
    dated.length === 0 ? 'no-day' : dated.length === 1 ? 'one-day' : 'several-days',
    outside ? 'handed-down' : null,
    dated.some((x) => /năm \d{4}$/u.test(x.phrase) && !/(?:ngày|tháng|quý)/iu.test(x.phrase)) ? 'a-year' : null,
    dated.some((x) => /(?:dịp|tết|lễ|cuối|đầu)/iu.test(x.phrase)) ? 'an-occasion' : null,
    d.deadlines.some((x) => UNSETTLED.has(x.rule)) ? 'left-open' : null,
    dated.some((x) => x.confidence < SURE_DATE) ? 'doubtful-day' : null,
    d.deadlines.some((x) => x.due === null && /\d/.test(x.phrase)) ? 'undated-phrase' : null,
    d.deadlines.some((x) => x.recurrence) || /(?:hằng|hàng|định kỳ)/iu.test(source.slice(d.span[0], d.span[1]))
      ? 'comes-round'
      : null,
    daysLeft(d, source) ? 'day-left' : null,
  ];
}

/** Days in the directive's words that stand in no deadline and no citation. */
function daysLeft(d: ReadDirective, source: string): boolean {
  const text = source.slice(d.span[0], d.span[1]);
  const taken = d.deadlines.map((x) => [x.span[0] - d.span[0], x.span[1] - d.span[0]] as const);
  const covers = ([a, b]: readonly [number, number], i: number): boolean => a <= i && i < b;
  const left = [...text.matchAll(DAYLIKE)].filter((m) => !taken.some((x) => covers(x, m.index)));
  if (left.length === 0) return false;
  const cited = citedIn(text);
  return left.some((m) => !cited.some((x) => covers(x, m.index)));
}

/** Where documents are cited by number, with the day that follows. */
function citedIn(text: string): (readonly [number, number])[] {
  return [...text.matchAll(/\S+/gu)]
    .filter(([word]) => NUMBERED.test(word))
    .map(({ 0: word, index }) => {
      ITS_DAY.lastIndex = index + word.length;
      return [index, ITS_DAY.test(text) ? ITS_DAY.lastIndex : index + word.length] as const;
    });
}

function wordsSay(d: ReadDirective, source: string): (string | null)[] {
  const text = source.slice(d.span[0], d.span[1]);
  const first = d.lead[0]?.span;
  const named = first && first[0] - d.span[0] >= 0 && first[0] - d.span[0] < 12;
  const begins = named ? 'name' : beginsWithVerb(d.span, source) ? 'verb' : 'word';
  return [
    `begins-${begins}`,
    text.length < SHORT ? 'short' : null,
    /:\s*$/u.test(text) ? 'colon' : null,
    d.deadlines.some((x) => x.due !== null) ? 'dated' : null,
    /^(?:\S+\s+){0,14}(?:sẽ|đã|đang|được) /u.test(text) ? 'tells' : null,
  ];
}

/** Room for the marks before it, too. */
const LONGEST_VERB = 100;

function beginsWithVerb([from, to]: Span, source: string): boolean {
  const t = tokenize(clean(source, [[from, Math.min(to, from + LONGEST_VERB)]]));
  return (
    PREDICATES.at(
      t,
      t.findIndex((x) => x.word),
    ) > 1
  );
}

/** The words before `at` in its line. */
function lineBefore(source: string, at: number): string {
  return source.slice(source.lastIndexOf('\n', at - 1) + 1, at);
}
