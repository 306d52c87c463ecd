import { beforeAll, describe, expect, test } from '@jest/globals';
import { DAY_MS, instantAt } from '../../../dsl/time/day.ts';
import { auditRegister, runsOf } from '../../../office/audit/index.ts';
import {
  carryOut,
  type GivenPart,
  planSplit,
  type SuccessionOptions,
  type SuccessionPlan,
  splitDirective,
} from '../../../office/succession/index.ts';
import type { DirectiveRecord } from '../../../register/index.ts';
import { standInDirectory } from '../../../rehearsal/stand-in-directory.ts';
import type { TaskRunner } from '../../../rehearsal/task-runner.ts';
import { office } from '../../support/acts.ts';
import { sketchNotice } from '../../support/notice.ts';
import { useSandbox } from '../../support/sandbox.ts';
import { cutBefore, isCut, ledgerOf, optionsOn, recordOf, runningFrom } from './support.ts';

/* One directive becomes several, on the real Temporal; whatever is counted is counted in the ledger. */

const ISSUED = '2025-02-24';
const TODAY = '2025-03-03';
const now = instantAt(TODAY, 9 * 60);
const reason = 'Phân công lại theo chức năng';

const notice = sketchNotice('31/TB', ISSUED, [
  { id: 'I.1', lead: 'Sở Nội vụ', cooperating: ['Sở Tài chính'], due: '2025-06-30' },
  { id: 'I.2', lead: 'Sở Nội vụ', due: '2025-06-30' },
  { id: 'I.3', lead: 'Sở Nội vụ', due: '2025-06-30' },
  { id: 'I.4', lead: 'Sở Nội vụ', due: '2025-06-30' },
  { id: 'I.5', lead: 'Sở Nội vụ', due: '2025-03-31' },
  { id: 'I.6', lead: 'Sở Nội vụ', due: '2025-03-31' },
  { id: 'I.7', lead: 'Sở Nội vụ', due: '2025-03-31' },
  { id: 'I.8', lead: 'Sở Y tế', due: null },
  ...Array.from({ length: 14 }, (_, i) => ({ id: `II.${i + 1}`, lead: 'Sở Nội vụ', due: '2025-06-30' })),
]);
const directory = standInDirectory([notice]);
const shared = useSandbox(directory);
const idOf = (name: string) => directory.agencies.find((a) => a.name === name)?.id ?? '';
const contact = (name: string) => `${idOf(name)}-dau-moi`;

const parts: readonly GivenPart[] = [
  { text: 'Rà soát biên chế', due: { day: '2025-05-15' } },
  { text: 'Bố trí kinh phí', lead: ['Sở Tài chính'], cooperating: ['Sở Nội vụ', 'Sở Y tế'] },
];

let runner: (localId: string) => TaskRunner;

beforeAll(async () => {
  runner = await runningFrom(shared.sandbox, notice, instantAt(ISSUED, 8 * 60), now);
});

const parentOf = (localId: string) => recordOf(shared.sandbox, runner(localId).directive.id);
const planOf = (parent: DirectiveRecord, given = parts, words = reason) =>
  planSplit(shared.sandbox.register, parent, { parts: given, by: office, reason: words, now, source: 'phan.yaml' });
const options = () => optionsOn(shared.sandbox, now);

/** What a split leaves, however it came about: closed once, told once, each part assigned once. */
async function expectSplit(id: string): Promise<void> {
  const { sandbox } = shared;
  expect(await recordOf(sandbox, id)).toMatchObject({ status: 'split', nextWake: null });
  const into = (await sandbox.register.directives.lineage(id)).into.map((d) => d.to);
  expect(into).toEqual([`${id}/1`, `${id}/2`]);
  for (const part of into) {
    await sandbox.clock.idle((await recordOf(sandbox, part)).workflowId);
    expect((await recordOf(sandbox, part)).issueState).toBe('started');
    expect((await sandbox.register.directives.lineage(part)).from).toMatchObject([{ from: id, how: 'split', reason }]);
  }
  const closing = (await ledgerOf(sandbox, id, TODAY)).filter((row) => row.includes(' split lead '));
  expect(closing).toEqual([`${TODAY} split lead ${contact('Sở Nội vụ')}`]);
  const assigned = (await ledgerOf(sandbox, `${id}/1`, ISSUED)).filter((row) => row.includes(' assignment '));
  expect(assigned).toEqual([`${TODAY} assignment lead ${contact('Sở Nội vụ')}`]);
  expect(await ledgerOf(sandbox, `${id}/2`, ISSUED)).toEqual([
    `${TODAY} assignment lead ${contact('Sở Tài chính')}`,
    `${TODAY} copy cooperating ${contact('Sở Nội vụ')}`,
    `${TODAY} copy cooperating ${contact('Sở Y tế')}`,
  ]);
}

