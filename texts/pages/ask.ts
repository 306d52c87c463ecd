import type { Party } from '../../dsl/policy/policy.ts';
import type { Status } from '../../dsl/rules/index.ts';
import type { ClockTime, Day } from '../../dsl/time/day.ts';
import { formatDay } from '../format.ts';
import { dueWords } from '../messages/due.ts';
import { withoutStop } from '../messages/reason.ts';

export interface AskFacts {
  readonly party: Party;
  readonly status: Status;
  /** Has the reader's side acknowledged? */
  readonly acknowledged: boolean;
  readonly late: boolean;
  readonly due: Day | null;
  readonly dueTime?: ClockTime;
  /** Acts offered to the reader now. */
  readonly offers: readonly string[];
  /** The open request for more time. */
  readonly extension?: { readonly due: Day; readonly reason: string; readonly offered?: Day };
  /** The open request for an explanation. */
  readonly explanation?: {
    readonly due: Day;
    readonly asked: string;
    readonly late: boolean;
    readonly answered?: string;
  };
  readonly lead: string;
  /** The last result handed in came back, and why; absent where it did not. */
  readonly returned?: { readonly on: Day; readonly reason: string };
}

const ENDED: Readonly<Partial<Record<Status, string>>> = {
  approved: 'Nhiệm vụ đã hoàn thành; không cần làm gì thêm.',
  cancelled: 'Nhiệm vụ đã hủy; không cần làm gì thêm.',
  superseded: 'Nhiệm vụ đã được thay thế; không cần làm gì thêm.',
  split: 'Nhiệm vụ đã được tách; không cần làm gì thêm ở đây.',
  merged: 'Nhiệm vụ đã được nhập vào nhiệm vụ khác; không cần làm gì thêm ở đây.',
  suspended: 'Nhiệm vụ đang tạm hoãn; chưa cần làm gì.',
  waiting: 'Nhiệm vụ chưa được giao; chưa cần làm gì.',
};

/** What is asked of the reader now, as things stand: the message that brought them here may be weeks old. */
export function askWords(facts: AskFacts): string {
  const { status, party, offers } = facts;
  const ended = ENDED[status];
  if (ended !== undefined) return ended;
  if (offers.includes('endorse')) return 'Đề nghị xem kết quả: đồng ý trình Văn phòng, hoặc trả lại kèm lý do.';
  if (offers.includes('approve')) return `${APPROVE}${beforeTheEnd(facts)}`;
  if (facts.extension && offers.includes('grant-extension')) {
    return `Trả lời đề nghị gia hạn của ${facts.lead} đến ${dueWords(facts.extension.due)}: đồng ý, đề xuất ngày khác, hoặc không đồng ý kèm lý do. Lý do cơ quan nêu: “${withoutStop(facts.extension.reason)}”.`;
  }
  if (facts.explanation && offers.includes('accept-explanation')) {
    return `Đề nghị xem giải trình của ${facts.lead}: chấp nhận, hoặc không chấp nhận kèm lý do. Nội dung giải trình: “${withoutStop(facts.explanation.answered ?? '')}”.`;
  }
  if (facts.explanation && offers.includes('reject-explanation')) {
    return `${facts.lead} chưa gửi giải trình; thời hạn là hết ngày ${formatDay(facts.explanation.due)}, đã qua. Có thể chờ giải trình gửi chậm, hoặc kết luận không chấp nhận kèm lý do.`;
  }
  if (party === 'lead') return `${explainAsk(facts)}${leadAsk(facts)}`;
  if (party === 'cooperating') return cooperatingAsk(facts);
  if (party === 'secretariat') return 'Chưa có việc nào chờ xử lý ở trang này.';
  return 'Trang này để biết và theo dõi; không yêu cầu trả lời.';
}

const APPROVE = 'Đề nghị xem xét kết quả: chấp thuận, hoặc trả lại kèm lý do.';

