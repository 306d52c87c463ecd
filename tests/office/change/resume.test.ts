import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  after,
  before,
  headOf,
  lead,
  policy,
  secretariat,
  supervisor,
  workingDays,
} from '../../../dsl/policy/index.ts';
import type { State } from '../../../dsl/rules/index.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { dayOf, instantAt } from '../../../dsl/time/day.ts';
import { applyChange } from '../../../office/change/apply-change.ts';
import { calendarInForce } from '../../../office/change/calendar-in-force.ts';
import {
  applyCalendarChange,
  planCalendarChange,
  previewCalendarChange,
} from '../../../office/change/change-calendar.ts';
import {
  applyMigration,
  comparedToRunning,
  planMigration,
  previewMigration,
} from '../../../office/change/migrate-policy.ts';
import { issueNotice } from '../../../office/issue.ts';
import { shippedRules } from '../../../policies/index.ts';
import { openSandbox, type Sandbox } from '../../../rehearsal/sandbox.ts';
import { standInDirectory } from '../../../rehearsal/stand-in-directory.ts';
import { prepareRuns, type TaskRun } from '../../../rehearsal/task-runs.ts';
import { STATE_QUERY } from '../../../workflows/contract.ts';
import { sketchNotice } from '../../support/notice.ts';
import { testSeal } from '../../support/seal.ts';
import { openTestTemporal, type TestTemporal } from '../../support/temporal.ts';

/* The office's commands over several running directives, in the order of a working year. */

const ISSUED = '2025-02-24';
const issuedAt = instantAt(ISSUED, 8 * 60);
const now = instantAt('2025-03-03', 9 * 60);

const first = sketchNotice('21/TB', ISSUED, [
  { id: 'I.1', lead: 'Sở Nội vụ', due: '2025-03-14' },
  { id: 'I.2', lead: 'Sở Y tế', due: '2025-04-30' },
  { id: 'I.3', lead: 'Sở Tư pháp', due: '2025-03-31' },
]);
const later = sketchNotice('22/TB', ISSUED, [{ id: 'I.1', lead: 'Sở Nội vụ', due: '2025-03-31' }]);

/** Small, so that checking it takes no time to speak of; not proved, as it forgets what has no date. */
const small = policy('nho', 'Quy trình nhỏ')
  .assign(lead)
  .remind(lead, before(workingDays(5)))
  .escalate(headOf(lead), after(workingDays(1)))
  .escalate(supervisor, after(workingDays(5)))
  .close({ submittedBy: lead, approvedBy: secretariat });
const override = { reason: 'Lãnh đạo đồng ý', by: 'Phạm Hồng Loan' };

/** Two days of the week before 14 March become days off, a Saturday is worked for one of them. */
const edition = {
  source: '999/VPCP-KGVX ngày 15/01/2026',
  calendar: {
    ...civilServants,
    version: '2026-01-15',
    off: [...civilServants.off, '2025-03-11', '2025-03-12'].sort(),
    worked: [...civilServants.worked, '2025-03-15'].sort(),
  },
};

let temporal: TestTemporal;
let sandbox: Sandbox;
let runs: TaskRun[];

beforeAll(async () => {
  temporal = await openTestTemporal();
  sandbox = await openSandbox({
    temporal: { connection: { address: temporal.address }, namespace: temporal.namespace },
    calendar: civilServants,
    directory: standInDirectory([first, later]),
    senders: [],
    seal: testSeal,
  });
  runs = await prepareRuns(sandbox, [first], { rules: shippedRules, policy: small, issuedAt });
  for (const { runner } of runs) {
    await runner.start();
    await runner.goTo(now);
  }
});
afterAll(async () => {
  await sandbox.close();
  await temporal.close();
});

const stateOf = (workflowId: string) => temporal.client.workflow.getHandle(workflowId).query<State>(STATE_QUERY);

