import { dayWithWeekday, nameList } from '../format.ts';
import { oneLine } from '../plain-text.ts';
import { untilWords } from './due.ts';
import type { MessageFacts } from './facts.ts';
import { reasonRows } from './reason.ts';
import { timeRows } from './rows.ts';
import type { Wording } from './wording.ts';
import { audienceOf, isForLead, leadWords, originPlace, sentence, taskWords, you } from './words.ts';

/* What the office changes about a directive while it runs. */

/** It stands still for now, to some day where one was named. */
export function suspended(facts: MessageFacts): Wording {
  const { directive, recipient, act, actBy } = facts;
  const until =
    act?.type === 'suspend' && act.until !== undefined ? `, dự kiến đến ngày ${dayWithWeekday(act.until)}` : '';
  return {
    label: 'Tạm hoãn nhiệm vụ',
    heading: 'Tạm hoãn thực hiện nhiệm vụ',
    paragraphs: [
      sentence(taskWords(directive), 'được tạm hoãn', actBy === undefined ? '' : `theo quyết định của ${actBy}`, until),
      'Thời gian tạm hoãn không tính vào thời hạn; khi tiếp tục thực hiện, thời hạn được lùi tương ứng.',
    ],
    rows: reasonRows('Lý do tạm hoãn', act?.type === 'suspend' ? act.reason : undefined),
    ask: toldOnly(recipient),
  };
}

/** To the office: it still stands still; whether it should. */
export function suspensionReview(facts: MessageFacts): Wording {
  const { directive, recipient } = facts;
  return {
    label: 'Nhiệm vụ đang tạm hoãn',
    heading: 'Nhiệm vụ vẫn đang tạm hoãn',
    paragraphs: [sentence(taskWords(directive), 'vẫn đang tạm hoãn và chưa được đôn đốc trở lại')],
    rows: timeRows(facts),
    ask: `trân trọng đề nghị ${you(recipient)} xem xét: cho tiếp tục thực hiện, hoặc giữ tạm hoãn.`,
  };
}

/** It goes on, its deadline moved by as many days as it stood still: by none, where it was resumed the same day. */
export function resumed(facts: MessageFacts): Wording {
  const { directive, recipient, act, previousDue } = facts;
  const until = untilWords(facts);
  const moved = previousDue === undefined || previousDue !== directive.due;
  return {
    label: 'Tiếp tục thực hiện',
    heading: 'Tiếp tục thực hiện nhiệm vụ',
    paragraphs: [
      sentence(taskWords(directive), 'được tiếp tục thực hiện'),
      ...(until === ''
        ? []
        : [moved ? 'Thời hạn đã được lùi bằng thời gian tạm hoãn.' : 'Thời hạn thực hiện không thay đổi.']),
    ],
    rows: [...timeRows(facts), ...reasonRows('Ý kiến', act?.type === 'resume' ? act.note : undefined)],
    ask: isForLead(facts)
      ? sentence(`trân trọng đề nghị ${you(recipient)} tiếp tục thực hiện nhiệm vụ`, until)
      : toldOnly(recipient),
  };
}

/** What was told before was wrong: the words as they should have been. */
export function corrected(facts: MessageFacts): Wording {
  const { recipient, act } = facts;
  return {
    label: 'Đính chính nội dung',
    heading: 'Đính chính nội dung nhiệm vụ',
    paragraphs: ['Nội dung đã thông báo trước đây về nhiệm vụ dưới đây có sai sót và được đính chính như sau.'],
    rows: [...timeRows(facts), ...reasonRows('Lý do đính chính', act?.type === 'correct' ? act.reason : undefined)],
    ask: isForLead(facts)
      ? sentence(`trân trọng đề nghị ${you(recipient)} thực hiện theo nội dung đính chính`, untilWords(facts))
      : toldOnly(recipient),
  };
}

/** Others are merged into it: their words stand beside its own, and whoever took part in them takes part in this one. */
export function absorbed(facts: MessageFacts): Wording {
  const { directive, recipient, act } = facts;
  const from = directive.origin?.from ?? [];
  const places = nameList(from.map((origin) => originPlace(directive, origin)));
  const partners = nameList(directive.cooperatingNames);
  const joins = audienceOf(recipient.role) === 'cooperating';
  const lead = leadWords(directive);
  const until = untilWords(facts);
  return {
    label: 'Nhập thêm nhiệm vụ',
    heading: 'Nhập thêm nhiệm vụ',
    paragraphs: [
      sentence(
        taskWords(directive),
        `nhận thêm ${from.length > 1 ? 'các nhiệm vụ' : 'nhiệm vụ'} tại ${places}; nội dung thực hiện gồm cả phần được nhập vào`,
      ),
      ...(partners === '' ? [] : [sentence(`Cơ quan phối hợp: ${partners}`)]),
    ],
    rows: [
      ...timeRows(facts),
      ...from.flatMap((o) => reasonRows(`Nhập từ ${originPlace(directive, o)}`, o.text)),
      ...reasonRows('Lý do', act?.type === 'absorb' ? act.reason : undefined),
    ],
    ask: joins
      ? sentence(
          `trân trọng đề nghị ${you(recipient)} phối hợp với ${lead}`,
          until === '' ? 'thực hiện nhiệm vụ' : `hoàn thành nhiệm vụ ${until}`,
        )
      : isForLead(facts)
        ? sentence(
            `trân trọng đề nghị ${you(recipient)} tổ chức thực hiện cả phần được nhập vào`,
            until === '' ? 'và báo cáo tiến độ' : until,
          )
        : toldOnly(recipient),
  };
}

/** Something else takes its place; it is followed no more. */
export function superseded(facts: MessageFacts): Wording {
  const { directive, recipient, act } = facts;
  const by = act?.type === 'supersede' ? `bằng ${act.successor}` : '';
  return {
    label: 'Nhiệm vụ được thay thế',
    heading: 'Nhiệm vụ được thay thế',
    paragraphs: [sentence(taskWords(directive), 'được thay thế', by, 'và kết thúc theo dõi')],
    rows: reasonRows('Lý do thay thế', act?.type === 'supersede' ? act.reason : undefined),
    ask: `trân trọng thông báo để ${you(recipient)} biết; nhiệm vụ này không cần báo cáo thêm.`,
  };
}

/** It goes on as several. */
export function split(facts: MessageFacts): Wording {
  return taken(facts, 'Tách nhiệm vụ', 'được tách thành');
}

/** It goes on within another. */
export function merged(facts: MessageFacts): Wording {
  return taken(facts, 'Nhập nhiệm vụ', 'được nhập vào');
}

/** Other directives take its place: their own leads and partners hear of those on their own. */
function taken({ directive, recipient, act }: MessageFacts, title: string, how: string): Wording {
  const [successor, reason] = act?.type === 'supersede' ? [act.successor, act.reason] : ['nhiệm vụ khác', undefined];
  return {
    label: title,
    heading: title,
    paragraphs: [
      sentence(taskWords(directive), how, oneLine(successor)),
      'Nhiệm vụ này kết thúc theo dõi, không cần báo cáo thêm; việc tiếp tục thực hiện theo nhiệm vụ nêu trên.',
    ],
    rows: reasonRows('Lý do', reason),
    ask: `trân trọng thông báo để ${you(recipient)} biết; cơ quan được giao nhiệm vụ nêu trên nhận thông báo riêng.`,
  };
}

function toldOnly(recipient: MessageFacts['recipient']): string {
  return `trân trọng gửi ${you(recipient)} để biết; thông báo này không yêu cầu trả lời.`;
}
