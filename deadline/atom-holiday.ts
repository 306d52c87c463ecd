import { present } from '../dsl/present.ts';
import { addDays } from '../dsl/time/day.ts';
import { yearNamed } from '../dsl/time/lunar.ts';
import type { Atom } from './atom.ts';
import { numericDate } from './atom-date.ts';
import { lunarDate } from './atom-lunar.ts';
import { yearSuffix, yearWords } from './atom-year.ts';
import { HOLIDAYS, type Holiday } from './named-days.ts';
import { at, type Parse, skipWord, wordsAt } from './parse.ts';
import type { DayRange } from './range.ts';
import { is } from './token.ts';

/** A day known by its name, or by "lễ" and its date: "Tết Nguyên đán Ất Tỵ", "lễ Quốc khánh 02/9", "dịp lễ 30/4 - 01/5". */
export function holidayAtom(p: Parse, i: number): Atom | null {
  let k = skipWord(p, i, 'dịp', 'rằm');
  if (wordsAt(p, k, 'kỳ', 'nghỉ')) k++;
  k = skipWord(p, k, 'nghỉ');
  const feast = is(at(p, k), 'lễ');
  k = skipWord(p, k, 'lễ');
  if (feast && is(at(p, k), 'kỷ') && wordsAt(p, k, 'kỷ', 'niệm')) k += 2;
  if (feast && wordsAt(p, k, 'hội')) return null;
  const named = named_(p, skipWord(p, k, 'ngày'), feast || k > i) ?? named_(p, k, feast || k > i);
  if (named) return named;
  return feast ? dated(p, skipWord(p, k, 'ngày')) : null;
}

function named_(p: Parse, i: number, sure: boolean): Atom | null {
  if (!sure && !OPENERS.has(at(p, i).kind)) return null;
  for (const holiday of HOLIDAYS) {
    for (const name of holiday.names) {
      if (!wordsAt(p, i, ...name)) continue;
      // "tết" and "trung thu" in lower case are still the feasts; "giải phóng" alone is not here.
      return named(p, i + name.length, holiday);
    }
  }
  return null;
}

const OPENERS = new Set(HOLIDAYS.flatMap((h) => h.names.map((n) => n[0] ?? '')));

function named(p: Parse, i: number, holiday: Holiday): Atom {
  const inYear = (y: number): DayRange | null => {
    const d = holiday.day(y);
    return d ? { first: d, last: addDays(d, (holiday.days ?? 1) - 1) } : null;
  };
  const base = { grain: 'day' as const, rule: 'holiday' as const, confidence: 0.85 };
  const k = at(p, i).kind === '(' ? i + 1 : i;
  const written = numericDate(p, skipWord(p, k, 'ngày'), true);
  // A feast's own date beside its name ("Quốc khánh 02/9", "Tết Dương lịch 01/01/2026").
  if (written && (holiday.days ?? 1) === 1) {
    const end = k > i && at(p, written.end).kind === ')' ? written.end + 1 : written.end;
    if (k === i || end > written.end) return { ...written, ...base, end };
  }
  const lunar = k > i ? lunarDate(p, skipWord(p, k, 'ngày')) : null;
  if (lunar && at(p, lunar.end).kind === ')') return { ...base, end: lunar.end + 1, inYear };
  const stem = yearNamed(at(p, i).kind, at(p, i + 1).kind, p.today.year);
  const year = stem !== null ? { value: stem, end: i + 2 } : (yearWords(p, i) ?? yearSuffix(p, i));
  if (!year) return { ...base, end: i, inYear };
  // "Tết Bính Ngọ 2026", "Tết Bính Ngọ (2026)" say the year twice.
  const again = yearSuffix(p, year.end);
  const range = inYear(year.value);
  return {
    ...base,
    end: again?.value === year.value ? again.end : year.end,
    dated: true,
    ...present({ range: range ?? undefined }),
  };
}

/** "lễ 30/4 - 01/5", "lễ 30/4 và 1/5/2025", "lễ 2/9". */
function dated(p: Parse, i: number): Atom | null {
  const first = numericDate(p, i, true);
  if (!first) return null;
  const joined = at(p, first.end);
  const second =
    joined.kind === '-' || joined.kind === ',' || is(joined, 'và')
      ? numericDate(p, skipWord(p, first.end + 1, 'ngày'), true)
      : null;
  const base = { grain: 'day' as const, rule: 'holiday' as const, confidence: 0.88 };
  if (!second) return { ...first, ...base };
  const open = first.inYear;
  const last = second.inYear;
  if (open && last) return { ...base, end: second.end, inYear: (y) => span(open(y), last(y)) };
  const year = second.range ? Number(second.range.last.slice(0, 4)) : null;
  const range = span(open && year !== null ? open(year) : (first.range ?? null), second.range ?? null);
  return range ? { ...base, end: second.end, range, dated: true } : null;
}

function span(a: DayRange | null, b: DayRange | null): DayRange | null {
  return a && b ? { first: a.first, last: b.last } : null;
}
