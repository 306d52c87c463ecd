import type { Source } from '../dsl/policy/policy.ts';
import type { EventDay, Status } from '../dsl/rules/index.ts';
import type { Day } from '../dsl/time/day.ts';
import { dueByEventText } from './event-date.ts';
import { formatMoment } from './format.ts';
import { STATUS_NAMES } from './names.ts';
import { becauseText } from './rules.ts';

/** What became of telling somebody something on a day. */
export const VERDICT_NAMES = {
  taken: 'máy chủ đã nhận',
  unknown: 'chưa rõ đã gửi hay chưa',
  refused: 'bị từ chối',
  bounced: 'bị trả lại',
  skipped: 'không gửi',
  'no-contact': 'không có người hoặc địa chỉ để gửi',
  held: 'giữ lại đến giờ gửi',
  waiting: 'chờ gửi',
  merged: 'gộp vào thông báo khác',
  missing: 'lẽ ra có mà không có',
  ahead: 'chưa đến lúc',
  'no-step': 'không có bước nào cho vai trò này trong ngày',
  closed: 'nhiệm vụ đã kết thúc',
  suspended: 'nhiệm vụ đang tạm hoãn',
  'not-issued': 'nhiệm vụ chưa được giao',
  'no-role': 'không có vai trò trong nhiệm vụ',
  'other-contact': 'nhiệm vụ có đầu mối riêng',
} as const;
export type WhyVerdict = keyof typeof VERDICT_NAMES;

/** Why, in a sentence. */
export const whyDetails = {
  heldUntil: (made: number, at: number, dayOff: boolean) =>
    `lập lúc ${formatMoment(made)}, ${dayOff ? 'ngày nghỉ' : 'ngoài giờ gửi'}: gửi từ ${formatMoment(at)}`,
  triedAgain: (attempts: number, at: number, reason: string) =>
    `đã thử ${attempts} lần (${reason}); thử lại từ ${formatMoment(at)}`,
  mergedInto: (step: string) => `một thông báo cho mỗi vai trò: nói chung trong “${step}”`,
  missing: 'xem: dondoc audit',
  madeLate: (at: number) => `hệ thống không chạy lúc đó: lập muộn, ${formatMoment(at)}`,
  ahead: (at: number) => `dự kiến ${formatMoment(at)}`,
  nothing: (before: number | null, next: number | null, dayOff: boolean) =>
    [
      dayOff ? 'ngày nghỉ' : null,
      before === null ? 'trước đó chưa có bước nào' : `bước trước ${formatMoment(before)}`,
      next === null ? 'không còn bước nào theo lịch' : `bước tới ${formatMoment(next)}`,
    ]
      .filter((part) => part !== null)
      .join('; '),
  closedAt: (at: number, status: Status, goesOnIn: readonly string[]) =>
    `kết thúc lúc ${formatMoment(at)}${goesOnIn.length === 0 ? '' : `, ${STATUS_NAMES[status]}: ${goesOnIn.join(', ')}`}`,
  issuedAt: (at: number) => `giao lúc ${formatMoment(at)}`,
  basis: (policy: string, calendar: string, event?: EventDay & { readonly due: Day | null }, source?: Source) =>
    `quy tắc ${policy}${source ? ` (${becauseText(source)})` : ''}, lịch làm việc bản ${calendar}${event ? `; ${dueByEventText(event, event.due)}` : ''}`,
} as const;

export const WHY_FAULTS = {
  nobody: (name: string) => `${name}: danh bạ không có người hay đơn vị này; xem tên và mã bằng: dondoc directory show`,
  several: (name: string, ids: readonly string[]) =>
    `${name}: có ${ids.length} người; ghi mã, ví dụ ${ids.slice(0, 3).join(', ')}`,
  noDirective: 'Không có vai trò trong nhiệm vụ nào và không có thông báo nào trong ngày.',
} as const;
