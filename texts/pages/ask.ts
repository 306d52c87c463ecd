import type { Status } from '../../dsl/engine/index.ts';
import type { Party } from '../../dsl/policy/policy.ts';
import type { ClockTime, Day } from '../../dsl/time/day.ts';
import { dueWords } from '../messages/due.ts';

export interface AskFacts {
  readonly party: Party;
  readonly status: Status;
  /** Has the reader's side acknowledged? */
  readonly acknowledged: boolean;
  readonly late: boolean;
  readonly due: Day | null;
  readonly dueTime?: ClockTime;
  /** Is the reader the one who approves results? */
  readonly approves: boolean;
  readonly lead: string;
}

/** What is asked of the reader now, as things stand: the message that brought them here may be weeks old. */
export function askWords(facts: AskFacts): string {
  const { status, party, approves } = facts;
  if (status === 'approved') return 'Nhiệm vụ đã hoàn thành; không cần làm gì thêm.';
  if (status === 'cancelled') return 'Nhiệm vụ đã hủy; không cần làm gì thêm.';
  if (approves) {
    return status === 'submitted'
      ? 'Xem xét kết quả: chấp thuận, hoặc trả lại kèm lý do.'
      : 'Chưa có kết quả nào chờ duyệt; chưa cần làm gì.';
  }
  if (party === 'lead') return leadAsk(facts);
  if (party === 'cooperating') return cooperatingAsk(facts);
  return 'Trang này để biết và theo dõi; không yêu cầu trả lời.';
}

function leadAsk({ status, acknowledged, late, due, dueTime }: AskFacts): string {
  if (status === 'waiting') return 'Nhiệm vụ chưa được giao; chưa cần làm gì.';
  if (status === 'submitted') return 'Kết quả đã gửi và đang chờ duyệt; chưa cần làm gì thêm.';
  if (late) {
    return 'Nhiệm vụ đã quá hạn. Khẩn trương hoàn thành và gửi kết quả; nếu chưa xong, báo cáo tiến độ, nêu rõ vướng mắc và ngày dự kiến hoàn thành.';
  }
  const confirm = acknowledged ? 'Tổ chức' : 'Xác nhận đã nhận nhiệm vụ, tổ chức';
  return due === null
    ? `${confirm} thực hiện và báo cáo tiến độ.`
    : `${confirm} thực hiện và gửi kết quả chậm nhất ${dueWords(due, dueTime)}.`;
}

function cooperatingAsk({ status, acknowledged, late, due, dueTime, lead }: AskFacts): string {
  if (status === 'submitted') return `${lead} đã gửi kết quả; chưa cần làm gì thêm.`;
  const work = `phối hợp với ${lead} hoàn thành nhiệm vụ`;
  const until =
    due === null ? '' : late ? ' trong thời gian sớm nhất (đã quá hạn)' : ` chậm nhất ${dueWords(due, dueTime)}`;
  return acknowledged ? `P${work.slice(1)}${until}.` : `Xác nhận đã nhận thông báo và ${work}${until}.`;
}
