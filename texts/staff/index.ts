import { formatDay, formatMoment } from '../format.ts';

/* Words of the pages in which the office works. */

export { ACCOUNTS, CHOOSE, PASSWORD_DOOR } from './accounts.ts';
export { CHANNELS_PAGE, channelStandingText } from './channels.ts';
export { DIRECTORY, DIRECTORY_CHANGES } from './directory.ts';
export { headingWords } from './draft-heading.ts';
export { EVALUATION_PAGE } from './evaluation.ts';
export { OWN_ACCOUNT } from './own-account.ts';
export { PASSKEYS } from './passkeys.ts';
export { CASES_PAGE, COMPARE_PAGE, MIGRATE_PAGE, POLICIES_PAGE, POLICY_PAGE, PROOF_PAGE } from './policies.ts';
export { NEW_POLICY, POLICY_FORM, TRIGGER_WORDS, UNIT_WORDS } from './policy-form.ts';
export { PROVIDER } from './provider.ts';
export { REPORT_PAGE, ROWS_PAGE } from './report.ts';
export { RESTORED_PAGE } from './restored.ts';
export { SAMPLE } from './sample.ts';
export { SESSIONS } from './sessions.ts';
export { SETTINGS_PAGE } from './settings.ts';
export { BEHAVIOUR_WORDS, YEAR_LINES, YEAR_PAGE } from './year.ts';

export const STAFF_ROLE_NAMES: Readonly<Record<'viewer' | 'secretary' | 'administrator', string>> = {
  viewer: 'người xem',
  secretary: 'văn thư, chuyên viên văn phòng',
  administrator: 'quản trị',
};

export const NAV = {
  home: 'Chờ xử lý',
  notices: 'Văn bản đến',
  directives: 'Nhiệm vụ',
  report: 'Báo cáo',
  directory: 'Danh bạ',
  policies: 'Quy tắc',
  settings: 'Cài đặt',
  leave: 'Thoát',
  label: 'Các trang của văn phòng',
} as const;

export const DOOR = {
  title: 'Vào trang văn phòng',
  welcome: (name: string, role: string) => `Mở phiên làm việc cho ${name} (${role}).`,
  welcomeFirst: (role: string) => `Lần đầu mở trang văn phòng: mở phiên làm việc với vai trò ${role}.`,
  name: 'Họ và tên của đồng chí',
  nameHint: 'Tên này được ghi vào sổ với mọi việc làm trong phiên.',
  noName: 'Chưa ghi họ và tên.',
  enter: 'Vào làm việc',
  closedTitle: 'Cần đăng nhập',
  closed:
    'Trang này dành cho văn phòng: đăng nhập bằng tài khoản, hoặc mở liên kết đăng nhập do người quản trị tạo bằng lệnh dondoc login (mỗi liên kết dùng một lần, trong 24 giờ).',
  badTicketTitle: 'Liên kết đăng nhập không dùng được',
  badTicket: 'Liên kết đã dùng, đã quá 24 giờ hoặc không đúng. Tạo liên kết khác bằng lệnh: dondoc login',
  notAllowedTitle: 'Không được làm việc này',
  notAllowed: 'Tài khoản này chỉ được xem; không có gì được ghi nhận.',
} as const;

/** What `dondoc login` and `dondoc up` print. */
export const LOGIN_LINES = {
  link: (name: string, role: string, url: string, until: number) =>
    `Liên kết đăng nhập của ${name} (${role}), dùng một lần, đến ${formatMoment(until)}:\n${url}`,
  first: (url: string) => `Văn phòng:  ${url} (đăng nhập lần đầu, dùng một lần, trong 24 giờ)`,
  pages: (url: string) => `Văn phòng:  ${url} (đăng nhập bằng tài khoản, hoặc liên kết của lệnh dondoc login)`,
  notUp: 'Chưa có tiến trình nào phục vụ trang này: chạy dondoc up rồi mở liên kết.',
  noRole: (given: string, roles: readonly string[]) => `--role ${given}: dùng một trong: ${roles.join(', ')}`,
  noName: '--as: cần họ tên người đăng nhập; tên này được ghi vào sổ với mọi việc người đó làm',
} as const;

