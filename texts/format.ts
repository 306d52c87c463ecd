import { type Day, dayOf, formatInstant, type Instant, partsOf, weekday } from '../dsl/time/day.ts';

/** 31/03/2025; “không có” where there is no day. */
export function formatDay(day: Day | null): string {
  if (day === null) return 'không có';
  const { year, month, date } = partsOf(day);
  return `${two(date)}/${two(month)}/${year}`;
}

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;

/** 14/03/2025 (thứ Sáu) */
export function dayWithWeekday(day: Day): string {
  return `${formatDay(day)} (${WEEKDAYS[weekday(day) - 1]})`;
}

/** thứ Hai, 31/03/2025 */
export function formatDayLong(day: Day): string {
  return `${WEEKDAYS[weekday(day) - 1]}, ${formatDay(day)}`;
}

/** 08:05 31/03/2025 */
export function formatMoment(instant: Instant): string {
  return `${formatInstant(instant).slice(11, 16)} ${formatDay(dayOf(instant))}`;
}

/** The text with its first letter a capital: names of things are lower case until they begin a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** "A, B và C"; the empty string of none. */
export function nameList(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} và ${names[names.length - 1] ?? ''}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** A number of this country as people write it: 84900000001 → 0900000001. */
export function formatPhone(phone: string): string {
  return phone.replace(/^84/, '0');
}

/** How much room something takes or leaves, in whole units, down. */
export function sizeWords(bytes: number): string {
  if (bytes > 0 && bytes < 1e6) return `${Math.ceil(bytes / 1e3)} KB`;
  return bytes < 1e10 ? `${Math.floor(bytes / 1e6)} MB` : `${Math.floor(bytes / 1e9)} GB`;
}
