import { describe, expect, test } from '@jest/globals';
import {
  after,
  before,
  days,
  headOf,
  lead,
  policy,
  secretariat,
  supervisor,
  workingDays,
} from '../../dsl/policy/index.ts';
import type { TimedAct } from '../../dsl/rules/index.ts';
import { standard } from '../../policies/index.ts';
import type { TaskResult } from '../../rehearsal/rehearse.ts';
import { lead as byLead, office as byOffice, on } from '../support/acts.ts';
import { sketchNotice } from '../support/notice.ts';
import { rehearseOne, useSandbox } from '../support/sandbox.ts';

/*
 * The leanest workflow one can write by hand (one timer, one local activity a step, updates for acts) costs 30 events
 * and 9 billable actions for a directive done on time, 47 and 15 for one that runs late. Ours writes every act to the
 * register as well, by one local activity a wake. These figures may only fall.
 */
const LIMITS = {
  onTime: { events: 34, actions: 11 },
  late: { events: 50, actions: 16 },
};

const ladder = policy('do-chi-phi', 'Đo chi phí')
  .assign(lead)
  .remind(lead, before(days(15)), before(workingDays(5)), before(workingDays(1)))
  .escalate(headOf(lead), after(workingDays(1)))
  .escalate(supervisor, after(workingDays(5)))
  .close({ submittedBy: lead, approvedBy: secretariat });

/** Assign, acknowledge, one reminder, submit, approve, close. */
const onTime = [
  on('2025-02-25', { type: 'acknowledge', by: byLead }),
  on('2025-03-18', { type: 'submit-result', by: byLead, text: 'Báo cáo' }),
  on('2025-03-19', { type: 'approve', by: byOffice }),
];
/** Assign, three reminders, head, supervisor, submit, approve, close. */
const late = [
  on('2025-04-14', { type: 'submit-result', by: byLead, text: 'Báo cáo' }),
  on('2025-04-15', { type: 'approve', by: byOffice }),
];

const shared = useSandbox();

async function run(id: string, followed: typeof standard, acts: TimedAct[]): Promise<TaskResult> {
  const notice = sketchNotice(`${id}/TB`, '2025-02-24', [{ id, lead: 'Sở Nội vụ', due: '2025-03-31' }]);
  const result = await rehearseOne(shared.sandbox, notice, followed, acts);
  expect(result.differences).toEqual([]);
  return result;
}

const kinds = (result: TaskResult) => result.run.map((p) => p.kind);
const figures = ({ cost }: TaskResult) => `${cost.events} events, ${cost.actions} actions, ${cost.bytes} bytes`;

describe('what a directive costs Temporal', () => {
  test('done on time', async () => {
    const result = await run('dung-han', ladder, onTime);
    expect(kinds(result)).toEqual(['assignment', 'due-reminder', 'result-waiting', 'approved']);
    process.stderr.write(`  on time: ${figures(result)} (at most ${LIMITS.onTime.events}, ${LIMITS.onTime.actions})\n`);
    expect(result.cost.events).toBeLessThanOrEqual(LIMITS.onTime.events);
    expect(result.cost.actions).toBeLessThanOrEqual(LIMITS.onTime.actions);
  });

  test('late, up to the supervisor', async () => {
    const result = await run('tre-han', ladder, late);
    expect(kinds(result)).toEqual([
      ...['assignment', 'due-reminder', 'due-reminder', 'due-reminder'],
      ...['overdue', 'overdue', 'result-waiting', 'approved'],
    ]);
    process.stderr.write(`  late: ${figures(result)} (at most ${LIMITS.late.events}, ${LIMITS.late.actions})\n`);
    expect(result.cost.events).toBeLessThanOrEqual(LIMITS.late.events);
    expect(result.cost.actions).toBeLessThanOrEqual(LIMITS.late.actions);
  });

  test('the standard policy, whose further clocks (acknowledgement, silence, approval) each cost a timer', async () => {
    const [good, slow] = [await run('tieu-chuan-1', standard, onTime), await run('tieu-chuan-2', standard, late)];
    process.stderr.write(`  standard policy: on time ${figures(good)}; late ${figures(slow)}\n`);
    expect(good.cost.actions).toBeLessThanOrEqual(LIMITS.onTime.actions + 5);
    expect(slow.cost.actions).toBeLessThanOrEqual(LIMITS.late.actions + 12);
  });
});