/** Shown until something was issued. */
export const FIRST_STEPS = {
  title: 'Bắt đầu',
  mail: 'Cài đặt gửi thư và gửi thử một thư cho mình',
  directory: 'Nạp danh bạ các đơn vị (tệp Excel), hoặc ghi từng đơn vị',
  notice: 'Đưa văn bản đầu tiên vào; xem trước mọi thông báo rồi mới giao',
  done: 'đã xong',
} as const;

export const HOME = {
  title: 'Chờ xử lý',
  asOf: (moment: string) => `Tính đến ${moment}.`,
  nothing: 'Không có việc nào đang chờ văn phòng.',
  results: (n: number) => `Kết quả chờ duyệt (${n})`,
  extensions: (n: number) => `Đề nghị gia hạn chờ trả lời (${n})`,
  explanations: (n: number) => `Giải trình chờ kết luận (${n})`,
  unexplained: (n: number) => `Quá thời hạn chưa gửi giải trình (${n})`,
  drafts: (n: number) => `Văn bản chưa giao (${n})`,
  untold: (n: number) => `Nhiệm vụ có người chưa được báo (${n})`,
  replies: (n: number) => `Thư trả lời chờ xác nhận (${n})`,
  calls: (n: number) => `Cần gọi điện: không kênh nào tới được (${n})`,
  incidents: (n: number) => `Sự cố đối soát (${n})`,
  overdue: (n: number) => `Đang quá hạn (${n})`,
  all: 'Xem tất cả',
  bringIn: 'Đưa văn bản vào',
  more: (n: number) => `và ${n} mục khác`,
} as const;

export const DRAFTS = {
  title: 'Văn bản đến',
  bringIn: 'Đưa văn bản vào',
  files: 'Tệp văn bản',
  filesHint: 'Nhận .docx, .doc, .rtf, .pdf (có chữ hoặc ảnh quét), .txt; chọn được nhiều tệp, mỗi tệp tối đa 8 MB.',
  paste: 'hoặc dán lời văn',
  pasteName: (moment: string) => `Văn bản dán lúc ${moment}.txt`,
  read: 'Đọc văn bản',
  open: (n: number) => `Chưa giao (${n})`,
  none: 'Không có văn bản nào đang chờ giao.',
  by: (by: string, since: number, file?: string) =>
    `${file === undefined ? '' : `Tệp ${file}; `}${by} đưa vào ${formatMoment(since)}`,
  nothingSent: 'Chưa chọn tệp và chưa dán lời văn nào.',
  failed: (name: string, reason: string) => `${name}: ${reason}`,
  putAway: 'Bỏ văn bản này',
  wasPutAway: 'Đã bỏ văn bản; chưa giao nhiệm vụ nào của văn bản đó.',
  putAwayBegun: 'Đã bỏ văn bản khỏi mục này; các nhiệm vụ đã giao của văn bản đó vẫn tiếp tục.',
  closedTitle: 'Văn bản không còn chờ giao',
  closedIssued: (name: string, at: number) => `${name} đã được giao ${formatMoment(at)}.`,
  closedPutAway: (name: string, at: number) => `${name} đã được bỏ ${formatMoment(at)}.`,
  backToDrafts: 'Về các văn bản chưa giao',
} as const;

export const READING = {
  title: 'Đang nhận dạng chữ trên ảnh quét',
  pages: (done: number, total: number) => `Đã xong ${done} trong ${total} trang.`,
  hint: 'Trang này tự cập nhật; đóng lại cũng được, văn bản đọc xong nằm ở mục “Văn bản đến”.',
  stopped: 'Dịch vụ dừng khi đang nhận dạng chữ; đề nghị đưa văn bản vào lại.',
} as const;

