import { describe, expect, test } from '@jest/globals';
import { nextWorkingDay, type Policy } from '../../dsl/policy/index.ts';
import type { NamedAgency, SeriesAct, SeriesStanding } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { DAY_MS, type Day, instantAt } from '../../dsl/time/day.ts';
import { applyMigration, planMigration } from '../../office/change/migrate-policy.ts';
import { movedOccurrences } from '../../office/change/moved-occurrences.ts';
import { issueNotice } from '../../office/issue.ts';
import { actOnSeries, cancelSeries, reassignWhole } from '../../office/series/act.ts';
import { recurrenceOf } from '../../office/series/recurrence.ts';
import { recurringReport, shippedRules } from '../../policies/index.ts';
import type { SeriesRecord } from '../../register/index.ts';
import { standInDirectory } from '../../rehearsal/stand-in-directory.ts';
import { directiveWorkflowId, SERIES_QUERY } from '../../workflows/contract.ts';
import { sketchNotice } from '../support/notice.ts';
import { useSandbox } from '../support/sandbox.ts';

/* A recurring directive as a whole, on the real Temporal: suspended, resumed, given to another lead, by another rule. */

const ISSUED = '2025-02-24';
const issuedAt = instantAt(ISSUED, 8 * 60);
const sketch = (number: string) =>
  sketchNotice(number, ISSUED, [
    { id: 'II.4', lead: 'Sở Tư pháp', due: ISSUED, recurrence: 'FREQ=MONTHLY;BYMONTHDAY=24' },
  ]);
const others = sketchNotice('9/TB', ISSUED, [{ id: 'I', lead: 'Sở Tài chính', due: '2025-03-31' }]);
const shared = useSandbox(standInDirectory([sketch('0/TB'), others]));
const office = () => ({ client: shared.client, register: shared.sandbox.register });

async function issue(number: string, policy: Policy = recurringReport): Promise<SeriesRecord> {
  const { sandbox } = shared;
  const { series } = await issueNotice(sketch(number), {
    ...{ register: sandbox.register, client: sandbox.client, calendar: sandbox.calendar, taskQueue: sandbox.taskQueue },
    ...{ issuedAt, clockOffsetMs: issuedAt - Date.now(), rules: shippedRules, policy },
  });
  const [one] = series;
  if (!one) throw new Error('nothing recurs');
  await sandbox.clock.idle(one.workflowId);
  return one;
}

/** The series' clock has run a minute or so more than this since it was issued. */
const passed = new Map<string, number>();
async function passTo({ id, workflowId }: SeriesRecord, day: Day): Promise<void> {
  const ms = instantAt(day, 9 * 60) - issuedAt - (passed.get(id) ?? 0);
  passed.set(id, (passed.get(id) ?? 0) + ms);
  expect(await shared.sandbox.clock.fastForward(workflowId, ms)).toBe('reached');
  await shared.sandbox.clock.idle(workflowId);
}

async function viewOf({ id }: SeriesRecord) {
  const found = await shared.sandbox.register.series.show(id);
  if (!found) throw new Error(`${id} is not in the register`);
  return found;
}
const dues = async (series: SeriesRecord) => (await viewOf(series)).occurrences.map((o) => o.due);
const leads = async (series: SeriesRecord) =>
  (await viewOf(series)).occurrences.map((o) => o.lead.map((l) => l.name).join());
const standing = ({ workflowId }: SeriesRecord) =>
  shared.client.workflow.getHandle(workflowId).query<SeriesStanding>(SERIES_QUERY);
const act = ({ id }: SeriesRecord, what: SeriesAct, actId: string) => actOnSeries(office(), id, what, actId);
async function agency(name: string): Promise<NamedAgency> {
  const found = (await shared.sandbox.register.directory.current()).agencies.find((a) => a.name === name);
  if (!found) throw new Error(`no ${name}`);
  return { name, agency: found.id };
}
const by = { party: 'secretariat' } as const;

