import { formatDay } from './format.ts';

/* What `dondoc withdraw` says before and after a whole notice is withdrawn. */

export const WITHDRAW = {
  reason: '--reason: ghi lý do thu hồi; lý do được báo cho mọi người liên quan',
  unknown: (given: string) => `${given}: sổ không có thông báo này; xem bằng: dondoc list`,
  several: (given: string, ids: readonly string[]) =>
    `${given}: sổ có ${ids.length} thông báo; ghi mã của thông báo: ${ids.join(', ')}`,
  nothing: (name: string) => `${name}: không còn nhiệm vụ nào đang mở; không có gì để thu hồi.`,
  plan: (name: string, day: string, open: number, series: number, closed: number) =>
    `Thu hồi ${name} ngày ${formatDay(day)}: hủy ${open} nhiệm vụ đang mở${series > 0 ? `, thôi mở kỳ mới của ${series} nhiệm vụ định kỳ` : ''}${closed > 0 ? `; ${closed} nhiệm vụ đã kết thúc giữ nguyên` : ''}.`,
  told: 'Ai đã được báo về các nhiệm vụ này được báo một lần cho tất cả, trong lượt gửi tới.',
  ask: 'Thu hồi thông báo này? (c/k)',
  declined: 'chưa thu hồi gì',
  mustConfirm: 'không có bàn phím để hỏi: xem lại các số trên rồi thêm --yes để thu hồi',
  closedBefore: (count: number) =>
    `${count} nhiệm vụ đã kết thúc trước khi lần thu hồi này tới: được duyệt, hoặc có người khác vừa hủy hay thu hồi; xem bằng: dondoc list`,
  done: (name: string, open: number, series: number) =>
    `${name}: đã thu hồi, ${open} nhiệm vụ được hủy${series > 0 ? `, ${series} nhiệm vụ định kỳ thôi mở kỳ mới` : ''}.`,
} as const;
