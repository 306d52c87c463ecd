import type { Dialect } from 'kysely';
import { UserError } from '../../dsl/user-error.ts';

/** What can go wrong with the storage itself, whatever the database. */
export type StorageFault =
  | 'locked'
  | 'disk-full'
  | 'read-only'
  | 'cannot-open'
  | 'not-ours'
  | 'disk'
  | 'damaged'
  | 'newer'
  | 'lost';

/** One database the register can live in: the only place that knows its driver, its settings and its error codes. */
export interface Storage {
  /** What a person reads in an error: the file, or the server and database. */
  readonly name: string;
  /** A new connection (or pool) each time. */
  dialect(): Dialect;
  /** The fault behind a driver's error, or undefined where it is a mistake of ours (broken SQL, a broken constraint). */
  faultOf(error: unknown): StorageFault | undefined;
}

/** The storage failed in a way a person can mend, or that passes by itself (see `isTransient`). */
export class StorageError extends UserError {
  readonly fault: StorageFault;

  constructor(fault: StorageFault, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.fault = fault;
  }
}

/**
 * May the same call succeed later, untouched? True for a lock held elsewhere, a full disk (nothing was written: the
 * transaction was rolled back) and a lost connection; the caller retries and says so.
 */
export function isTransient(error: unknown): boolean {
  return (
    error instanceof StorageError && (error.fault === 'locked' || error.fault === 'disk-full' || error.fault === 'lost')
  );
}

/** The one line for people about a fault. */
export function faultLine(fault: StorageFault, name: string): string {
  switch (fault) {
    case 'locked':
      return `Sổ theo dõi ${name}: một tiến trình khác đang giữ khoá quá lâu; đóng chương trình đó rồi chạy lại`;
    case 'disk-full':
      return `Sổ theo dõi ${name}: hết chỗ trên đĩa, chưa ghi gì; giải phóng dung lượng rồi chạy lại`;
    case 'read-only':
      return `Sổ theo dõi ${name}: không có quyền ghi; cấp quyền ghi cho tệp và thư mục chứa nó, hoặc chọn thư mục dữ liệu khác`;
    case 'cannot-open':
      return `Sổ theo dõi ${name}: không mở hay tạo được tệp; kiểm tra đường dẫn và quyền ghi của thư mục`;
    case 'not-ours':
      return `Sổ theo dõi ${name}: tệp này không phải cơ sở dữ liệu của dondoc; chọn tệp khác hoặc một thư mục trống`;
    case 'disk':
      return `Sổ theo dõi ${name}: lỗi đọc hoặc ghi đĩa; kiểm tra ổ đĩa rồi chạy lại`;
    case 'damaged':
      return `Sổ theo dõi ${name}: cơ sở dữ liệu bị hỏng; khôi phục từ bản sao lưu gần nhất`;
    case 'newer':
      return `Sổ theo dõi ${name}: do một phiên bản dondoc mới hơn tạo ra; cập nhật chương trình rồi chạy lại`;
    case 'lost':
      return `Sổ theo dõi ${name}: mất kết nối với cơ sở dữ liệu; kiểm tra máy chủ rồi chạy lại`;
  }
}
