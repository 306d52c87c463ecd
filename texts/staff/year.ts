import type { Act } from '../../dsl/rules/index.ts';
import { actSpoken } from '../acts.ts';
import { formatDayLong } from '../format.ts';

/* Words of the pages on which a year is played. */

/** What the people of a rehearsal write. */
export const BEHAVIOUR_WORDS = {
  result: 'Báo cáo kết quả thực hiện (diễn thử)',
  reason: 'Cần bổ sung số liệu (diễn thử)',
} as const;

export const YEAR_LINES = {
  nothing: 'Văn bản này không có nhiệm vụ nào để diễn thử.',
  tooMany: (n: number, most: number) =>
    `Văn bản có ${n} việc (kể cả từng kỳ, từng đơn vị trong nhóm); mỗi lần diễn thử được nhiều nhất ${most}. Bỏ bớt nhiệm vụ trên bản nháp, hoặc dùng lệnh dondoc rehearse.`,
  stopped: 'Đã dừng theo yêu cầu; không có gì được giữ lại.',
  differs: (directive: string, step: string, planned: string | null, run: string | null) =>
    `${directive}: bước ${step}: dự kiến ${planned ?? 'không có'}, đã chạy ${run ?? 'không có'}`,
  refused: (directive: string, at: string, act: Act, reason: string) =>
    `${directive}, ${at}: ${actSpoken(act)}: ${reason}`,
} as const;

export const YEAR_PAGE = {
  title: 'Diễn thử một năm',
  open: 'Diễn thử một năm',
  about:
    'Cho một văn bản chạy hết vòng đời trên Temporal thật với thời gian ảo: cả năm trong một, hai phút, lâu hơn khi máy bận. Thư và tin Zalo chỉ tới máy chủ giả lập trên máy này, với địa chỉ không có thật; sổ thật của cơ quan không thêm dòng nào.',
  notice: 'Văn bản',
  sample: 'Thông báo mẫu',
  noDrafts: 'Muốn diễn thử văn bản của cơ quan: đưa văn bản vào trước, chưa cần giao.',
  policy: 'Quy tắc',
  byRule: 'Theo quy định chọn quy tắc, như khi giao',
  behaviour: 'Người được giao việc',
  behaviours: {
    prompt: 'trả lời ngay, nộp kết quả trước hạn',
    late: 'trả lời chậm, nộp sau hạn một tuần, bị trả lại một lần',
    never: 'không làm gì',
    random: 'mỗi nơi một khác, theo hạt giống',
  },
  seed: 'Hạt giống',
  seedHint: 'Số nguyên, chỉ dùng khi “mỗi nơi một khác”: cùng số thì cùng diễn biến.',
  badSeed: (text: string) => `Hạt giống “${text}” không phải là số nguyên từ 0 đến 999999999.`,
  noNotice: 'Không có văn bản này trong danh sách; chọn lại.',
  start: 'Bắt đầu diễn thử',
  busy: 'Đang có một lần diễn thử; xem lần đó, hoặc dừng nó trước.',
  last: 'Xem lần diễn thử gần nhất',
  running: 'Đang diễn thử',
  setting: 'Đang dựng máy chủ riêng cho lần diễn thử…',
  reached: (day: string, done: number, total: number) => `Đến ${formatDayLong(day)}: ${done}/${total} bước.`,
  latest: 'Vừa xảy ra',
  refresh: 'Xem tiếp',
  stop: 'Dừng diễn thử',
  failed: 'Lần diễn thử không chạy hết',
  again: 'Diễn thử lần khác',
  of: (notice: string, policy: string, behaviour: string) =>
    `${notice}; quy tắc: ${policy}; người được giao: ${behaviour}.`,
  withSeed: (behaviour: string, seed: number) => `${behaviour} (${seed})`,
  asPlanned: (planned: number, run: number) => `Đúng như bản xem trước: dự kiến ${planned} bước, đã chạy ${run} bước.`,
  notAsPlanned: (n: number) => `KHÁC với bản xem trước ở ${n} chỗ:`,
  sums: (days: number, seconds: string, emails: number, zalos: number) =>
    `${days} ngày ảo trong ${seconds} giây; máy chủ giả lập nhận ${emails} thư và ${zalos} tin Zalo.`,
  refusedActs: (n: number) => `Thao tác không được ghi nhận (${n})`,
  lives: 'Từng nhiệm vụ',
  livesHead: ['Nhiệm vụ', 'Đơn vị chủ trì', 'Hạn', 'Kết thúc'],
  noDue: 'không có hạn',
  openEnd: 'chưa đóng',
  days: 'Từng ngày',
  month: (first: string, days: number) => `Tháng ${first.slice(5, 7)}/${first.slice(0, 4)} (${days} ngày có việc)`,
  daysHead: ['Giờ', 'Nhiệm vụ', 'Việc', 'Ai được báo'],
  nobody: 'không ai nhận',
  life: (name: string) => `Diễn thử: nhiệm vụ ${name}`,
  picture: 'Tiến trình',
  backToYear: 'Về lần diễn thử',
  message: 'Lời tin nhắn',
  to: 'Gửi tới',
  by: 'Bằng',
  at: 'Lúc',
  fate: 'Kết quả',
  noWords: 'Tin này không rời đi, nên không có lời nào được giữ.',
} as const;
