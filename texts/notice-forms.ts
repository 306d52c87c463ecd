/** Why a notice's file cannot be read, and what would help. One line each. */
export const formRefusals = {
  notWord: (path: string): string =>
    `${path}: không phải tệp Word (.docx); mở bằng Word hoặc LibreOffice rồi lưu lại dạng .docx.`,
  damagedDocx: (path: string): string =>
    `${path}: tệp .docx bị hỏng; mở bằng Word hoặc LibreOffice rồi lưu lại dạng .docx, hoặc xin lại tệp gốc.`,
  unpacksTooLarge: (path: string, limit: number): string =>
    `${path}: nội dung giải nén của tệp .docx vượt ${limit} MB; tách từng văn bản ra tệp riêng.`,
  lockedDocx: (path: string): string => `${path}: tệp Word đặt mật khẩu; mở tệp, bỏ mật khẩu rồi lưu lại dạng .docx.`,
  oldWord: (path: string): string =>
    `${path}: tệp Word đời cũ (.doc); mở bằng Word hoặc LibreOffice, chọn “Lưu thành” (Save As) dạng .docx.`,
  damagedPdf: (path: string): string =>
    `${path}: tệp PDF bị hỏng; mở xem lại rồi xuất ra PDF mới, hoặc xin lại tệp gốc.`,
  lockedPdf: (path: string): string =>
    `${path}: tệp PDF đặt mật khẩu; mở tệp, bỏ mật khẩu (in ra PDF mới) rồi thử lại.`,
  scannedPdf: (path: string): string =>
    `${path}: tệp PDF chỉ có ảnh quét, không có chữ; quét nhận dạng chữ (OCR) rồi lưu lại thành .pdf có chữ, .docx hoặc .txt.`,
  scannedPages: (path: string, pages: string): string =>
    `${path}: trang ${pages} của tệp PDF chỉ có ảnh quét, không có chữ; quét nhận dạng chữ (OCR) cả tệp, hoặc bỏ các trang đó ra.`,
  unmappedPdf: (path: string): string =>
    `${path}: chữ trong tệp PDF không đổi được sang Unicode; xin bản .docx, hoặc quét nhận dạng chữ (OCR) rồi lưu lại.`,
  tooManyPages: (path: string, pages: number, limit: number): string =>
    `${path}: tệp PDF ${pages} trang, nhiều hơn giới hạn ${limit} trang; tách từng văn bản ra tệp riêng.`,
  noText: (path: string): string =>
    `${path}: tệp không có chữ nào; nếu trang là ảnh chụp thì quét nhận dạng chữ (OCR) rồi lưu lại.`,
} as const;
