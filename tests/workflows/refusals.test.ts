import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Policy } from '../../dsl/policy/index.ts';
import { ACTS } from '../../dsl/rules/acts/index.ts';
import { ACT_TYPES, type Act, type TimedAct } from '../../dsl/rules/index.ts';
import { addDays, type Day } from '../../dsl/time/day.ts';
import { standard } from '../../policies/index.ts';
import type { TaskResult } from '../../rehearsal/rehearse.ts';
import { lead, office, on } from '../support/acts.ts';
import { sketchNotice } from '../support/notice.ts';
import { rehearseOne, useSandbox } from '../support/sandbox.ts';

/* What the real Temporal answers where an act is not taken: at once, with the reason, and without a trace. */

const shared = useSandbox();
const head = { party: 'lead', head: true } as const;
const cooperating = { party: 'cooperating' } as const;
const reason = 'Theo đề nghị';

const twice: Policy = { ...standard, close: { ...standard.close, endorsedBy: 'headOf(lead)' } };

/** One life in order; an act with words beside it is refused with them. */
const STORY: readonly (readonly [Act, RegExp?])[] = [
  [{ type: 'resume', by: office }, /không.*tạm hoãn/i],
  [{ type: 'acknowledge', by: lead }],
  [{ type: 'acknowledge', by: lead }, /đã xác nhận/],
  [{ type: 'report-progress', by: lead, text: ' ' }, /nội dung/],
  [{ type: 'report-progress', by: lead, text: 'x', percent: 101 }, /0 đến 100/],
  [{ type: 'note', by: office, text: '' }, /nội dung/],
  [{ type: 'withdraw-result', by: lead }, /Chưa có kết quả/],
  [{ type: 'endorse', by: head }, /Chưa có kết quả/],
  [{ type: 'approve', by: office }, /Chưa có kết quả/],
  [{ type: 'return', by: office, reason }, /Chưa có kết quả/],
  [{ type: 'change-deadline', by: lead, due: '2025-06-30', reason }, /không được thay đổi thời hạn/],
  [{ type: 'change-deadline', by: office, due: '2025-04-30', reason }, /trùng với hạn/],
  [{ type: 'ask-extension', by: office, due: '2025-05-20', reason }, /không được đề nghị gia hạn/],
  [{ type: 'ask-extension', by: lead, due: '2025-12-31', reason }, /30\/05\/2025/],
  [{ type: 'grant-extension', by: office }, /Không có đề nghị gia hạn/],
  [{ type: 'ask-extension', by: lead, due: '2025-05-20', reason }],
  [{ type: 'ask-extension', by: lead, due: '2025-05-21', reason }, /Đang có một đề nghị/],
  [{ type: 'reject-extension', by: office, reason: '' }, /lý do/],
  [{ type: 'accept-offer', by: lead }, /Không có ngày/],
  [{ type: 'decline-offer', by: lead, reason }, /Không có ngày/],
  [{ type: 'offer-extension', by: cooperating, due: '2025-05-10', reason }, /không được đề xuất/],
  [{ type: 'offer-extension', by: office, due: '2025-05-10', reason }],
  [{ type: 'grant-extension', by: office }, /Đã đề xuất ngày gia hạn khác/],
  [{ type: 'decline-offer', by: lead, reason: 'Không đủ' }],
  [{ type: 'explain', by: lead, text: reason }, /Không có yêu cầu giải trình/],
  [{ type: 'ask-explanation', by: lead, due: '2025-04-20', text: reason }, /không được yêu cầu giải trình/],
  [{ type: 'ask-explanation', by: office, due: '2025-04-20', text: reason }],
  [{ type: 'accept-explanation', by: office }, /Chưa có giải trình/],
  [{ type: 'reject-explanation', by: office, reason }, /Chưa có giải trình/],
  [{ type: 'withdraw-explanation-request', by: { party: 'issuer' } }, /Chỉ bên đã yêu cầu/],
  [{ type: 'withdraw-explanation-request', by: office }],
  [{ type: 'ask-explanation', by: office, due: '2025-04-22', text: reason }],
  [{ type: 'explain', by: lead, text: 'Chờ góp ý' }],
  [{ type: 'explain', by: lead, text: 'Chờ góp ý' }, /Đã gửi giải trình/],
  [{ type: 'accept-explanation', by: office, note: 'Được' }],
  [{ type: 'adjust', by: office }, /Cần ghi ngày nhắc/],
  [{ type: 'adjust', by: office, remindOn: '2025-02-01' }, /01\/02\/2025\) đã qua/],
  [{ type: 'correct', by: office, reason }, /Cần ghi nội dung/],
  [{ type: 'correct', by: lead, reason, text: 'x' }, /không được đính chính/],
  [{ type: 'reassign', by: office, lead: [], reason }, /đơn vị/],
  [{ type: 'suspend', by: office, reason, until: '2025-02-01' }, /đã qua/],
  [{ type: 'suspend', by: office, reason }],
  [{ type: 'submit-result', by: lead, text: 'Tờ trình' }, /tạm hoãn/],
  [{ type: 'absorb', by: office, from: ['khac'], joining: [], reason }, /tạm hoãn/],
  [{ type: 'resume', by: lead }, /không được cho tiếp tục/],
  [{ type: 'resume', by: office }],
  [{ type: 'submit-result', by: lead, text: 'Tờ trình' }],
  [{ type: 'submit-result', by: lead, text: 'Tờ trình' }, /chờ duyệt/],
  [{ type: 'approve', by: office }, /chưa được người đứng đầu/],
  [{ type: 'endorse', by: lead }, /không được đồng ý trình/],
  [{ type: 'endorse', by: head }],
  [{ type: 'endorse', by: head }, /đã được đồng ý trình/],
  [{ type: 'return', by: office, reason: ' ' }, /lý do/],
  [{ type: 'supersede', by: office, successor: '', reason }, /thay thế/],
  [{ type: 'import', by: office, status: 'assigned', assignedAt: 0, source: 'bang.csv, dòng 2' }, /đã được giao/],
  [{ type: 'change-terms', by: office, reason, policy: twice }, /đã theo đúng/],
  [{ type: 'change-terms', by: office, reason, policy: { ...twice, name: 'Bản mới' } }],
  [{ type: 'cancel', by: lead, reason }, /không được hủy/],
  [{ type: 'cancel', by: office, reason }],
  [{ type: 'note', by: office, text: 'Muộn' }, /đã kết thúc/],
];

