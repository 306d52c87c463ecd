/* What the office reads of the signed links it has given out. */

export const LINK_COLUMNS = ['Mã', 'Nhiệm vụ', 'Người', 'Được làm', 'Tình trạng'] as const;

export const LINK_FAULTS = {
  nothingSelected: 'ghi mã nhiệm vụ, hoặc --of <người, đơn vị>, hoặc cả hai',
  noReason: '--reason: ghi lý do thu hồi',
} as const;

export const LINK_NOTES = {
  none: 'Chưa có liên kết nào.',
  onlyLooks: 'chỉ xem',
  open: (until: string) => `mở được đến ${until}`,
  expired: (since: string) => `hết hạn từ ${since}`,
  revoked: (at: string, by: string | null, reason: string) => `thu hồi ${at}${by === null ? '' : `, ${by}`}: ${reason}`,
  ended: (count: number) =>
    count === 0
      ? 'Không còn liên kết nào để thu hồi.'
      : `Đã thu hồi ${count} liên kết; thông báo sau sẽ có liên kết mới.`,
} as const;

/** What is wrong with the file of the keys that links are signed with. */
export const LINK_KEY_FAULTS = {
  unreadable: (file: string) => `${file}: không đọc được tệp khoá của liên kết; kiểm tra quyền của tệp`,
  badFile: (file: string) =>
    `${file}: không phải tệp khoá của liên kết; khôi phục từ bản sao lưu, hoặc xoá tệp (mọi liên kết đã gửi sẽ hết hiệu lực)`,
} as const;