describe('suspended and resumed', () => {
  test('nothing is opened meanwhile, what is open goes on, what fell due in between is left out and listed', async () => {
    const series = await issue('1/TB');
    await passTo(series, '2025-04-10');
    const suspend: SeriesAct = { type: 'suspend', by, reason: 'Chờ hệ thống báo cáo' };
    const open = (await viewOf(series)).occurrences.at(-1);

    await expect(act(series, { ...suspend, by: { party: 'lead' } }, 's-0')).rejects.toThrow(
      /đơn vị chủ trì không được/,
    );
    await expect(act(series, { ...suspend, reason: ' ' }, 's-0')).rejects.toThrow('Cần ghi rõ lý do.');
    await expect(act(series, { type: 'resume', by }, 's-0')).rejects.toThrow(/không bị tạm hoãn/);
    expect((await viewOf(series)).series.acts).toEqual([]);

    await act(series, suspend, 's-1');
    expect(await standing(series)).toMatchObject({ next: null, suspended: { by: by.party, reason: suspend.reason } });
    // The same command again, and another one: nothing changes twice.
    await act(series, suspend, 's-1');
    await expect(act(series, suspend, 's-2')).rejects.toThrow(/đã tạm hoãn từ ngày 10\/04\/2025/);
    expect((await viewOf(series)).series.acts).toHaveLength(1);

    await passTo(series, '2025-07-24');
    expect(await dues(series)).toEqual(['2025-03-24', '2025-04-24']);
    expect((await shared.client.workflow.getHandle(open?.workflowId ?? '').describe()).status.name).toBe('RUNNING');

    const resumed = await act(series, { type: 'resume', by, reason: 'Hệ thống chưa xong' }, 's-3');
    // That of the very day of resuming is left out as well; the next one opens when it would have.
    expect(resumed.series.acts.at(-1)?.leftOut.map((o) => o.due)).toEqual(['2025-05-24', '2025-06-24', '2025-07-24']);
    expect(resumed.next).toMatchObject({ due: '2025-08-24', opensOn: '2025-07-25' });
    expect(await standing(series)).toMatchObject({ next: { due: '2025-08-24' } });
    expect(await standing(series)).not.toHaveProperty('suspended');
    await passTo(series, '2025-09-30');
    expect(await dues(series)).toEqual(['2025-03-24', '2025-04-24', '2025-08-24', '2025-09-24', '2025-10-24']);
  });

  test('resumed in the middle of a month: that month’s occurrence opens at once, from that day', async () => {
    const series = await issue('2/TB');
    await passTo(series, '2025-04-10');
    await act(series, { type: 'suspend', by, reason: 'Chờ' }, 's-1');
    await passTo(series, '2025-06-10');
    await act(series, { type: 'resume', by }, 's-2');
    await shared.sandbox.clock.idle(series.workflowId);
    const { occurrences } = await viewOf(series);
    expect(occurrences.at(-1)).toMatchObject({ due: '2025-06-24', opensOn: '2025-06-10', issueState: 'started' });
    expect(occurrences).toHaveLength(3);
  });

  test('a suspended one can be ended', async () => {
    const series = await issue('3/TB');
    await act(series, { type: 'suspend', by, reason: 'Chờ' }, 's-1');
    await cancelSeries(office(), series.id, { by: by.party, reason: 'Thôi' }, 's-2');
    expect(await shared.client.workflow.getHandle(series.workflowId).result()).toMatchObject({ next: null });
    await expect(act(series, { type: 'resume', by }, 's-3')).rejects.toThrow(/đã thôi lặp lại/);
  });
});

