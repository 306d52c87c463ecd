import { formatMoment } from '../format.ts';

/* Who is in, and how an administrator ends it. */

export const SESSIONS = {
  title: 'Phiên đăng nhập',
  about: 'Những người đang đăng nhập. Kết thúc một phiên thì người đó phải đăng nhập lại bằng liên kết mới.',
  head: ['Người', 'Vai', 'Từ lúc', 'Đến', ''],
  person: 'người trong danh bạ',
  own: 'phiên này',
  end: 'Kết thúc',
  endOf: (name: string) => `Kết thúc phiên của ${name}`,
  moment: (at: number) => formatMoment(at),
  ended: 'Đã kết thúc phiên.',
  open: 'Xem các phiên đăng nhập',
} as const;
