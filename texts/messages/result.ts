import { manyLines, oneLine } from '../plain-text.ts';
import type { FactRow } from './content.ts';
import { daysSince, untilWords } from './due.ts';
import type { MessageFacts } from './facts.ts';
import { reasonRows } from './reason.ts';
import { timeRows } from './rows.ts';
import type { Wording } from './wording.ts';
import { dateOf, isForLead, leadWords, resultOf, sentence, you } from './words.ts';

const DECIDE = 'xem xét kết quả: chấp thuận, hoặc trả lại kèm lý do';

/** To the approver: a result has come in. */
export function resultWaiting(facts: MessageFacts): Wording {
  const { directive, recipient, submittedAt, actBy } = facts;
  const on = submittedAt === undefined ? '' : `Ngày ${dateOf(submittedAt)}, `;
  return {
    label: 'Kết quả chờ xem xét',
    heading: 'Kết quả thực hiện chờ xem xét',
    paragraphs: [
      `${on}${actBy ?? leadWords(directive)} đã gửi kết quả thực hiện nhiệm vụ dưới đây.`,
      'Nhiệm vụ tiếp tục được theo dõi cho đến khi kết quả được chấp thuận.',
    ],
    rows: resultRows(facts),
    ask: `trân trọng đề nghị ${you(recipient)} ${DECIDE}.`,
  };
}

/** To the approver, again: the result still waits. */
export function approvalReminder(facts: MessageFacts): Wording {
  const { directive, recipient, submittedAt } = facts;
  const since = submittedAt === undefined ? '' : `gửi ngày ${dateOf(submittedAt)}`;
  const long = submittedAt === undefined ? '' : `, đã ${daysSince(facts, submittedAt)}`;
  return {
    label: 'Nhắc xem xét kết quả',
    heading: 'Nhắc xem xét kết quả thực hiện',
    paragraphs: [
      sentence(resultOf(directive), since, `đến nay chưa được xem xét${long}`),
      'Nhiệm vụ tiếp tục được theo dõi cho đến khi kết quả được chấp thuận.',
    ],
    rows: resultRows(facts),
    ask: `trân trọng đề nghị ${you(recipient)} ${DECIDE}.`,
  };
}

function resultRows({ act }: MessageFacts): FactRow[] {
  if (act?.type !== 'submit-result') return [];
  const evidence = (act.evidence ?? []).map(oneLine).filter(Boolean).map(evidenceWords);
  return [
    ...reasonRows('Kết quả gửi', act.text),
    ...(evidence.length === 0 ? [] : [{ label: 'Tài liệu', value: manyLines(evidence.join('\n')) }]),
  ];
}

/** A file is named by its hash, which says nothing to a reader. */
function evidenceWords(entry: string): string {
  const [, hash] = /^sha256:([0-9a-f]{64})$/.exec(entry) ?? [];
  return hash === undefined ? entry : `Tệp gửi kèm trên trang của nhiệm vụ (mã kiểm tra sha256 ${hash.slice(0, 12)}…)`;
}

/** To whoever was asked to judge: there is nothing to judge for now. */
export function resultWithdrawn(facts: MessageFacts): Wording {
  const { directive, recipient, act, actBy } = facts;
  return {
    label: 'Rút lại kết quả',
    heading: 'Kết quả thực hiện được rút lại',
    paragraphs: [
      `${actBy ?? leadWords(directive)} đã rút lại kết quả gửi trước đây khi kết quả chưa được xem xét.`,
      'Nhiệm vụ tiếp tục được theo dõi cho đến khi có kết quả mới.',
    ],
    rows: reasonRows('Ghi chú', act?.type === 'withdraw-result' ? act.note : undefined),
    ask: `trân trọng gửi ${you(recipient)} để biết; kết quả đã rút không cần xem xét nữa.`,
  };
}

/** The result was not taken: the work goes on. */
export function returned(facts: MessageFacts): Wording {
  const { directive, recipient, act, actBy, submittedAt } = facts;
  const on = submittedAt === undefined ? '' : `gửi ngày ${dateOf(submittedAt)}`;
  const until = untilWords(facts);
  return {
    label: 'Trả lại kết quả',
    heading: 'Kết quả được trả lại để hoàn thiện',
    paragraphs: [
      sentence(
        resultOf(directive),
        on,
        'chưa được chấp thuận và được trả lại để hoàn thiện',
        actBy === undefined ? '' : `theo ý kiến của ${actBy}`,
      ),
      'Nhiệm vụ tiếp tục được theo dõi.',
    ],
    rows: [...timeRows(facts), ...reasonRows('Lý do trả lại', act?.type === 'return' ? act.reason : '')],
    ask: isForLead(facts)
      ? sentence(`trân trọng đề nghị ${you(recipient)} hoàn thiện theo lý do trả lại và gửi lại kết quả`, until)
      : `trân trọng gửi ${you(recipient)} để biết; thông báo này không yêu cầu trả lời.`,
  };
}
