import { at, type Parse, wordsAt } from './parse.ts';
import { is } from './token.ts';

/** What a preposition makes of the days that follow it. */
export type Operator = 'before' | 'by' | 'within' | 'from' | 'after' | 'end-of' | 'none';

export interface OperatorRun {
  readonly operator: Operator;
  /** Index of the first token after it. */
  readonly end: number;
  /** First token of the words that stay in the phrase. */
  readonly start: number;
  /** "chậm nhất", "hạn chót", "không quá": a date without its marks may follow. */
  readonly latest: boolean;
  /** "trong vòng", "trong thời hạn", "tối đa": a length of time follows. */
  readonly length: boolean;
  /** "trước khi kết thúc", "cho đến hết". */
  readonly whole: boolean;
}

interface Unit {
  readonly words: readonly string[];
  readonly operator?: Operator;
  readonly latest?: true;
  readonly length?: true;
  readonly whole?: true;
}

/** The parts an operator is built of, longest first within each first word; they chain ("chậm nhất là trước"). */
const UNITS: readonly Unit[] = [
  { words: ['trước', 'khi', 'kết', 'thúc'], operator: 'end-of', whole: true },
  { words: ['trước', 'khi', 'hết'], operator: 'end-of', whole: true },
  { words: ['trước', 'hết'], operator: 'end-of', whole: true },
  { words: ['trước', 'thời', 'điểm'], operator: 'before' },
  { words: ['trước', 'thời', 'hạn'], operator: 'before' },
  { words: ['trước', 'mốc'], operator: 'before' },
  { words: ['trước', 'lúc'], operator: 'before' },
  { words: ['trước', 'hạn'], operator: 'before' },
  { words: ['trước', 'dịp'], operator: 'before' },
  { words: ['trước', 'và', 'trong'], operator: 'by' },
  { words: ['trước'], operator: 'before' },
  { words: ['chậm', 'nhất'], operator: 'by', latest: true },
  { words: ['muộn', 'nhất'], operator: 'by', latest: true },
  { words: ['trễ', 'nhất'], operator: 'by', latest: true },
  { words: ['không', 'muộn', 'hơn'], operator: 'by', latest: true },
  { words: ['không', 'chậm', 'hơn'], operator: 'by', latest: true },
  { words: ['không', 'trễ', 'hơn'], operator: 'by', latest: true },
  { words: ['không', 'để', 'quá'], operator: 'by', latest: true, length: true },
  { words: ['không', 'được', 'quá'], operator: 'by', latest: true, length: true },
  { words: ['không', 'vượt', 'quá'], operator: 'by', latest: true, length: true },
  { words: ['không', 'được', 'vượt', 'quá'], operator: 'by', latest: true, length: true },
  { words: ['không', 'quá'], operator: 'by', latest: true, length: true },
  { words: ['tối', 'đa', 'không', 'quá'], operator: 'by', latest: true, length: true },
  { words: ['ít', 'nhất'], operator: 'by', length: true },
  { words: ['tối', 'đa'], operator: 'by', length: true },
  { words: ['hạn', 'chậm', 'nhất'], operator: 'by', latest: true },
  { words: ['hạn', 'cuối', 'cùng'], operator: 'by', latest: true },
  { words: ['hạn', 'cuối'], operator: 'by', latest: true },
  { words: ['hạn', 'chót'], operator: 'by', latest: true },
  { words: ['hạn', 'hoàn', 'thành'], operator: 'by', latest: true },
  { words: ['hạn', 'nộp'], operator: 'by', latest: true },
  { words: ['hạn', 'gửi'], operator: 'by', latest: true },
  { words: ['hạn'], operator: 'by', latest: true },
  { words: ['deadline'], operator: 'by', latest: true },
  { words: ['cho', 'đến', 'hết'], operator: 'by', whole: true },
  { words: ['cho', 'đến'], operator: 'by' },
  { words: ['cho', 'tới'], operator: 'by' },
  { words: ['đến', 'hết'], operator: 'by', whole: true },
  { words: ['tới', 'hết'], operator: 'by', whole: true },
  { words: ['đến'], operator: 'by' },
  { words: ['tới'], operator: 'by' },
  { words: ['hết'], operator: 'by', whole: true },
  { words: ['kết', 'thúc'], operator: 'by', whole: true },
  { words: ['ngay', 'trong', 'vòng'], operator: 'within', length: true },
  { words: ['trong', 'vòng'], operator: 'within', length: true },
  { words: ['trong', 'thời', 'hạn'], operator: 'within', length: true },
  { words: ['trong', 'thời', 'gian'], operator: 'within', length: true },
  { words: ['trong', 'khoảng', 'thời', 'gian'], operator: 'within', length: true },
  { words: ['trong', 'khoảng'], operator: 'within', length: true },
  { words: ['trong', 'suốt'], operator: 'within' },
  { words: ['nội', 'trong'], operator: 'within' },
  { words: ['ngay', 'trong'], operator: 'within' },
  { words: ['trong'], operator: 'within' },
  { words: ['ngay', 'từ'], operator: 'from' },
  { words: ['bắt', 'đầu', 'từ'], operator: 'from' },
  { words: ['tính', 'từ'], operator: 'from' },
  { words: ['kể', 'từ', 'sau'], operator: 'after' },
  { words: ['kể', 'từ'], operator: 'from' },
  { words: ['từ', 'sau'], operator: 'after' },
  { words: ['từ'], operator: 'from' },
  { words: ['ngay', 'sau'], operator: 'after' },
  { words: ['sau'], operator: 'after' },
  { words: ['vào', 'khoảng'], operator: 'within' },
  { words: ['vào', 'lúc'], operator: 'within' },
  { words: ['vào', 'dịp'], operator: 'within' },
  { words: ['vào'], operator: 'within' },
  { words: ['đúng'], operator: 'within' },
  { words: ['dịp'], operator: 'within' },
  { words: ['lúc'], operator: 'within' },
];

