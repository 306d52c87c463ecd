import type { ActType } from '../../dsl/rules/index.ts';
import type { Instant } from '../../dsl/time/day.ts';
import { formatMoment } from '../format.ts';
import { ACT_NAMES } from '../names.ts';

/** After an act was recorded: what, and when by the register. */
export function receiptWords(type: ActType, at: Instant): string {
  return `Đã ghi nhận: ${ACT_NAMES[type]}, ${formatMoment(at)}.`;
}

/** The same form came again. Nobody did anything wrong. */
export function repeatedWords(type: ActType, at: Instant): string {
  return `Biểu mẫu này đã được ghi nhận trước đó (${ACT_NAMES[type]}, ${formatMoment(at)}); lần gửi lại không làm thay đổi gì. Nếu muốn gửi nội dung mới, dùng biểu mẫu dưới đây.`;
}

export const REFUSED_TITLE = 'Chưa ghi nhận được';

export const UNSURE =
  'Hệ thống chưa trả lời, nên chưa rõ đã ghi nhận hay chưa. Đề nghị bấm gửi lại sau ít phút: cùng một biểu mẫu không bao giờ bị ghi hai lần.';
