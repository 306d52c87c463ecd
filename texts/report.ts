/* What a report says, in a window, a sheet or a document. */

export const REPORT_TEXTS = {
  title: 'Tình hình thực hiện nhiệm vụ được giao',
  until: (moment: string) => `Số liệu đến ${moment}`,
  whole: 'Tổng hợp',
  by: { agency: 'Theo đơn vị chủ trì', issuer: 'Theo nơi ban hành', month: 'Theo tháng đến hạn' },
  group: { agency: 'Đơn vị chủ trì', issuer: 'Nơi ban hành', month: 'Tháng' },
  noAgency: '(không rõ đơn vị)',
  noIssuer: '(không ghi nơi ban hành)',
  noMonth: '(không hạn)',
  cells: ['Hoàn thành đúng hạn', 'Hoàn thành quá hạn', 'Đang làm, trong hạn', 'Đang làm, quá hạn'],
  withDeadline: 'Có hạn',
  withoutDeadline: 'Không hạn',
  sum: 'Cộng',
  onTime: 'Tỷ lệ đúng hạn',
  late: (all: number, overMonth = 0, overFour = 0) =>
    `Đang quá hạn: ${all}, trong đó quá 30 ngày: ${overMonth}, quá 120 ngày: ${overFour}`,
  groups: 'Nhiệm vụ giao cho nhóm (từng đơn vị đã được tính ở trên)',
  someGroups: (shown: number, all: number) =>
    `Nhiệm vụ giao cho nhóm: ${shown} trong ${all}, nhiều đơn vị quá hạn nhất (tệp tải về có đủ)`,
  firstLate: (shown: number) => `; dưới đây là ${shown} nhiệm vụ quá hạn lâu nhất (tệp tải về có đủ)`,
  groupsHead: ['Văn bản', 'Mã', 'Giao cho'],
  lateMembers: (group: string, names: readonly string[]) => `${group}: ${names.length} đơn vị: ${names.join('; ')}`,
  firstRows: (title: string, shown: number, all: number) =>
    `${title}. Dưới đây là ${shown} dòng đầu trong ${all}; tệp .xlsx tải về có đủ`,
  lateHead: ['Văn bản', 'Mã', 'Đơn vị chủ trì', 'Hạn', 'Số ngày quá hạn'],
  open: (awaiting: number, waiting: number, suspended: number) =>
    `Trong số đang làm: chờ duyệt kết quả ${awaiting}, chờ giao ${waiting}, tạm hoãn ${suspended} (không tính quá hạn).`,
  beside: (cancelled: number, recurring: number) =>
    `Không tính ở trên: đã hủy, được thay thế, tách hoặc nhập ${cancelled}; nhiệm vụ định kỳ ${recurring} (từng kỳ đã mở được tính riêng).`,
  firstLead: 'Nhiệm vụ có nhiều đơn vị cùng chủ trì được tính cho đơn vị nêu đầu tiên.',
  written: (file: string) => `Đã ghi ${file}.`,
  needsOut: (format: string) => `--format ${format} ghi ra tệp: thêm --out bao-cao.${format}`,
} as const;
