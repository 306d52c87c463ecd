import { formatMoment } from './format.ts';

/* What is said of the encryption of what Temporal keeps. */

export const ENCRYPTION_FAULTS = {
  noKey: (id: string) =>
    `dữ liệu trên Temporal được mã hóa bằng khóa ${id}, không có trong payload-keys.json; khôi phục tệp khóa từ bản sao lưu, hoặc chép từ máy khác cùng sổ`,
  changed: (id: string) => `dữ liệu trên Temporal mã hóa bằng khóa ${id} không giải mã được: đã bị thay đổi`,
  offYet: '--rotate: mã hóa đang tắt, khóa mới không dùng vào đâu; bật trước: dondoc init --set TEMPORAL_ENCRYPT=true',
  unreadable: (file: string) => `${file}: không đọc được tệp khóa mã hóa; kiểm tra quyền của tệp`,
  badFile: (file: string) =>
    `${file}: không phải tệp khóa mã hóa; khôi phục từ bản sao lưu. Không xóa: mất khóa thì nhiệm vụ đang chạy không đọc lại được`,
} as const;

export const ENCRYPTION_LINES = {
  on: (id: string, since: number, older: number) =>
    `Dữ liệu mới trên Temporal được mã hóa bằng khóa ${id} (từ ${formatMoment(since)})${older > 0 ? `; ${older} khóa cũ còn giữ để đọc` : ''}.`,
  off: 'Dữ liệu trên Temporal không mã hóa. Bật: dondoc init --set TEMPORAL_ENCRYPT=true, rồi chạy lại dondoc up.',
  soon: 'Mã hóa đã bật; khóa được tạo ở lần chạy dondoc up tới.',
  offWithKeys: (count: number) =>
    `Dữ liệu mới trên Temporal không mã hóa; ${count} khóa còn giữ để đọc dữ liệu đã mã hóa.`,
  rotated: (id: string) =>
    `Từ lần chạy dondoc up tới, dữ liệu mới được mã hóa bằng khóa ${id}; khóa cũ còn giữ để đọc. Nhiều máy chung một sổ thì chép tệp payload-keys.json sang các máy trước, rồi mới chạy lại từng máy.`,
  decoder: (url: string) => `Trang xem Temporal giải mã tại ${url}/codec (cài ở Temporal UI: Codec Server)`,
} as const;