export const DRAFT_REFUSALS = {
  noDay: 'Cần ngày của văn bản: văn bản không ghi, hoặc ngày đã gõ không có thật.',
  changedElsewhere: 'Chỗ này vừa được sửa ở một cửa sổ khác. Đề nghị xem lại rồi sửa tiếp; lần sửa này chưa được ghi.',
  fileGone: (name: string) => `${name}: tệp gốc không còn nguyên trong thư mục dữ liệu; đề nghị đưa văn bản vào lại.`,
  noPolicy: (given: string) => `Không có quy tắc “${given}”.`,
  due: (given: string) =>
    `“${given}” không phải là một thời hạn: gõ như trong văn bản (“trước ngày 15/3”, “cuối quý II”), gõ ngày (15/03/2026), hoặc “không”.`,
} as const;

export const REVIEW = {
  header: 'Thể thức văn bản',
  mendHeader: 'Sửa số, ngày, cơ quan, người ký',
  number: 'Số, ký hiệu',
  issuer: 'Cơ quan ban hành',
  signer: 'Người ký',
  counts: (directives: number, doubtful: number, unread: number) =>
    `${directives} nhiệm vụ; ${doubtful} cần xác nhận; ${unread} đoạn giống nhiệm vụ mà chưa đọc được.`,
  words: 'Lời văn',
  cards: 'Nhiệm vụ đọc được',
  lead: 'Chủ trì',
  cooperating: 'Phối hợp',
  namesHint: 'Nhiều đơn vị cách nhau bằng dấu chấm phẩy.',
  due: 'Thời hạn',
  dueHint: 'Gõ như trong văn bản hoặc 15/03/2026; “không” nếu không có hạn.',
  rule: (rule: string) => `Cách hiểu: ${rule}`,
  or: (days: string) => `Cũng có thể là: ${days}`,
  phrase: (phrase: string) => `Văn bản ghi “${phrase}”`,
  save: 'Ghi',
  confirm: 'Đúng, xác nhận',
  drop: 'Không phải nhiệm vụ',
  undo: 'Trở lại như đã đọc',
  take: 'Đây là nhiệm vụ',
  takeLead: 'Đơn vị chủ trì',
  unread: 'Chưa đọc được',
  confirmAll: (n: number) => `Xác nhận cả ${n} nhiệm vụ còn ngờ`,
  toIssue: (n: number) => `Xem trước và giao ${n} nhiệm vụ`,
  day: 'Ngày của văn bản',
  dayHint: 'Văn bản không ghi ngày; gõ dạng 15/03/2026.',
  setDay: 'Ghi ngày',
  dropped: 'Đã bỏ',
  saved: 'Đã ghi.',
  unknownNames: (n: number) => `${n} tên chưa có trong danh bạ: thêm vào danh bạ`,
  noLead: 'chưa rõ',
  noDue: 'không',
} as const;

