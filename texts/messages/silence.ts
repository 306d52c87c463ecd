import type { DayCount } from '../../dsl/time/day-count.ts';
import { daysSince } from './due.ts';
import type { MessageFacts } from './facts.ts';
import { dateOf } from './words.ts';

/** Said of the task: how long nothing has been heard, from the last sign where it is known, else from the rung's own span. */
export function silenceWords(facts: MessageFacts): string {
  const { officeName, lastSignAt, assignedAt } = facts;
  if (lastSignAt !== undefined) {
    return `chưa có thông tin mới về tiến độ; ${officeName} ghi nhận thông tin gần nhất của cơ quan chủ trì ngày ${dateOf(lastSignAt)}, đến nay đã ${daysSince(facts, lastSignAt)}`;
  }
  if (assignedAt !== undefined) {
    return `đã được giao từ ngày ${dateOf(assignedAt)}; đến nay đã ${daysSince(facts, assignedAt)}, ${officeName} chưa ghi nhận thông tin về tiến độ`;
  }
  const { cause } = facts;
  const span =
    'rung' in cause && 'whenSilentFor' in cause.rung ? `trong ${spanWords(cause.rung.whenSilentFor)} qua` : 'đến nay';
  return `chưa có thông tin về tiến độ được ghi nhận ${span}`;
}

function spanWords(span: DayCount): string {
  return 'days' in span ? `${span.days} ngày` : `${span.workingDays} ngày làm việc`;
}
