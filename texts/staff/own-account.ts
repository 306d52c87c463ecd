import { formatMoment } from '../format.ts';

/** The page of whoever is in: how they sign in, and where else they are. */
export const OWN_ACCOUNT = {
  title: 'Tài khoản của tôi',
  open: 'Tài khoản của tôi',
  since: (means: string, at: number) => `Đăng nhập bằng ${means}, lúc ${formatMoment(at)}.`,
  byLink:
    'Phiên này mở bằng liên kết, không có mật khẩu. Muốn đăng nhập bằng mật khẩu: đề nghị người quản trị thêm tài khoản (Cài đặt, Tài khoản của văn phòng).',
  byMail: 'Đăng nhập bằng liên kết gửi đến địa chỉ thư trong danh bạ, không có mật khẩu.',
  password: 'Đổi mật khẩu',
  passwordHint: 'Đổi xong, mọi phiên khác của tài khoản kết thúc.',
  current: 'Mật khẩu đang dùng',
  wrong: 'Mật khẩu đang dùng không đúng.',
  changed: 'Đã đổi mật khẩu; các phiên khác đã kết thúc.',
  sessions: 'Các phiên đang mở',
  endHint: 'Thấy phiên không phải của mình: kết thúc phiên đó và đổi mật khẩu.',
  confirmTitle: 'Xác nhận người đang dùng máy',
  confirm: 'Trước khi quyết định, đề nghị xác nhận lại. Xác nhận có hiệu lực trong 30 phút.',
  confirmButton: 'Xác nhận',
  mailIt: 'Gửi liên kết xác nhận đến hộp thư của tôi',
  mailHint: 'Mở liên kết trong thư trên chính máy này.',
  mailed: 'Nếu hộp thư trong danh bạ nhận được thư, liên kết xác nhận đến ngay; dùng một lần, trong 30 phút.',
  newLink:
    'Phiên này mở bằng liên kết, nên xác nhận bằng liên kết mới: đề nghị người quản trị tạo (dondoc login), hoặc thêm tài khoản có mật khẩu.',
} as const;