describe('a directive that is split', () => {
  let plan: SuccessionPlan;

  test('is previewed without a trace: what opens, with the deadline in force where none is given', async () => {
    plan = await planOf(await parentOf('I.1'));
    expect(plan.opens.map((d) => [d.localId, d.due, d.lead[0]?.name, d.cooperating.map((c) => c.name)])).toEqual([
      ['I.1/1', '2025-05-15', 'Sở Nội vụ', ['Sở Tài chính']],
      ['I.1/2', '2025-06-30', 'Sở Tài chính', ['Sở Nội vụ', 'Sở Y tế']],
    ]);
    expect((await parentOf('I.1')).status).toBe('assigned');
    expect(await shared.sandbox.register.directives.find(plan.opens[0]?.id ?? '')).toBeUndefined();
  });

  test('closes, its people are told once, each part is assigned to its own', async () => {
    await carryOut(plan, options());
    await expectSplit((await parentOf('I.1')).id);
    const { id } = await parentOf('I.1');
    expect((await ledgerOf(shared.sandbox, id, TODAY)).filter((row) => row.includes(' split '))).toEqual([
      `${TODAY} split cooperating ${contact('Sở Tài chính')}`,
      `${TODAY} split lead ${contact('Sở Nội vụ')}`,
    ]);
    const view = await shared.sandbox.register.directives.show(id);
    const said = view?.messages.at(-1)?.content;
    expect(said?.paragraphs[0]).toBe(
      'Nhiệm vụ dưới đây do Sở Nội vụ chủ trì được tách thành 2 nhiệm vụ: mục I.1/1 (Sở Nội vụ, hạn 15/05/2025); mục I.1/2 (Sở Tài chính, hạn 30/06/2025).',
    );
    expect(said?.facts).toContainEqual({ label: 'Lý do', value: reason });
    const part = await shared.sandbox.register.directives.show(`${id}/2`);
    expect(part?.messages[0]?.content?.paragraphs).toContain('Nhiệm vụ này được tách từ nhiệm vụ tại mục I.1.');
    // The day the notice set keeps the words that set it, a new one has none.
    expect([part?.directive.deadline?.phrase, (await recordOf(shared.sandbox, `${id}/1`)).deadline]).toEqual([
      'ngày 2025-06-30',
      null,
    ]);
  });

  test('is split once', async () => {
    await expect(planOf(await parentOf('I.1'))).rejects.toThrow(
      /I\.1: đã tách ngày 03\/03\/2025 thành .*I\.1\/1, .*\/2/,
    );
  });

  test('a part can be split again', async () => {
    const part = await recordOf(shared.sandbox, `${(await parentOf('I.1')).id}/2`);
    await carryOut(await planOf(part, [{ text: 'Trước' }, { text: 'Sau' }]), options());
    expect((await shared.sandbox.register.directives.lineage(part.id)).into.map((d) => d.other.localId)).toEqual([
      'I.1/2/1',
      'I.1/2/2',
    ]);
  });
});

describe('cut short', () => {
  /** More than a split makes of the register and Temporal, as `cutBefore` counts them. */
  const MOST_CALLS = 14;

  test('before any of its calls: the same command goes on, and nothing is lost or doubled', async () => {
    const given = { parts, by: office, reason, now, source: 'phan.yaml' };
    let cuts = 0;
    for (; cuts < MOST_CALLS; cuts++) {
      const localId = `II.${cuts + 1}`;
      const once = async (by: SuccessionOptions) => splitDirective(await parentOf(localId), given, by);
      if (!(await isCut(() => once(cutBefore(options(), cuts + 1))))) break;
      await once(options());
      await expectSplit((await parentOf(localId)).id);
      await expect(once(options())).rejects.toThrow(/đã tách ngày/);
    }
    // It was cut before each of its calls, and came through when none was left.
    expect(cuts).toBeLessThan(MOST_CALLS);
    expect(cuts).toBeGreaterThan(8);
  });

  test('between its close and the start of its parts, and left so: the audit says what to run again', async () => {
    const { sandbox } = shared;
    const parent = await parentOf('I.2');
    const given = { parts, by: office, reason, now, source: 'phan.yaml' };
    await isCut(() => splitDirective(parent, given, cutBefore(options(), 3)));
    expect((await parentOf('I.2')).status).toBe('split');
    const ids = [`${parent.id}/1`, `${parent.id}/2`];
    const { findings } = await auditRegister({
      ...{
        register: sandbox.register,
        now: now + DAY_MS,
        clock: Date.now() + DAY_MS,
        runs: await runsOf(sandbox.client),
      },
    });
    const mine = findings.filter((f) => ids.includes(f.directiveId) && f.kind === 'workflow-missing');
    expect(mine.map((f) => [f.directiveId, f.detail])).toEqual(
      ids.map((id) => [id, expect.stringMatching(/chưa bắt đầu; chạy lại đúng lệnh bị ngắt .*split/)]),
    );
    await splitDirective(await parentOf('I.2'), given, options());
    await expectSplit(parent.id);
  });

  test('twice at once it is made once; another one that comes too late is told so', async () => {
    const plan = await planOf(await parentOf('I.4'));
    const other = await planOf(await parentOf('I.4'), [...parts].reverse());
    const ended = await Promise.allSettled([carryOut(plan, options()), carryOut(plan, options())]);
    expect(ended.map((e) => e.status)).toEqual(['fulfilled', 'fulfilled']);
    await expectSplit((await parentOf('I.4')).id);
    await expect(carryOut(other, options())).rejects.toThrow(/đã kết thúc/);
    await expectSplit((await parentOf('I.4')).id);
  });
});

