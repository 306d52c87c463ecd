import { formatMoment } from '../format.ts';

/* Words that stand on every page behind a signed link. */

/** Of a list that goes on over several pages. */
export const PAGING = {
  place: (page: number, pages: number) => `Trang ${page} trên ${pages}`,
  next: 'Trang sau',
  previous: 'Trang trước',
} as const;

export const PAGE = {
  product: 'Theo dõi, đôn đốc nhiệm vụ',
  /** As keys and other programs call it. */
  shortName: 'Đôn Đốc',
  skip: 'Đến nội dung chính',
  again: 'Mở lại trang',
  welcomeTitle: 'Trang phản hồi nhiệm vụ',
  welcome:
    'Mở nhiệm vụ từ liên kết trong thư hoặc tin nhắn của Văn phòng, hoặc đăng nhập để xem mọi nhiệm vụ của cơ quan.',
  wanted: 'Việc cần làm',
  words: 'Nội dung giao',
  parties: 'Thông tin nhiệm vụ',
  lead: 'Chủ trì',
  cooperating: 'Phối hợp',
  supervisor: 'Theo dõi, đôn đốc',
  nobody: 'không nêu trong văn bản',
  basis: 'Căn cứ',
  due: 'Thời hạn',
  status: 'Tình trạng',
  extension: 'Đề nghị gia hạn',
  explanation: 'Giải trình',
  history: 'Diễn biến',
  noHistory: 'Chưa có cập nhật nào.',
  replies: 'Thư trả lời chờ xác nhận',
  sent: 'Thông báo đã lập',
  sentBefore: (n: number) => `Các thông báo trước (${n})`,
  noneSent: 'Chưa có thông báo nào.',
  result: 'Kết quả đã gửi',
  files: 'Tệp kèm theo',
  otherActs: 'Việc khác có thể làm',
  back: 'Về danh sách nhiệm vụ của cơ quan',
  open: 'Mở nhiệm vụ',
} as const;

/** Whose page it is: the reader checks it, and a forwarded link shows whose it was. */
export function readerLine(name: string, agency: string, expiresAt: number): string {
  return `Trang dành riêng cho ${name}, ${agency}; mở được đến ${formatMoment(expiresAt)}. Đề nghị không chuyển tiếp liên kết.`;
}

/** "Nhiệm vụ mục IV.4.c, 12/TB-VP" */
export function itemName(localId: string, number?: string | null): string {
  const place = localId === '' ? 'Nhiệm vụ' : `Nhiệm vụ mục ${localId}`;
  return number ? `${place}, ${number}` : place;
}

/** To the office: who it says it is from is the mail's own word, and what to do with it. */
export function replyOfOffice(from: string, id: string): string {
  return `Thư ghi người gửi ${from}, mã ${id.slice(0, 8)}: đề nghị đọc rồi xác nhận hoặc loại bằng lệnh dondoc replies`;
}

/** To the agency it came from. */
export function replyLine(from: string): string {
  return `Văn phòng đã nhận thư trả lời từ ${from}, chưa xác nhận; đề nghị phản hồi ngay trên trang này nếu cần ghi nhận sớm`;
}

/** The page of a head: everything of the agency that is late or waiting. */
export const AGENCY = {
  title: (agency: string): string => `Nhiệm vụ của ${agency}`,
  asOf: (moment: string): string => `Tính đến ${moment}.`,
  overdue: 'Quá hạn',
  unacknowledged: 'Chưa xác nhận tiếp nhận',
  near: 'Sắp đến hạn',
  submitted: 'Đã gửi kết quả, chờ duyệt',
  counted: (n: number): string => `${n} nhiệm vụ`,
  nothing: 'Không có nhiệm vụ nào quá hạn hoặc đang chờ xử lý.',
  others: (n: number): string => `Ngoài ra còn ${n} nhiệm vụ đang thực hiện trong hạn, chưa cần xử lý.`,
  fromLetter: 'Nhiệm vụ nêu trong thư',
  lead: 'Những nhiệm vụ cơ quan chủ trì đang quá hạn hoặc chờ xử lý; bấm vào từng nhiệm vụ để xem và phản hồi.',
} as const;
