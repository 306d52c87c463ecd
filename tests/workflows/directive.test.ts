import { beforeAll, describe, expect, test } from '@jest/globals';
import type { TimedAct } from '../../dsl/rules/index.ts';
import { instantAt } from '../../dsl/time/day.ts';
import { shippedRules } from '../../policies/index.ts';
import { rehearse, type TaskResult } from '../../rehearsal/rehearse.ts';
import { standInDirectory } from '../../rehearsal/stand-in-directory.ts';
import { lead, office, on } from '../support/acts.ts';
import { sketchNotice } from '../support/notice.ts';
import { useSandbox } from '../support/sandbox.ts';

const ISSUED = '2025-02-24';
const notice = sketchNotice('112/TB-VP', ISSUED, [
  { id: 'II.1', lead: 'Sở Nội vụ', cooperating: ['Sở Tài chính'], due: '2025-03-31' },
  { id: 'II.2', lead: 'Sở Xây dựng', due: '2025-03-14' },
  { id: 'II.3', lead: 'Sở Y tế', due: null },
  { id: 'II.4', lead: 'Sở Tư pháp', due: '2025-02-24', recurrence: 'FREQ=MONTHLY;BYMONTHDAY=24' },
  { id: 'II.5', lead: 'Sở Công Thương', due: '2025-06-30' },
  { id: 'II.6', lead: 'Sở Du lịch', cooperating: ['Sở Tài chính', 'Sở Y tế'], due: '2025-03-14' },
]);

const standIns = standInDirectory([notice]);
const shared = useSandbox(standIns);
function agencyId(name: string): string {
  return standIns.agencies.find((a) => a.name === name)?.id ?? '';
}

const acts: Record<string, TimedAct[]> = {
  'II.1': [
    on('2025-02-25', { type: 'acknowledge', by: lead }),
    on('2025-03-20', { type: 'submit-result', by: lead, text: 'Tờ trình' }),
    on('2025-03-21', { type: 'return', by: office, reason: 'Thiếu phụ lục' }),
    on('2025-03-27', { type: 'submit-result', by: lead, text: 'Tờ trình và phụ lục' }),
    on('2025-03-28', { type: 'approve', by: office }),
  ],
  'II.6': [
    on('2025-02-26', { type: 'acknowledge', by: { party: 'cooperating', agency: agencyId('Sở Tài chính') } }),
    on('2025-03-05', {
      ...{ type: 'report-progress', by: lead, percent: 40, text: 'Đã có dự thảo' },
      blockedBy: 'Sở Y tế',
    }),
  ],
  'II.5': [
    on('2025-03-03', { type: 'approve', by: office }),
    on('2025-03-10', { type: 'change-deadline', by: office, due: '2025-07-31', reason: 'Chờ hướng dẫn' }),
    on('2025-03-11', { type: 'cancel', by: office, reason: 'Nhiệm vụ đã chuyển cơ quan khác' }),
  ],
};

describe('directives on the real Temporal, in virtual time', () => {
  let results: readonly TaskResult[];
  beforeAll(async () => {
    ({ results } = await rehearse(shared.sandbox, [notice], {
      rules: shippedRules,
      issuedAt: instantAt(ISSUED, 8 * 60),
      acts: (task) => acts[task.draft.id] ?? [],
    }));
  });

  test('every task went as it was previewed, to the last step', () => {
    expect(results.flatMap((p) => p.differences)).toEqual([]);
    expect(results.map((p) => p.run.length)).toEqual(results.map((p) => p.planned.length));
    expect(results.filter((p) => p.task.draft.id === 'II.4')).toHaveLength(10);
  });

  test('an operator who asks where one waits is told the place in its workflow', async () => {
    const silent = results.find((p) => p.task.draft.id === 'II.2')?.view.directive;
    const asked = shared.client.workflow.getHandle(silent?.workflowId ?? '').query<string>('__stack_trace');
    expect(await asked).toMatch(/at (sleep|directive|live) \(.*workflows.directive\.ts:\d+/);
  });

  test('closed ones are closed, silent ones have nothing more to do', () => {
    const standing = (id: string) => results.find((p) => p.task.draft.id === id)?.view.directive;
    expect(standing('II.1')).toMatchObject({ status: 'approved', nextWake: null });
    expect(standing('II.5')).toMatchObject({ status: 'cancelled', nextWake: null, due: '2025-07-31' });
    expect(standing('II.2')).toMatchObject({ status: 'assigned', nextWake: null, closedAt: null });
    expect(standing('II.3')).toMatchObject({ status: 'assigned', nextWake: null, due: null });
  });

  test('a refused act says why and leaves no event', () => {
    const cancelled = results.find((p) => p.task.draft.id === 'II.5');
    expect(cancelled?.refused.map((r) => r.reason)).toEqual(['Chưa có kết quả nào được trình để duyệt hoặc trả lại.']);
    expect(cancelled?.view.events.flatMap((e) => (e.act ? [e.act.act.type] : []))).toEqual([
      'change-deadline',
      'cancel',
    ]);
  });

  test('every message in the ledger stands for a step, a person and a channel, once', () => {
    for (const { view, run } of results) {
      const keys = view.messages.map((m) => `${m.postKey} ${m.personId} ${m.channel}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(view.messages.map((m) => m.postKey))).toEqual(new Set(run.map((p) => p.key)));
    }
  });

  test('an escalation says what the lead reported, and which partner has not been heard from', () => {
    const messages = results.find((p) => p.task.draft.id === 'II.6')?.view.messages ?? [];
    const toHead = messages.find((m) => m.kind === 'overdue' && m.role === 'headOf(lead)');
    expect(toHead?.content?.facts).toEqual(
      expect.arrayContaining([
        { label: 'Tiến độ', value: 'Ngày 05/03/2025 (40 %): Đã có dự thảo' },
        { label: 'Vướng mắc', value: 'Do Sở Y tế' },
        { label: 'Chưa có ý kiến', value: 'Sở Y tế (phối hợp)' },
      ]),
    );
  });
});
