import { beforeAll, describe, expect, test } from '@jest/globals';
import { defaultPayloadConverter } from '@temporalio/common';
import { nextWorkingDay, type OnDayOff, type Policy, skip } from '../../dsl/policy/index.ts';
import { withoutSources } from '../../dsl/policy/sources.ts';
import type { SeriesStanding } from '../../dsl/rules/index.ts';
import { openingOf } from '../../dsl/rules/occurrences.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { DAY_MS, type Day, HOUR_MS, instantAt } from '../../dsl/time/day.ts';
import { issueNotice } from '../../office/issue.ts';
import { tasksOfNotice } from '../../office/registration.ts';
import { cancelSeries } from '../../office/series/act.ts';
import { directiveOf } from '../../office/task.ts';
import { recurringReport, shippedRules } from '../../policies/index.ts';
import type { SeriesRecord } from '../../register/index.ts';
import { historyCost } from '../../rehearsal/history-cost.ts';
import { standInDirectory } from '../../rehearsal/stand-in-directory.ts';
import { type DirectiveInput, directiveWorkflowId, SERIES_QUERY } from '../../workflows/contract.ts';
import { sketchNotice } from '../support/notice.ts';
import { useSandbox } from '../support/sandbox.ts';

const ISSUED = '2025-02-24';
const issuedAt = instantAt(ISSUED, 8 * 60);
const MONTHLY = 'FREQ=MONTHLY;BYMONTHDAY=24';

const sketch = (number: string, recurrence = MONTHLY, due: Day = ISSUED) =>
  sketchNotice(number, ISSUED, [{ id: 'II.4', lead: 'Sở Tư pháp', due, recurrence }]);
const shared = useSandbox(standInDirectory([sketch('0/TB')]));

/** Issues a notice of one recurring directive; its clock begins at the issue. */
async function issue(read: ReturnType<typeof sketch>, policy: Policy = recurringReport): Promise<SeriesRecord> {
  const { sandbox } = shared;
  const { series, directives } = await issueNotice(read, {
    ...{ register: sandbox.register, client: sandbox.client, calendar: sandbox.calendar, taskQueue: sandbox.taskQueue },
    ...{ issuedAt, clockOffsetMs: issuedAt - Date.now(), rules: shippedRules, policy },
  });
  const [one] = series;
  if (!one) throw new Error('nothing recurs');
  // The first occurrence goes out with the notice, the others are the series' work.
  expect(directives).toHaveLength(1);
  await sandbox.clock.idle(one.workflowId);
  return one;
}

const pass = ({ workflowId }: SeriesRecord, days: number) =>
  shared.sandbox.clock.fastForward(workflowId, days * DAY_MS);
const view = async ({ id }: SeriesRecord) => {
  const found = await shared.sandbox.register.series.show(id);
  if (!found) throw new Error(`${id} is not in the register`);
  return found;
};
const dues = async (series: SeriesRecord) => (await view(series)).occurrences.map((o) => o.due);
const standing = ({ workflowId }: SeriesRecord) =>
  shared.client.workflow.getHandle(workflowId).query<SeriesStanding>(SERIES_QUERY);
const planned = (read: ReturnType<typeof sketch>, policy: Policy = recurringReport) =>
  tasksOfNotice(read, { rules: shippedRules, policy, calendar: civilServants });

/** What an occurrence was started with, and the domain time of its start. */
async function startOf(directiveId: string): Promise<{ input: DirectiveInput; at: number }> {
  const { events } = await shared.client.workflow.getHandle(directiveWorkflowId(directiveId)).fetchHistory();
  const started = events?.[0];
  const payload = started?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
  if (!payload) throw new Error(`${directiveId}: no input`);
  const input = defaultPayloadConverter.fromPayload<DirectiveInput>(payload);
  return { input, at: Number(started?.eventTime?.seconds) * 1000 + input.clockOffsetMs };
}

