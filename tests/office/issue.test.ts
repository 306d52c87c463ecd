import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Policy } from '../../dsl/policy/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { instantAt } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { type IssueOptions, issueNotice } from '../../office/issue.ts';
import { planOf } from '../../office/plan.ts';
import { directiveDraftOf, noticeDraftOf, partyIn, tasksOfNotice } from '../../office/registration.ts';
import { startDirective, startSeries } from '../../office/start.ts';
import { recurringReport, shippedRules } from '../../policies/index.ts';
import { openRegister, type Register } from '../../register/index.ts';
import { standInDirectory } from '../../rehearsal/stand-in-directory.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { sketchNotice } from '../support/notice.ts';
import { openTestTemporal, type TestTemporal } from '../support/temporal.ts';

const DAY = '2025-02-24';
const issuedAt = instantAt(DAY, 8 * 60);

let temporal: TestTemporal;
let folder: string;
let register: Register;

beforeAll(async () => {
  temporal = await openTestTemporal();
});
afterAll(() => temporal.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-issue-'));
  register = await openRegister({
    file: join(folder, 'register.db'),
    compose: composeMessage,
    mailDomain: 'x.invalid',
  });
});
afterEach(async () => {
  await register.close();
  await rm(folder, { recursive: true });
});

const notice = () =>
  sketchNotice(`${randomUUID().slice(0, 8)}/TB`, DAY, [
    { id: 'I.1', lead: 'Sở Nội vụ', due: '2025-03-14' },
    { id: 'I.2', lead: 'Sở Y tế', due: '2025-04-30' },
    { id: 'I.3', lead: 'Sở Tư pháp', due: null },
  ]);

const options = (): IssueOptions => ({
  register,
  client: temporal.client,
  calendar: civilServants,
  issuedAt,
  clockOffsetMs: issuedAt - Date.now(),
  taskQueue: `none-${randomUUID()}`,
  rules: shippedRules,
});

const running = async (id: string) =>
  (await temporal.client.workflow.getHandle(`directive/${id}`).describe()).status.name;

