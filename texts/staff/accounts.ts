import { formatMoment } from '../format.ts';

/* Words of accounts: signing in, choosing a password, and the administrator's page. */

/** Signing in with a name and a password. */
export const PASSWORD_DOOR = {
  title: 'Đăng nhập trang văn phòng',
  login: 'Tên đăng nhập',
  loginHint: 'Tên hoặc địa chỉ thư người quản trị đã cấp.',
  password: 'Mật khẩu',
  enter: 'Đăng nhập',
  wrong: 'Tên đăng nhập hoặc mật khẩu không đúng.',
  wait: 'Đã thử sai nhiều lần. Đề nghị chờ ít phút rồi thử lại; máy đã từng đăng nhập tài khoản này thì không phải chờ vì người khác thử sai.',
  busy: 'Đang có quá nhiều người đăng nhập cùng lúc. Đề nghị thử lại sau ít giây.',
  forgotten: 'Quên mật khẩu, chưa có tài khoản: đề nghị người quản trị của Văn phòng tạo liên kết chọn mật khẩu.',
  people: 'Cán bộ, lãnh đạo các đơn vị có tên trong danh bạ: đăng nhập bằng liên kết gửi đến hộp thư',
  toSignIn: 'Đăng nhập trang văn phòng',
} as const;

/** The page on which somebody chooses a password. */
export const CHOOSE = {
  title: 'Chọn mật khẩu',
  whose: (name: string, login: string) => `Mật khẩu cho ${name}, tên đăng nhập: ${login}`,
  password: 'Mật khẩu mới',
  hint: (letters: number) =>
    `Ít nhất ${letters} ký tự, có thể là một câu ngắn dễ nhớ. Không bắt buộc chữ hoa, số hay ký tự đặc biệt; được dán từ trình quản lý mật khẩu.`,
  again: 'Gõ lại mật khẩu mới',
  choose: 'Đặt mật khẩu và vào làm việc',
  change: 'Đổi mật khẩu',
  differs: 'Hai lần gõ không giống nhau.',
  faults: {
    short: 'Mật khẩu quá ngắn: cần ít nhất 12 ký tự.',
    long: 'Mật khẩu quá dài: nhiều nhất 256 ký tự.',
    guessable:
      'Mật khẩu này dễ đoán (từ thông dụng, tên của chính mình, chuỗi lặp hoặc liền nhau). Đề nghị chọn mật khẩu khác.',
  },
  goneTitle: 'Liên kết chọn mật khẩu không dùng được',
  gone: 'Liên kết đã dùng, đã quá 24 giờ hoặc không đúng. Đề nghị người quản trị tạo liên kết khác.',
} as const;

/** Whoever of the office has an account, for the administrator. */
export const ACCOUNTS = {
  title: 'Tài khoản',
  open: 'Tài khoản của văn phòng',
  about:
    'Người của văn phòng đăng nhập bằng tên và mật khẩu tự chọn. Người quản trị không biết mật khẩu, chỉ tạo liên kết để người đó tự chọn (dùng một lần, trong 24 giờ).',
  none: 'Chưa có tài khoản nào: đăng nhập bằng liên kết của lệnh dondoc login.',
  head: ['Người', 'Tên đăng nhập', 'Vai', 'Đăng nhập gần nhất', 'Phiên đang mở', 'Tình trạng'],
  never: 'chưa lần nào',
  moment: (at: number) => formatMoment(at),
  states: { open: '', unchosen: 'chưa chọn mật khẩu', closed: 'đã khoá' },
  addTitle: 'Thêm tài khoản',
  name: 'Họ và tên',
  nameHint: 'Được ghi vào sổ với mọi việc người đó làm.',
  login: 'Tên đăng nhập',
  loginHint: 'Chữ thường không dấu, số, hoặc địa chỉ thư; ví dụ: loan.ph hay loan@anphu.gov.vn',
  role: 'Vai',
  add: 'Thêm và tạo liên kết chọn mật khẩu',
  noName: 'Cần họ và tên.',
  badLogin: (given: string) => `“${given}”: tên đăng nhập gồm chữ thường không dấu, số, dấu . _ - hoặc là địa chỉ thư.`,
  taken: (login: string) => `Đã có tài khoản tên đăng nhập ${login}.`,
  noRole: 'Cần chọn vai.',
  linkTitle: 'Liên kết chọn mật khẩu',
  link: (name: string, until: number) =>
    `Chuyển liên kết này cho ${name}, qua đường chỉ người đó đọc được; dùng một lần, đến ${formatMoment(until)}. Liên kết chỉ hiện ở đây một lần.`,
  mailed: (address: string) => `Liên kết cũng đã được gửi đến ${address}.`,
  notMailed: (address: string) => `Chưa gửi được thư đến ${address}: đề nghị chuyển liên kết bằng đường khác.`,
  back: 'Về danh sách tài khoản',
  save: 'Ghi',
  saved: 'Đã ghi.',
  newLink: 'Tạo liên kết chọn mật khẩu',
  newLinkHint: 'Dùng khi quên mật khẩu. Mật khẩu cũ vẫn dùng được cho tới khi người đó chọn mật khẩu mới.',
  mailIt: (address: string) => `Gửi liên kết đến ${address}`,
  sessions: 'Phiên đang mở',
  noSessions: 'Không có phiên nào đang mở.',
  close: 'Khoá tài khoản',
  closeHint: 'Kết thúc mọi phiên ngay và không cho đăng nhập nữa; việc đã làm vẫn giữ trong sổ.',
  closed: 'Đã khoá tài khoản; mọi phiên đã kết thúc.',
  reopen: 'Mở lại tài khoản',
  reopened: 'Đã mở lại tài khoản.',
  own: 'Không tự khoá hoặc tự đổi vai của tài khoản đang dùng: đề nghị người quản trị khác làm.',
  mailSubject: 'Đôn Đốc: chọn mật khẩu đăng nhập',
  mail: (name: string, login: string, url: string, until: number) =>
    [
      `Kính gửi ${name},`,
      `Tài khoản trang văn phòng, tên đăng nhập ${login}. Mở liên kết sau để tự chọn mật khẩu (dùng một lần, đến ${formatMoment(until)}):`,
      url,
      'Đề nghị không chuyển tiếp thư này.',
    ].join('\n\n'),
} as const;
