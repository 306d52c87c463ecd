import { untilWords } from './due.ts';
import type { MessageFacts } from './facts.ts';
import { reasonRows } from './reason.ts';
import { timeRows } from './rows.ts';
import type { Wording } from './wording.ts';
import { audienceOf, leadWords, noticeWords, sentence, you } from './words.ts';

/* Another agency leads from now on; it has the assignment itself (`assign.ts`). */

/** To the agency that led until now: nothing more is asked of it. */
export function relieved(facts: MessageFacts): Wording {
  const { directive, recipient, actBy } = facts;
  return {
    label: 'Thôi chủ trì nhiệm vụ',
    heading: 'Thôi chủ trì thực hiện nhiệm vụ',
    paragraphs: [
      sentence(
        `Nhiệm vụ dưới đây, theo ${noticeWords(directive)}, được giao cho ${leadWords(directive)} chủ trì`,
        actBy === undefined ? '' : `theo quyết định của ${actBy}`,
        `; ${recipient.agencyName} thôi chủ trì từ khi có quyết định này`,
      ),
    ],
    rows: reasonRows('Lý do', reasonOf(facts)),
    ask: `trân trọng thông báo để ${you(recipient)} biết và bàn giao hồ sơ, kết quả đã thực hiện (nếu có) cho ${leadWords(directive)}; nhiệm vụ này không cần báo cáo thêm.`,
  };
}

/** To those named beside the lead: who leads now. */
export function leadChanged(facts: MessageFacts): Wording {
  const { directive, recipient, actBy } = facts;
  const lead = leadWords(directive);
  const until = untilWords(facts);
  return {
    label: 'Thay đổi cơ quan chủ trì',
    heading: 'Thay đổi cơ quan chủ trì thực hiện nhiệm vụ',
    paragraphs: [
      sentence(
        `Nhiệm vụ dưới đây, theo ${noticeWords(directive)}, từ nay do ${lead} chủ trì thực hiện`,
        actBy === undefined ? '' : `theo quyết định của ${actBy}`,
      ),
    ],
    rows: [...timeRows(facts), ...reasonRows('Lý do', reasonOf(facts))],
    ask:
      audienceOf(recipient.role) === 'cooperating'
        ? sentence(
            `trân trọng đề nghị ${you(recipient)} phối hợp với ${lead}`,
            until === '' ? 'thực hiện nhiệm vụ' : `hoàn thành nhiệm vụ ${until}`,
          )
        : `trân trọng gửi ${you(recipient)} để biết; thông báo này không yêu cầu trả lời.`,
  };
}

function reasonOf({ act }: MessageFacts): string {
  return act?.type === 'reassign' ? act.reason : '';
}