describe('given to another lead', () => {
  test('later occurrences go to it; what is open stays, unless that is asked for too', async () => {
    const series = await issue('4/TB');
    await passTo(series, '2025-04-10');
    const reassign = { type: 'reassign', by, reason: 'Đúng chức năng', lead: [await agency('Sở Tài chính')] } as const;
    await act(series, reassign, 'r-1');
    await expect(act(series, reassign, 'r-2')).rejects.toThrow(/đúng đơn vị này/);
    await passTo(series, '2025-05-10');
    expect(await leads(series)).toEqual(['Sở Tư pháp', 'Sở Tư pháp', 'Sở Tài chính']);

    // An occurrence has a clock of its own; on the evening it is opened nobody has it yet, and nobody else can be given it.
    const last = (await viewOf(series)).occurrences[1];
    const early = await reassignWhole(office(), series.id, reassign, 'r-3');
    expect([early.moved.length, early.failed]).toEqual([
      1,
      [{ id: last?.id, reason: expect.stringMatching(/chưa được giao/) }],
    ]);
    await shared.sandbox.clock.fastForward(last?.workflowId ?? '', 2 * DAY_MS);
    // The same command again goes on with what has not moved.
    const { moved, failed } = await reassignWhole(office(), series.id, reassign, 'r-3');
    expect([moved, failed]).toEqual([[last?.id], []]);
    expect(await leads(series)).toEqual(['Sở Tài chính', 'Sở Tài chính', 'Sở Tài chính']);
    // Nothing is left to move: the same again is refused, and has not told anybody twice.
    await expect(reassignWhole(office(), series.id, reassign, 'r-4')).rejects.toThrow(/đúng đơn vị này/);
    const told = (await shared.sandbox.register.directives.show(moved[0] ?? ''))?.events.filter((e) => e.act);
    expect(told).toHaveLength(1);
  });
});

describe('by another rule', () => {
  test('later occurrences come by it, those that are open keep their day', async () => {
    const series = await issue('5/TB');
    await passTo(series, '2025-04-01');
    const rule = recurrenceOf('ngày 10 hằng tháng', '2025-04-01', civilServants);
    const change: SeriesAct = { type: 'change-recurrence', by, reason: 'Kỳ của Bộ', words: 'ngày 10 hằng tháng', rule };
    await act(series, change, 'c-1');
    await expect(act(series, change, 'c-2')).rejects.toThrow(/đúng định kỳ này/);
    const over = { ...change, rule: { rule: 'FREQ=MONTHLY;UNTIL=20250301T000000Z', from: '2025-01-10' } };
    await expect(act(series, over, 'c-3')).rejects.toThrow(/không còn ngày nào/);
    await passTo(series, '2025-06-15');
    expect(await dues(series)).toEqual(['2025-03-24', '2025-04-24', '2025-05-10', '2025-06-10', '2025-07-10']);
    expect((await viewOf(series)).occurrences.at(-1)).toMatchObject({ deadline: null, opensOn: '2025-06-11' });
  });

  test('words that set no rule are refused', () => {
    expect(() => recurrenceOf('trong tháng 3/2025', '2025-02-24', civilServants)).toThrow(/không đọc được định kỳ/);
  });
});

test('a merged agency: later occurrences are its successor’s, what was open keeps its history and goes on with it', async () => {
  const { register } = shared.sandbox;
  const series = await issue('8/TB');
  const directory = await register.directory.current();
  const [old, successor] = [await agency('Sở Tư pháp'), await agency('Sở Tài chính')];
  const merged = directory.agencies.map((a) =>
    a.id === old.agency ? { ...a, to: '2025-05-31', successor: successor.agency ?? '' } : a,
  );
  // And its head is away from June on: somebody acts.
  const acting = { agency: successor.agency ?? '', person: 'van-phong-thu-truong', from: '2025-06-01' };
  const positions = [...directory.positions, { ...acting, function: 'head' as const, acting: true }];
  await register.directory.import({ ...directory, agencies: merged, positions });
  try {
    await passTo(series, '2025-07-30');
    expect(await leads(series)).toEqual([
      ...['Sở Tư pháp', 'Sở Tư pháp', 'Sở Tư pháp', 'Sở Tư pháp', 'Sở Tài chính', 'Sở Tài chính'],
    ]);
    const { occurrences } = await viewOf(series);
    const agenciesTold = async (at: number) => {
      const id = occurrences[at]?.id ?? '';
      await shared.sandbox.clock.fastForward(directiveWorkflowId(id), 40 * DAY_MS);
      const messages = (await register.directives.show(id))?.messages.filter((m) => m.role === 'lead') ?? [];
      return [...new Set(messages.map((m) => m.agencyId))];
    };
    // That of 24/06 was opened on 25/05 for the old agency, and is the new one's in June.
    expect(await agenciesTold(3)).toEqual([old.agency, successor.agency]);
    expect(await agenciesTold(4)).toEqual([successor.agency]);
    const heads = (await register.directives.show(occurrences[4]?.id ?? ''))?.messages.filter(
      (m) => m.role === 'headOf(lead)',
    );
    expect(new Set(heads?.map((m) => m.personId))).toEqual(new Set([acting.person]));
  } finally {
    await register.directory.import(directory);
  }
});

