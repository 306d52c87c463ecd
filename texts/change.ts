import type { Policy } from '../dsl/policy/policy.ts';
import type { MovedStep, Post } from '../dsl/rules/index.ts';
import { type Day, dayOf } from '../dsl/time/day.ts';
import { formatDay, formatMoment } from './format.ts';
import { stepText } from './rules.ts';

/* Changes of the calendar or of a policy under running directives, and old work that is taken in. */

export const SHIPPED_SOURCE = 'lịch đi kèm chương trình';

/** The reason of an act that moves a directive to a version of the calendar. */
export function calendarReason(version: Day, source: string): string {
  return `Lịch làm việc phiên bản ${formatDay(version)} (${source})`;
}

/** The reason of an act that moves a directive to another policy. */
export function migrationReason({ name, id }: Policy): string {
  return `Chuyển sang quy tắc “${name}” (${id})`;
}

/** “nhắc sắp đến hạn → đơn vị chủ trì (…): 08:12 31/12/2025 → 08:12 05/01/2026”. */
export function movedText(step: MovedStep): string {
  return `${stepText(step)}: ${whenText(step.before, NEW_STEP)} → ${whenText(step.after, GONE_STEP)}`;
}

export const NEW_STEP = 'chưa có';
export const GONE_STEP = 'không còn';

/** “08:12 31/12/2025”; `none` where there is no instant. */
export function whenText(at: number | null, none: string): string {
  return at === null ? none : formatMoment(at);
}

/** Why a step of imported work was never told. */
export const PASSED_BEFORE_IMPORT = 'đã qua trước khi nhập';

/** A step of imported work that nobody was told of, with its day. */
export function skippedText(post: Post): string {
  return `${stepText(post)}, ${formatDay(dayOf(post.at))}: bỏ qua: ${PASSED_BEFORE_IMPORT}`;
}

/** What a change would move, before it is made; counts are of directives. */
export function previewText(running: number, moving: number): string {
  if (running === 0) return 'Không có nhiệm vụ đang chạy nào phải đổi.';
  return `${moving} trong ${running} nhiệm vụ đang chạy có bước dời. Chưa đổi gì: bỏ --preview để áp dụng.`;
}

/** What a change came to; counts are of directives. */
export function appliedText(counts: { changed: number; already: number; closed: number; failed: number }): string {
  const { changed, already, closed, failed } = counts;
  const others = [
    ...(already > 0 ? [`${already} đã đổi từ trước`] : []),
    ...(closed > 0 ? [`${closed} vừa kết thúc`] : []),
    ...(failed > 0 ? [`${failed} chưa đổi được, chạy lại đúng lệnh này để đổi tiếp`] : []),
  ];
  return `Đã đổi ${changed} nhiệm vụ${others.map((o) => `; ${o}`).join('')}.`;
}

/** “…/II.4, kỳ 24/12/2026 chưa mở: hạn 24/12/2026 → 25/12/2026”. */
export function movedOccurrenceText(o: { series: string; day: Day; before: Day | null; after: Day | null }): string {
  const due = (day: Day | null) => (day === null ? 'không có kỳ này' : `hạn ${formatDay(day)}`);
  return `${o.series}, kỳ ${formatDay(o.day)} chưa mở: ${due(o.before)} → ${due(o.after)}`;
}

export const CALENDAR_NOTES = {
  notStarted: (n: number) =>
    `${n} nhiệm vụ đã vào sổ mà chưa bắt đầu, sẽ bắt đầu theo lịch lúc vào sổ: giao tiếp (dondoc issue, dondoc import), rồi chạy lại lệnh này.`,
} as const;

export const MIGRATION_NOTES = {
  series: (ids: readonly string[]) => `Nhiệm vụ định kỳ có các kỳ mở sau sẽ theo quy tắc này: ${ids.join(', ')}.`,
  notStarted: (n: number) =>
    `${n} nhiệm vụ đã vào sổ mà chưa bắt đầu: giao tiếp (dondoc issue, dondoc import), rồi chạy lại lệnh này.`,
} as const;
