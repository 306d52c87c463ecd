import { type Day, dayOf, formatInstant, type Instant, partsOf, weekday } from '../dsl/time/day.ts';

/** 31/03/2025; “không có” where there is no day. */
export function formatDay(day: Day | null): string {
  if (day === null) return 'không có';
  const { year, month, date } = partsOf(day);
  return `${two(date)}/${two(month)}/${year}`;
}

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;

/** thứ Hai, 31/03/2025 */
export function formatDayLong(day: Day): string {
  return `${WEEKDAYS[weekday(day) - 1]}, ${formatDay(day)}`;
}

/** 08:05 31/03/2025 */
export function formatMoment(instant: Instant): string {
  return `${formatInstant(instant).slice(11, 16)} ${formatDay(dayOf(instant))}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
