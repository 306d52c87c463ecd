import { formatDay } from '../format.ts';

/* Words of the page a leader opens in the morning. */

export const LEADER = {
  nav: 'Các trang của lãnh đạo',
  role: 'lãnh đạo',
  title: 'Tình hình',
  asOf: (moment: string) => `Tính đến ${moment}. Bấm vào số liệu để mở các nhiệm vụ.`,
  sums: { overdue: 'Đang quá hạn', week: 'Đến hạn tuần này', awaiting: 'Chờ tôi', done: 'Đã hoàn thành' },
  late: 'Quá hạn theo đơn vị chủ trì',
  lateHead: ['Đơn vị chủ trì', 'Quá hạn', 'Lâu nhất (ngày)'],
  noneLate: 'Không có nhiệm vụ nào đang quá hạn.',
  lateChart: (n: number) => `Số nhiệm vụ đang quá hạn của ${n} đơn vị nhiều nhất; số liệu đầy đủ ở bảng ngay dưới.`,
  week: (from: string, to: string) => `Đến hạn từ ${formatDay(from)} đến ${formatDay(to)}`,
  noneWeek: 'Không còn nhiệm vụ nào đến hạn trong tuần này.',
  awaiting: 'Chờ tôi quyết định',
  results: (n: number) => `Kết quả chờ duyệt (${n})`,
  extensions: (n: number) => `Đề nghị gia hạn chờ trả lời (${n})`,
  explanations: (n: number) => `Giải trình chờ kết luận (${n})`,
  unexplained: (n: number) => `Quá thời hạn chưa gửi giải trình (${n})`,
  noneAwaiting: 'Không có việc nào chờ quyết định.',
  trend: 'Diễn biến sáu tuần',
  trendHead: ['Đến hết ngày', 'Đang quá hạn', 'Đang thực hiện', 'Đã hoàn thành'],
  trendChart: 'Số nhiệm vụ đang quá hạn ở cuối mỗi tuần; số liệu đầy đủ ở bảng ngay dưới.',
  concluded: 'Kết luận của tôi',
  concludedHead: ['Văn bản', 'Ngày', 'Nhiệm vụ', 'Hoàn thành', 'Quá hạn'],
  noneConcluded: 'Chưa có văn bản nào trong sổ ghi tôi là người kết luận hoặc ký.',
  more: (n: number) => `và ${n} mục khác`,
  all: 'Xem tất cả',
  deputy: 'Phó thủ trưởng quyết định được những việc thuộc văn bản mình kết luận hoặc ký; các việc khác chỉ xem.',
} as const;
