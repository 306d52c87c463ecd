import { formatMoment } from '../format.ts';

/* Keys in people's devices ("passkey"), in the words phones and browsers use. */

export const PASSKEYS = {
  title: 'Khoá truy cập (passkey)',
  about:
    'Đăng nhập bằng vân tay, khuôn mặt hoặc mã mở máy của chính thiết bị, không phải gõ mật khẩu. Mỗi thiết bị một khoá; mất thiết bị nào thì bỏ khoá của thiết bị đó. Mật khẩu vẫn dùng được.',
  head: ['Tên', 'Thêm lúc', 'Dùng gần nhất', ''],
  moment: (at: number) => formatMoment(at),
  never: 'chưa dùng',
  name: 'Tên khoá (không bắt buộc)',
  nameHint: 'Ví dụ: điện thoại của tôi, máy ở văn phòng.',
  unnamed: 'Thiết bị',
  add: 'Thêm khoá của thiết bị này',
  added: 'Đã thêm khoá truy cập.',
  remove: 'Bỏ',
  removeOf: (name: string) => `Bỏ khoá ${name}`,
  removed: 'Đã bỏ khoá truy cập; thiết bị đó không đăng nhập được nữa.',
  enter: 'Đăng nhập bằng khoá truy cập (passkey)',
  confirm: 'Xác nhận bằng khoá truy cập (passkey)',
  onlyHttps:
    'Chỉ dùng được khi trang có địa chỉ https (hoặc mở bằng http://localhost trên chính máy chủ); địa chỉ hiện nay thì chưa.',
  needsScript: 'Trình duyệt đang tắt JavaScript nên không dùng được khoá truy cập; mật khẩu vẫn dùng được.',
  proveFirst: 'Thêm khoá thì cần xác nhận lại người đang dùng máy.',
  prove: 'Xác nhận',
  failed: 'Thiết bị chưa trả lời, hoặc đã bấm huỷ. Thử lại, hoặc dùng mật khẩu.',
  known: 'Khoá của thiết bị này đã có.',
  refused: 'Khoá không được nhận: trang mở đã lâu, hoặc khoá đã bị bỏ. Thử lại, hoặc dùng mật khẩu.',
  wait: 'Đã thử quá nhiều lần; đợi vài phút rồi thử lại.',
  tooMany: (most: number) => `Mỗi tài khoản tối đa ${most} khoá; bỏ khoá không dùng nữa rồi thêm.`,
} as const;
