import { formatMoment } from '../format.ts';

/* Words of the pages on which agencies, their heads and leaders work, and of the mail that lets them in. */

export { LEADER } from './leader.ts';

export const SIGN_IN_MAIL = {
  subject: 'Liên kết đăng nhập trang theo dõi nhiệm vụ',
  text: (lines: readonly { readonly name: string; readonly post: string; readonly url: string }[], until: number) =>
    [
      `Có người vừa đề nghị gửi liên kết đăng nhập đến địa chỉ này. Liên kết dùng một lần, đến ${formatMoment(until)}:`,
      ...lines.map(({ name, post, url }) => `${name} (${post}):\n${url}`),
      'Nếu không phải quý vị đề nghị, không cần làm gì: không ai vào được nếu không mở thư này. Đề nghị không chuyển tiếp thư.',
    ].join('\n\n'),
} as const;

export const SIGN_IN = {
  title: 'Đăng nhập',
  about:
    'Dành cho lãnh đạo, thủ trưởng, đầu mối và chuyên viên của các đơn vị có tên trong danh bạ. Không cần mật khẩu: liên kết đăng nhập được gửi đến hộp thư.',
  address: 'Địa chỉ thư điện tử trong danh bạ',
  send: 'Gửi cho tôi liên kết đăng nhập',
  sentTitle: 'Đã nhận đề nghị',
  sent: 'Nếu danh bạ có địa chỉ này, thư mang liên kết đăng nhập được gửi đi ngay; liên kết dùng một lần, trong 30 phút.',
  sentHint:
    'Không thấy thư: xem mục thư rác, đề nghị gửi lại sau ít phút, hoặc liên hệ Văn phòng để kiểm tra địa chỉ trong danh bạ.',
  again: 'Gửi lại',
  notAnAddress: 'Cần một địa chỉ thư điện tử, ví dụ: nguyenvana@sxd.gov.vn',
  noMail: 'Văn phòng chưa cài đặt gửi thư, nên chưa gửi được liên kết đăng nhập. Đề nghị liên hệ Văn phòng.',
  welcome: (name: string) => `Mở phiên làm việc cho ${name}.`,
  enter: 'Vào làm việc',
  badTicketTitle: 'Liên kết đăng nhập không dùng được',
  badTicket: 'Liên kết đã dùng, đã quá 30 phút hoặc không đúng. Có thể đề nghị gửi liên kết khác.',
  closedTitle: 'Cần đăng nhập',
  closed: 'Phiên làm việc đã hết, đã thoát hoặc chưa đăng nhập.',
  leftTitle: 'Không còn trong danh bạ',
  left: 'Danh bạ hôm nay không ghi vị trí công tác nào của tài khoản này. Nếu chưa đúng, đề nghị liên hệ Văn phòng.',
  toSignIn: 'Đến trang đăng nhập',
} as const;

export const OWN = {
  nav: 'Các trang của cơ quan',
  tasks: 'Nhiệm vụ của cơ quan',
  leave: 'Thoát',
  leaveAll: 'Thoát khỏi mọi máy',
  leaveAllHint: 'Kết thúc mọi phiên đăng nhập của tài khoản này, trên máy này và các máy khác.',
  title: (agencies: readonly string[]) => `Nhiệm vụ của ${agencies.join('; ')}`,
  asOf: (moment: string) => `Tính đến ${moment}.`,
  views: { open: 'Đang thực hiện', ended: 'Đã kết thúc' },
  which: 'Xem',
  counted: (open: number, overdue: number, waiting: number) =>
    `${open} nhiệm vụ đang thực hiện: ${overdue} quá hạn, ${waiting} chưa xác nhận tiếp nhận.`,
  ended: (n: number) => `${n} nhiệm vụ đã kết thúc, mới nhất trước.`,
  noneOpen: 'Không có nhiệm vụ nào đang thực hiện.',
  noneEnded: 'Chưa có nhiệm vụ nào kết thúc.',
  late: 'Quá hạn',
  rest: 'Trong hạn, việc đến hạn trước đứng trước',
  parts: { lead: '', cooperating: 'Phối hợp', supervisor: 'Theo dõi, đôn đốc' },
  back: 'Về danh sách nhiệm vụ',
  readOnly: 'Chỉ xem: kết luận do người khác ký.',
} as const;

/** Who of the agency is told of a task from now on. */
export const PASS_ON = {
  title: 'Giao cho người trong cơ quan',
  about:
    'Từ nay thư, tin nhắn nhắc việc của nhiệm vụ này gửi người được chọn thay đầu mối thường lệ; cơ quan vẫn chịu trách nhiệm chủ trì.',
  who: 'Người phụ trách',
  usual: 'Đầu mối thường lệ của cơ quan',
  choose: 'chọn một người',
  button: 'Giao phụ trách',
  current: (name: string) => `Hiện giao: ${name}.`,
  nobody: 'Cần chọn người phụ trách có trong danh bạ của cơ quan.',
} as const;
