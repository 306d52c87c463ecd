/** Why a scan cannot be read, and what would help. One line each. */
export const scanRefusals = {
  unreadable: (path: string, pages: readonly number[], total: number): string =>
    `${path}: ${
      pages.length === total && total > 1
        ? `cả ${total} trang quét`
        : `trang quét ${pages.slice(0, MOST_LISTED).join(', ')}${pages.length > MOST_LISTED ? ` và ${pages.length - MOST_LISTED} trang khác` : ''}`
    } mờ hoặc nhiễu, nhận dạng chữ không đủ tin cậy nên không đọc; quét lại từ bản giấy (300 dpi, đặt thẳng, nền sáng), hoặc xin bản .docx hay bản ký số.`,
  tooMany: (path: string, pages: number, limit: number): string =>
    `${path}: có ${pages} trang ảnh quét, nhiều hơn giới hạn ${limit} trang; tách từng văn bản ra tệp riêng.`,
} as const;

/** What is said of a scan that was read, a sentence each. */
export const scanRemarks = {
  scanned: (pages: number, total: number): string =>
    pages === total
      ? 'Văn bản là ảnh quét, chữ do máy nhận dạng (OCR): đối chiếu số, ngày, tên đơn vị và thời hạn với ảnh trước khi giao.'
      : `Có ${pages} trong ${total} trang là ảnh quét, chữ do máy nhận dạng (OCR): đối chiếu số, ngày, tên đơn vị và thời hạn với ảnh trước khi giao.`,
  garbled:
    'Chữ trong tệp PDF không đổi được sang Unicode nên đọc từ hình của trang (OCR): đối chiếu số, ngày, tên đơn vị và thời hạn với ảnh trước khi giao.',
  mended: (words: readonly { readonly was: string; readonly is: string; readonly name: string }[]): string =>
    `Đã sửa ${words.length} chữ nhận dạng sai theo tên cơ quan đã biết, vẫn phải đối chiếu: ${words
      .slice(0, MOST_LISTED)
      .map(({ was, is, name }) => `“${was}” thành “${is}” (${name})`)
      .join('; ')}${words.length > MOST_LISTED ? '; …' : ''}.`,
  compare: 'Chữ do máy nhận dạng từ ảnh (OCR); đối chiếu với ảnh của trang rồi xác nhận.',
} as const;

export const scanLabels = {
  progress: 'Nhận dạng chữ',
  page: (n: number): string => `Ảnh trang ${n}`,
} as const;

const MOST_LISTED = 6;
