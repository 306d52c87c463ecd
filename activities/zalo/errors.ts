/**
 * What an error code of Zalo means for a message. From third-party tables of the official codes: a code that is not
 * here is an unknown outcome and an alarm.
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
  [-1241]: entry('account', 'appsecret_proof sai: kiểm tra khóa bí mật của ứng dụng'),
  [-133]: entry('window', 'Zalo không gửi từ 22 giờ đến 6 giờ'),
  [-234]: entry('window', 'Zalo không gửi ban đêm'),
  [-32]: entry('rate', 'quá số lượt gọi trong một phút'),
  [-144]: entry('quota', 'tài khoản hết hạn mức tin trong ngày'),
  [-147]: entry('quota', 'mẫu tin hết hạn mức trong ngày'),
  [-1471]: entry('quota', 'người nhận hết hạn mức tin trong ngày'),
  [-115]: entry('balance', 'tài khoản Zalo không đủ số dư'),
  [-100]: entry('transient', 'lỗi tạm thời của Zalo'),
  [-211]: entry('transient', 'lỗi tạm thời của Zalo'),
  [-108]: entry('person', 'số điện thoại không hợp lệ'),
  [-118]: entry('person', 'số điện thoại không có tài khoản Zalo'),
  [-114]: entry('person', 'người nhận không nhận được tin'),
  [-119]: entry('person', 'người nhận không nhận được tin'),
  [-139]: entry('person', 'người nhận từ chối loại tin này'),
  [-141]: entry('person', 'người nhận từ chối tin của tài khoản này'),
  [-213]: entry('person', 'người nhận chưa quan tâm tài khoản Zalo của cơ quan'),
  [-217]: entry('person', 'người nhận không nhận tin của tài khoản này'),
  [-218]: entry('person', 'người nhận không nhận tin của tài khoản này'),
  [-227]: entry('person', 'tài khoản người nhận không hoạt động quá 45 ngày'),
  [-230]: entry('person', 'người nhận không tương tác trong 7 ngày'),
  [-232]: entry('person', 'người nhận chưa tương tác với tài khoản này'),
  [-244]: entry('person', 'người nhận hạn chế nhận tin'),
  [-1121]: entry('message', 'tham số không khớp mẫu tin'),
  [-1122]: entry('message', 'thiếu tham số của mẫu tin'),
  [-1124]: entry('message', 'tham số dài quá giới hạn của mẫu tin'),
  [-109]: entry('template', 'mã mẫu tin không hợp lệ'),
  [-131]: entry('template', 'mẫu tin chưa được duyệt'),
  [-146]: entry('template', 'mẫu tin bị khóa vì chất lượng'),
  [-117]: entry('account', 'tài khoản Zalo không được dùng mẫu tin này'),
  [-135]: entry('account', 'tài khoản Zalo không có quyền gửi tin mẫu'),
  [-1351]: entry('account', 'tài khoản Zalo bị chặn gửi tin mẫu'),
  [-137]: entry('account', 'không trừ được phí gửi tin'),
  [-248]: entry('account', 'tài khoản Zalo vi phạm quy định của nền tảng'),
  [-249]: entry('account', 'tài khoản Zalo vi phạm quy định của nền tảng'),
  [-320]: entry('account', 'ứng dụng chưa liên kết tài khoản ZCA'),
  [-321]: entry('account', 'tài khoản ZCA không dùng được'),
  [-101]: entry('account', 'ứng dụng không hợp lệ'),
  [-102]: entry('account', 'ứng dụng không tồn tại'),
  [-103]: entry('account', 'ứng dụng chưa được kích hoạt'),
  [-104]: entry('account', 'khóa bí mật của ứng dụng không hợp lệ'),
  [-105]: entry('account', 'ứng dụng chưa liên kết tài khoản Zalo'),
};
