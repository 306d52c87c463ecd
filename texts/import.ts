import type { Day } from '../dsl/time/day.ts';
import { formatDay } from './format.ts';
import { NO_SECRETS } from './notice-warnings.ts';

/* Old work taken in from a spreadsheet: its columns, and what may be wrong with a row. */

export type Column =
  | 'number'
  | 'issued'
  | 'text'
  | 'lead'
  | 'cooperating'
  | 'supervisor'
  | 'due'
  | 'status'
  | 'acknowledged'
  | 'submitted'
  | 'closed'
  | 'note'
  | 'secrecy';

export const COLUMN_NAMES: Record<Column, string> = {
  number: 'số/ký hiệu',
  issued: 'ngày ban hành',
  text: 'nội dung',
  lead: 'chủ trì',
  cooperating: 'phối hợp',
  supervisor: 'theo dõi',
  due: 'hạn',
  status: 'trạng thái',
  acknowledged: 'ngày tiếp nhận',
  submitted: 'ngày trình',
  closed: 'ngày hoàn thành',
  note: 'ghi chú',
  secrecy: 'độ mật',
};

/** “so-theo-doi.xlsx, dòng 12”: where a task of old work comes from. */
export function rowSource(file: string, row: number): string {
  return `${file}, dòng ${row}`;
}

/** “dòng 12, cột “Hạn xử lý”: …” */
export function importFaultText(row: number, heading: string, what: string): string {
  return `dòng ${row}, cột “${heading}”: ${what}`;
}

export const FAULTS = {
  secret: (level: string) => `“${level}”: ${NO_SECRETS}`,
  missing: 'để trống; cần ghi',
  noValue: (formula: string) =>
    `công thức “${formula}” chưa có giá trị; mở bảng bằng Excel cho tính rồi lưu lại, hoặc ghi thẳng giá trị`,
  failed: (mark: string) => `công thức cho ra ${mark}; sửa công thức hoặc ghi thẳng giá trị`,
  joined: (left: string) => `ô này gộp với ô của cột “${left}”; bỏ gộp rồi ghi riêng từng cột`,
  tooNarrow: (text: string) => `“${text}” là ô bị che vì cột hẹp hoặc dấu lạ; ghi lại giá trị`,
  notADay: (text: string) => `“${text}” không phải là ngày; ghi dạng dd/mm/yyyy`,
  notADeadline: (text: string) =>
    `“${text}” không đọc được thành thời hạn; ghi dd/mm/yyyy, hoặc để trống nếu không có hạn`,
  recurring: (text: string) => `“${text}” là việc lặp lại; giao bằng thông báo riêng, hoặc ghi hạn của kỳ này`,
  future: (day: Day) => `${formatDay(day)} chưa tới; việc đã xảy ra không thể ở sau hôm nay`,
  before: (day: Day, other: string, otherDay: Day) => `${formatDay(day)} trước ${other} (${formatDay(otherDay)})`,
  state: (text: string) =>
    `“${text}” không rõ là trạng thái nào; ghi một trong: chưa thực hiện, đang thực hiện, chờ duyệt, trả lại, tạm hoãn, hoàn thành, hủy`,
  asked: (text: string) =>
    `“${text}” mới là đề nghị; đã được quyết định thì ghi hủy hoặc tạm hoãn, chưa thì ghi đang thực hiện`,
  stateNeeds: (text: string, column: Column) => `“${text}” thì phải có ${COLUMN_NAMES[column]}`,
  stateAgainst: (text: string, column: Column) => `“${text}” nhưng có ${COLUMN_NAMES[column]}; sửa một trong hai`,
  notOverdue: (due: Day | null) => `“quá hạn” nhưng hạn là ${formatDay(due)}`,
} as const;

export const WARNINGS = {
  above: 'lấy số/ký hiệu và ngày ban hành theo dòng trên',
  noAcknowledgement: 'không có ngày tiếp nhận: tính từ ngày ban hành',
  deadlineWords: (phrase: string, due: Day) => `“${phrase}” đọc là ${formatDay(due)}`,
  awaitsEvent: (phrase: string) => `“${phrase}” chờ một sự kiện, chưa có ngày; khi biết ngày: dondoc event date`,
} as const;

/** What is said before and after an import: nobody is told of the past. */
export const IMPORT_NOTES = {
  silent: 'Các bước đã qua được ghi là đã xong, không gửi cho ai. Mỗi nhiệm vụ đi tiếp từ bậc kế tiếp chưa tới.',
  arrears: (n: number, first: Day, last: Day) =>
    `${n} nhiệm vụ đang quá hạn hoặc đã lâu không có tin: đơn vị chủ trì và người đứng đầu được báo một lần cho mỗi nhiệm vụ, chia đều các buổi sáng làm việc từ ${formatDay(first)} đến ${formatDay(last)}.`,
  noArrears: (n: number) =>
    `${n} nhiệm vụ đang quá hạn hoặc đã lâu không có tin: không báo lại cho ai về phần đã qua; xem bằng dondoc list --overdue.`,
  resumed: (n: number) => `Tiếp tục ${n} nhiệm vụ của lần nhập bị ngắt trước.`,
} as const;

/** The text of a document that is known by its number and day alone. The same document is the same text, for good. */
export function importedDocumentText(number: string | null, issued: Day): string {
  return `Văn bản ${number ?? 'không số'} ngày ${formatDay(issued)} (nhập từ bảng theo dõi).`;
}

export const KNOWN_WHERE = {
  imported: 'đã nhập',
  issued: 'đã giao từ thông báo',
  file: 'trùng dòng ở trên',
} as const;

/** What an import would enter, before it is made; counts are of rows. */
export function importSummary(tasks: number, known: number, faults: number): string {
  return `Sẽ nhập ${tasks} nhiệm vụ; ${known} đã có; ${faults} lỗi. Chưa đổi gì: bỏ --preview để nhập.`;
}

/** What an import came to: entered, of these still followed, known before, at fault. */
export function importedText(
  { entered, started }: { readonly entered: number; readonly started: number },
  known: number,
  faults: number,
): string {
  const others = [
    ...(known > 0 ? [`${known} dòng đã có, không nhập lại`] : []),
    ...(faults > 0 ? [`${faults} lỗi, các dòng đó chưa nhập`] : []),
  ];
  return `Đã nhập ${entered} nhiệm vụ, đang theo dõi tiếp ${started}${others.map((o) => `; ${o}`).join('')}.`;
}
