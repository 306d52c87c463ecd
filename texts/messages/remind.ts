import { capital } from '../format.ts';
import { daysWords, dueWords, leftShort, timeToDue, untilWords } from './due.ts';
import type { MessageFacts } from './facts.ts';
import { earlierRows, timeRows } from './rows.ts';
import { silenceWords } from './silence.ts';
import type { Wording } from './wording.ts';
import { audienceOf, dateOf, leadWords, sentence, taskWords, you } from './words.ts';

/** To the lead: the assignment has not been acknowledged. */
export function acknowledgeReminder(facts: MessageFacts): Wording {
  const { directive, recipient, officeName, assignedAt } = facts;
  return {
    label: 'Đề nghị xác nhận đã nhận',
    heading: 'Đề nghị xác nhận đã nhận nhiệm vụ',
    paragraphs: [
      sentence(
        taskWords(directive),
        assignedAt === undefined ? '' : `đã được giao từ ngày ${dateOf(assignedAt)}`,
        `; đến ngày ${dateOf(facts.at)}, ${officeName} chưa ghi nhận xác nhận đã nhận nhiệm vụ`,
      ),
    ],
    rows: [...timeRows(facts), ...earlierRows(facts)],
    ask: sentence(
      `trân trọng đề nghị ${you(recipient)} xác nhận đã nhận nhiệm vụ khi nhận được thông báo này`,
      untilWords(facts) === '' ? '' : `và báo cáo kết quả ${untilWords(facts)}`,
    ),
  };
}

/** Before the deadline (or on its day). Where the message leaves late, it says so instead of counting wrongly. */
export function dueReminder(facts: MessageFacts): Wording {
  const { directive, recipient, officeName } = facts;
  const { due, dueTime } = directive;
  const time = timeToDue(facts);
  const until = untilWords(facts);
  const help =
    audienceOf(recipient.role) === 'lead' || audienceOf(recipient.role) === 'head'
      ? 'hoàn thành nhiệm vụ và gửi báo cáo kết quả'
      : `phối hợp với ${leadWords(directive)} hoàn thành nhiệm vụ`;
  const when =
    due === null || due === undefined
      ? 'không quy định thời hạn'
      : time.state === 'late'
        ? `đã quá thời hạn là ${dueWords(due, dueTime)}`
        : time.state === 'left' && time.days > 0
          ? `có thời hạn là ${dueWords(due, dueTime)}, còn ${daysWords(time.days, time.workingDays)}`
          : `đến hạn hôm nay, ${dueWords(due, dueTime)}`;
  return {
    label: capital(`nhắc hạn, ${leftShort(facts) ?? 'không quy định hạn'}`),
    heading: 'Nhắc thời hạn thực hiện nhiệm vụ',
    paragraphs: [sentence(taskWords(directive), when), `Đến nay, ${officeName} chưa ghi nhận báo cáo kết quả.`],
    rows: [...timeRows(facts), ...earlierRows(facts)],
    ask: sentence(
      `trân trọng đề nghị ${you(recipient)} ${help}`,
      until,
      '; trường hợp có vướng mắc, đề nghị thông tin sớm để xem xét',
    ),
  };
}

/** Acknowledged, then nothing heard. */
export function silenceReminder(facts: MessageFacts): Wording {
  const { directive, recipient } = facts;
  const until = untilWords(facts);
  return {
    label: 'Đề nghị báo cáo tiến độ',
    heading: 'Đề nghị báo cáo tiến độ',
    paragraphs: [sentence(taskWords(directive), silenceWords(facts))],
    rows: [...timeRows(facts), ...earlierRows(facts)],
    ask: sentence(
      `trân trọng đề nghị ${you(recipient)} báo cáo tiến độ thực hiện, kể cả khi chưa có kết quả`,
      until === '' ? '' : `, và hoàn thành nhiệm vụ ${until}`,
    ),
  };
}
