import { formatDay } from '../format.ts';

/* Words of the pages of figures: as of a day, compared with another, and the directives behind each. */

export const REPORT_PAGE = {
  title: 'Báo cáo',
  asOf: (moment: string) => `Số liệu đến ${moment}.`,
  download: 'Tải về',
  at: 'Tại ngày',
  atHint: 'Bỏ trống: đến lúc này. Gõ dạng 15/03/2026.',
  since: 'So với ngày',
  sinceHint: 'Ví dụ ngày giao ban trước; bỏ trống nếu không so sánh.',
  show: 'Xem',
  lastWeek: 'So với giao ban tuần trước',
  badDay: (given: string) => `“${given}” không phải là một ngày; gõ dạng 15/03/2026.`,
  notBefore: 'Ngày so sánh phải trước ngày của số liệu.',
  comparedWith: (moment: string) => `So với ${moment}`,
  entered: (n: number) => `Mới có (${n})`,
  left: (n: number) => `Không còn tính: đã hủy, được thay thế, tách hoặc nhập (${n})`,
  changed: (n: number) => `Đã đổi tình trạng (${n})`,
  unchanged: 'Không có gì thay đổi.',
  more: (n: number) => `và ${n} nhiệm vụ khác`,
  fromTo: (was: string, is: string) => `${was} → ${is}`,
} as const;

/** The directives behind a figure. */
export const ROWS_PAGE = {
  title: 'Nhiệm vụ của số liệu',
  count: (n: number) => `${n} nhiệm vụ`,
  none: 'Không có nhiệm vụ nào.',
  head: ['Văn bản', 'Mã', 'Chủ trì', 'Hạn', 'Tình trạng', 'Số ngày quá hạn'],
  noDue: 'không hạn',
  done: 'Hoàn thành',
  open: 'Đang thực hiện',
  due: (from: string, to: string) => `đến hạn từ ${formatDay(from)} đến ${formatDay(to)}`,
  back: 'Về báo cáo',
} as const;