describe('a monthly report over three years', () => {
  const read = sketch('1/TB');
  let series: SeriesRecord;
  beforeAll(async () => {
    series = await issue(read);
    expect(await pass(series, 3 * 365 + 1)).toBe('reached');
  });

  test('each month is opened once, in the hour before its day, as the plan says it', async () => {
    const { occurrences } = await view(series);
    // The last one opened is that of the month to come.
    const months = Array.from({ length: 37 }, (_, i) => new Date(Date.UTC(2025, 2 + i, 24)).toISOString().slice(0, 10));
    expect(occurrences.map((o) => o.due)).toEqual(months);
    expect(occurrences.every((o) => o.issueState === 'started')).toBe(true);
    for (const { id, opensOn } of occurrences.slice(1)) {
      const opens = openingOf(series, opensOn ? { opensOn } : {}) ?? 0;
      const { at } = await startOf(id);
      expect(at - opens).toBeGreaterThanOrEqual(-1000);
      expect(at - opens).toBeLessThan(HOUR_MS);
    }
    for (const task of planned(read)) {
      const { input } = await startOf(task.id);
      // The plan has the notice's names; who they are in the directory is known when it is issued.
      const { parties, ...terms } = directiveOf(task, issuedAt, civilServants);
      expect(input.directive).toMatchObject(terms);
      expect(input.directive.parties?.lead.map(({ name }) => name)).toEqual(parties?.lead.map(({ name }) => name));
      // What a rule is based on is no part of what it does.
      expect(input.policy).toEqual(withoutSources(task.policy));
    }
  });

  test('through continue-as-new, a year a run, and what it costs', async () => {
    const runs: ReturnType<typeof historyCost>[] = [];
    for (let runId: string | undefined; ; ) {
      const history = await shared.client.workflow.getHandle(series.workflowId, runId).fetchHistory();
      runs.unshift(historyCost(history));
      runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
      if (runId === undefined) break;
    }
    process.stderr.write(
      `  a year of openings: ${runs.map((r) => `${r.events} events, ${r.actions} actions, ${r.bytes} bytes`).join('; ')}\n`,
    );
    // As docs/costs.md says.
    expect(runs[0]).toMatchObject({ events: 78, actions: 26 });
    expect(runs).toHaveLength(4);
    expect(await standing(series)).toMatchObject({ opened: 36, next: { day: '2028-04-24' }, end: null });
  });
});

describe('days off', () => {
  test.each<OnDayOff>([skip, nextWorkingDay])('%s: the run is the plan', async (onDayOff) => {
    const policy: Policy = { ...recurringReport, onDayOff };
    const read = sketch(`2-${onDayOff}/TB`);
    const series = await issue(read, policy);
    await pass(series, 300);
    const plan = planned(read, policy).map((t) => t.due);
    expect((await dues(series)).slice(0, plan.length)).toEqual(plan);
    // 24/05/2025 is a Saturday, 24/08 a Sunday.
    expect(plan.slice(0, 3)).toEqual(['2025-03-24', '2025-04-24', onDayOff === skip ? '2025-06-24' : '2025-05-26']);
  });

  test('a later edition of the calendar reaches what is not yet open', async () => {
    const series = await issue(sketch('3/TB'), { ...recurringReport, onDayOff: nextWorkingDay });
    await pass(series, 40);
    const calendar = { ...civilServants, version: '2026-06-01', off: [...civilServants.off, '2025-06-24'] };
    await shared.sandbox.register.calendars.save({ calendar, source: 'thử' });
    await pass(series, 100);
    expect((await dues(series)).slice(0, 5)).toEqual([
      ...['2025-03-24', '2025-04-24', '2025-05-26', '2025-06-25', '2025-07-24'],
    ]);
  });
});

describe('its end', () => {
  test('by its rule', async () => {
    const series = await issue(sketch('4/TB', `${MONTHLY};UNTIL=20250531T000000Z`));
    expect(await pass(series, 200)).toBe('closed');
    expect(await dues(series)).toEqual(['2025-03-24', '2025-04-24', '2025-05-24']);
    expect((await view(series)).series.end).toMatchObject({ why: 'rule' });
  });

  test('cancelled by a person: refused without right or reason, then nothing more is opened and what is open goes on', async () => {
    const series = await issue(sketch('5/TB'));
    await pass(series, 40);
    const { client } = shared;
    const office = { client, register: shared.sandbox.register };
    const cancel = (by: 'lead' | 'secretariat', reason: string, id: string) =>
      cancelSeries(office, series.id, { by, reason }, id);
    await expect(cancel('lead', 'Xong', 'c-1')).rejects.toThrow(/đơn vị chủ trì không được/);
    await expect(cancel('secretariat', ' ', 'c-2')).rejects.toThrow('Cần ghi rõ lý do.');
    expect((await view(series)).series.end).toBeNull();

    const end = await cancel('secretariat', 'Đã có hệ thống báo cáo', 'c-3');
    expect(end).toMatchObject({ why: 'cancelled', by: 'secretariat', reason: 'Đã có hệ thống báo cáo' });
    expect(await shared.client.workflow.getHandle(series.workflowId).result()).toMatchObject({ next: null, end });
    await expect(cancel('secretariat', 'Lần nữa', 'c-4')).rejects.toThrow(/đã thôi lặp lại/);
    const after = await view(series);
    expect(after).toMatchObject({ next: null, series: { end } });
    expect(after.occurrences.map((o) => o.due)).toEqual(['2025-03-24', '2025-04-24']);
    const last = after.occurrences.at(-1)?.workflowId ?? '';
    expect((await client.workflow.getHandle(last).describe()).status.name).toBe('RUNNING');
  });
});
