import { formatMoment, sizeWords } from './format.ts';

/* What `dondoc up` says of itself. */

export const SERVICE_LINES = {
  restarting: (why: string, times: number) => `CẢNH BÁO: máy chủ Temporal đã dừng (${why}); mở lại, lần ${times}`,
  servesAgain: 'Máy chủ Temporal đã chạy lại.',
  notClosed: (why: string) => `Khi dừng có lỗi, không mất việc nào: ${why}`,
  temporalGone: (why: string) => `máy chủ Temporal đã dừng: ${why}; chạy lại dondoc up, không mất việc nào`,
  log: (file: string) => `Nhật ký:   ${file}`,
  noChannel: 'chưa có kênh nào (cài đặt bằng dondoc init); thông báo được giữ lại, chưa gửi',
  takenElsewhere:
    'sổ theo dõi trong DONDOC_DATABASE đang có một hệ thống khác chạy với Temporal riêng của nó; dừng hệ thống kia trước, hoặc đặt TEMPORAL_ADDRESS để các máy dùng chung một Temporal',
  seatLost:
    'mất chỗ trong sổ theo dõi ở DONDOC_DATABASE (kết nối bị ngắt): dừng lại để không hai hệ thống cùng chạy; chạy lại dondoc up',
  taken: (
    folder: string,
    running:
      | { readonly pid: number; readonly host: string; readonly since: number; readonly pages?: string }
      | undefined,
  ) => {
    if (running === undefined)
      return `thư mục dữ liệu ${folder} đã có hệ thống đang chạy; mỗi sổ chỉ chạy một hệ thống`;
    const pages = running.pages === undefined ? '' : `, trang web ${running.pages}`;
    return `hệ thống đã chạy trên thư mục dữ liệu ${folder}: tiến trình ${running.pid} của máy ${running.host}, từ ${formatMoment(running.since)}${pages}; mỗi sổ chỉ chạy một hệ thống, dùng hệ thống đang chạy hoặc dừng nó trước`;
  },
} as const;

export const DOCTOR_LINES = {
  openToOthers: (first: string, count: number) =>
    `${first}${count > 1 ? ` và ${count - 1} tệp, thư mục khác` : ''}: người dùng khác của máy có thể đọc, và không tự thu hẹp được; chủ của tệp chạy: chmod -R go= ${first}`,
  folder: (folder: string, freeBytes: number) => `${folder}, còn trống ${sizeWords(freeBytes)}`,
  folderTrouble: (folder: string, why: string) =>
    `${folder}: ${why}; đặt DONDOC_DATA tới thư mục ghi được, hoặc cấp quyền cho tài khoản chạy dondoc`,
  provider: (issuer: string, back: string) => `${issuer}; địa chỉ quay về cần khai ở đó: ${back}`,
  providerTrouble: (issuer: string, why: string) =>
    `không hỏi được hệ thống đăng nhập ${issuer} (${why}): kiểm tra OIDC_ISSUER, mạng và chứng thư của máy chủ đó`,
  providerNoUrl:
    'hệ thống đăng nhập trả lời tốt, nhưng chưa đặt DONDOC_CONSOLE_URL nên người đăng nhập không quay về được',
  lowOnSpace: (folder: string, freeBytes: number) =>
    `${folder}: ổ đĩa chỉ còn ${sizeWords(freeBytes)}; dọn chỗ trước khi hết, lúc đó không gì được ghi`,
  noSettings: 'chưa có tệp cài đặt (dondoc init), đang dùng biến môi trường và giá trị mặc định',
  worker: (address: string) => `${address}; có tiến trình đang xử lý`,
  noWorker: (address: string) => `${address}; chưa có tiến trình xử lý: không thông báo nào được gửi, chạy dondoc up`,
} as const;

/** Metrics and readiness, for programs that watch. */
export const OPERATORS_LINES = {
  cannotListen: (where: string, code: string) =>
    `không mở được cổng giám sát ở ${where} (${code}); đặt DONDOC_METRICS là một cổng trống của máy này, ví dụ 9464`,
  url: (url: string) => `Giám sát:  ${url}/metrics, ${url}/readyz`,
} as const;

/** What troubles a service that goes on. */
export const TROUBLES = {
  relay: (why: string) => `Chưa chuyển được thông báo cho Temporal: ${why}; sẽ thử lại`,
  pages: (why: string) => `Trang web: một yêu cầu không làm được: ${why}`,
  zalo: (why: string) => `CẢNH BÁO Zalo: ${why}`,
  mail: (why: string) => `CẢNH BÁO thư đến: ${why}`,
} as const;
