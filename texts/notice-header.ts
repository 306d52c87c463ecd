/** Why a field of a document's header is empty, or must be looked at. */
export const headerReasons = {
  missing: 'Không thấy trong văn bản.',
  blank: 'Văn bản để trống.',
  month: 'Văn bản chỉ ghi tháng, năm; ngày để trống.',
  opening: 'Lấy từ câu mở đầu, vì văn bản không còn phần đầu.',
  closing: 'Lấy từ câu kết, vì văn bản không còn phần đầu.',
  annex: 'Lấy từ dòng “kèm theo …” của phụ lục, vì phần đầu không ghi.',
  margin: 'Lấy từ đầu trang, chân trang hoặc khung bên lề.',
  title: 'Lấy từ dòng tên cơ quan dưới tên loại văn bản.',
  several: 'Phần đầu văn bản có hai số khác nhau.',
  unnamed: 'Có chức danh người ký, không có họ tên.',
  unsure: 'Chữ đọc được không chắc.',
} as const;

/** By what right somebody signs, in full. */
export const AUTHORITIES = {
  TM: 'thay mặt',
  KT: 'ký thay',
  TL: 'thừa lệnh',
  TUQ: 'thừa uỷ quyền',
  Q: 'quyền',
} as const;