describe('refused', () => {
  test.each<[string, readonly GivenPart[], string, RegExp]>([
    ['without a reason', parts, ' ', /I\.5: Cần ghi rõ lý do/],
    ['into one', parts.slice(0, 1), reason, /Tách thì cần ít nhất hai/],
    [
      'for an agency nobody knows',
      [...parts, { text: 'Khác', lead: ['Sở Không có'] }],
      reason,
      /^phan\.yaml: phần 3: danh bạ không có đơn vị “Sở Không có”/,
    ],
    [
      'by a day that is past',
      [...parts, { text: 'Khác', due: { day: '2025-03-01' } }],
      reason,
      /phần 3: due: hạn 01\/03\/2025 đã qua/,
    ],
  ])('%s', async (_, given, words, message) => {
    await expect(planOf(await parentOf('I.5'), given, words)).rejects.toThrow(message);
    expect((await parentOf('I.5')).status).toBe('assigned');
  });

  test('while it stands still, while a result waits, and once it is closed', async () => {
    const acts = [
      ['I.5', { type: 'suspend', by: office, reason }, /I\.5: Nhiệm vụ đang tạm hoãn; cần cho tiếp tục/],
      ['I.6', { type: 'submit-result', by: { party: 'lead' }, text: 'Báo cáo' }, /I\.6: Kết quả đã được trình/],
      ['I.7', { type: 'cancel', by: office, reason }, /I\.7: Nhiệm vụ đã kết thúc/],
    ] as const;
    for (const [localId, act, message] of acts) {
      await runner(localId).act({ at: now, act }, `${localId}-1`);
      await expect(planOf(await parentOf(localId))).rejects.toThrow(message);
    }
  });

  test('by Temporal, where something came between: nothing has opened', async () => {
    const { sandbox } = shared;
    const parent = await parentOf('I.8');
    const plan = await planOf(parent);
    await runner('I.8').act({ at: now, act: { type: 'suspend', by: office, reason } }, 'I.8-1');
    await expect(carryOut(plan, options())).rejects.toThrow(/đang tạm hoãn/);
    expect((await sandbox.register.directives.lineage(parent.id)).into).toEqual([]);
    expect(await sandbox.register.directives.find(`${parent.id}/1`)).toBeUndefined();
  });

  test('by those the policy does not name', async () => {
    const parent = await parentOf('I.8');
    const given = { parts, by: { party: 'lead' }, reason, now, source: 'phan.yaml' } as const;
    await expect(planSplit(shared.sandbox.register, parent, given)).rejects.toThrow(/chủ trì không được thay thế/);
  });
});

test('the days a suspension gave back stay given back, and the audit finds nothing wrong', async () => {
  const { sandbox } = shared;
  const later = now + 14 * DAY_MS;
  await runner('I.5').act({ at: later, act: { type: 'resume', by: office } }, 'I.5-2');
  const parent = await parentOf('I.5');
  const plan = await planSplit(sandbox.register, parent, {
    parts,
    by: office,
    reason,
    now: later,
    source: 'phan.yaml',
  });
  expect(plan.opens.map((d) => d.due)).toEqual(['2025-05-15', '2025-04-14']);
  await carryOut(plan, optionsOn(sandbox, later));
  const ids = new Set([...plan.opens.map((d) => d.id), parent.id]);
  for (const d of plan.opens) await sandbox.clock.idle(d.workflowId);
  const { findings } = await auditRegister({
    register: sandbox.register,
    now: later,
    runs: await runsOf(sandbox.client),
  });
  expect(findings.filter((f) => ids.has(f.directiveId))).toEqual([]);
});
