/* Words of the pages on which policies are read. */

/** What an example directive is called. */
export const EXAMPLE_NAME = 'Ví dụ';

export const POLICIES_PAGE = {
  title: 'Quy tắc đôn đốc',
  about:
    'Quy tắc cho biết nhiệm vụ được giao, nhắc, báo lên và kết thúc thế nào. Mở một quy tắc để xem từng bước bằng lời, căn cứ, hình, điều đã chứng minh và các ca mẫu.',
  head: ['Quy tắc', 'Mã', 'Từ đâu', 'Kiểm chứng', 'Đang chạy'],
  ships: 'có sẵn',
  own: (file: string) => `của cơ quan (${file})`,
  broken: (n: number) => `Tệp chưa dùng được (${n})`,
  running: (n: number) => `${n} nhiệm vụ`,
  proved: 'đúng cả',
  refuted: (n: number) => `SAI ${n} điều`,
  undecided: (n: number) => `chưa kết luận ${n} điều`,
  unchecked: 'chưa xét',
  back: 'Về danh sách quy tắc',
} as const;

export const POLICY_PAGE = {
  version: (id: string, version: string) => `Mã ${id}, phiên bản ${version}`,
  running: (n: number) => (n === 0 ? 'Không nhiệm vụ nào đang theo.' : `${n} nhiệm vụ đang theo quy tắc mã này.`),
  docx: 'Tải bản để ký (.docx)',
  words: 'Các bước, bằng lời',
  example: 'Một nhiệm vụ theo quy tắc này',
  exampleAbout: 'Những gì sẽ báo nếu không ai làm gì. Đổi ngày giao và hạn để xem.',
  issued: 'Ngày giao',
  due: 'Hạn',
  dueHint: 'Gõ dạng 31/03/2026, hoặc “không” nếu không có hạn.',
  show: 'Xem',
  badDay: (text: string) => `“${text}” không phải là một ngày: gõ dạng 31/03/2026.`,
  tooFar: 'Hạn cách ngày giao không quá mười năm.',
  steps: 'Từng bước, thành bảng',
  stepsHead: ['Thời điểm', 'Bước'],
  noSteps: 'Không bước nào.',
} as const;

export const PROOF_PAGE = {
  title: 'Điều đã chứng minh',
  about: 'Xét mọi ngày giao, mọi hạn của ba năm và mọi thứ tự thao tác, trước khi có nhiệm vụ nào chạy.',
  checking: 'Đang xét mọi trường hợp; mất khoảng mười giây. Trang tự làm mới.',
  head: ['Điều phải đúng', 'Kết luận'],
  proved: 'đúng',
  remembered: 'Đã xét trước đây và nhớ trong sổ (quy tắc có sẵn: xét khi phát hành). Số trường hợp: dondoc check.',
  story: (name: string) => `Phản ví dụ: ${name}`,
  storyName: 'Phản ví dụ',
  bound: 'Đã xét đến đâu',
  failed: 'Chưa xét được: quá lâu, quá nhiều bộ nhớ, hoặc máy đang bận. Mở lại trang để xét lần nữa.',
} as const;

export const CASES_PAGE = {
  title: 'Các ca mẫu',
  none: 'Chưa có ca nào. Ghi ca (Cho, Khi, Thì) vào tệp cùng tên, đuôi .ca.txt hoặc .ca.xlsx, trong thư mục quy tắc.',
  right: (n: number, all: number) => `${n}/${all} ca đúng như mong đợi.`,
  head: ['Ca', 'Kết quả', 'Mong đợi'],
  passed: 'đúng',
  failed: 'KHÁC',
  list: 'Từng ca',
  coverage: 'Bậc nào đã chạy',
  coverageHead: ['Bậc', 'Trong ca', 'Trong sổ một năm qua', 'Có thể đến lượt'],
  yes: 'có',
  no: 'chưa',
  never: 'KHÔNG BAO GIỜ',
} as const;

export const COMPARE_PAGE = {
  title: 'So hai quy tắc',
  about:
    'Theo quy tắc thứ hai có ai được báo muộn hơn, ít hơn, qua ít kênh hơn, hay không được báo nữa không? Chứng minh trên mọi ngày của ba năm, hoặc nêu câu chuyện ngắn nhất.',
  first: 'Quy tắc thứ nhất',
  second: 'Quy tắc thứ hai',
  compare: 'So sánh',
  comparing: 'Đang so trên mọi ngày của ba năm; chờ vài giây.',
  open: 'So với quy tắc khác',
  other: 'So theo chiều ngược lại',
  pair: (a: string, b: string) => `${a} → ${b}`,
  saved: 'bản đang ghi',
  typed: 'bản đang sửa',
} as const;

export const MIGRATE_PAGE = {
  title: (name: string) => `Chuyển nhiệm vụ đang chạy theo: ${name}`,
  open: 'Chuyển nhiệm vụ đang chạy',
  about:
    'Nhiệm vụ đang chạy giữ quy tắc lúc giao. Ở đây xem trước rồi cho chúng theo bản này; điều đã gửi không gửi lại. Trang này chưa đổi gì.',
  from: 'Nhiệm vụ đang theo quy tắc mã',
  show: 'Xem',
  count: (directives: number, series: number) =>
    directives + series === 0
      ? 'Không có nhiệm vụ đang chạy nào phải đổi.'
      : `${directives} nhiệm vụ đang chạy sẽ đổi${series === 0 ? '' : `; ${series} nhiệm vụ định kỳ mở kỳ sau theo bản này`}.`,
  moved: 'Các bước sẽ dời',
  moving: (moving: number, seen: number, total: number) =>
    `${moving} trong ${seen} nhiệm vụ ${seen < total ? `đầu tiên (tất cả: ${total}) ` : ''}có bước dời.`,
  movedHead: ['Mã', 'Bước', 'Trước', 'Sau'],
  unknown: (id: string, why: string) => `${id}: chưa tính trước được (${why})`,
  reason: 'Lý do',
  reasonHint: 'Ghi vào diễn biến của từng nhiệm vụ.',
  needsReason: 'Ghi lý do chuyển, để người khác biết.',
  unproved:
    'Chưa chuyển: quy tắc này chưa được chứng minh là đúng. Xem trang quy tắc; khi lãnh đạo vẫn quyết định dùng thì chuyển bằng lệnh dondoc migrate --override.',
  migrate: (n: number) => `Chuyển ${n} nhiệm vụ`,
  running: 'Đang chuyển…',
  progress: (done: number, total: number) => `Đã xong ${done} trên ${total} nhiệm vụ. Đóng trang cũng không dừng.`,
  done: (changed: number, total: number) => `Đã chuyển ${changed} trên ${total} nhiệm vụ.`,
  resultHead: ['Nhiệm vụ', 'Kết quả'],
  series: (id: string) => `${id} (các kỳ sau)`,
  outcomes: {
    changed: 'đã chuyển',
    already: 'đã theo từ trước',
    closed: 'vừa kết thúc, không đổi',
    failed: (reason: string) => `chưa đổi được: ${reason}`,
  },
  again: 'Chuyển tiếp những nhiệm vụ còn lại',
} as const;
