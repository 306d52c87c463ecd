/** Why a notice's file cannot be read, and what would help. One line each. */
export const formRefusals = {
  tooHeavy: (path: string, why: 'memory' | 'time' | 'broken'): string =>
    `${path}: ${
      {
        memory: 'đọc tệp cần quá nhiều bộ nhớ',
        time: 'đọc tệp mất quá nhiều thời gian',
        broken: 'không đọc hết được tệp',
      }[why]
    }, có thể tệp bị hỏng hoặc được tạo ra để gây nghẽn; mở tệp rồi lưu lại thành .docx, hoặc tách nhỏ.`,
  notWord: (path: string): string =>
    `${path}: không phải tệp Word (.docx); mở bằng Word hoặc LibreOffice rồi lưu lại dạng .docx.`,
  damagedDocx: (path: string): string =>
    `${path}: tệp .docx bị hỏng; mở bằng Word hoặc LibreOffice rồi lưu lại dạng .docx, hoặc xin lại tệp gốc.`,
  unpacksTooLarge: (path: string, limit: number): string =>
    `${path}: nội dung giải nén của tệp .docx vượt ${limit} MB; tách từng văn bản ra tệp riêng.`,
  tooManyLetters: (path: string, limit: number): string =>
    `${path}: nội dung của tệp dài hơn ${Math.round(limit / 1e6)} triệu chữ (ô gộp hoặc chú thích lặp lại quá nhiều); tách từng văn bản ra tệp riêng.`,
  lockedDocx: (path: string): string => `${path}: tệp Word đặt mật khẩu; mở tệp, bỏ mật khẩu rồi lưu lại dạng .docx.`,
  damagedDoc: (path: string): string =>
    `${path}: không đọc được tệp Word đời cũ (.doc) này; mở bằng Word hoặc LibreOffice, chọn “Lưu thành” (Save As) dạng .docx.`,
  damagedRtf: (path: string): string =>
    `${path}: tệp .rtf bị hỏng; mở bằng Word hoặc LibreOffice rồi lưu lại dạng .docx.`,
  damagedPdf: (path: string): string =>
    `${path}: tệp PDF bị hỏng; mở xem lại rồi xuất ra PDF mới, hoặc xin lại tệp gốc.`,
  lockedPdf: (path: string): string =>
    `${path}: tệp PDF đặt mật khẩu; mở tệp, bỏ mật khẩu (in ra PDF mới) rồi thử lại.`,
  scannedPdf: (path: string): string => `${path}: tệp PDF chỉ có ảnh quét, không có chữ.`,
  unmappedPdf: (path: string): string =>
    `${path}: chữ trong tệp PDF không đổi được sang Unicode, đọc từ hình của trang cũng không được; xin bản .docx, hoặc in ra rồi quét lại.`,
  tooManyPages: (path: string, pages: number, limit: number): string =>
    `${path}: tệp PDF ${pages} trang, nhiều hơn giới hạn ${limit} trang; tách từng văn bản ra tệp riêng.`,
  noText: (path: string): string => `${path}: tệp không có chữ nào đọc được; mở tệp xem lại, hoặc xin lại tệp gốc.`,
} as const;

/** What is said of a file that was read, a sentence each. */
export const formRemarks = {
  changes: (deleted: readonly string[], inserted: number, moved: number): string =>
    `Tệp có sửa đổi đang theo dõi (Track Changes), đọc như đã chấp nhận hết${
      deleted.length > 0 ? `; phần bị xóa: ${list(deleted)}` : ''
    }${inserted > 0 ? `; có ${inserted} chỗ thêm vào` : ''}${moved > 0 ? `; có ${moved} chỗ chuyển đi` : ''}.`,
  comments: (words: readonly string[]): string =>
    `Tệp có ${words.length} ghi chú bên lề (comment), không thuộc văn bản nên không đọc: ${list(words)}.`,
  leftOut: (words: readonly string[]): string => `Chữ bị gạch ngang hoặc bị ẩn đã bỏ ra, không đọc: ${list(words)}.`,
  white: (words: readonly string[]): string => `Chữ màu trắng, người xem không thấy, đã bỏ ra: ${list(words)}.`,
  oldWord:
    'Tệp Word đời cũ (.doc): không đọc được số thứ tự tự động, chữ gạch ngang, chữ ẩn; nếu có thì lưu thành .docx.',
  legacyFont: 'Có chữ gõ bằng phông chữ cũ (TCVN3, VNI), đã đổi sang Unicode.',
} as const;

const MOST_LISTED = 3;

function list(words: readonly string[]): string {
  const shown = words.slice(0, MOST_LISTED).map((w) => `“${w}”`);
  return words.length > MOST_LISTED
    ? `${shown.join('; ')} và ${words.length - MOST_LISTED} chỗ khác`
    : shown.join('; ');
}