test('a migration reaches what is open and what is opened later', async () => {
  const series = await issue('7/TB');
  await passTo(series, '2025-04-10');
  const { client, register } = office();
  const policy: Policy = { ...recurringReport, name: 'Báo cáo, bản mới', onDayOff: nextWorkingDay };
  const planned = await planMigration(register, policy, { directiveId: series.id });
  expect([planned.series.map((s) => s.id), planned.directives.length]).toEqual([[series.id], 2]);
  const applied = await applyMigration(client, register, planned, { reason: 'Bản mới' });
  expect([applied.changed.length, applied.failed]).toEqual([3, []]);
  await passTo(series, '2025-04-26');
  // 24/05/2025 is a Saturday.
  const { occurrences, series: now } = await viewOf(series);
  expect(occurrences.at(-1)).toMatchObject({ due: '2025-05-26', policy: { name: policy.name } });
  expect(now.acts.map((a) => a.act)).toMatchObject([{ type: 'change-policy', reason: 'Bản mới' }]);
  expect((await planMigration(register, policy, { directiveId: series.id })).series).toEqual([]);
});

test('over three years and their runs: a suspension, a new calendar, another lead, each from its day on', async () => {
  const series = await issue('6/TB', { ...recurringReport, onDayOff: nextWorkingDay });
  await passTo(series, '2025-08-01');
  await act(series, { type: 'suspend', by, reason: 'Chờ' }, 'y-1');
  await passTo(series, '2025-11-30');
  await act(series, { type: 'resume', by }, 'y-2');
  await passTo(series, '2026-09-01');
  // 24/12/2026 is a working day until an edition says otherwise.
  const calendar = { ...civilServants, version: '2026-10-13', off: [...civilServants.off, '2026-12-24'] };
  const { register } = office();
  const edition = { calendar, source: 'thử' };
  const moved = await movedOccurrences(register, { edition, current: civilServants });
  expect(moved.filter((m) => m.series === series.id)).toEqual([
    { series: series.id, day: '2026-12-24', before: '2026-12-24', after: '2026-12-25' },
  ]);
  await register.calendars.save(edition);
  await passTo(series, '2027-06-01');
  const reassign = { type: 'reassign', by, reason: 'Sáp nhập', lead: [await agency('Sở Tài chính')] } as const;
  await act(series, reassign, 'y-3');
  await passTo(series, '2028-06-01');
  // An act of an earlier run under its own id: known for good.
  await act(series, reassign, 'y-3');

  const { occurrences, series: now } = await viewOf(series);
  const months = occurrences.map((o) => o.series?.occurrence.slice(0, 7));
  const expected = Array.from({ length: 40 }, (_, i) => new Date(Date.UTC(2025, 2 + i, 24)).toISOString().slice(0, 7));
  expect(months).toEqual(expected.filter((m) => !['2025-09', '2025-10', '2025-11'].includes(m)));
  expect(now.acts.map((a) => a.leftOut.length)).toEqual([0, 3, 0]);
  const due = (month: string) => occurrences.find((o) => o.series?.occurrence.startsWith(month))?.due;
  expect([due('2026-12'), due('2027-01')]).toEqual(['2026-12-25', '2027-01-25']);
  const other = (await leads(series)).indexOf('Sở Tài chính');
  // That of June was opened on 25/05, before the change.
  expect(months[other]).toBe('2027-07');
  expect(new Set((await leads(series)).slice(other))).toEqual(new Set(['Sở Tài chính']));
  const description = await shared.client.workflow.getHandle(series.workflowId).describe();
  expect(description.raw.workflowExecutionInfo?.firstRunId).not.toBe(description.runId);
});
