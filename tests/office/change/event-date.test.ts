import { beforeAll, describe, expect, test } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import { eventKey } from '../../../deadline/index.ts';
import type { Act, State, TimedAct } from '../../../dsl/rules/index.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { type Day, instantAt } from '../../../dsl/time/day.ts';
import { applyChange } from '../../../office/change/apply-change.ts';
import { awaitingAmong, awaitingDirectives, byEvent } from '../../../office/change/awaiting.ts';
import { knownCalendars } from '../../../office/change/calendar-in-force.ts';
import {
  applyEventDate,
  type EventDate,
  type EventDateChange,
  planEventDate,
  previewEventDate,
} from '../../../office/change/event-date.ts';
import { timelineOfView } from '../../../office/timeline/index.ts';
import { why } from '../../../office/why/why.ts';
import { shippedRules } from '../../../policies/index.ts';
import { lifeOfLog } from '../../../register/life-of-log.ts';
import { standInDirectory } from '../../../rehearsal/stand-in-directory.ts';
import { prepareRuns, type TaskRun } from '../../../rehearsal/task-runs.ts';
import { loadWorkflowBundle } from '../../../worker/workflow-bundle.ts';
import { STATE_QUERY } from '../../../workflows/contract.ts';
import { sketchNotice } from '../../support/notice.ts';
import { useSandbox } from '../../support/sandbox.ts';

/* A law that several directives wait for gets its day, then another one; in the order of a working spring. */

const ISSUED = '2025-02-24';
const now = instantAt('2025-03-03', 9 * 60);
const LAW = 'Luật Việc làm được thông qua';
const reason = 'Nghị quyết số 12/2025/QH15';
const office = { party: 'secretariat' } as const;

const notice = sketchNotice('31/TB', ISSUED, [
  { id: 'I.1', lead: 'Sở Nội vụ', awaits: `trong vòng 20 ngày sau khi ${LAW}`, cooperating: ['Sở Tài chính'] },
  { id: 'I.2', lead: 'Sở Y tế', awaits: `trong thời hạn 15 ngày làm việc kể từ ngày ${LAW}` },
  { id: 'I.3', lead: 'Sở Tư pháp', awaits: `ngay sau khi ${LAW}` },
  { id: 'I.4', lead: 'Sở Công Thương', awaits: 'trước kỳ họp chuyên đề của Hội đồng nhân dân' },
  { id: 'I.5', lead: 'Sở Xây dựng', awaits: `trong 10 ngày sau khi ${LAW}` },
  { id: 'I.6', lead: 'Sở Xây dựng', awaits: `trong 10 ngày sau khi ${LAW}` },
  { id: 'I.7', lead: 'Sở Y tế', due: '2025-04-30' },
]);
const shared = useSandbox(standInDirectory([notice]));

let runs: TaskRun[];
const idOf = (local: string) => runs.find((p) => p.task.draft.id === local)?.runner.directive.id ?? '';
const locals = (ids: readonly { readonly directive: { readonly localId: string } }[]) =>
  ids.map((d) => d.directive.localId).sort();
const stateOf = (local: string) =>
  shared.client.workflow
    .getHandle(runs.find((p) => p.task.draft.id === local)?.runner.directive.workflowId ?? '')
    .query<State>(STATE_QUERY);
const viewOf = async (local: string) => {
  const view = await shared.sandbox.register.directives.show(idOf(local));
  if (!view) throw new Error(`${local} is not in the register`);
  return view;
};
const recordsOf = async (...given: string[]) =>
  Promise.all(given.map(async (local) => (await viewOf(local)).directive));
const act = async (local: string, given: Act) => {
  const timed: TimedAct = { at: now, act: given };
  await runs.find((p) => p.task.draft.id === local)?.runner.act(timed, `${local}/${given.type}`);
};
const plan = (on: Day, more: Partial<EventDate> = {}): Promise<EventDateChange> =>
  planEventDate(shared.sandbox.register, { events: [eventKey(LAW)], directives: [], on, reason, ...more }, now);
const duesOf = (change: EventDateChange) => Object.fromEntries(change.dated.map((d) => [d.directive.localId, d.due]));
/** Whom the ledger holds a word about the deadline for, in order. */
const told = async (local: string) =>
  (await viewOf(local)).messages
    .filter((m) => m.kind === 'deadline-changed' && m.channel === 'email')
    .map((m) => `${m.role} ${m.content?.paragraphs[0]}`);

beforeAll(async () => {
  runs = await prepareRuns(shared.sandbox, [notice], { rules: shippedRules, issuedAt: instantAt(ISSUED, 8 * 60) });
  for (const { runner } of runs) {
    await runner.start();
    await runner.goTo(now);
  }
  await act('I.5', { type: 'cancel', by: office, reason: 'Không còn cần' });
  await act('I.6', { type: 'change-deadline', by: office, due: '2025-05-05', reason: 'Lãnh đạo ấn định' });
});

