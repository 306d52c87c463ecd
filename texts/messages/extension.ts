import { dayWithWeekday } from '../format.ts';
import { dueWords, untilWords } from './due.ts';
import type { MessageFacts } from './facts.ts';
import { reasonRows } from './reason.ts';
import { timeRows } from './rows.ts';
import type { Wording } from './wording.ts';
import { isForLead, leadWords, sentence, you } from './words.ts';

/* More time is asked for, offered, granted or not. Until an answer the deadline in force stays in force. */

const STANDS = 'Cho đến khi có trả lời, thời hạn hiện hành vẫn được theo dõi.';

/** From the third request on it is said that there were so many. */
const MANY = 3;

/** To whoever grants it: more time is asked for. */
export function extensionAsked(facts: MessageFacts): Wording {
  const { directive, recipient, act, actBy, cause } = facts;
  const asked = act?.type === 'ask-extension' ? `đến hết ngày ${dayWithWeekday(act.due)}` : '';
  const times = 'event' in cause ? (cause.repeat ?? 1) : 1;
  return {
    label: times >= MANY ? `Đề nghị gia hạn lần thứ ${times}` : 'Đề nghị gia hạn',
    heading: 'Đề nghị gia hạn',
    paragraphs: [
      sentence(`${actBy ?? leadWords(directive)} đề nghị gia hạn nhiệm vụ dưới đây`, asked),
      ...(times >= MANY ? [`Đây là lần đề nghị gia hạn thứ ${times} của nhiệm vụ này.`] : []),
      STANDS,
    ],
    rows: [...timeRows(facts), ...reasonRows('Lý do đề nghị', act?.type === 'ask-extension' ? act.reason : undefined)],
    ask: `trân trọng đề nghị ${you(recipient)} xem xét: đồng ý, không đồng ý kèm lý do, hoặc đề xuất ngày khác.`,
  };
}

/** To whoever grants it, again: the request still waits. */
export function extensionReminder(facts: MessageFacts): Wording {
  const { directive, recipient } = facts;
  return {
    label: 'Nhắc trả lời đề nghị gia hạn',
    heading: 'Đề nghị gia hạn chưa được trả lời',
    paragraphs: [`Đề nghị gia hạn của ${leadWords(directive)} đối với nhiệm vụ dưới đây chưa được trả lời.`, STANDS],
    rows: timeRows(facts),
    ask: `trân trọng đề nghị ${you(recipient)} xem xét, trả lời đề nghị gia hạn.`,
  };
}

/** More time was given: another day holds. */
export function extensionGranted(facts: MessageFacts): Wording {
  const { directive, recipient, act, actBy } = facts;
  const { due, dueTime } = directive;
  const until = untilWords(facts);
  const accepted = act?.type === 'accept-offer';
  return {
    label: 'Đã gia hạn',
    heading: 'Gia hạn thực hiện nhiệm vụ',
    paragraphs: [
      sentence(
        `Nhiệm vụ dưới đây được gia hạn${due ? ` đến ${dueWords(due, dueTime)}` : ''}`,
        actBy === undefined ? '' : accepted ? `; ${actBy} đồng ý với ngày được đề xuất` : `theo ý kiến của ${actBy}`,
      ),
    ],
    rows: [
      ...timeRows(facts),
      ...reasonRows('Ý kiến', act?.type === 'grant-extension' || act?.type === 'accept-offer' ? act.note : undefined),
    ],
    ask: isForLead(facts)
      ? sentence(`trân trọng đề nghị ${you(recipient)} tổ chức thực hiện nhiệm vụ`, until)
      : toldOnly(facts),
  };
}

/** No more time was given: the day holds. */
export function extensionRejected(facts: MessageFacts): Wording {
  const { recipient, act, actBy } = facts;
  return {
    label: 'Không đồng ý gia hạn',
    heading: 'Đề nghị gia hạn không được chấp thuận',
    paragraphs: [
      sentence(
        'Đề nghị gia hạn nhiệm vụ dưới đây không được chấp thuận',
        actBy === undefined ? '' : `theo ý kiến của ${actBy}`,
        '; thời hạn hiện hành không thay đổi',
      ),
    ],
    rows: [...timeRows(facts), ...reasonRows('Lý do', act?.type === 'reject-extension' ? act.reason : undefined)],
    ask: sentence(`trân trọng đề nghị ${you(recipient)} tổ chức thực hiện nhiệm vụ`, untilWords(facts)),
  };
}

/** To whoever asked: another day than the one asked for is offered. */
export function extensionOffered(facts: MessageFacts): Wording {
  const { recipient, act, actBy } = facts;
  const day = act?.type === 'offer-extension' ? `đến hết ngày ${dayWithWeekday(act.due)}` : '';
  return {
    label: 'Đề xuất ngày gia hạn khác',
    heading: 'Đề xuất ngày gia hạn khác',
    paragraphs: [
      sentence(
        'Trả lời đề nghị gia hạn nhiệm vụ dưới đây',
        actBy === undefined ? '' : `, ${actBy}`,
        'đề xuất gia hạn',
        day,
      ),
      STANDS,
    ],
    rows: [...timeRows(facts), ...reasonRows('Lý do', act?.type === 'offer-extension' ? act.reason : undefined)],
    ask: `trân trọng đề nghị ${you(recipient)} trả lời: đồng ý, hoặc không đồng ý kèm lý do.`,
  };
}

/** To whoever was offered it, again: the offer still waits. */
export function offerReminder(facts: MessageFacts): Wording {
  const { recipient } = facts;
  return {
    label: 'Nhắc trả lời đề xuất gia hạn',
    heading: 'Đề xuất ngày gia hạn chưa được trả lời',
    paragraphs: ['Đề xuất ngày gia hạn đối với nhiệm vụ dưới đây chưa được trả lời.', STANDS],
    rows: timeRows(facts),
    ask: `trân trọng đề nghị ${you(recipient)} trả lời: đồng ý, hoặc không đồng ý kèm lý do.`,
  };
}

/** To whoever offered it: the offer was not taken, the day holds. */
export function offerDeclined(facts: MessageFacts): Wording {
  const { directive, act, actBy } = facts;
  return {
    label: 'Không đồng ý đề xuất gia hạn',
    heading: 'Đề xuất gia hạn không được đồng ý',
    paragraphs: [
      `${actBy ?? leadWords(directive)} không đồng ý với ngày gia hạn được đề xuất; thời hạn hiện hành không thay đổi.`,
    ],
    rows: [...timeRows(facts), ...reasonRows('Lý do', act?.type === 'decline-offer' ? act.reason : undefined)],
    ask: toldOnly(facts),
  };
}

function toldOnly({ recipient }: MessageFacts): string {
  return `trân trọng gửi ${you(recipient)} để biết; thông báo này không yêu cầu trả lời.`;
}
