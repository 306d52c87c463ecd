/* Words of the pages of the evaluation annex. */

export const EVALUATION_PAGE = {
  title: 'Phụ lục đánh giá',
  open: 'Phụ lục đánh giá',
  back: 'Về báo cáo',
  period: 'Kỳ đánh giá',
  periodHint: 'Gõ 03/2025, quý I/2025 hoặc năm 2025.',
  atHint: 'Để trống: hết kỳ, hoặc lúc này nếu kỳ chưa hết.',
  badPeriod: (text: string) => `“${text}” không phải là một kỳ: gõ dạng 03/2025, quý I/2025 hoặc năm 2025.`,
  none: 'Kỳ này không có sản phẩm nào để đánh giá.',
  formula: 'Cách tính',
  formulaAbout:
    'Các hệ số do cơ quan điền. Bản đi kèm chương trình chỉ là ví dụ theo báo chí: đối chiếu văn bản gốc và quy chế của cơ quan, sửa, rồi bỏ đánh dấu “vẫn là ví dụ”.',
  isExample: 'Vẫn là ví dụ (phụ lục sẽ ghi rõ)',
  points: 'Điểm và mức trừ',
  lists: 'Danh sách',
  productsHint:
    'Mỗi dòng một quy tắc: mã quy tắc, dấu hai chấm, một nhiệm vụ tính là bao nhiêu sản phẩm. Ví dụ hoa-toc: 2. Không ghi thì 1.',
  commonHint:
    'Mỗi dòng một đơn vị hoặc một người, tên như trong phụ lục. Ví dụ Sở Y tế: 27,5. Chưa có thì để trống xếp loại.',
  bandsHint: 'Mỗi dòng một loại, điểm cao trước. Ví dụ Hoàn thành tốt nhiệm vụ: 70.',
  asText: 'Sửa thẳng nội dung tệp',
  asForm: 'Sửa bằng biểu mẫu',
  formulaText: 'Nội dung tệp danh-gia.yaml',
  save: 'Ghi cách tính',
  saved: 'Đã ghi cách tính. Phụ lục dùng ngay, kể cả cho các kỳ trước.',
  backToAnnex: 'Về phụ lục',
  askAdministrator: 'Cách tính ghi chưa đúng: báo người quản trị sửa.',
} as const;
