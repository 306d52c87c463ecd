import type { Deadline } from '../../deadline/index.ts';
import { recurrenceText } from '../deadline-rules.ts';
import { formatDay, formatDayLong } from '../format.ts';
import { AUTHORITIES } from '../notice-header.ts';
import { ruleText } from './rules.ts';

/** The words of the page on which a person checks a reading. */
export const reviewPage = {
  title: (name: string): string => `Rà soát: ${name}`,
  note: 'Bản đọc để rà soát. Chưa giao việc, chưa gửi cho ai.',
  skip: 'Tới lời văn',
  unnumbered: 'Văn bản không có số, ký hiệu',
  dayless: 'không ghi ngày',
  undated: (anchor: string): string => `không ghi ngày ban hành, tính từ ${formatDay(anchor)}`,
  counts: (all: number, toConfirm: number, toLookAt: number): string =>
    [
      `${all} nhiệm vụ`,
      toConfirm === 0 ? 'không có nhiệm vụ nào phải xác nhận' : `${toConfirm} cần xác nhận trước khi giao`,
      ...(toLookAt === 0 ? [] : [`${toLookAt} có điều cần xem lại`]),
    ].join('; '),
  lookFirst: 'Xem trước',
  lookFirstHint: 'Xếp từ chỗ kém chắc chắn nhất.',
  others: (n: number): string => `${n} nhiệm vụ còn lại`,
  none: 'Không thấy nhiệm vụ nào trong văn bản.',
  text: 'Lời văn',
  textHint: 'Chạm hoặc bấm vào chỗ được đánh dấu để xem cách đọc.',
  cards: 'Cách đọc từng nhiệm vụ',
  header: 'Thể thức văn bản',
  headerEmpty: 'không có',
  headerHow: 'Sửa số, cơ quan, người ký',
  headerHowHint:
    'Chép vào tệp sửa (.yaml), chỉ giữ dòng cần dùng, rồi chạy lại với --corrections. Ngày ban hành: --issued.',
  toText: 'Xem lời văn',
  back: 'Về lời văn',
  close: 'Đóng',
  sure: (confidence: number): string => `tin cậy ${Math.round(confidence * 100)} %`,
  toConfirm: 'cần xác nhận',
  confirmed: 'đã xác nhận',
  corrected: 'đã sửa',
  added: 'đã thêm',
  noDeadline: 'không có hạn',
  noLead: 'không rõ',
  was: 'đọc được',
  is: 'sửa thành',
  dropped: 'Đã bỏ, không giao',
  how: 'Sửa hoặc xác nhận nhiệm vụ này',
  howHint: 'Chép vào tệp sửa (.yaml), chỉ giữ dòng cần dùng, rồi chạy lại với --corrections.',
  or: 'hoặc',
  agency: (id: string, confidence: number): string =>
    confidence === 1 ? `danh bạ: ${id}` : `danh bạ: ${id}, khớp ${Math.round(confidence * 100)} %`,
  unknownAgency: 'không có trong danh bạ',
  phrase: 'Lời văn',
  due: 'Hạn',
  rule: 'Cách hiểu',
  alternatives: 'Có thể hiểu khác',
  provisional: 'Tính theo lịch nghỉ chưa công bố, có thể thay đổi.',
  unread: (n: number): string => `${n} đoạn giống lời giao việc mà chưa đọc`,
  unreadCard: 'Chưa đọc',
  acts: {
    take: 'Đây là nhiệm vụ',
    drop: 'Không phải nhiệm vụ',
    lead: 'Đổi chủ trì',
    // The page's script puts the number of the part in place of #.
    leadUnder: 'Đổi chủ trì cả mục #',
    split: 'Tách phần đang bôi đen',
    join: 'Gộp với nhiệm vụ sau',
    undo: 'Hoàn tác',
  },
  askLead: 'Đơn vị chủ trì (nhiều đơn vị cách nhau bằng dấu chấm phẩy)',
  selectFirst: 'Bôi đen phần cần tách trong lời văn của nhiệm vụ này trước đã.',
  noNext: 'Đây là nhiệm vụ cuối cùng.',
  edits: 'chỗ sửa',
  saveEdits: 'Tải tệp sửa',
  copyEdits: 'Chép',
  showEdits: 'Xem tệp sửa',
  editsHint: 'Chưa đổi gì trong sổ: chạy lại dondoc read hoặc issue với --corrections sua.yaml.',
  editsMade: (n: number): string => `${n} chỗ đã sửa bằng tay`,
  footer: 'Trang này nằm trọn trong một tệp, không tải gì từ mạng.',
  written: (path: string): string => `Đã ghi ${path}`,
  outIsInput: (path: string): string => `--out ${path}: trùng với tệp thông báo; ghi ra một tệp khác`,
  cannotWrite: (path: string, why: string): string =>
    `--out ${path}: không ghi được (${why}); kiểm tra thư mục và quyền ghi`,
} as const;

/** What a mark in the text is. */
export const MARK_NAMES = {
  directive: 'nhiệm vụ',
  lead: 'chủ trì',
  cooperating: 'phối hợp',
  supervisor: 'theo dõi, đôn đốc',
  deadline: 'thời hạn',
  header: 'thể thức',
  unread: 'chưa đọc',
  unsure: 'chữ nhận dạng chưa chắc',
} as const;

export type MarkKind = keyof typeof MARK_NAMES;

export const HEADER_NAMES = {
  number: 'Số, ký hiệu',
  issued: 'Ngày ban hành',
  place: 'Nơi ban hành',
  issuer: 'Cơ quan ban hành',
  signer: 'Người ký',
  secrecy: 'Độ mật',
  urgency: 'Độ khẩn',
} as const;

/** By what right somebody signs, with the position of the signer: "ký thay CHỦ TỊCH; PHÓ CHỦ TỊCH". */
export function authorityText(
  authority: readonly { readonly by: keyof typeof AUTHORITIES; readonly of: string }[],
  position: string | null,
): string {
  return [...authority.map(({ by, of }) => `${AUTHORITIES[by]} ${of}`), ...(position === null ? [] : [position])].join(
    '; ',
  );
}

export type HeaderFieldName = keyof typeof HEADER_NAMES;

/** The day of a deadline, in words. */
export function dueText({ due, dueTime, recurrence, from }: Deadline): string {
  const at = dueTime === undefined ? '' : `${dueTime} `;
  if (recurrence !== undefined) {
    const first = due === null ? '' : `, lần đầu ${at}${formatDayLong(due)}`;
    return `định kỳ ${recurrenceText(recurrence)}${first}`;
  }
  if (due !== null) return `${at}${formatDayLong(due)}`;
  return from === undefined ? 'chưa có ngày' : `từ ${formatDayLong(from)}, chưa có ngày kết thúc`;
}

/** What a hand that rests on a deadline is told. */
export function deadlineTip(deadline: Deadline): string {
  const others = (deadline.alternatives ?? []).map(formatDay).join(', ');
  return [
    `${reviewPage.due}: ${dueText(deadline)}`,
    `${reviewPage.rule}: ${ruleText(deadline.rule)}`,
    ...(others === '' ? [] : [`${reviewPage.alternatives}: ${others}`]),
  ].join('. ');
}
