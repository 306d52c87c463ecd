/** Signing in by the sign-in the office has for all its programs (OpenID Connect). */
export const PROVIDER = {
  enter: 'Đăng nhập bằng tài khoản của cơ quan',
  confirm: 'Xác nhận bằng tài khoản của cơ quan',
  inTitle: 'Đã đăng nhập',
  goOn: 'Vào làm việc',
  refusedTitle: 'Chưa đăng nhập được',
  again: 'Đến trang đăng nhập',
  leftTitle: 'Đã thoát',
  left: 'Phiên làm việc đã kết thúc. Tài khoản của cơ quan có thể vẫn đang đăng nhập trên máy này.',
  leaveProvider: 'Thoát cả tài khoản của cơ quan',
  refusals: {
    unreachable:
      'Chưa hỏi được hệ thống đăng nhập của cơ quan. Đề nghị thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu hay liên kết gửi đến hộp thư.',
    refused: 'Lần đăng nhập này không hoàn tất hoặc đã cũ; không có gì được mở. Đề nghị đăng nhập lại từ đầu.',
    unverified:
      'Hệ thống đăng nhập của cơ quan không xác nhận địa chỉ thư của tài khoản. Đề nghị báo người quản trị hệ thống đó.',
    unknown:
      'Địa chỉ thư của tài khoản này chưa có trong danh bạ, cũng chưa có tài khoản ở trang văn phòng. Đề nghị Văn phòng ghi địa chỉ vào danh bạ hoặc thêm tài khoản.',
    shared:
      'Nhiều người trong danh bạ dùng chung địa chỉ thư này, nên không biết ai đăng nhập. Đề nghị đăng nhập bằng liên kết gửi đến hộp thư và chọn đúng tên mình.',
  },
} as const;