describe('a new edition of the calendar', () => {
  test('is previewed without a trace', async () => {
    const change = await planCalendarChange(sandbox.register, edition);
    const affected = await previewCalendarChange(sandbox.register, change, now);
    const moved = affected.find((a) => a.directive.localId === 'I.1')?.moved ?? [];
    const days = moved.map((m) => [m.before && dayOf(m.before), m.after && dayOf(m.after)]);
    // Five working days before 14 March: two of them are off now.
    expect(days).toContainEqual(['2025-03-07', '2025-03-05']);
    expect(await calendarInForce(sandbox.register)).toEqual(civilServants);
    for (const { runner } of runs) expect((await stateOf(runner.directive.workflowId)).terms).toBeUndefined();
  });

  test('cut short, the same command goes on with the rest', async () => {
    const { directives } = await planCalendarChange(sandbox.register, edition);
    expect(directives).toHaveLength(3);
    const { calendar } = edition;
    const act = { type: 'change-terms', by: { party: 'secretariat' }, reason: 'Lịch mới', calendar } as const;
    // As a process that died left it: one changed and told, one changed by Temporal alone.
    await applyChange(sandbox, directives.slice(0, 1), act, 'calendar/cut');
    const rest = await planCalendarChange(sandbox.register, edition);
    expect(rest.directives.map((d) => d.id)).toEqual(directives.slice(1).map((d) => d.id));
    const heard: number[] = [];
    const applied = await applyCalendarChange(sandbox.register, sandbox.client, rest, (done) => heard.push(done));
    expect([...applied.changed].sort()).toEqual(rest.directives.map((d) => d.id).sort());
    expect(heard).toEqual([1, 2]);
    for (const { runner } of runs) {
      expect((await stateOf(runner.directive.workflowId)).terms?.calendar).toEqual(calendar);
    }
    const nothing = await planCalendarChange(sandbox.register, edition);
    expect(nothing.directives).toEqual([]);
  });

  test('both plans and the edition of before are kept with the directive', async () => {
    const view = await sandbox.register.directives.show(runs[0]?.runner.directive.id ?? '');
    const event = view?.events.find((e) => e.act?.act.type === 'change-terms');
    expect(event?.plan?.previousCalendar).toEqual({ id: civilServants.id, version: civilServants.version });
    expect(event?.plan?.moved?.length).toBeGreaterThan(0);
    expect(event?.posts).toEqual([]);
  });

  test('new directives follow it from the first', async () => {
    const options = {
      ...{ register: sandbox.register, client: sandbox.client, taskQueue: sandbox.taskQueue },
      ...{ calendar: civilServants, issuedAt: now, clockOffsetMs: now - Date.now(), rules: shippedRules },
      ...{ policy: small, override },
    };
    const { directives } = await issueNotice(later, options);
    expect(directives[0]?.calendar.version).toBe(edition.calendar.version);
  });

  test('an older one, another one and the same one with other days are refused', async () => {
    const change = (calendar: Partial<typeof civilServants>) =>
      planCalendarChange(sandbox.register, { ...edition, calendar: { ...edition.calendar, ...calendar } });
    await expect(change({ version: '2025-12-26' })).rejects.toThrow(/cũ hơn lịch đang dùng \(15\/01\/2026\)/);
    await expect(change({ id: 'lich-khac' })).rejects.toThrow(/lịch đang dùng là vn-cong-chuc/);
    await expect(change({ off: [] })).rejects.toThrow(/đã có với nội dung khác/);
  });
});

describe('another edition of a policy', () => {
  const shorter = {
    ...small,
    name: 'Quy trình nhỏ, bản gọn',
    escalate: small.escalate.filter((r) => r.to !== 'supervisor'),
  };

  test('running directives keep theirs until the command; then both plans are kept', async () => {
    const grounded = { ...small, because: { source: 'QĐ 1/2020/QĐ-UBND' } };
    expect((await planMigration(sandbox.register, grounded, {})).directives).toEqual([]);
    const planned = await planMigration(sandbox.register, shorter, {});
    expect(planned.directives.length).toBe(4);
    expect(comparedToRunning(planned)).toMatchObject([
      { policy: small, directives: 4, compared: { verdict: 'refuted', property: 'due', role: 'supervisor' } },
    ]);
    const affected = await previewMigration(sandbox.register, planned, now);
    expect(affected.map((a) => a.moved.map((m) => [m.to, m.after]))).toEqual(Array(4).fill([['supervisor', null]]));
    const one = await planMigration(sandbox.register, shorter, { directiveId: planned.directives[0]?.id ?? '' });
    const words = { reason: 'Thử bản gọn', override };
    await applyMigration(sandbox.client, sandbox.register, one, words);
    const rest = await planMigration(sandbox.register, shorter, {});
    expect(rest.directives).toHaveLength(3);
    const view = await sandbox.register.directives.show(one.directives[0]?.id ?? '');
    expect(view?.directive.policy).toEqual(shorter);
    const event = view?.events.find((e) => e.act?.act.type === 'change-terms' && e.act.act.policy);
    expect(event?.act?.act).toMatchObject({ reason: words.reason, override: override.reason });
    expect(view?.overrides).toMatchObject([{ ...override, policy: { id: small.id, name: shorter.name } }]);
    expect(view?.overrides[0]?.unproved).toContainEqual({
      name: 'overdue-reaches-head-and-supervisor',
      verdict: 'refuted',
    });
    expect(event?.plan?.previousPolicy).toEqual(small);
    await expect(applyMigration(sandbox.client, sandbox.register, rest, {})).rejects.toThrow(/bị kiểm chứng là sai/);
    expect((await planMigration(sandbox.register, shorter, {})).directives).toHaveLength(3);
    // And back again: an edition can return.
    const back = await planMigration(sandbox.register, small, {});
    expect(back.directives.map((d) => d.id)).toEqual(one.directives.map((d) => d.id));
    expect((await applyMigration(sandbox.client, sandbox.register, back, words)).changed).toHaveLength(1);
    expect((await applyMigration(sandbox.client, sandbox.register, one, words)).changed).toHaveLength(1);
  });
});