describe('issuing a notice', () => {
  test('cut short between register and temporal, it goes on where it stopped', async () => {
    const read = notice();
    await register.directory.import(standInDirectory([read]));
    // As a crash leaves it: everything registered, one of three started.
    const party = partyIn(await register.directory.current(), DAY);
    const drafts = tasksOfNotice(read, options()).map((t) => directiveDraftOf(t, issuedAt, civilServants, party));
    const { directives } = await register.notices.register(noticeDraftOf(read), drafts);
    const [first] = directives;
    if (!first) throw new Error('nothing registered');
    await register.directives.markStarted(first.id);

    const { resumed } = await issueNotice(read, options());
    expect(resumed).toBe(true);
    expect((await register.directives.list()).map((d) => d.issueState)).toEqual(['started', 'started', 'started']);
    await expect(running(first.id)).rejects.toThrow(/not found/);
    for (const d of directives.slice(1)) expect(await running(d.id)).toBe('RUNNING');

    await expect(issueNotice(read, options())).rejects.toThrow(/đã được giao/);
  });

  test('a workflow that runs already is left alone: Temporal knew, the register did not', async () => {
    const read = notice();
    await register.directory.import(standInDirectory([read]));
    await issueNotice(read, options());
    const [one] = await register.directives.list();
    const issued = one && (await register.notices.find(one.noticeId));
    if (!issued) throw new Error('nothing registered');
    const { runId } = await temporal.client.workflow.getHandle(one.workflowId).describe();
    await startDirective(options(), issued, one);
    expect((await temporal.client.workflow.getHandle(one.workflowId).describe()).runId).toBe(runId);
  });

  test('another register with the same notice on the same server is refused, in words that help', async () => {
    const read = notice();
    await register.directory.import(standInDirectory([read]));
    await issueNotice(read, options());
    const other = await openRegister({
      file: join(folder, 'other.db'),
      compose: composeMessage,
      mailDomain: 'x.invalid',
    });
    await other.directory.import(standInDirectory([read]));
    const refused = issueNotice(read, { ...options(), register: other });
    await expect(refused).rejects.toThrow(/sổ khác .*TEMPORAL_NAMESPACE/);
    await expect(refused).rejects.toThrow(UserError);
    // Nothing counts as started: once it has a namespace of its own, the same command goes on.
    expect((await other.directives.list()).map((d) => d.issueState)).toEqual(['drafted', 'drafted', 'drafted']);
    expect(await other.id()).not.toBe(await register.id());
    await other.close();
  });

  test('so is a recurring directive of another register', async () => {
    const read = sketchNotice(`${randomUUID().slice(0, 8)}/TB`, DAY, [
      { id: 'I.1', lead: 'Sở Nội vụ', due: DAY, recurrence: 'FREQ=MONTHLY;BYMONTHDAY=24' },
    ]);
    await register.directory.import(standInDirectory([read]));
    const { series, notice: issued } = await issueNotice(read, options());
    const [one] = series;
    if (!one) throw new Error('nothing recurs');
    await startSeries(options(), issued, one);
    const stranger = { ...options(), register: { id: async () => 'ffffffff' } };
    await expect(startSeries(stranger, issued, one)).rejects.toThrow(/sổ này ffffffff/);
  });

  test('an unknown lead and a past deadline are refused before anything is written', async () => {
    const read = notice();
    await expect(issueNotice(read, options())).rejects.toThrow(UserError);
    await register.directory.import(standInDirectory([read]));
    const past = sketchNotice('9/TB', DAY, [{ id: 'I.1', lead: 'Sở Nội vụ', due: '2025-01-31' }]);
    await expect(issueNotice(past, options())).rejects.toThrow(/31\/01\/2025/);
    expect(await register.directives.list()).toEqual([]);
  });

  test('a directive that recurs or sets several dates becomes several tasks, each with its own workflow', () => {
    const read = sketchNotice('7/TB', DAY, [
      { id: 'I.1', lead: 'Sở Nội vụ', due: '2025-02-24', recurrence: 'FREQ=MONTHLY;BYMONTHDAY=24' },
    ]);
    const tasks = tasksOfNotice(read, options());
    // Not on the day of the order itself, and to the end of the year.
    expect(tasks.map((t) => t.due)).toEqual(
      ['03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((m) => `2025-${m}-24`),
    );
    expect(tasks.map((t) => t.opensOn).slice(0, 3)).toEqual([undefined, '2025-03-25', '2025-04-25']);
    expect(new Set(tasks.map((t) => t.id)).size).toBe(10);
  });

  test('a recurring directive issued late begins with what is still ahead; the rest is its series', async () => {
    const read = sketchNotice(`${randomUUID().slice(0, 8)}/TB`, DAY, [
      { id: 'I.1', lead: 'Sở Nội vụ', due: DAY, recurrence: 'FREQ=MONTHLY;BYMONTHDAY=24' },
    ]);
    await register.directory.import(standInDirectory([read]));
    const late = instantAt('2026-03-24', 10 * 60);
    const { directives, series } = await issueNotice(read, { ...options(), issuedAt: late });
    expect(directives.map((d) => [d.due, d.issueState])).toEqual([['2026-04-24', 'drafted']]);
    const [one] = series;
    expect((await temporal.client.workflow.getHandle(one?.workflowId ?? '').describe()).status.name).toBe('RUNNING');
    expect(await register.series.show(one?.id ?? '')).toMatchObject({
      series: { issueState: 'started', end: null },
      next: { day: '2026-05-24', due: '2026-05-24', opensOn: '2026-04-25' },
    });

    // Both run: the same notice again is refused, and nothing is opened anew.
    await expect(issueNotice(read, { ...options(), issuedAt: late })).rejects.toThrow(/đã được giao/);
    expect(await register.directives.list()).toHaveLength(1);
  });

  test.each([
    [
      'FREQ=WEEKLY;BYDAY=SU',
      null,
      'định kỳ Chủ nhật hằng tuần: không có kỳ nào rơi vào ngày làm việc, mà quy tắc bỏ kỳ rơi vào ngày nghỉ; theo dõi như nhiệm vụ không có hạn',
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=24;COUNT=1',
      null,
      'định kỳ ngày 24 hằng tháng: không còn kỳ nào phải mở sau ngày ban hành; theo dõi như nhiệm vụ không có hạn',
    ],
    [
      'FREQ=WEEKLY;BYDAY=SU',
      '2025-04-30',
      'định kỳ Chủ nhật hằng tuần: không có kỳ nào rơi vào ngày làm việc, mà quy tắc bỏ kỳ rơi vào ngày nghỉ; chỉ theo dõi các ngày khác đã nêu',
    ],
  ])(
    'a rule that comes to nothing (%s, other date %s) is told, in the plan and when issued',
    async (rule, other, note) => {
      const number = `${randomUUID().slice(0, 8)}/TB`;
      const recurring = sketchNotice(number, DAY, [{ id: 'I.1', lead: 'Sở Nội vụ', due: DAY, recurrence: rule }]);
      const dated = sketchNotice(number, DAY, [{ id: 'I.1', lead: 'Sở Nội vụ', due: other }]);
      const [directive] = recurring.notice.directives;
      if (!directive) throw new Error('no directive');
      const deadlines = [...directive.deadlines, ...(dated.notice.directives[0]?.deadlines ?? [])];
      const read = { ...recurring, notice: { ...recurring.notice, directives: [{ ...directive, deadlines }] } };
      await register.directory.import(standInDirectory([read]));
      const policy: Policy = { ...recurringReport, onDayOff: 'skip' };
      const [planned] = planOf(tasksOfNotice(read, { rules: shippedRules, policy }), {
        issuedAt,
        calendar: civilServants,
      });
      expect(planned?.notes.filter((n) => n.startsWith('định kỳ'))).toEqual([note]);
      const { directives, series, barren } = await issueNotice(read, { ...options(), policy });
      expect(directives.map((d) => d.due)).toEqual([other]);
      expect({ series, barren }).toEqual({ series: [], barren: [{ localId: 'I.1', note }] });
    },
  );
});
