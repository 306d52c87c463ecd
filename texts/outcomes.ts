/**
 * What is known of a message's fate, never more: a server that accepted a message has not delivered it, and a message
 * whose fate is unknown is not called sent.
 */
export const OUTCOME_NAMES = {
  planned: 'chờ gửi',
  queued: 'đang gửi',
  accepted: 'máy chủ đã nhận',
  unknown: 'chưa rõ đã gửi hay chưa',
  refused: 'bị từ chối',
  skipped: 'không gửi',
} as const;