export const ISSUE_PAGE = {
  title: 'Xem trước và giao',
  back: 'Trở lại sửa',
  policy: 'Quy tắc đôn đốc',
  byRule: 'tự chọn theo nhiệm vụ',
  allowUnknown: 'Giao cả khi danh bạ chưa có đơn vị chủ trì (chưa báo được cho ai)',
  allowPast: 'Giao cả nhiệm vụ có hạn trước ngày văn bản',
  allowSame: 'Giao cả khi sổ đã có văn bản cùng số, hoặc gần như cùng lời văn',
  again: 'Xem lại',
  changedSince:
    'Văn bản vừa được sửa ở một cửa sổ khác sau khi trang xem trước được mở; dưới đây là bản mới. Chưa giao gì.',
  options: 'Lựa chọn khác',
  issue: (n: number) => `Giao ${n} nhiệm vụ`,
  goOn: 'Giao tiếp phần còn lại',
  issuedBefore: (name: string, at: number) => `${name} đã được giao ngày ${formatMoment(at)}; không giao lần nữa.`,
  needsConfirm: (ids: string) => `Còn nhiệm vụ cần sửa hoặc xác nhận trước khi giao: ${ids}.`,
  refused: 'Chưa giao được',
  goesOn: 'Văn bản này đang giao dở; giao tiếp phần còn lại, không giao trùng.',
  running: (done: number, total: number) => `Đã giao ${done} trên ${total} nhiệm vụ…`,
  starting: 'Đang giao…',
  runningHint: 'Trang tự làm mới. Đóng trang cũng không dừng việc giao.',
  doneTitle: 'Đã giao',
  issued: (name: string, n: number) => `${name}: đã giao ${n} nhiệm vụ.`,
  failed: 'Việc giao dừng giữa chừng',
  failedHint: 'Không nhiệm vụ nào bị giao trùng: bấm giao tiếp để làm nốt.',
  seeList: 'Xem các nhiệm vụ đã giao',
  caption: 'Các nhiệm vụ sẽ giao',
  words: 'Nội dung',
  code: 'Mã',
} as const;

export const DIRECTIVES = {
  title: 'Nhiệm vụ',
  search: 'Tìm',
  searchHint: 'Số văn bản, mã, lời văn, đơn vị; có dấu hay không đều được.',
  status: 'Trạng thái',
  anyStatus: 'tất cả',
  open: 'chưa kết thúc',
  overdue: 'Chỉ việc quá hạn',
  asOf: 'Danh sách tại một ngày đã qua',
  each: 'Mỗi đơn vị của nhóm một dòng',
  agency: 'Đơn vị chủ trì',
  anyAgency: 'tất cả',
  filter: 'Lọc',
  count: (n: number) => `${n} nhiệm vụ`,
  countMore: (n: number) => `Hơn ${n.toLocaleString('vi-VN')} nhiệm vụ; gõ thêm từ để tìm hẹp hơn`,
  none: 'Không có nhiệm vụ nào như vậy.',
  head: ['Văn bản', 'Mã', 'Nội dung', 'Chủ trì', 'Hạn', 'Tình trạng'],
  late: 'quá hạn',
  back: 'Về danh sách nhiệm vụ',
  temporal: 'Tên trên Temporal (cho người vận hành)',
  workflow: (id: string) => `Quy trình: ${id}`,
  onTemporal: 'Mở quy trình trên trang của Temporal',
  activity: (kind: string, person: string, channel: string, id: string) => `${kind} → ${person} (${channel}): ${id}`,
  noDue: 'không hạn',
} as const;

/** Acts the office does on a directive's page besides those of links. */
export const OFFICE_ACTS = {
  changeDue: {
    title: 'Đổi thời hạn',
    button: 'Đổi thời hạn',
    due: 'Hạn mới',
    dueHint: 'Ngày cuối cùng của thời hạn mới.',
  },
  suspend: { title: 'Tạm hoãn', button: 'Tạm hoãn', until: 'Ngày hỏi lại' },
  resume: { title: 'Cho tiếp tục', button: 'Cho tiếp tục thực hiện' },
  reassign: {
    title: 'Giao đơn vị khác chủ trì',
    button: 'Giao đơn vị khác',
    lead: 'Đơn vị chủ trì mới',
    leadHint: 'Tên như trong danh bạ; nhiều đơn vị cách nhau bằng dấu chấm phẩy.',
  },
  note: { title: 'Ghi chú', button: 'Ghi vào sổ', text: 'Nội dung' },
  cancel: { title: 'Hủy nhiệm vụ', button: 'Hủy nhiệm vụ' },
  reason: 'Lý do',
  unknownAgency: (name: string) => `Danh bạ không có đơn vị “${name}”.`,
} as const;

/** "15/03/2026" or with an hour before it. */
export function dayAsTyped(day: string, time?: string): string {
  return time === undefined ? formatDay(day) : `${time} ${formatDay(day)}`;
}
