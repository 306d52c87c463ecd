/** Before a decision, where the office asks for more than a link. */
export const DECISION_PROOF = {
  login: {
    text: 'Duyệt kết quả, chấp nhận gia hạn hay giải trình cần đăng nhập: liên kết trong thư có thể đã được chuyển tiếp.',
    button: 'Đăng nhập để quyết định',
  },
  again: {
    text: 'Duyệt, gia hạn, chấp nhận giải trình, đổi hạn, đổi đơn vị chủ trì, tạm hoãn, hủy cần xác nhận lại người đang dùng máy (trong 30 phút gần nhất).',
    button: 'Xác nhận để quyết định',
  },
} as const;
