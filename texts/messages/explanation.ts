import { dayWithWeekday } from '../format.ts';
import type { MessageFacts } from './facts.ts';
import { reasonRows } from './reason.ts';
import { timeRows } from './rows.ts';
import type { Wording } from './wording.ts';
import { audienceOf, isForLead, leadWords, sentence, you } from './words.ts';

/* Whoever leads is asked to explain, answers, and hears whether the cause is confirmed. */

const GOES_ON = 'Trong khi chờ giải trình, nhiệm vụ và thời hạn không thay đổi.';

/** To the lead: an explanation is asked for. */
export function explanationAsked(facts: MessageFacts): Wording {
  const { recipient, act, actBy, officeName } = facts;
  const asked = act?.type === 'ask-explanation' ? act : undefined;
  const until = asked === undefined ? '' : `chậm nhất hết ngày ${dayWithWeekday(asked.due)}`;
  return {
    label: 'Yêu cầu giải trình',
    heading: 'Yêu cầu giải trình',
    paragraphs: [sentence(`${actBy ?? officeName} yêu cầu giải trình về nhiệm vụ dưới đây`, until), GOES_ON],
    rows: [...timeRows(facts), ...reasonRows('Nội dung cần giải trình', asked?.text)],
    ask: sentence(
      `trân trọng đề nghị ${you(recipient)} gửi văn bản giải trình`,
      until,
      ', kèm tài liệu chứng minh (nếu có)',
    ),
  };
}

/** To the lead, the working day before the last one. */
export function explanationReminder(facts: MessageFacts): Wording {
  const { recipient } = facts;
  return {
    label: 'Nhắc gửi giải trình',
    heading: 'Sắp hết thời hạn giải trình',
    paragraphs: [sentence('Yêu cầu giải trình về nhiệm vụ dưới đây chưa được trả lời', dueWithin(facts)), GOES_ON],
    rows: [...timeRows(facts), ...reasonRows('Nội dung cần giải trình', facts.explanation?.text)],
    ask: `trân trọng đề nghị ${you(recipient)} gửi văn bản giải trình đúng thời hạn nêu trên.`,
  };
}

/** To the head of the lead, and to whoever asked: the day has passed. */
export function unexplained(facts: MessageFacts): Wording {
  const { directive, recipient } = facts;
  const lead = leadWords(directive);
  return {
    label: 'Chưa gửi giải trình',
    heading: 'Quá thời hạn giải trình',
    paragraphs: [sentence(`${lead} chưa gửi giải trình về nhiệm vụ dưới đây theo yêu cầu`, dueWithin(facts))],
    rows: [...timeRows(facts), ...reasonRows('Nội dung cần giải trình', facts.explanation?.text)],
    ask: isForLead(facts)
      ? audienceOf(recipient.role) === 'head'
        ? `trân trọng đề nghị ${you(recipient)} trực tiếp chỉ đạo gửi văn bản giải trình ngay.`
        : `trân trọng đề nghị ${you(recipient)} gửi văn bản giải trình ngay.`
      : `trân trọng đề nghị ${you(recipient)} xem xét: chờ giải trình gửi chậm, hoặc kết luận không chấp nhận kèm lý do.`,
  };
}

/** To whoever asked: here it is. */
export function explained(facts: MessageFacts): Wording {
  const { directive, recipient, act, actBy } = facts;
  const given = act?.type === 'explain' ? act : undefined;
  const files = given?.evidence?.length ?? 0;
  return {
    label: 'Văn bản giải trình',
    heading: 'Văn bản giải trình',
    paragraphs: [`${actBy ?? leadWords(directive)} gửi giải trình về nhiệm vụ dưới đây.`],
    rows: [
      ...timeRows(facts),
      ...reasonRows('Nội dung giải trình', given?.text),
      ...(files === 0 ? [] : [{ label: 'Tài liệu kèm theo', value: `${files} tệp, mở ở trang nhiệm vụ` }]),
    ],
    ask: `trân trọng đề nghị ${you(recipient)} xem xét: chấp nhận, hoặc không chấp nhận kèm lý do.`,
  };
}

/** To the lead: the cause is confirmed. */
export function explanationAccepted(facts: MessageFacts): Wording {
  const { recipient, act, actBy } = facts;
  return {
    label: 'Chấp nhận giải trình',
    heading: 'Giải trình được chấp nhận',
    paragraphs: [
      sentence(
        'Giải trình về nhiệm vụ dưới đây được chấp nhận',
        actBy === undefined ? '' : `theo ý kiến của ${actBy}`,
        '; nguyên nhân nêu trong giải trình được xác nhận. Thời hạn hiện hành không thay đổi',
      ),
    ],
    rows: [...timeRows(facts), ...reasonRows('Ý kiến', act?.type === 'accept-explanation' ? act.note : undefined)],
    ask: `trân trọng đề nghị ${you(recipient)} tiếp tục tổ chức thực hiện nhiệm vụ.`,
  };
}

/** To the lead: it is not. */
export function explanationRejected(facts: MessageFacts): Wording {
  const { recipient, act, actBy } = facts;
  return {
    label: 'Không chấp nhận giải trình',
    heading: 'Giải trình không được chấp nhận',
    paragraphs: [
      sentence(
        'Giải trình về nhiệm vụ dưới đây không được chấp nhận',
        actBy === undefined ? '' : `theo ý kiến của ${actBy}`,
      ),
    ],
    rows: [...timeRows(facts), ...reasonRows('Lý do', act?.type === 'reject-explanation' ? act.reason : undefined)],
    ask: `trân trọng đề nghị ${you(recipient)} tiếp tục tổ chức thực hiện nhiệm vụ.`,
  };
}

/** To the lead: nothing is to be explained any more. */
export function explanationWithdrawn(facts: MessageFacts): Wording {
  const { recipient, act, actBy, officeName } = facts;
  return {
    label: 'Rút yêu cầu giải trình',
    heading: 'Yêu cầu giải trình được rút',
    paragraphs: [
      `${actBy ?? officeName} đã rút yêu cầu giải trình về nhiệm vụ dưới đây; ${you(recipient)} không cần gửi giải trình. Thời hạn nhiệm vụ không thay đổi.`,
    ],
    rows: [
      ...timeRows(facts),
      ...reasonRows('Ý kiến', act?.type === 'withdraw-explanation-request' ? act.note : undefined),
    ],
    ask: `trân trọng đề nghị ${you(recipient)} tiếp tục tổ chức thực hiện nhiệm vụ.`,
  };
}

function dueWithin({ explanation }: MessageFacts): string {
  return explanation === undefined ? '' : `; thời hạn giải trình là hết ngày ${dayWithWeekday(explanation.due)}`;
}
