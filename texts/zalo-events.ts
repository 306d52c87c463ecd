/** What the ledger and the inbox say of what Zalo told. */
export const ZALO_EVENTS = {
  by: 'Zalo',
  received: 'Zalo báo tin đã đến máy người nhận',
  seen: 'Zalo báo người nhận đã mở tin',
  pressed: (button: string) => `người nhận bấm “${button}” trên tin Zalo`,
  status: 'Zalo trả lời: tin đã đến máy người nhận',
  unmatched: 'không khớp tin nào trong sổ',
  known: 'sổ đã ghi như vậy hoặc hơn',
  against: (outcome: string) => `trái với sổ: ${outcome}`,
  recorded: 'đã ghi vào sổ',
  acknowledged: 'đã ghi tiếp nhận',
  repeated: 'đã ghi tiếp nhận từ trước',
  nobody: 'tin không có người nhận trong danh bạ',
  otherButton: (button: string) => `nút khác: “${button}”`,
  accountChanged: (name: string) => `tài khoản hoặc mẫu tin thay đổi (${name}): đã hỏi lại Zalo`,
  noInterest: (name: string) => `không dùng: ${name}`,
} as const;
