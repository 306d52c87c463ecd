import type { EventDay } from '../dsl/rules/index.ts';
import type { Day } from '../dsl/time/day.ts';
import { capital, formatDay } from './format.ts';

/* The day of an event that deadlines wait for: “sau khi Luật được thông qua”. */

/** What is held rather than done, as the words name it: it needs a verb before its day. */
const GATHERING = /^(?:kỳ họp|phiên họp|cuộc họp|buổi họp|hội nghị|đại hội|kỳ thi|lễ)(?!\p{L})/iu;
const HAS_VERB = /(?<!\p{L})(?:khai mạc|bế mạc|kết thúc|diễn ra|được|hoàn thành|thông qua|bắt đầu)(?!\p{L})/iu;

/** “Luật được thông qua ngày 15/06/2025”, “Kỳ họp thứ 9 diễn ra ngày …”, in the words of the notice. */
export function eventDayText({ words, on }: EventDay): string {
  const verb = GATHERING.test(words) && !HAS_VERB.test(words) ? ' diễn ra' : '';
  return `${capital(words)}${verb} ngày ${formatDay(on)}`;
}

/** Why a deadline is the day it is, in a line. */
export function dueByEventText(event: EventDay, due: Day | null): string {
  return `${eventDayText(event)}: hạn ${formatDay(due)}`;
}

export const EVENT_FAULTS = {
  unknown: (given: string, known: readonly string[]) =>
    known.length === 0
      ? `${given}: không có nhiệm vụ đang chạy nào chờ một sự kiện`
      : `${given}: không có nhiệm vụ đang chạy nào chờ sự kiện này; đang chờ: ${known.map((k) => `“${k}”`).join(', ')}`,
  noEvent: (id: string) => `${id}: thời hạn không chờ sự kiện nào; đổi hạn bằng dondoc act ${id} change-deadline`,
  beforeNotice: (on: Day, issued: Day) =>
    `ngày ${formatDay(on)} trước ngày ban hành văn bản (${formatDay(issued)}); xem lại ngày của sự kiện`,
  noCalendar: (version: string) => `không có lịch làm việc bản ${version} để tính`,
  noLength: (phrase: string) =>
    `“${phrase}” không nói thực hiện trong bao lâu; thêm --within, ví dụ “15 ngày làm việc”`,
  notCounted: (phrase: string) => `“${phrase}”: chưa tính được ngày; đặt hạn bằng dondoc act … change-deadline`,
  notALength: (within: string) => `--within “${within}”: không phải là một khoảng thời gian, ví dụ “15 ngày làm việc”`,
  reason: 'dondoc event date cần --reason “căn cứ biết ngày của sự kiện”',
} as const;

export const EVENT_NOTES = {
  none: 'Không có nhiệm vụ đang chạy nào chờ một sự kiện.',
  already: (ids: readonly string[]) => `Đã theo đúng ngày này: ${ids.join(', ')}.`,
  setOtherwise: (lines: readonly string[]) =>
    `Không dời, vì hạn đã được đặt riêng; muốn dời thì ghi cả mã: ${lines.join('; ')}.`,
  notStarted: (n: number) =>
    `${n} nhiệm vụ đã vào sổ mà chưa bắt đầu: giao tiếp (dondoc issue, dondoc import), rồi chạy lại lệnh này.`,
  provisional: 'tạm tính: lịch nghỉ chưa công bố',
  waiting: 'chưa biết ngày',
  preview: 'Xem trước',
} as const;
