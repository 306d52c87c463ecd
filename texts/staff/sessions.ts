import { formatMoment } from '../format.ts';

/* Who is in, and how an administrator ends it. */

export const SESSIONS = {
  title: 'Phiên đăng nhập',
  about: 'Những người đang đăng nhập. Kết thúc một phiên thì người đó phải đăng nhập lại.',
  head: ['Người', 'Vai', 'Đăng nhập bằng', 'Từ lúc', 'Đến', ''],
  ownHead: ['Đăng nhập bằng', 'Từ lúc', 'Đến', ''],
  means: { link: 'liên kết', password: 'mật khẩu', passkey: 'khoá truy cập', oidc: 'tài khoản của cơ quan' },
  person: 'người trong danh bạ',
  own: 'phiên này',
  end: 'Kết thúc',
  endOf: (name: string) => `Kết thúc phiên của ${name}`,
  moment: (at: number) => formatMoment(at),
  ended: 'Đã kết thúc phiên.',
  open: 'Xem các phiên đăng nhập',
} as const;
