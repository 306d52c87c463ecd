/* Of a file that holds several documents, and of what a document says of itself. */

export const DOCUMENTS = {
  name: (place: number, number: string | null) => `${place}: ${number ?? 'không số'}`,
  unknown: (path: string, given: string, names: readonly string[]) =>
    `--document ${given}: ${path} không có văn bản này; có ${names.join('; ')}`,
  oneHeader: (path: string, count: number) =>
    `${path}: có ${count} văn bản; --number, --issuer, --signer chỉ dùng cho một văn bản: chọn bằng --document`,
  asksNumber: 'Văn bản không ghi số, ký hiệu. Số, ký hiệu (Enter nếu không có)',
  noNumber: (name: string) =>
    `${name}: văn bản không ghi số, ký hiệu; thêm --number nếu có, để thông báo gửi đi dẫn đúng văn bản`,
} as const;