const byFirstWord = new Map<string, Unit[]>();
for (const unit of UNITS) {
  const first = unit.words[0] ?? '';
  const list = byFirstWord.get(first);
  if (list) list.push(unit);
  else byFirstWord.set(first, [unit]);
}
for (const list of byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length);

/** Words that may stand between parts and mean nothing of their own. */
const JOINTS = new Set(['là', ':', ',']);
const LONGEST_RUN = 5;

function unitAt(p: Parse, i: number): Unit | null {
  const t = at(p, i);
  const list = byFirstWord.get(t.kind) ?? (t.bare === '' ? undefined : bareList(p, i));
  return list?.find((u) => wordsAt(p, i, ...u.words)) ?? null;
}

/** Without marks a word has the name of another: "han" may be known as "hạn", "toi" as "tới" or "tối". */
function bareList(p: Parse, i: number): Unit[] | undefined {
  for (const [first, list] of byFirstWord) if (is(at(p, i), first)) return list;
  return undefined;
}

/** The chain of prepositions at `i`, or null. A "trước" anywhere in it makes it strict ("chậm nhất trước ngày"). */
export function operatorRun(p: Parse, i: number): OperatorRun | null {
  let k = i;
  let operator: Operator | null = null;
  let latest = false;
  let length = false;
  let whole = false;
  for (let n = 0; n < LONGEST_RUN; n++) {
    const joint = operator && JOINTS.has(at(p, k).kind) ? k + 1 : k;
    if (joint > k && at(p, k).kind === ',' && !latest) break;
    const unit = unitAt(p, joint);
    if (!unit) {
      // A joint before the days themselves: "hạn chót: 15/4", "chậm nhất là ngày 22/3", "thời hạn, ngày 5/3".
      if (joint > k && at(p, k).kind !== ',') k = joint;
      break;
    }
    if (operator && !chains(operator, unit, latest)) break;
    operator = stronger(operator, unit.operator ?? 'none');
    latest ||= unit.latest ?? false;
    length ||= unit.length ?? false;
    whole ||= unit.whole ?? false;
    k = joint + unit.words.length;
  }
  return operator ? { operator, start: i, end: k, latest, length, whole } : null;
}

/** May this part follow? "từ", "sau" open something new except after a limit ("chậm nhất sau 7 ngày"). */
function chains(so: Operator, unit: Unit, latest: boolean): boolean {
  if (unit.operator === 'from') return false;
  if (unit.operator === 'after') return latest;
  return so !== 'from' && so !== 'after'
    ? true
    : unit.operator === 'before' || unit.operator === 'by'
      ? false
      : so === 'after';
}

function stronger(a: Operator | null, b: Operator): Operator {
  if (a === null) return b;
  if (a === 'before' || b === 'before') return 'before';
  if (a === 'end-of' || b === 'end-of') return 'end-of';
  if (b === 'after') return a;
  return a === 'by' || b === 'by' ? 'by' : a;
}
