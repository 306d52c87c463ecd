import { UserError } from '../../dsl/user-error.ts';

export interface FailedStart {
  readonly tail: readonly string[];
  readonly port: number;
  readonly dbFile: string | undefined;
  readonly logFile: string;
}

/** Whether the server died because its port was taken: with a port of our choosing, another try mends it. */
export function isPortTaken(tail: readonly string[]): boolean {
  return /address already in use/i.test(tail.join('\n'));
}

/** What the server's last words mean for the person who must mend it. The words are those of CLI 1.9.1. */
export function explainFailedStart({ tail, port, dbFile, logFile }: FailedStart): UserError {
  const words = tail.join('\n');
  const file = dbFile ?? 'bộ nhớ';
  if (isPortTaken(tail))
    return new UserError(`Temporal không mở được cổng ${port}: cổng đã có chương trình khác dùng; chọn cổng khác`);
  if (/disk is full|no space left/i.test(words))
    return new UserError(`Temporal không ghi được ${file}: ổ đĩa đã đầy; dọn chỗ rồi chạy lại`);
  if (/database is locked/i.test(words))
    return new UserError(
      `Temporal không mở được ${file}: một máy chủ Temporal khác đang giữ tệp này; dừng nó rồi chạy lại, hoặc đặt DONDOC_DATA tới thư mục khác`,
    );
  if (/file is not a database|malformed|no such table/i.test(words))
    return new UserError(
      `Temporal không đọc được ${file}: tệp đã hỏng; phục hồi từ bản sao, hoặc chuyển nó (cùng -wal, -shm) đi nơi khác rồi chạy lại`,
    );
  if (/unable to open database|readonly|permission denied|checking dir/i.test(words))
    return new UserError(`Temporal không mở được ${file} để ghi: kiểm tra quyền của thư mục và tệp này`);
  const last = tail.findLast((line) => line.trim() !== '')?.trim() ?? 'không để lại lời nào';
  return new UserError(`Temporal không khởi động được: ${last} (nhật ký: ${logFile})`);
}
