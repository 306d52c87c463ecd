import { formatDay } from './format.ts';

/* What is said where a corrected edition takes a notice's place. */

export const EDITION = {
  /** What an edition is called. */
  name: (number: string | null, day: string) => `${number ?? 'thông báo'} ngày ${formatDay(day)}`,
  reason: (name: string) => `Theo bản đính chính ${name}`,
  successor: (name: string) => `bản đính chính ${name}`,
  refused: (id: string, why: string) => `${id}: ${why}`,
  itself: (name: string) => `${name}: bản này đã được giao rồi, không có gì để thay`,
  overtaken: (name: string, old: string, now: string) =>
    `${name}: trong lúc này ${old} đã có bản đính chính khác (${now}); chưa giao gì. Chạy lại để so với bản đang có hiệu lực`,
  several: (names: readonly string[]) =>
    `--replaces thay một thông báo bằng một thông báo; tệp có ${names.length} văn bản (${names.join('; ')}): chọn một bằng --document`,
  head: (name: string, old: string) => `${name} thay bản đã giao ${old}:`,
  same: (count: number) => `  ${count} nhiệm vụ giữ nguyên, tiếp tục như cũ`,
  closed: (ids: readonly string[]) => `  ${ids.length} nhiệm vụ đã kết thúc, không đổi: ${ids.join(', ')}`,
  adjusted: (code: string, shares: number) => `  ${code}${shares > 1 ? ` (${shares} đơn vị)` : ''}: điều chỉnh`,
  text: (was: string, is: string) => `    lời văn: “${was}” → “${is}”`,
  due: (was: string | null, is: string | null) => `    hạn: ${formatDay(was)} → ${formatDay(is)}`,
  lead: (was: readonly string[], is: readonly string[]) => `    chủ trì: ${was.join(', ')} → ${is.join(', ')}`,
  dropped: (code: string, lead: string) => `  ${code} (${lead}): thôi, ghi là được thay thế`,
  added: (code: string, lead: string, due: string | null) => `  ${code} (${lead}): giao mới, hạn ${formatDay(due)}`,
  nothing: '  không nhiệm vụ nào đổi',
  done: (adjusted: number, dropped: number, added: number) =>
    `  đã điều chỉnh ${adjusted} nhiệm vụ, thay thế ${dropped}, giao mới ${added}`,
} as const;
