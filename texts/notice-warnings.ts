import { formatDay } from './format.ts';
import { cutAtWord, oneLine } from './plain-text.ts';

/** Why nothing secret is taken in, by whichever door. */
export const NO_SECRETS = 'theo Luật Bảo vệ bí mật nhà nước 117/2025/QH15, văn bản mật không được đưa vào hệ thống này';

const MOST_BESIDE = 3;
const LONGEST_BESIDE = 120;

/** What a secretary is told about a directive that was read with doubt. One short sentence each. */
export const noticeWarnings = {
  noLead: 'Không tìm thấy cơ quan chủ trì; chọn cơ quan trước khi giao.',
  leadFromIntroduction: (names: string): string => `Mục không nêu cơ quan; lấy theo phần dẫn: ${names}.`,
  leadFromAddressee: (names: string): string => `Mục không nêu cơ quan; lấy theo nơi kính gửi: ${names}.`,
  dueBeforeIssue: (phrase: string, due: string, anchor: string): string =>
    `Hạn “${phrase}” (${formatDay(due)}) trước ngày ban hành ${formatDay(anchor)}.`,
  oddLead: (name: string): string => `Tên cơ quan “${name}” có thể đọc thừa hoặc thiếu; xem lại.`,
  severalDeadlines: (n: number): string => `Có ${n} thời hạn trong một nhiệm vụ; hạn cuối cùng là hạn hoàn thành.`,
  doubtfulDate: (phrase: string): string => `Chưa chắc cách đọc “${phrase}”; xem lại ngày.`,
  otherReadings: (phrase: string, days: string): string =>
    `“${phrase}” còn có thể hiểu là ${days.split(', ').map(formatDay).join(', ')}.`,
  provisional: (phrase: string): string => `Hạn “${phrase}” tính theo lịch nghỉ chưa công bố; có thể thay đổi.`,
  dateLeftOpen: (phrase: string) => `“${phrase}”: ngày còn để trống trong văn bản; hỏi lại rồi ghi hạn.`,
  eventOnly: (phrase: string): string => `“${phrase}” chờ một sự kiện, chưa có ngày.`,
  lowConfidence: 'Đọc chưa chắc đây là nhiệm vụ; xem lại trước khi giao.',
  anchorBorrowed: (anchor: string): string => `Văn bản không ghi ngày; năm và thời hạn tính từ ${formatDay(anchor)}.`,
  noDay: 'Văn bản không ghi ngày ban hành hay ngày họp; thêm --issued dd/mm/yyyy trước khi giao.',
  needsDay: (phrase: string): string =>
    `“${phrase}” phải tính từ ngày ban hành, mà văn bản không ghi ngày; để trống hạn.`,
  struck: (words: string): string => `“${words}” bị gạch ngang trong tệp; kiểm tra xem có còn hiệu lực.`,
  leftOut: (words: string): string => `“${words}” bị gạch ngang hoặc bị ẩn trong tệp nên đã bỏ ra; xem lại mục này.`,
  maybeSecret: (number: string, mark: string): string =>
    `Số ${number}: “${mark}” có thể là ký hiệu độ mật. Nếu đúng thì dừng lại, không giao: ${NO_SECRETS}; nếu là ký hiệu khác (thư mời, tên đơn vị) thì cứ tiếp tục.`,
  besideText: (passages: readonly string[]): string =>
    `Đầu trang hoặc chân trang có ${passages.length} đoạn giống lời giao việc, không đọc: ${passages
      .slice(0, MOST_BESIDE)
      .map((words) => `“${cutAtWord(oneLine(words), LONGEST_BESIDE)}”`)
      .join('; ')}${passages.length > MOST_BESIDE ? '…' : ''}; nếu là nhiệm vụ thì thêm vào trước khi giao.`,
  unsureWords: (words: string): string => `Chữ nhận dạng chưa chắc: “${words}”; đối chiếu với bản gốc.`,
} as const;

/** Why a passage that was not read looks like an order. */
export const unreadReasons = {
  order: 'Nêu người được giao và việc phải làm.',
  dated: 'Mục có thời hạn.',
  item: 'Mục nằm trong phần nhiệm vụ.',
  row: 'Dòng của bảng có tên cơ quan.',
  beside: 'Nằm trong một nhiệm vụ đã đọc nhưng nêu cơ quan khác; có thể là nhiệm vụ riêng.',
} as const;

export const unreadTexts = {
  /** Above the list of passages, under the table of directives. */
  head: (n: number): string =>
    `Chưa đọc ${n} đoạn giống lời giao việc; xem từng đoạn, nếu là nhiệm vụ thì thêm vào trước khi giao (add trong tệp sửa):`,
} as const;

export const noticeRefusals = {
  noAnchor: (path: string): string =>
    `${path}: không tìm thấy ngày ban hành hay ngày họp trong văn bản; thêm --issued dd/mm/yyyy.`,
  missing: (path: string): string => `${path}: không có tệp này; kiểm tra lại đường dẫn.`,
  unreadable: (path: string, why: string): string => `${path}: không đọc được tệp (${why}); kiểm tra quyền đọc.`,
  directory: (path: string): string => `${path}: là thư mục; chỉ tới một tệp .docx, .doc, .rtf, .pdf, .txt hoặc .md.`,
  noFile: (path: string): string => `${path}: không phải tệp thường (thiết bị, ống dẫn…); chỉ tới một tệp trên đĩa.`,
  empty: (path: string): string => `${path}: tệp rỗng; cần văn bản của thông báo.`,
  binary: (path: string): string => `${path}: không phải tệp văn bản; lưu thông báo thành .txt (UTF-8) rồi thử lại.`,
  tooLarge: (path: string, megabytes: string, limit: number): string =>
    `${path}: tệp ${megabytes} MB, lớn hơn giới hạn ${limit} MB; tách từng văn bản ra tệp riêng.`,
  encoding: (path: string, name: string): string =>
    `${path}: dùng bảng mã ${name}, không phải UTF-8; chuyển sang Unicode (UTF-8) rồi thử lại.`,
  notUtf8: (path: string, offset: number): string =>
    `${path}: không phải UTF-8 (byte thứ ${offset}); lưu lại với bảng mã UTF-8.`,
  form: (path: string, form: string): string =>
    /^\.(?:png|jpe?g|tiff?)$/.test(form)
      ? `${path}: là ảnh (${form}); quét nhận dạng chữ (OCR) rồi lưu thành .docx hoặc .pdf có chữ.`
      : `${path}: chưa đọc được dạng ${form}; đọc được .docx, .doc, .rtf, .pdf, .txt và .md: mở tệp rồi lưu thành (Save As) .docx.`,
  secret: (path: string, mark: string): string => `${path}: văn bản đóng dấu ${mark}; ${NO_SECRETS}.`,
} as const;