/** One a day: the whole story before its deadline. */
const days: Day[] = STORY.map((_, i) => addDays('2025-02-25', i));
const acts: TimedAct[] = STORY.map(([act], i) => on(days[i] ?? '', act));

describe('acts that are not taken, on the real Temporal', () => {
  let result: TaskResult;
  beforeAll(async () => {
    const sketch = { id: 'I.1', lead: 'Sở Nội vụ', cooperating: ['Sở Tài chính'], due: '2025-04-30' };
    result = await rehearseOne(shared.sandbox, sketchNotice('71/TB-TC', '2025-02-24', [sketch]), twice, acts);
  });

  test('each is refused with its reason', () => {
    const expected = STORY.filter(([, why]) => why);
    expect(result.refused.map((r) => r.act.act.type)).toEqual(expected.map(([act]) => act.type));
    for (const [i, [act, why]] of expected.entries()) {
      expect(`${act.type}: ${result.refused[i]?.reason}`).toMatch(why ?? /^$/);
    }
    expect(new Set(expected.map(([act]) => act.type))).toEqual(new Set(Object.keys(ACTS)));
  });

  test('every act of the table is taken somewhere too', () => {
    // One by one in `rehearsal/rehearse.test.ts`; by the office's commands in `change`, `office/import.test.ts` and
    // `succession/merge.test.ts`.
    expect(new Set(Object.keys(ACTS))).toEqual(new Set([...ACT_TYPES, 'change-terms', 'import', 'absorb']));
  });

  test('and leaves no event: the log holds those that were taken, and the life is the model’s', () => {
    const taken = STORY.filter(([, why]) => !why).map(([act]) => act.type);
    expect(result.view.events.flatMap((e) => (e.act ? [e.act.act.type] : []))).toEqual(taken);
    expect(result.differences).toEqual([]);
  });
});
