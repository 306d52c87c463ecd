/* What `dondoc resend` says of messages that reached nobody. */

/** Why a message stays as it is. */
export const RESEND_REASONS = {
  noLife: 'không dựng lại được diễn biến của nhiệm vụ, xem: dondoc audit',
  otherChannel: 'đã gửi lại qua kênh khác',
  noStep: 'diễn biến không còn bước này',
  nobody: 'danh bạ chưa có người nhận',
  otherReader: (name: string) => `${name} không còn là người nhận của thông báo này`,
  noAddress: (name: string) => `danh bạ không còn địa chỉ của ${name}`,
} as const;

export const RESEND = {
  scope:
    'ghi mã nhiệm vụ, --of người hoặc đơn vị, --from/--to một khoảng ngày, hoặc --message mã thông báo: không gửi lại tất cả một lúc',
  unknownRow: (id: string) => `--message ${id}: sổ không có thông báo nào mang mã này`,
  severalRows: (id: string, count: number) => `--message ${id}: ${count} thông báo có mã bắt đầu như vậy; ghi dài hơn`,
  more: (count: number) => `… và ${count} thông báo khác`,
  order: '--from phải trước --to',
  none: 'Không có thông báo nào cần gửi lại.',
  waiting: (count: number) =>
    `${count} thông báo khác đã đến giờ mà chưa gửi đi được; khi kênh gửi được sẽ tự đi, không cần gửi lại (vì sao: dondoc doctor).`,
  willSend: (count: number) => `Gửi lại ${count} thông báo:`,
  sent: (count: number) => `Đã xếp ${count} thông báo vào hàng gửi; dondoc up gửi đi theo giờ gửi.`,
  stays: (count: number) => `Không gửi lại ${count} thông báo:`,
  doubted: (count: number) =>
    `CHÚ Ý: ${count} thông báo trong số này chưa rõ đã đến hay chưa: người nhận có thể nhận hai lần.`,
  ask: 'Gửi lại các thông báo trên? (c/k)',
  declined: 'chưa gửi lại gì',
  mustConfirm: 'không có bàn phím để hỏi: xem lại danh sách trên rồi thêm --yes để gửi lại',
  columns: ['Mã', 'Nhiệm vụ', 'Nội dung', 'Người nhận', 'Kênh', 'Rời đi từ', 'Lần trước'],
  stayColumns: ['Mã', 'Nhiệm vụ', 'Nội dung', 'Người nhận', 'Vì sao'],
} as const;
