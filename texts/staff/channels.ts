/* Words of the page on which an operator stops a channel and lets it send again. */

export const CHANNELS_PAGE = {
  title: 'Kênh gửi',
  open: 'Xem, tạm dừng các kênh gửi',
  about:
    'Tạm dừng một kênh thì không lượt nào rời đi bằng kênh ấy, lượt đang gửi dở thì gửi nốt; không thông báo nào mất, cho gửi tiếp thì đi hết. Khởi động lại vẫn còn tạm dừng.',
  head: ['Kênh', 'Tình trạng', 'Lượt đang chờ', 'Nơi gửi', ''],
  reason: 'Vì sao tạm dừng',
  reasonHint: 'Ví dụ: máy chủ thư bảo trì đến 14 giờ.',
  stop: 'Tạm dừng',
  stopOf: (channel: string) => `Tạm dừng kênh ${channel}`,
  resume: 'Cho gửi tiếp',
  resumeOf: (channel: string) => `Cho kênh ${channel} gửi tiếp`,
  stopped: (channel: string) => `Đã tạm dừng kênh ${channel}.`,
  resumed: (channel: string) => `Kênh ${channel} gửi tiếp.`,
  needsReason: 'Ghi vì sao tạm dừng, để người khác biết.',
  /** The reason as others read it. */
  by: (reason: string, who: string) => `${reason} (${who})`,
} as const;

/** How a channel stands, in a few words: for the command, the page and whoever else shows it. */
export function channelStandingText({
  stopped,
  senders,
}: {
  readonly stopped: string | null;
  readonly senders: number;
}): string {
  if (stopped !== null) return `tạm dừng: ${stopped}`;
  return senders === 0 ? 'chưa có nơi gửi, thông báo được giữ lại' : 'đang gửi';
}
