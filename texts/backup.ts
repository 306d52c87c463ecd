import { formatMoment } from './format.ts';

/* What `dondoc backup` and `dondoc restore` say. */

export const BACKUP_FAULTS = {
  exists: (file: string) => `${file}: đã có tệp này; ghi tên khác, bản sao lưu cũ không bị đè`,
  notWritten: (file: string, why: string) =>
    `${file}: không ghi được bản sao lưu (${why}); chưa có tệp nào được để lại`,
  noFile: (file: string) => `${file}: không có tệp này`,
  notOurs: (file: string) => `${file}: không phải bản sao lưu do dondoc backup ghi, hoặc tệp bị cắt ngang`,
  damaged: (file: string, part: string) =>
    `${file}: phần “${part}” khác với mục lục của bản sao lưu, tệp đã hỏng; chưa khôi phục gì, hãy dùng một bản sao lưu khác`,
  newer: (file: string) => `${file}: do một phiên bản dondoc mới hơn ghi; cập nhật chương trình rồi chạy lại`,
  notRestored: (file: string, why: string) =>
    `${file}: chưa khôi phục được (${why}); sổ vẫn trống, sửa xong thì chạy lại đúng lệnh này`,
  moved: (at: number) =>
    `sổ này đã được chuyển đi nơi khác lúc ${formatMoment(at)} (dondoc backup --move), nên ở đây không giao, không gửi gì nữa; nếu chưa chạy ở nơi mới và muốn dùng tiếp ở đây: dondoc backup --stay`,
  againAlone: '--again đi cùng --agree',
  agreeAfter:
    'khôi phục trước, xem rồi mới đồng ý: dondoc restore TỆP, dondoc up, dondoc restore, dondoc restore --agree',
  nothingHeld: 'sổ này không có thông báo nào bị giữ vì khôi phục',
} as const;

export const BACKUP_LINES = {
  written: (file: string, size: string, directives: number, files: number) =>
    `Đã sao lưu vào ${file} (${size}): ${directives} nhiệm vụ, ${files} tệp. Tệp có cả mật khẩu và khóa của cơ quan: cất nơi chỉ người được giao mới mở được.`,
  dkim: (file: string) => `Khóa DKIM (${file}) nằm ngoài thư mục dữ liệu: sao lưu riêng.`,
  moved: 'Sổ ở đây đã được đánh dấu là chuyển đi: dondoc up và các lệnh giao việc ở đây từ chối chạy.',
  moveNext:
    'Ở nơi mới: đặt DONDOC_DATABASE (và TEMPORAL_ADDRESS nếu có) rồi chạy “dondoc restore TỆP”, sau đó “dondoc up”. Không có thông báo nào bị gửi lại.',
  stays: 'Đã bỏ dấu chuyển đi: sổ này dùng tiếp ở đây.',
  notMoved: 'Sổ này không bị đánh dấu chuyển đi.',
  progress: 'Sao lưu',
} as const;

export const RESTORE_LINES = {
  progress: 'Khôi phục',
  done: (directives: number, takenAt: number) =>
    `Đã khôi phục ${directives} nhiệm vụ, như lúc sao lưu ${formatMoment(takenAt)}.`,
  carriedOver: 'Bản này được chuyển đi trọn vẹn: chạy “dondoc up”, mọi việc đi tiếp như cũ.',
  held: (takenAt: number) =>
    `Việc xảy ra sau ${formatMoment(takenAt)} không có trong sổ. Chạy “dondoc up” để các nhiệm vụ đi tiếp; chưa thông báo nào được gửi cho tới khi có người đồng ý.`,
  next: 'Ghi lại các thao tác đã làm sau lúc sao lưu (xác nhận, kết quả, gia hạn…), xem những gì sẽ gửi bằng “dondoc restore”, rồi đồng ý bằng “dondoc restore --agree”.',
  never: 'Sổ này chưa từng được khôi phục từ bản sao lưu.',
  standing: (takenAt: number, restoredAt: number) =>
    `Khôi phục lúc ${formatMoment(restoredAt)} từ bản sao lưu lúc ${formatMoment(takenAt)}.`,
  agreed: (at: number, by: string, again: boolean) =>
    `${by} đã đồng ý gửi lúc ${formatMoment(at)}${again ? ', gửi lại cả những thông báo có thể đã gửi' : ''}.`,
  counts: (doubtful: number, others: number) =>
    `Đang giữ ${doubtful + others} thông báo: ${doubtful} có thể đã được gửi trước khi khôi phục, ${others} chắc chắn chưa gửi.`,
  more: (count: number) => `… và ${count} thông báo khác (tất cả: dondoc restore --format json)`,
  doubtful: 'Có thể đã gửi',
  sure: 'Chưa gửi',
  ask: (doubtful: number, others: number) =>
    doubtful === 0
      ? `Gửi ${others} thông báo đang giữ? (c/k)`
      : `Gửi ${others} thông báo chắc chưa gửi, và ghi ${doubtful} thông báo kia là chưa rõ kết quả? (c/k)`,
  askAgain: (doubtful: number, others: number) =>
    `Gửi cả ${doubtful + others} thông báo, trong đó ${doubtful} có thể đến lần thứ hai? (c/k)`,
  declined: 'chưa gửi gì, các thông báo vẫn được giữ',
  mustConfirm: 'không có bàn phím để hỏi: xem lại các số trên rồi thêm --yes',
  released: (doubtful: number) =>
    doubtful === 0
      ? 'Đã đồng ý: các thông báo đang giữ được gửi trong giờ gửi.'
      : `Đã đồng ý. ${doubtful} thông báo có thể đã gửi được ghi là chưa rõ kết quả: xem bằng “dondoc settle”, gửi lại bằng “dondoc resend”.`,
  doubt: (takenAt: number, restoredAt: number) =>
    `sổ được khôi phục lúc ${formatMoment(restoredAt)} từ bản sao lưu lúc ${formatMoment(takenAt)}; thông báo có thể đã gửi trong khoảng đó`,
  /** Where something is told of the service as a whole. */
  waits: (count: number) =>
    `đang giữ ${count} thông báo vì sổ vừa được khôi phục, chưa ai đồng ý gửi; xem: dondoc restore`,
  tookBack: (count: number) =>
    `Dừng ${count} quy trình còn chạy trên Temporal từ trước khi khôi phục; nhiệm vụ chạy lại theo sổ.`,
  unknownRuns: (ids: readonly string[]) =>
    `${ids.length} quy trình trên Temporal được giao sau lúc sao lưu, sổ không biết, nên đã dừng: ${ids.join(', ')}. Giao lại nếu còn cần.`,
} as const;
