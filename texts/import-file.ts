/* The file of old work as a whole: its sheets and rows, before any row is read. */

const LISTED = 8;

function named(names: readonly string[]): string {
  const shown = names.slice(0, LISTED).map((n) => `“${n}”`);
  return names.length > LISTED ? `${shown.join(', ')}, …` : shown.join(', ');
}

export const IMPORT_FILE = {
  notExcel: (path: string) =>
    `${path}: không đọc được như tệp Excel (.xlsx); mở bằng Excel rồi lưu lại dạng .xlsx hoặc .csv`,
  noSuchSheet: (path: string, asked: string, sheets: readonly string[]) =>
    `${path}: không có trang tính “${asked}”; các trang: ${named(sheets)}`,
  tooLarge: (path: string, sheet: string, { rows, columns }: { rows: number; columns: number }) =>
    `${path}: trang tính “${sheet}” trải tới dòng ${rows}, cột thứ ${columns}; xóa các ô thừa ở xa rồi lưu lại`,
  sheetChosen: (sheet: string, firstIsHidden: boolean) =>
    `Đọc trang tính “${sheet}”: ${firstIsHidden ? 'trang đầu đang ẩn' : 'trang đầu không có bảng nhiệm vụ'}.`,
  hiddenSheet: (sheet: string) => `${sheet} (đang ẩn)`,
  otherSheets: (sheets: readonly string[]) =>
    `Trang tính khác cũng có bảng nhiệm vụ, chưa đọc: ${named(sheets)}; nhập từng trang bằng --sheet.`,
  hiddenRows: (rows: readonly number[]) =>
    `${rows.length} dòng đang ẩn trong bảng vẫn được đọc: dòng ${rows.slice(0, LISTED).join(', ')}${rows.length > LISTED ? ', …' : ''}; không muốn nhập thì xóa khỏi bảng.`,
  hiddenColumns: (columns: readonly string[]) =>
    `${columns.length} cột đang ẩn trong bảng vẫn được đọc: cột ${columns.slice(0, LISTED).join(', ')}${columns.length > LISTED ? ', …' : ''}; không muốn nhập thì xóa khỏi bảng.`,
  inSheet: (sheet: string, sheets: readonly string[]) =>
    ` (đang đọc trang tính “${sheet}”; chọn trang khác bằng --sheet: ${named(sheets)})`,
} as const;
