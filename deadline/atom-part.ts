import { present } from '../dsl/present.ts';
import { partsOf } from '../dsl/time/day.ts';
import type { Atom, Grain } from './atom.ts';
import { openUnit, periodAtom, plainYear } from './atom-period.ts';
import { fourDigits, yearSuffix, yearWords } from './atom-year.ts';
import { at, type Parse, skipWord, wordsAt } from './parse.ts';
import { type Part, partAt } from './parts.ts';
import { type DayRange, months, weekOf } from './range.ts';
import { is } from './token.ts';

/** "đầu tháng 8/2025", "6 tháng cuối năm", "nửa đầu năm 2027", "trung tuần tháng 6", "tuần đầu tháng 4", "cuối tuần này". */
export function partAtom(p: Parse, i: number, depth = 0): Atom | null {
  const turned = wordsAt(p, i, 'nửa', 'năm') ? halfYearNamed(p, i) : null;
  if (turned) return turned;
  const part = partAt(p, i);
  if (!part) return null;
  const k = skipWord(p, part.end, 'của');
  const whole = wholeAt(p, k, part.day === true, depth);
  if (!whole || !part.of.includes(whole.grain)) return null;
  return piece(part, whole);
}

/** Pieces of pieces ("đầu tháng cuối quý II") go two deep and no deeper. */
const DEEPEST = 2;

function wholeAt(p: Parse, k: number, days: boolean, depth: number): Atom | null {
  const inner =
    depth < DEEPEST && (is(at(p, k), 'tháng') || is(at(p, k), 'quý') || is(at(p, k), 'giai'))
      ? partAtom(p, k, depth + 1)
      : null;
  const known = inner ?? periodAtom(p, k);
  if (known || days) return known;
  const bare = fourDigits(p, k);
  if (bare !== null) return plainYear(p, k);
  const open = openUnit(p, k);
  if (!open) return null;
  // "cuối tuần", "đầu quý" of any week or quarter: taken only where no other word makes it something else.
  const year = open.grain === 'year' ? yearWords(p, k) : null;
  return year ? null : open;
}

function piece(part: Part, whole: Atom): Atom {
  const fuzzy = part.fuzzy || whole.fuzzy;
  const rule =
    whole.grain === 'year'
      ? 'part-year'
      : whole.grain === 'quarter'
        ? 'part-of-quarter'
        : whole.grain === 'week'
          ? 'part-of-week'
          : 'part-of-month';
  const grain: Grain = part.day ? 'day' : whole.grain === 'year' || whole.grain === 'quarter' ? 'month' : 'week';
  const base = {
    end: Math.max(part.end, whole.end),
    grain,
    rule,
    confidence: whole.confidence * (part.fuzzy ? 0.6 : 0.97),
    ...present({ fuzzy: fuzzy || undefined, dated: whole.dated }),
  } as const;
  const { range, inYear, candidates } = whole;
  const others = part.others;
  if (range) {
    const taken = part.take(range);
    return taken
      ? { ...base, range: taken, ...present({ others: others ? () => others(range) : undefined }) }
      : { ...base, rule: 'impossible-date' };
  }
  // The whole is found again from the piece: every piece lies in one month, quarter or year of its kind.
  const back = (r: DayRange) => others?.(wholeOf(r, whole.grain)) ?? [];
  return {
    ...base,
    ...present({
      inYear: inYear ? (y: number) => taken(part, inYear(y)) : undefined,
      candidates: candidates ? () => candidates().flatMap((r) => part.take(r) ?? []) : undefined,
      others: others ? back : undefined,
    }),
  };
}

function taken(part: Part, whole: DayRange | null): DayRange | null {
  return whole ? part.take(whole) : null;
}

function wholeOf(r: DayRange, grain: Grain): DayRange {
  const { year, month } = partsOf(r.first);
  if (grain === 'week') return weekOf(r.first);
  if (grain === 'month') return months(year, month);
  if (grain === 'quarter') return months(year, Math.ceil(month / 3) * 3 - 2, Math.ceil(month / 3) * 3);
  return months(year, 1, 12);
}

/** "nửa năm đầu 2025", "nửa năm cuối": the half named before its year. */
function halfYearNamed(p: Parse, i: number): Atom | null {
  const second = wordsAt(p, i + 2, 'cuối') || wordsAt(p, i + 2, 'sau');
  if (!second && !wordsAt(p, i + 2, 'đầu')) return null;
  const year = yearSuffix(p, i + 3);
  const inYear = (y: number): DayRange => (second ? months(y, 7, 12) : months(y, 1, 6));
  const base = { end: year?.end ?? i + 3, grain: 'month' as const, rule: 'part-year' as const, confidence: 0.9 };
  return year ? { ...base, range: inYear(year.value), dated: true } : { ...base, inYear };
}