describe('before the day is known', () => {
  test('what waits is told by its event; what is closed or has a day of its own is not', async () => {
    const awaiting = await awaitingDirectives(shared.sandbox.register);
    const groups = byEvent(awaiting).map((of) => [of[0]?.event, locals(of)]);
    expect(groups).toEqual(
      expect.arrayContaining([
        [LAW, ['I.1', 'I.2', 'I.3', 'I.6']],
        ['kỳ họp chuyên đề của Hội đồng nhân dân', ['I.4']],
      ]),
    );
    expect(awaiting.find((a) => a.directive.localId === 'I.6')?.setBy).toBe('change-deadline');
  });

  test('where the register kept no words of the deadline, it is found when named', async () => {
    const { register } = shared.sandbox;
    const bare = (await recordsOf('I.1')).map((d) => ({ ...d, deadline: null }));
    expect(await awaitingAmong(register, bare)).toEqual([]);
    expect(await awaitingAmong(register, bare, { inText: true })).toMatchObject([{ event: LAW }]);
  });

  test('the assignment says what is waited for', async () => {
    const { messages } = await viewOf('I.1');
    const content = messages.find((m) => m.kind === 'assignment')?.content;
    const phrase = `“trong vòng 20 ngày sau khi ${LAW}”`;
    expect(content?.paragraphs).toContain(
      `Thời hạn hoàn thành là ${phrase}; ngày đến hạn sẽ được thông báo khi xác định được.`,
    );
    expect(content?.facts).toContainEqual({ label: 'Hạn', value: `Chưa xác định được ngày; văn bản ghi ${phrase}` });
  });

  test('no day follows, or none that may be, and why', async () => {
    const early = await plan('2025-02-23');
    expect(early.dated).toEqual([]);
    expect(early.refused.find((r) => r.id === idOf('I.1'))?.reason).toMatch(/23\/02\/2025 trước ngày ban hành/);
    const closed = await plan('2025-03-10', { events: [], directives: await recordsOf('I.5') });
    expect(closed).toMatchObject({
      dated: [],
      refused: [{ id: idOf('I.5'), reason: /đã kết thúc/ }].map(expectRefusal),
    });
    const past = await plan('2025-03-02', { events: [], directives: await recordsOf('I.4') });
    expect(past).toMatchObject({
      dated: [],
      refused: [{ id: idOf('I.4'), reason: /01\/03\/2025\) đã qua/ }].map(expectRefusal),
    });
    await expect(plan('2025-03-10', { events: [], directives: await recordsOf('I.7') })).rejects.toThrow(
      /thời hạn không chờ sự kiện nào/,
    );
    await expect(plan('2025-03-10', { within: 'sớm' })).rejects.toThrow(/không phải là một khoảng thời gian/);
    expect(await plan('2025-03-10', { events: [eventKey('Luật Đất đai có hiệu lực')] })).toMatchObject({
      ...{ dated: [], already: [], setOtherwise: [], refused: [] },
    });
  });
});

function expectRefusal({ id, reason: says }: { id: string; reason: RegExp }) {
  return { id, reason: expect.stringMatching(says) };
}

describe('the day is known', () => {
  test('previewed without a trace: deadlines by the words of each, and the steps they bring', async () => {
    const change = await plan('2025-03-10');
    expect(duesOf(change)).toEqual({ 'I.1': '2025-03-30', 'I.2': '2025-03-31' });
    expect(change.refused).toEqual(
      [{ id: idOf('I.3'), reason: /không nói thực hiện trong bao lâu/ }].map(expectRefusal),
    );
    expect(locals(change.setOtherwise)).toEqual(['I.6']);
    for (const { moved } of await previewEventDate(shared.sandbox.register, change, now)) {
      expect(moved).toContainEqual(expect.objectContaining({ kind: 'overdue', to: 'headOf(lead)', before: null }));
      expect(moved).toContainEqual(expect.objectContaining({ kind: 'silence-escalation', after: null }));
    }
    expect((await stateOf('I.1')).due).toBeNull();
  });

  test('cut short, the same command goes on with the rest; nobody hears twice', async () => {
    const change = await plan('2025-03-10');
    const first = { ...change, dated: change.dated.slice(0, 1) };
    await applyEventDate(shared.sandbox, first);
    const rest = await plan('2025-03-10');
    expect(rest.already.map((a) => a.directive.id)).toEqual(first.dated.map((d) => d.directive.id));
    const applied = await applyEventDate(shared.sandbox, rest);
    expect(applied).toMatchObject({ changed: rest.dated.map((d) => d.directive.id), already: [], failed: [] });
    // As a process that planned before the other was done.
    const late = await applyEventDate(shared.sandbox, change);
    expect(late).toMatchObject({ changed: [], failed: [] });
    expect([...late.already].sort()).toEqual(change.dated.map((d) => d.directive.id).sort());
    expect(locals((await plan('2025-03-10')).already)).toEqual(['I.1', 'I.2']);
    const says = `${LAW} ngày 10/03/2025; thời hạn thực hiện nhiệm vụ dưới đây là hết ngày 30/03/2025 (Chủ nhật).`;
    expect((await told('I.1')).sort()).toEqual([`cooperating ${says}`, `lead ${says}`]);
    expect(await told('I.2')).toEqual([expect.stringContaining('hết ngày 31/03/2025 (thứ Hai).')]);
  });

  test('the register keeps who, why, which event, and both plans', async () => {
    const view = await viewOf('I.2');
    const event = view.events.find((e) => e.act?.act.type === 'change-deadline');
    expect(event?.act?.act).toEqual({
      ...{ type: 'change-deadline', by: office, due: '2025-03-31', reason },
      event: { words: LAW, on: '2025-03-10' },
    });
    expect(event?.plan?.moved?.length).toBeGreaterThan(0);
    expect(view.directive).toMatchObject({ due: '2025-03-31', originalDue: null });
  });

  test('where the words do not say how long, the office does', async () => {
    const change = await plan('2025-03-10', { within: '5 ngày làm việc' });
    expect(duesOf(change)).toEqual({ 'I.3': '2025-03-17' });
    expect((await applyEventDate(shared.sandbox, change)).changed).toEqual([idOf('I.3')]);
  });
});

