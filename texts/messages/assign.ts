import type { EventDay } from '../../dsl/rules/act.ts';
import type { Day } from '../../dsl/time/day.ts';
import { eventDayText } from '../event-date.ts';
import { capital, dayWithWeekday, formatDay, nameList } from '../format.ts';
import { oneLine } from '../plain-text.ts';
import { dueWords, eventPhrase, timeToDue, untilWords } from './due.ts';
import type { MessageFacts } from './facts.ts';
import { reasonRows } from './reason.ts';
import { timeRows } from './rows.ts';
import type { Wording } from './wording.ts';
import { audienceOf, isForLead, leadWords, noticeWords, originPlace, sentence, you } from './words.ts';

/** To the agency that leads: the directive is theirs from now on. */
export function assignment(facts: MessageFacts): Wording {
  const { directive, recipient } = facts;
  const partners = nameList(directive.cooperatingNames);
  const paragraphs = [
    sentence(
      `Theo ${noticeWords(directive)}, ${leadWords(directive)} được giao chủ trì thực hiện nhiệm vụ dưới đây`,
      partners === '' ? '' : `, phối hợp với ${partners}`,
    ),
  ];
  if (directive.origin) paragraphs.push(originWords(directive));
  if (timeToDue(facts).state === 'late') {
    paragraphs.push('Thời hạn ghi trong văn bản đã qua khi thông báo này được gửi.');
  }
  if (timeToDue(facts).state === 'none') {
    const event = eventPhrase(directive);
    paragraphs.push(
      event === undefined
        ? 'Văn bản không quy định thời hạn hoàn thành; tiến độ được theo dõi qua báo cáo của cơ quan chủ trì.'
        : `Thời hạn hoàn thành là “${event}”; ngày đến hạn sẽ được thông báo khi xác định được.`,
    );
  }
  const confirm = facts.acknowledgeBy === undefined ? '' : `chậm nhất hết ngày ${dayWithWeekday(facts.acknowledgeBy)}`;
  const until = untilWords(facts);
  return {
    label: 'Giao nhiệm vụ',
    heading: 'Giao nhiệm vụ',
    paragraphs,
    rows: timeRows(facts),
    ask: sentence(
      `trân trọng đề nghị ${you(recipient)} xác nhận đã nhận nhiệm vụ`,
      confirm,
      until === '' ? ', tổ chức thực hiện và báo cáo tiến độ' : `, tổ chức thực hiện và báo cáo kết quả ${until}`,
    ),
  };
}

/** Whoever had the former one hears of its end on its own; this says why there is a new one. */
function originWords(directive: MessageFacts['directive']): string {
  if (!directive.origin) return '';
  const { how, from } = directive.origin;
  const places = nameList(from.map((origin) => originPlace(directive, origin)));
  return how === 'split'
    ? `Nhiệm vụ này được tách từ nhiệm vụ tại ${places}.`
    : `Nhiệm vụ này nhập từ ${from.length > 1 ? 'các nhiệm vụ' : 'nhiệm vụ'} tại ${places}.`;
}

/** To those named beside the lead: agencies that take part, or readers who only need to know. */
export function copy(facts: MessageFacts): Wording {
  const { directive, recipient } = facts;
  const lead = leadWords(directive);
  const intro = `Theo ${noticeWords(directive)}, ${lead} được giao chủ trì thực hiện nhiệm vụ dưới đây`;
  if (audienceOf(recipient.role) === 'cooperating') {
    const until = untilWords(facts);
    return {
      label: 'Phối hợp thực hiện',
      heading: 'Phối hợp thực hiện nhiệm vụ',
      paragraphs: [sentence(intro, `; ${recipient.agencyName} được giao phối hợp`), originWords(directive)].filter(
        Boolean,
      ),
      rows: timeRows(facts),
      ask: sentence(
        `trân trọng đề nghị ${you(recipient)} xác nhận đã nhận thông báo và phối hợp với ${lead}`,
        until === '' ? 'thực hiện nhiệm vụ' : `hoàn thành nhiệm vụ ${until}`,
      ),
    };
  }
  return {
    label: 'Gửi để biết',
    heading: 'Thông tin giao nhiệm vụ',
    paragraphs: [sentence(intro)],
    rows: timeRows(facts),
    ask: `trân trọng gửi ${you(recipient)} để biết và theo dõi; thông báo này không yêu cầu trả lời.`,
  };
}

/** To those who work on it: another day holds, or none any more. */
export function deadlineChanged(facts: MessageFacts): Wording {
  const { directive, recipient, act, actBy, previousDue } = facts;
  const { due, dueTime } = directive;
  const event = act?.type === 'change-deadline' ? act.event : undefined;
  const gone = due === null || due === undefined;
  const by = actBy === undefined ? '' : `theo quyết định của ${actBy},`;
  const before =
    previousDue === undefined
      ? ''
      : previousDue === null
        ? '; trước đây không quy định thời hạn'
        : `, thay cho ngày ${formatDay(previousDue)}`;
  const change = gone
    ? 'nhiệm vụ dưới đây không còn quy định thời hạn thực hiện'
    : `thời hạn thực hiện nhiệm vụ dưới đây được điều chỉnh thành ${dueWords(due, dueTime)}`;
  const reason = act?.type === 'change-deadline' ? act.reason : '';
  const audience = audienceOf(recipient.role);
  const task =
    audience === 'cooperating'
      ? `phối hợp với ${leadWords(directive)} thực hiện nhiệm vụ`
      : 'tổ chức thực hiện nhiệm vụ';
  const until = untilWords(facts);
  const acts = isForLead(facts) || audience === 'cooperating';
  return {
    ...(event && !gone
      ? eventKnown(event, due, previousDue)
      : {
          label: gone ? 'Không còn quy định thời hạn' : 'Thay đổi thời hạn',
          heading: 'Thay đổi thời hạn thực hiện',
          paragraphs: [capital(sentence(by, change, before))],
        }),
    rows: [...timeRows(facts), ...reasonRows(event ? 'Căn cứ xác định ngày' : 'Lý do thay đổi', reason)],
    ask: acts
      ? sentence(`trân trọng đề nghị ${you(recipient)} ${task}`, until === '' ? 'và báo cáo tiến độ' : until)
      : `trân trọng gửi ${you(recipient)} để biết; thông báo này không yêu cầu trả lời.`,
  };
}

/** The event the deadline waited for has its day, or another one than was said before. */
function eventKnown(event: EventDay, due: Day, before: Day | null | undefined) {
  const first = before === undefined || before === null;
  const instead = first || before === due ? '' : `, thay cho ngày ${formatDay(before)}`;
  return {
    label: first ? 'Xác định thời hạn' : 'Xác định lại thời hạn',
    heading: first ? 'Xác định thời hạn thực hiện' : 'Xác định lại thời hạn thực hiện',
    paragraphs: [
      sentence(
        `${eventDayText({ ...event, words: oneLine(event.words) })}; thời hạn thực hiện nhiệm vụ dưới đây là ${dueWords(due)}`,
        instead,
      ),
    ],
  };
}
