import type { FactRow } from './content.ts';
import type { MessageFacts } from './facts.ts';
import { reasonRows } from './reason.ts';
import type { Wording } from './wording.ts';
import { audienceOf, dateOf, resultOf, sentence, taskWords, you } from './words.ts';

/** The result is taken: it is done. */
export function approved(facts: MessageFacts): Wording {
  const { directive, recipient, act, actBy, submittedAt } = facts;
  const rows: FactRow[] =
    submittedAt === undefined ? [] : [{ label: 'Gửi kết quả', value: `Ngày ${dateOf(submittedAt)}` }];
  return {
    label: 'Đã chấp thuận kết quả',
    heading: 'Kết quả thực hiện được chấp thuận',
    paragraphs: [
      sentence(
        resultOf(directive),
        'đã được chấp thuận',
        actBy === undefined ? '' : `theo ý kiến của ${actBy}`,
        '; nhiệm vụ kết thúc theo dõi',
      ),
    ],
    rows: [...rows, ...reasonRows('Ý kiến', act?.type === 'approve' ? act.note : undefined)],
    ask: thanks(facts, `trân trọng thông báo để ${you(recipient)} biết`),
  };
}

function thanks(facts: MessageFacts, told: string): string {
  const audience = audienceOf(facts.recipient.role);
  return audience === 'lead' || audience === 'head' || audience === 'cooperating'
    ? `${told} và cảm ơn sự phối hợp; nhiệm vụ này không cần báo cáo thêm.`
    : `${told}; thông báo này không yêu cầu trả lời.`;
}

export const CANCEL_REASON = 'Lý do hủy';

/** It is called off; nothing more is asked. */
export function cancelled(facts: MessageFacts): Wording {
  const { directive, recipient, act, actBy } = facts;
  return {
    label: 'Hủy nhiệm vụ',
    heading: 'Hủy nhiệm vụ',
    paragraphs: [
      sentence(
        taskWords(directive),
        'đã được hủy',
        actBy === undefined ? '' : `theo quyết định của ${actBy}`,
        'và không còn được theo dõi, đôn đốc',
      ),
    ],
    rows: reasonRows(CANCEL_REASON, act?.type === 'cancel' ? act.reason : undefined),
    ask: `trân trọng thông báo để ${you(recipient)} biết; nhiệm vụ này không cần báo cáo thêm.`,
  };
}
