import { recurrenceText } from '../deadline-rules.ts';
import { formatDay } from '../format.ts';

/** What is wrong in a corrections file. `where` is "FIX.yaml:7". */
export const correctionRefusals = {
  missing: (path: string): string => `${path}: không có tệp sửa này; kiểm tra lại đường dẫn`,
  unreadable: (path: string, why: string): string => `${path}: không đọc được tệp sửa (${why}); kiểm tra quyền đọc`,
  syntax: (where: string): string =>
    `${where}: không phải YAML đúng cú pháp; kiểm tra thụt dòng, dấu hai chấm và dấu ngoặc kép`,
  notAList: (where: string): string =>
    `${where}: tệp sửa phải là danh sách, mỗi mục bắt đầu bằng “- directive: MÃ”, “- add: MÃ” hoặc “- notice: 1”`,
  notANotice: (where: string): string => `${where}: “notice” là thứ tự của văn bản trong tệp: 1, 2, …`,
  noSuchNotice: (where: string, n: number, count: number): string =>
    `${where}: tệp chỉ có ${count} văn bản, không có văn bản thứ ${n}`,
  nothingOfHeader: (where: string): string =>
    `${where}: mục này không sửa gì; thêm number, issuer hoặc signer (ngày ban hành: --issued dd/mm/yyyy)`,
  notAnEntry: (where: string): string => `${where}: mỗi mục phải có dạng “- directive: MÃ” rồi các trường cần sửa`,
  noId: (where: string): string => `${where}: thiếu mã nhiệm vụ; ghi “directive: MÃ” để sửa, “add: MÃ” để thêm`,
  twoIds: (where: string): string => `${where}: một mục chỉ có một mã; bỏ “directive” (nếu thêm) hoặc “add” (nếu sửa)`,
  unknownField: (where: string, id: string, field: string, known: string): string =>
    `${where}: ${id}: không có trường “${field}”; dùng: ${known}`,
  notWords: (where: string, id: string, field: string): string =>
    `${where}: ${id}: “${field}” phải là một dòng chữ, hoặc danh sách các dòng chữ`,
  notADay: (where: string, id: string, value: string): string =>
    `${where}: ${id}: due “${value}” không phải là ngày; ghi dd/mm/yyyy, dd/mm/yyyy HH:MM, hoặc none để bỏ hạn`,
  notACode: (where: string, id: string, code: string): string =>
    `${where}: ${id}: code “${code}” không dùng làm mã được; ghi như trong văn bản, ví dụ "3.3": chữ, số, dấu chấm, không có dấu cách hay gạch chéo`,
  codeTaken: (where: string, id: string, code: string): string =>
    `${where}: ${id}: code “${code}” đã là mã của nhiệm vụ khác; mỗi mã chỉ một nhiệm vụ`,
  notYes: (where: string, id: string, field: string): string => `${where}: ${id}: “${field}” chỉ nhận true hoặc false`,
  twice: (where: string, id: string, line: number): string =>
    `${where}: ${id}: đã sửa ở dòng ${line}; gộp hai mục thành một`,
  dropAndMore: (where: string, id: string): string =>
    `${where}: ${id}: đã bỏ (drop: true) thì không sửa gì thêm; xóa các trường khác hoặc xóa drop`,
  nothing: (where: string, id: string): string =>
    `${where}: ${id}: mục này không sửa gì; thêm lead, cooperating, supervisor, due, text, each, code, drop: true hoặc confirm: true`,
  unknownDirective: (where: string, id: string, known: string): string =>
    `${where}: ${id}: thông báo không có nhiệm vụ này; các mã là: ${known}`,
  taken: (where: string, id: string): string =>
    `${where}: ${id}: thông báo đã có nhiệm vụ mang mã này; chọn mã khác cho nhiệm vụ thêm`,
  addWithoutText: (where: string, id: string): string =>
    `${where}: ${id}: nhiệm vụ thêm phải có “text”: chép lời giao việc đúng như trong thông báo`,
  notFound: (where: string, id: string, text: string): string =>
    `${where}: ${id}: không thấy lời “${short(text)}” trong thông báo; chép đúng như trong văn bản`,
  severalPlaces: (where: string, id: string, text: string, n: number): string =>
    `${where}: ${id}: lời “${short(text)}” có ở ${n} chỗ trong thông báo; chép dài hơn để chỉ còn một chỗ`,
} as const;

/** What of a directive a person set, as it is called in a table. */
export const FIELD_NAMES = {
  lead: 'chủ trì',
  cooperating: 'phối hợp',
  supervisor: 'theo dõi, đôn đốc',
  due: 'hạn',
  text: 'lời văn',
  each: 'giao riêng từng đơn vị',
  drop: 'bỏ nhiệm vụ',
  code: 'mã',
  add: 'thêm nhiệm vụ',
  confirm: 'xác nhận',
  'confirm-all': 'xác nhận tất cả',
} as const;

export type FieldName = keyof typeof FIELD_NAMES;

/** The value of a change for people: days and recurrences in words, other words as they are. */
export function changeValue(field: FieldName, value: string | null): string {
  if (value === null) return 'không có';
  if (field === 'each') return value === 'true' ? 'có' : 'không';
  if (field !== 'due') return value.replace(/\s+/g, ' ').trim();
  return value.split(', ').map(dueText).join(', ');
}

/** "hạn: 31/03/2025 → 15/04/2025" */
export function changeText(field: FieldName, was: string | null, is: string | null): string {
  return `${FIELD_NAMES[field]}: ${changeValue(field, was)} → ${changeValue(field, is)}`;
}

function dueText(value: string): string {
  if (value.startsWith('FREQ=')) return recurrenceText(value);
  const [day = '', time] = value.split(' ');
  return time === undefined ? formatDay(day) : `${time} ${formatDay(day)}`;
}

function short(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words;
}