/** What has ended takes no request and no conclusion any more. */
function beforeTheEnd({ explanation, late, offers }: AskFacts): string {
  if (explanation !== undefined) {
    const still = explanation.answered === undefined ? 'chưa được trả lời' : 'chưa được kết luận';
    return ` Yêu cầu giải trình ${still}; duyệt xong thì nhiệm vụ kết thúc, không kết luận được nữa.`;
  }
  if (!late || !offers.includes('ask-explanation')) return '';
  return ' Kết quả gửi chậm: cần giải trình thì yêu cầu trước khi duyệt; nhiệm vụ đã kết thúc không nhận yêu cầu giải trình.';
}

/** Comes first: its day is nearer than any other, or has passed. */
function explainAsk({ explanation, offers }: AskFacts): string {
  if (explanation === undefined || !offers.includes('explain')) return '';
  const { due, asked, late } = explanation;
  const until = late ? `thời hạn là hết ngày ${formatDay(due)}, đã qua` : `chậm nhất hết ngày ${formatDay(due)}`;
  return `Đề nghị gửi giải trình, ${until}; nội dung cần giải trình: “${withoutStop(asked)}”. `;
}

function leadAsk(facts: AskFacts): string {
  const { status, acknowledged, late, due, dueTime, extension, returned } = facts;
  if (status === 'submitted') {
    const withdraw = facts.offers.includes('withdraw-result') ? ' Khi chưa được xem xét, kết quả có thể rút lại.' : '';
    return `Kết quả đã gửi và đang chờ duyệt; chưa cần làm gì thêm.${withdraw}`;
  }
  if (returned) return `${returnedWords(returned)} ${sendAgain(facts)}`;
  if (extension?.offered !== undefined) {
    return `Văn phòng đề xuất hạn mới là ${dueWords(extension.offered)}: đề nghị trả lời đồng ý, hoặc không đồng ý kèm lý do.`;
  }
  const waits = extension === undefined ? '' : ' Đề nghị gia hạn đang chờ trả lời; thời hạn hiện tại vẫn giữ nguyên.';
  if (late) {
    return `Nhiệm vụ đã quá hạn. Đề nghị khẩn trương hoàn thành và gửi kết quả; nếu chưa xong, báo cáo tiến độ, nêu rõ vướng mắc và ngày dự kiến hoàn thành.${waits}`;
  }
  const confirm = acknowledged ? 'Đề nghị tổ chức' : 'Đề nghị xác nhận đã nhận nhiệm vụ, tổ chức';
  return due === null
    ? `${confirm} thực hiện và báo cáo tiến độ.`
    : `${confirm} thực hiện và gửi kết quả chậm nhất ${dueWords(due, dueTime)}.${waits}`;
}

function returnedWords({ on, reason }: NonNullable<AskFacts['returned']>): string {
  return `Kết quả đã gửi được trả lại ngày ${formatDay(on)}; lý do: “${withoutStop(reason)}”.`;
}

function sendAgain({ late, due, dueTime }: AskFacts): string {
  if (late) return 'Nhiệm vụ đã quá hạn: đề nghị khẩn trương hoàn thiện theo lý do trên và gửi lại kết quả.';
  const until = due === null ? '' : ` chậm nhất ${dueWords(due, dueTime)}`;
  return `Đề nghị hoàn thiện theo lý do trên và gửi lại kết quả${until}.`;
}

function cooperatingAsk({ status, acknowledged, late, due, dueTime, lead }: AskFacts): string {
  if (status === 'submitted') return `${lead} đã gửi kết quả; chưa cần làm gì thêm.`;
  const work = `phối hợp với ${lead} hoàn thành nhiệm vụ`;
  const until =
    due === null ? '' : late ? ' trong thời gian sớm nhất (đã quá hạn)' : ` chậm nhất ${dueWords(due, dueTime)}`;
  return `Đề nghị ${acknowledged ? work : `xác nhận đã nhận thông báo và ${work}`}${until}.`;
}
