import { formatMoment } from './format.ts';

/* What is filed away of a directive that has ended, and what `dondoc archive` says. */

export const ARCHIVE_FAULTS = {
  badKey: (file: string) =>
    `${file}: không phải khóa ký hồ sơ; khôi phục từ bản sao lưu, hoặc xóa tệp (hồ sơ ký sau đó mang khóa khác)`,
  open: (id: string) => `${id}: nhiệm vụ chưa kết thúc nên chưa lập hồ sơ`,
  nothing: 'ghi mã nhiệm vụ, hoặc --closed-before NGÀY để lập hồ sơ mọi nhiệm vụ kết thúc trước ngày đó',
  noFiles: '--verify: ghi các tệp hồ sơ cần kiểm tra, ví dụ dondoc archive --verify ho-so/*.html',
  notRead: (file: string, why: string) => `${file}: không đọc được (${why})`,
} as const;

export const ARCHIVE_LINES = {
  written: (count: number, folder: string, fingerprint: string) =>
    `Đã lập ${count} hồ sơ trong ${folder}; khóa ký ${fingerprint}.`,
  kept: (count: number) => `${count} hồ sơ đã có, giữ nguyên.`,
  progress: 'Lập hồ sơ',
  intact: (file: string, fingerprint: string, isOwn: boolean | null) =>
    `${file}: nguyên vẹn, khóa ký ${fingerprint}${isOwn === null ? '; so dãy số này với cơ quan đã lập' : isOwn ? ', là khóa của cơ quan này' : ', KHÔNG phải khóa của thư mục dữ liệu này'}`,
  changed: (file: string) => `${file}: ĐÃ BỊ THAY ĐỔI sau khi ký`,
  unsigned: (file: string) => `${file}: không có chữ ký của hồ sơ`,
} as const;

export const ARCHIVE_PAGE = {
  title: (notice: string, code: string) => `Hồ sơ nhiệm vụ ${code} của ${notice}`,
  made: (at: number) => `Lập lúc ${formatMoment(at)} từ sổ theo dõi; chữ ký ở dòng cuối của tệp.`,
  terms: 'Nhiệm vụ',
  notice: 'Thông báo',
  signer: 'Người ký',
  issuer: 'Cơ quan ban hành',
  lead: 'Chủ trì',
  cooperating: 'Phối hợp',
  supervisor: 'Theo dõi',
  due: 'Thời hạn',
  originalDue: 'Thời hạn ban đầu',
  given: 'Giao lúc',
  ended: 'Kết thúc lúc',
  status: 'Kết quả',
  rules: (name: string) => `Quy tắc “${name}”`,
  picture: 'Tiến trình',
  events: 'Diễn biến',
  eventsHead: ['Thời điểm', 'Việc', 'Ai, bằng cách nào'],
  messages: 'Thông báo đã lập',
  messagesHead: ['Thời điểm', 'Nội dung', 'Người nhận', 'Kênh', 'Kết quả'],
  words: 'Lời văn đã gửi',
  evidence: 'Tệp kết quả',
  evidenceHead: ['Nhận lúc', 'Tên tệp', 'Cỡ', 'SHA-256'],
  none: 'Không có.',
  data: 'Toàn bộ dữ liệu của hồ sơ nằm trong tệp này, dạng JSON, ở phần tử “du-lieu”.',
} as const;
