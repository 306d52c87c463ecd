import { UserError } from '../../dsl/user-error.ts';
import type { ExitInfo } from './handle.ts';

export interface FailedStart {
  readonly tail: readonly string[];
  readonly port: number;
  readonly dbFile: string | undefined;
  readonly logFile: string;
}

/** What it says of itself at every start. */
const BANNER = /^(CLI \S+|Temporal (CLI|Server|UI|Metrics|Persistence|gRPC|HTTP)\b.*?:?)/;

/** The line that says why: the last that is an error, else the last that is no banner. */
function lastError(tail: readonly string[]): string | undefined {
  const lines = tail.map((line) => line.trim()).filter((line) => line !== '' && !BANNER.test(line));
  const error = lines.findLast((line) => /\blevel=(ERROR|FATAL)\b|^(Error|panic|fatal error):/i.test(line));
  return error ?? lines.at(-1);
}

/** Why a server that ran is gone, as far as anybody can tell. */
export function lastWords({ code, signal, tail }: ExitInfo): string {
  if (signal !== null) return `tiến trình bị dừng bằng ${signal}`;
  return lastError(tail) ?? (code === null ? 'không rõ lý do' : `mã thoát ${code}, không để lại lời nào`);
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
  const last = lastError(tail) ?? 'không để lại lời nào';
  return new UserError(`Temporal không khởi động được: ${last} (nhật ký: ${logFile})`);
}

export function uiPortTaken(port: number): UserError {
  return new UserError(
    `không mở được trang xem của Temporal: cổng ${port} đã có chương trình khác dùng; đặt TEMPORAL_UI_PORT là cổng khác`,
  );
}
