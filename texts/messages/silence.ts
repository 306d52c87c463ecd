import type { Span } from '../../dsl/policy/policy.ts';
import { daysSince } from './due.ts';
import type { MessageFacts } from './facts.ts';
import { dateOf, leadWords } from './words.ts';

/** How long nothing has been heard: from the last sign where it is known, else from the rung's own span. */
export function silenceWords(facts: MessageFacts): string {
  const { officeName, lastSignAt, assignedAt, directive } = facts;
  const lead = leadWords(directive);
  if (lastSignAt !== undefined) {
    return `Thông tin gần nhất của ${lead} là ngày ${dateOf(lastSignAt)}; ${daysSince(facts, lastSignAt)} qua, ${officeName} chưa ghi nhận thông tin mới về tiến độ`;
  }
  if (assignedAt !== undefined) {
    return `Từ khi giao, ngày ${dateOf(assignedAt)}, đến nay đã ${daysSince(facts, assignedAt)}, ${officeName} chưa ghi nhận thông tin về tiến độ của ${lead}`;
  }
  const { cause } = facts;
  const span =
    'rung' in cause && 'whenSilentFor' in cause.rung ? `${spanWords(cause.rung.whenSilentFor)} qua` : 'Đến nay';
  return `${span}, ${officeName} chưa ghi nhận thông tin về tiến độ của ${lead}`;
}

function spanWords(span: Span): string {
  return 'days' in span ? `${span.days} ngày` : `${span.workingDays} ngày làm việc`;
}
