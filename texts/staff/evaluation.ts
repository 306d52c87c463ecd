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
    'Các hệ số do cơ quan điền. Bản đi kèm chương trình chỉ là ví dụ: đối chiếu văn bản gốc, sửa, rồi bỏ dòng isExample. Phần sau dấu # là chú thích.',
  formulaText: 'Nội dung tệp danh-gia.yaml',
  save: 'Ghi cách tính',
  saved: 'Đã ghi cách tính. Phụ lục dùng ngay, kể cả cho các kỳ trước.',
  backToAnnex: 'Về phụ lục',
  askAdministrator: 'Cách tính ghi chưa đúng: báo người quản trị sửa.',
} as const;
