import { type Day, day, parts, plusDays } from './days.ts';
import { roman } from './numerals.ts';
import { dayWords, monthOf, quarterOf } from './periods.ts';
import type { PhraseCase } from './phrase-case.ts';
import type { Random } from './random.ts';

/** From a day to a day, from now to an end, from month to month; months and quarters that share their year. */
export function rangeCase(r: Random, anchor: Day): PhraseCase {
  const { year } = parts(anchor);
  const family = 'range';
  const a = plusDays(anchor, r.int(1, 100));
  const b = plusDays(a, r.int(1, 200));
  const m = r.int(1, 11);
  const n = r.int(m + 1, 12);
  const q = r.int(1, 3);
  const [from, to] = [monthOf('', year + 1, m), monthOf('', year + 1, n)];
  return r.pick<() => PhraseCase>([
    () => ({ family, text: `từ ngày ${dayWords(r, a)} đến ngày ${dayWords(r, b)}`, anchor, from: a, due: b }),
    () => ({ family, text: `từ ngày ${dayWords(r, a)} đến hết ngày ${dayWords(r, b)}`, anchor, from: a, due: b }),
    () => ({ family, text: `từ nay đến ngày ${dayWords(r, b)}`, anchor, due: b }),
    () => ({ family, text: `từ nay đến hết tháng ${n}/${year + 1}`, anchor, due: to.last }),
    () => ({ family, text: `từ nay đến hết năm ${year}`, anchor, due: day(year, 12, 31) }),
    () => ({ family, text: `từ tháng ${m} đến tháng ${n}/${year + 1}`, anchor, from: from.first, due: to.last }),
    () => ({
      family,
      text: `từ tháng ${m} đến hết tháng ${n} năm ${year + 1}`,
      anchor,
      from: from.first,
      due: to.last,
    }),
    // Two months named one after the other are two limits.
    () => ({
      family,
      text: `trong tháng ${m} và tháng ${n} năm ${year + 1}`,
      anchor,
      due: to.last,
      dues: [from.last, to.last],
    }),
    () => ({
      family,
      text: `trong quý ${roman(q)}, ${roman(q + 1)}/${year + 1}`,
      anchor,
      due: quarterOf('', year + 1, q + 1).last,
    }),
    () => ({
      family,
      text: `quý ${roman(q)} và quý ${roman(q + 1)} năm ${year + 1}`,
      anchor,
      alone: true,
      due: quarterOf('', year + 1, q + 1).last,
    }),
  ])();
}

/** A start alone sets no last day. */
export function startCase(r: Random, anchor: Day): PhraseCase {
  const d = plusDays(anchor, r.int(1, 300));
  const words = r.pick(['kể từ ngày', 'từ ngày', 'bắt đầu từ ngày', 'thực hiện từ ngày', 'áp dụng kể từ ngày']);
  return { family: 'start', text: `${words} ${dayWords(r, d)}`, anchor, due: null, from: d };
}

/** Days that every almanac prints; the table is the generators' own. */
const LUNAR: readonly (readonly [string, Day])[] = [
  ['trước Tết Nguyên đán Ất Tỵ', '2025-01-28'],
  ['trước Tết Nguyên đán Bính Ngọ', '2026-02-16'],
  ['trước Tết Nguyên đán Bính Ngọ 2026', '2026-02-16'],
  ['trước Tết Nguyên đán Đinh Mùi', '2027-02-05'],
  ['trước rằm tháng Giêng năm Bính Ngọ', '2026-03-02'],
  ['trước Tết Trung thu năm 2026', '2026-09-24'],
  ['trước ngày Giỗ Tổ Hùng Vương năm 2026', '2026-04-25'],
  ['trước lễ Quốc khánh 02/9/2026', '2026-09-01'],
  ['trước dịp nghỉ lễ 30/4 và 01/5/2026', '2026-04-29'],
];

export function holidayCase(r: Random, anchor: Day): PhraseCase {
  const coming = LUNAR.filter(([, due]) => due > anchor);
  const [text, due] = r.pick(coming.length > 0 ? coming : LUNAR.slice(3, 4));
  return { family: 'holiday', text, anchor, due };
}