describe('the event falls on another day', () => {
  test('all are counted anew from it, the length that was given included; the former day is named', async () => {
    await act('I.2', { type: 'change-deadline', by: office, due: '2025-05-30', reason: 'Chờ Bộ Y tế' });
    const change = await plan('2025-03-17');
    expect(duesOf(change)).toEqual({ 'I.1': '2025-04-06', 'I.3': '2025-03-24' });
    expect(locals(change.setOtherwise)).toEqual(['I.2', 'I.6']);
    await applyEventDate(shared.sandbox, change);
    expect((await told('I.1')).at(-1)).toMatch(
      /ngày 17\/03\/2025; .* hết ngày 06\/04\/2025 \(Chủ nhật\), thay cho ngày 30\/03\/2025\.$/,
    );
    expect(await told('I.1')).toHaveLength(4);
    expect((await stateOf('I.2')).due).toBe('2025-05-30');
  });

  test('what people set otherwise moves when it is named', async () => {
    const change = await plan('2025-03-17', { directives: await recordsOf('I.2', 'I.6') });
    expect(duesOf(change)).toEqual({ 'I.2': '2025-04-08', 'I.6': '2025-03-27' });
    expect(locals(change.already)).toEqual(['I.1', 'I.3']);
    expect((await applyEventDate(shared.sandbox, change)).changed).toHaveLength(2);
    expect((await plan('2025-03-17')).setOtherwise).toEqual([]);
  });

  test('a suspended one is refused until it goes on', async () => {
    await act('I.4', { type: 'suspend', by: office, reason: 'Chờ lịch họp' });
    const words = 'kỳ họp chuyên đề của Hội đồng nhân dân';
    const change = await plan('2025-04-10', { events: [eventKey(words)] });
    expect(change).toMatchObject({ dated: [], refused: [{ id: idOf('I.4'), reason: /tạm hoãn/ }].map(expectRefusal) });
    // And by Temporal itself, should it have been suspended since.
    const [record] = await recordsOf('I.4');
    if (!record) throw new Error('I.4 is not in the register');
    const given: Act = {
      ...{ type: 'change-deadline', by: office, due: '2025-04-09', reason },
      event: { words, on: '2025-04-10' },
    };
    const applied = await applyChange(shared.sandbox, [record], given, 'event/suspended');
    expect(applied).toMatchObject({ changed: [], failed: [{ id: idOf('I.4') }] });
  });
});

describe('afterwards', () => {
  test('the picture and the answer to “why” tell of the event', async () => {
    const view = await viewOf('I.1');
    const timeline = timelineOfView(view, { calendar: civilServants, today: '2025-03-03' });
    const rules = timeline.marks.filter((m) => m.kind === 'change-deadline').map((m) => m.rule);
    expect(rules).toEqual([
      `${LAW} ngày 10/03/2025, đến 30/03/2025, “${reason}”`,
      `${LAW} ngày 17/03/2025, đến 06/04/2025, “${reason}”`,
    ]);
    const { answers } = await why(shared.sandbox.register, 'Sở Nội vụ', '2025-03-03', { only: view.directive, now });
    expect(answers[0]?.basis.event).toEqual({ words: LAW, on: '2025-03-17', due: '2025-04-06' });
  });

  test('the register tells the state the workflow has, and every history replays', async () => {
    const find = await knownCalendars(shared.sandbox.register);
    const workflowBundle = await loadWorkflowBundle();
    for (const local of ['I.1', 'I.2', 'I.3', 'I.6']) {
      const { directive, events } = await viewOf(local);
      expect(lifeOfLog(directive, events, find).state).toEqual(await stateOf(local));
      const history = await shared.client.workflow.getHandle(directive.workflowId).fetchHistory();
      await Worker.runReplayHistory({ workflowBundle }, history, directive.workflowId);
    }
  });
});
