/**
 * What an error code of Zalo means for a message. From third-party tables of the official codes, those a sending call
 * can meet: a code that is not here is an unknown outcome and an alarm.
 */
export type ErrorClass =
  /** The access token: refresh once, try once more. */
  | 'token'
  /** Night: wait for the morning. */
  | 'window'
  /** Requests a minute. */
  | 'rate'
  /** Messages a day. */
  | 'quota'
  /** No money in the account. */
  | 'balance'
  | 'transient'
  /** Never for this person by this channel. */
  | 'person'
  /** Never for this message: its data do not fit the template. */
  | 'message'
  /** The template cannot be used until someone mends it. */
  | 'template'
  /** The account or the application cannot be used until someone mends it. */
  | 'account';

interface ErrorEntry {
  readonly class: ErrorClass;
  readonly meaning: string;
}

const entry = (of: ErrorClass, meaning: string): ErrorEntry => ({ class: of, meaning });

export const ZALO_ERRORS: Readonly<Record<number, ErrorEntry>> = {
  [-124]: entry('token', 'mã truy cập không hợp lệ'),
  [-216]: entry('token', 'mã truy cập không hợp lệ'),
  [-220]: entry('token', 'mã truy cập hết hạn'),

  [-133]: entry('window', 'Zalo không gửi từ 22 giờ đến 6 giờ'),
  [-234]: entry('window', 'Zalo không gửi ban đêm'),

  [-32]: entry('rate', 'quá số lượt gọi trong một phút'),

  [-144]: entry('quota', 'tài khoản hết hạn mức tin trong ngày'),
  [-147]: entry('quota', 'mẫu tin hết hạn mức trong ngày'),
  [-1441]: entry('quota', 'tài khoản hết hạn mức tin truyền thông'),
  [-1471]: entry('quota', 'người nhận hết hạn mức tin'),
  [-1472]: entry('quota', 'người nhận hết hạn mức tin truyền thông trong ngày'),

  [-115]: entry('balance', 'tài khoản Zalo không đủ số dư'),
  [-126]: entry('balance', 'ví gửi thử không đủ số dư'),
  [-137]: entry('balance', 'không trừ được phí gửi tin'),
  [-321]: entry('balance', 'tài khoản ZCA hết tiền hoặc không trừ được phí'),

  [-100]: entry('transient', 'lỗi tạm thời của Zalo'),
  [-200]: entry('transient', 'Zalo gửi không thành công'),
  [-211]: entry('transient', 'Zalo báo hết lượt dùng tính năng'),

  [-108]: entry('person', 'số điện thoại không hợp lệ'),
  [-110]: entry('person', 'người nhận dùng bản Zalo cũ'),
  [-114]: entry('person', 'người nhận không nhận được tin'),
  [-118]: entry('person', 'số điện thoại không có tài khoản Zalo'),
  [-119]: entry('person', 'người nhận không nhận được tin'),
  [-134]: entry('person', 'người nhận chưa đồng ý nhận tin'),
  [-139]: entry('person', 'người nhận từ chối loại tin này'),
  [-140]: entry('person', 'người nhận không đủ điều kiện nhận loại tin này'),
  [-141]: entry('person', 'người nhận từ chối tin của tài khoản này'),
  [-213]: entry('person', 'người nhận chưa quan tâm tài khoản Zalo của cơ quan'),
  [-217]: entry('person', 'người nhận chặn tin mời của tài khoản này'),
  [-218]: entry('person', 'người nhận đã nhận đủ số tin cho phép'),
  [-227]: entry('person', 'tài khoản người nhận bị khóa hoặc không hoạt động quá 45 ngày'),
  [-230]: entry('person', 'người nhận không tương tác trong 7 ngày'),
  [-232]: entry('person', 'người nhận chưa tương tác với tài khoản này'),
  [-244]: entry('person', 'người nhận hạn chế nhận tin'),

  [-111]: entry('message', 'tin không có dữ liệu của mẫu'),
  [-112]: entry('message', 'kiểu dữ liệu của tham số không có trong mẫu tin'),
  [-1121]: entry('message', 'tham số dài quá giới hạn của mẫu tin'),
  [-1122]: entry('message', 'thiếu tham số của mẫu tin'),
  [-1123]: entry('message', 'không tạo được mã QR của mẫu tin'),
  [-1124]: entry('message', 'tham số sai định dạng'),
  [-113]: entry('message', 'nút của mẫu tin không hợp lệ'),
  [-1131]: entry('message', 'nội dung nút của mẫu tin sai định dạng'),
  [-116]: entry('message', 'nội dung không hợp lệ'),
  [-121]: entry('message', 'yêu cầu không có nội dung'),
  [-122]: entry('message', 'yêu cầu không đúng dạng JSON'),
  [-130]: entry('message', 'nội dung quá dài'),
  [-132]: entry('message', 'tham số không hợp lệ'),
  [-153]: entry('message', 'dữ liệu không theo quy định'),
  [-201]: entry('message', 'tham số không hợp lệ'),
  [-210]: entry('message', 'tham số vượt giới hạn'),
  [-233]: entry('message', 'loại tin không được hỗ trợ'),

  [-109]: entry('template', 'mã mẫu tin không hợp lệ'),
  [-117]: entry('template', 'tài khoản Zalo không được dùng mẫu tin này'),
  [-127]: entry('template', 'mẫu tin thử chỉ gửi được cho quản trị viên'),
  [-131]: entry('template', 'mẫu tin chưa được duyệt'),
  [-145]: entry('template', 'tài khoản Zalo không được gửi loại nội dung này'),
  [-146]: entry('template', 'mẫu tin bị khóa vì chất lượng'),
  [-249]: entry('template', 'mẫu tin không gửi được theo mã người dùng'),

  [-101]: entry('account', 'ứng dụng không hợp lệ'),
  [-102]: entry('account', 'ứng dụng không tồn tại'),
  [-103]: entry('account', 'ứng dụng chưa được kích hoạt'),
  [-104]: entry('account', 'khóa bí mật của ứng dụng không hợp lệ'),
  [-105]: entry('account', 'ứng dụng chưa liên kết tài khoản Zalo'),
  [-106]: entry('account', 'phương thức không được hỗ trợ'),
  [-120]: entry('account', 'tài khoản Zalo không có quyền dùng tính năng này'),
  [-1241]: entry('account', 'appsecret_proof sai: kiểm tra khóa bí mật của ứng dụng'),
  [-125]: entry('account', 'mã tài khoản Zalo không hợp lệ'),
  [-135]: entry('account', 'tài khoản Zalo không có quyền gửi tin mẫu'),
  [-1351]: entry('account', 'tài khoản Zalo bị chặn gửi tin mẫu'),
  [-136]: entry('account', 'tài khoản Zalo chưa liên kết ZCA'),
  [-138]: entry('account', 'ứng dụng không có quyền dùng tính năng này'),
  [-1381]: entry('account', 'tài khoản Zalo chưa cấp quyền ZCA cho ứng dụng'),
  [-204]: entry('account', 'tài khoản Zalo đã bị xóa hoặc khóa'),
  [-205]: entry('account', 'tài khoản Zalo không tồn tại'),
  [-209]: entry('account', 'ứng dụng chưa được dùng chức năng này'),
  [-212]: entry('account', 'ứng dụng chưa đăng ký chức năng này'),
  [-219]: entry('account', 'ứng dụng đã bị gỡ hoặc khóa'),
  [-221]: entry('account', 'tài khoản Zalo cần được xác thực'),
  [-223]: entry('account', 'tài khoản Zalo chưa cấp quyền cho ứng dụng'),
  [-224]: entry('account', 'tài khoản Zalo cần nâng gói dịch vụ'),
  [-235]: entry('account', 'loại tài khoản Zalo này không dùng được chức năng'),
  [-240]: entry('account', 'chức năng đã ngừng, cần bản mới của chương trình'),
  [-242]: entry('account', 'appsecret_proof sai: kiểm tra khóa bí mật của ứng dụng'),
  [-248]: entry('account', 'tài khoản Zalo vi phạm quy định của nền tảng'),
  [-320]: entry('account', 'ứng dụng chưa liên kết tài khoản ZCA'),
};

/** Null for a code nobody has described. */
export function errorClassOf(code: number): ErrorClass | null {
  return ZALO_ERRORS[code]?.class ?? null;
}
