import { daysWords, dueWords, timeToDue, untilWords } from './due.ts';
import type { MessageFacts } from './facts.ts';
import { earlierRows, timeRows, workRows } from './rows.ts';
import { silenceWords } from './silence.ts';
import type { Wording } from './wording.ts';
import { type Audience, audienceOf, dateOf, leadWords, sentence, taskWords, you } from './words.ts';

/** What each reader is asked to do. An escalation reports to those above and asks those who do the work. */
type Asks = Readonly<Record<Audience, string>>;

/** The day has come or passed and no result is recorded. */
export function overdue(facts: MessageFacts): Wording {
  const { directive, officeName } = facts;
  const time = timeToDue(facts);
  const by = time.state === 'late' && time.days > 0 ? ` ${daysWords(time.days, time.workingDays)}` : '';
  const { due, dueTime } = directive;
  const was = due === null || due === undefined ? '' : `, thời hạn là ${dueWords(due, dueTime)}`;
  const lead = leadWords(directive);
  return escalation(facts, {
    // The sender may hold a message; one that leaves before the deadline must not call it passed.
    label: time.state === 'late' ? `Quá hạn${time.days > 0 ? ` ${time.days} ngày` : ''}` : 'Đến hạn',
    heading: 'Nhiệm vụ quá thời hạn thực hiện',
    finding: [
      sentence(taskWords(directive), time.state === 'late' ? `đã quá hạn${by}${was}` : `đến hạn${was}`),
      `Đến nay, ${officeName} chưa ghi nhận báo cáo kết quả.`,
    ],
    asks: {
      lead: 'khẩn trương hoàn thành nhiệm vụ, gửi báo cáo kết quả; nếu chưa hoàn thành, nêu rõ nguyên nhân và thời gian dự kiến hoàn thành',
      head: `trực tiếp chỉ đạo ${lead} hoàn thành nhiệm vụ trong thời gian sớm nhất và cho biết thời gian dự kiến hoàn thành`,
      cooperating: `khẩn trương phối hợp với ${lead} hoàn thành nhiệm vụ`,
      supervisor: `xem xét, đôn đốc ${lead} sớm hoàn thành nhiệm vụ`,
      issuer: 'xem xét, cho ý kiến chỉ đạo',
      secretariat: `liên hệ trực tiếp với ${lead} và cập nhật tình hình thực hiện`,
    },
  });
}

/** Nothing has been heard of the work for too long. */
export function silenceEscalation(facts: MessageFacts): Wording {
  const { directive } = facts;
  const lead = leadWords(directive);
  return escalation(facts, {
    label: 'Chưa có thông tin tiến độ',
    heading: 'Nhiệm vụ chưa có thông tin về tiến độ',
    finding: [sentence(taskWords(directive), silenceWords(facts))],
    asks: {
      lead: 'báo cáo tiến độ thực hiện, kể cả khi chưa có kết quả',
      head: `chỉ đạo ${lead} báo cáo tiến độ thực hiện, kể cả khi chưa có kết quả`,
      cooperating: 'thông tin phần việc phối hợp đã thực hiện',
      supervisor: `xem xét, đôn đốc ${lead} báo cáo tiến độ`,
      issuer: 'xem xét, cho ý kiến chỉ đạo',
      secretariat: `liên hệ trực tiếp với ${lead} và cập nhật tiến độ`,
    },
  });
}

/** Nobody has said that it was received. */
export function unacknowledgedEscalation(facts: MessageFacts): Wording {
  const { directive, officeName, assignedAt } = facts;
  const lead = leadWords(directive);
  const until = untilWords(facts);
  return escalation(facts, {
    label: 'Chưa xác nhận đã nhận',
    heading: 'Nhiệm vụ chưa được xác nhận đã nhận',
    finding: [
      sentence(
        taskWords(directive),
        assignedAt === undefined ? '' : `đã được giao từ ngày ${dateOf(assignedAt)}`,
        `; đến ngày ${dateOf(facts.at)}, ${officeName} chưa ghi nhận xác nhận đã nhận của ${lead}`,
      ),
    ],
    asks: {
      lead: sentence(
        'xác nhận đã nhận nhiệm vụ',
        until === '' ? 'và tổ chức thực hiện' : `và báo cáo kết quả ${until}`,
      ),
      head: `chỉ đạo ${lead} xác nhận đã nhận nhiệm vụ và tổ chức thực hiện`,
      cooperating: `trao đổi với ${lead} để cùng thực hiện nhiệm vụ`,
      supervisor: `xem xét, đôn đốc ${lead} tiếp nhận nhiệm vụ`,
      issuer: 'xem xét, cho ý kiến chỉ đạo',
      secretariat: `liên hệ trực tiếp với ${lead} để xác nhận việc tiếp nhận`,
    },
  });
}

interface Escalation {
  readonly label: string;
  readonly heading: string;
  readonly finding: readonly string[];
  readonly asks: Asks;
}

function escalation(facts: MessageFacts, { label, heading, finding, asks }: Escalation): Wording {
  const { recipient, officeName } = facts;
  const audience = audienceOf(recipient.role);
  const above = audience === 'supervisor' || audience === 'issuer';
  const report = `${officeName} kính báo cáo ${you(recipient)} về nhiệm vụ ${audience === 'issuer' ? 'đã giao' : 'được giao theo dõi'}.`;
  return {
    label,
    heading,
    paragraphs: [...(above ? [report] : []), ...finding],
    rows: [...timeRows(facts), ...workRows(facts), ...earlierRows(facts)],
    ask: sentence(`${above ? 'kính đề nghị' : 'trân trọng đề nghị'} ${you(recipient)} ${asks[audience]}`),
  };
}
