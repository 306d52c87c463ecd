const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'không có quyền',
  EPERM: 'không có quyền',
  EROFS: 'ổ đĩa chỉ cho đọc',
  ENOSPC: 'hết chỗ trên đĩa',
  EDQUOT: 'hết hạn mức đĩa của tài khoản',
  EFBIG: 'vượt cỡ tệp được phép',
  EIO: 'lỗi đọc hoặc ghi đĩa',
  EISDIR: 'là một thư mục',
  ENOTDIR: 'đường dẫn đi qua một tệp, không phải thư mục',
  EEXIST: 'đã có một tệp mang tên này, không phải thư mục',
  ENOENT: 'không có',
  ELOOP: 'liên kết đi vòng',
  EMFILE: 'mở quá nhiều tệp cùng lúc',
};

/** What the operating system says is wrong with a file or folder; its own code where we have no words for it. */
export function systemTrouble(error: unknown): string {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return WORDS[code] ?? code;
  return typeof message === 'string' ? message : String(error);
}
