import type { ClockTime, Day, Instant } from '../../dsl/time/day.ts';
import { capital, formatDay, formatMoment } from '../format.ts';
import { daysWords, dueByEventWords, dueWords } from '../messages/due.ts';
import { STATUS_NAMES } from '../names.ts';

/** What the badge of a directive is made from. */
export interface BadgeFacts {
  readonly status: keyof typeof STATUS_NAMES;
  readonly due: Day | null;
  readonly submittedAt: Instant | null;
  readonly time?: { readonly state: 'left' | 'late'; readonly days: number; readonly workingDays?: number };
}

/** The state in a few words: never by colour alone. */
export function badgeWords({ status, due, time }: BadgeFacts): string {
  if (status === 'approved') return time?.state === 'late' ? `Hoàn thành, chậm ${daysOf(time)}` : 'Hoàn thành';
  if (status === 'submitted')
    return time?.state === 'late' ? `Chờ duyệt, gửi chậm ${daysOf(time)}` : 'Chờ duyệt kết quả';
  if (time?.state === 'late') return time.days === 0 ? 'Quá hạn hôm nay' : `Quá hạn ${daysOf(time)}`;
  if (time?.state === 'left') return time.days === 0 ? 'Đến hạn hôm nay' : `Còn ${daysOf(time)}`;
  const open = status === 'waiting' || status === 'assigned' || status === 'acknowledged';
  return due === null && open ? 'Không quy định thời hạn' : capital(STATUS_NAMES[status]);
}

/** "Hết ngày 14/03/2025 (thứ Sáu); văn bản ghi “trước ngày 15/3/2025”" */
export function dueLine(due: Day | null, dueTime?: ClockTime, original?: Day | null, phrase?: string): string {
  if (phrase !== undefined && (original === undefined ? due : original) === null) {
    return dueByEventWords(due === null ? null : capital(dueWords(due, dueTime)), phrase);
  }
  const words = due === null ? 'Không quy định thời hạn' : capital(dueWords(due, dueTime));
  if (original !== undefined && original !== due) {
    const before = original === null ? 'không quy định thời hạn' : `ghi hạn ${formatDay(original)}`;
    return `${words}; đã điều chỉnh, văn bản ${before}`;
  }
  return phrase === undefined ? words : `${words}; văn bản ghi “${phrase}”`;
}

/** "đang thực hiện; đã xác nhận tiếp nhận 08:15 03/03/2025" */
export function statusLine(
  status: keyof typeof STATUS_NAMES,
  acknowledgedAt: Instant | null,
  submittedAt: Instant | null,
  closedAt: Instant | null,
): string {
  const name = capital(STATUS_NAMES[status]);
  if (closedAt !== null) return `${name} ${formatMoment(closedAt)}`;
  if (status === 'submitted' && submittedAt !== null) return `${name}; đã gửi ${formatMoment(submittedAt)}`;
  return acknowledgedAt === null ? name : `${name}; đã xác nhận tiếp nhận ${formatMoment(acknowledgedAt)}`;
}

function daysOf(time: { readonly days: number; readonly workingDays?: number }): string {
  return daysWords(time.days, time.workingDays);
}
