import type { Day, Instant } from '../dsl/time/day.ts';
import { formatDay, formatMoment } from './format.ts';

/* The person told for the lead of one directive instead of its usual contact. */

/** Why they are not told on a day; it stands after their name. */
export const CONTACT_GAPS = {
  gone: (day: Day) =>
    `danh bạ không ghi người này giữ vị trí nào ở đơn vị chủ trì vào ngày ${formatDay(day)}; gửi đầu mối thường lệ`,
  noAddress: 'danh bạ không có địa chỉ thư điện tử, Zalo hay số điện thoại; gửi đầu mối thường lệ',
} as const;

/** Why somebody cannot be made the contact. */
export const CONTACT_REFUSALS = {
  elsewhere: (name: string, lead: string) =>
    `--contact ${name}: hôm nay không giữ vị trí nào ở đơn vị chủ trì (${lead}); ghi người này vào danh bạ của đơn vị đó, hoặc giao đơn vị khác bằng: reassign`,
  noAddress: (name: string) =>
    `--contact ${name}: danh bạ không có địa chỉ thư điện tử, Zalo hay số điện thoại của người này; bổ sung danh bạ trước`,
} as const;

/** Of a message held back for the window when the contact changed. */
export const TOLD_ANOTHER = 'Đã đổi đầu mối trước giờ gửi';

/** “Đầu mối riêng: Lê Thị Hai (le-thi-hai)” */
export function contactLine(id: string, name: string | undefined, gap: string | undefined): string {
  const who = name === undefined || name === id ? id : `${name} (${id})`;
  return `Đầu mối riêng của nhiệm vụ: ${who}${gap === undefined ? '' : `; ${gap}`}`;
}

/** What an adjustment changed of the contact, in the words of a log, after “đổi đầu mối”. */
export function contactChange(contact: string | null): string {
  return contact === null ? 'trở lại đầu mối thường lệ' : `sang ${contact}`;
}

/** Why the usual contact is not told. */
export function replacedText(name: string, since: Instant | undefined): string {
  return `thông báo cho đơn vị chủ trì gửi đầu mối riêng của nhiệm vụ: ${name}${since === undefined ? '' : `, từ ${formatMoment(since)}`}`;
}
