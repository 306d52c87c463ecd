import type { Post, Standing } from '../dsl/rules/index.ts';
import { formatDay, formatMoment } from './format.ts';
import { STATUS_NAMES } from './names.ts';
import { stepText } from './rules.ts';

/** What an operator reads of a run in Temporal's own pages (Markdown). */
export function currentDetails(standing: Standing, upcoming: Post | null, posted: number): string {
  const next =
    upcoming && standing.nextWake !== null
      ? `${formatMoment(standing.nextWake)}: ${stepText(upcoming)}`
      : 'không còn bước nào theo lịch';
  return [
    `**${STATUS_NAMES[standing.status]}**`,
    `- Hạn: ${formatDay(standing.due)}${standing.dueTime ? ` ${standing.dueTime}` : ''}`,
    `- Bước kế tiếp: ${next}`,
    `- Đã lập ${posted} thông báo`,
  ].join('\n');
}

export const START_FAULTS = {
  otherRegister: (workflowId: string, other: string, own: string) =>
    `máy chủ Temporal đã có ${workflowId} của một sổ khác (mã ${other}; sổ này ${own}): hai sổ không dùng chung được một không gian tên; đặt TEMPORAL_NAMESPACE riêng cho sổ này, hoặc đặt DONDOC_DATA là thư mục của sổ kia`,
} as const;
