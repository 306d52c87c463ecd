import { type Day, partsOf } from '../../dsl/time/day.ts';

/** 07/3/2025, 14/02/2025: a zero before days under ten and the months one and two only (Phụ lục I, II.4.b). */
export function letterDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${String(date).padStart(2, '0')}/${letterMonth(month)}/${year}`;
}

/** "ngày … tháng 3 năm 2025": the day is that of signing, so it stays open. */
export function openDate(drafted: Day): string {
  const { year, month } = partsOf(drafted);
  return `ngày … tháng ${letterMonth(month)} năm ${year}`;
}

function letterMonth(month: number): string {
  return month < 3 ? `0${month}` : String(month);
}
