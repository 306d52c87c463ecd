import { describe, expect, test } from '@jest/globals';
import { lead, type Policy, person, policy, secretariat } from '../../dsl/policy/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { DAY_MS, instantAt } from '../../dsl/time/day.ts';
import { applyMigration, planMigration } from '../../office/change/migrate-policy.ts';
import { runImport } from '../../office/import/run-import.ts';
import { type IssueOptions, issueNotice } from '../../office/issue.ts';
import { requireProved } from '../../office/proof/index.ts';
import { splitDirective } from '../../office/succession/index.ts';
import { timelineOfView } from '../../office/timeline/index.ts';
import { shippedRules } from '../../policies/index.ts';
import { directiveIdOf, noticeIdOf } from '../../register/index.ts';
import { standInDirectory } from '../../rehearsal/stand-in-directory.ts';
import { directiveWorkflowId } from '../../workflows/contract.ts';
import { office } from '../support/acts.ts';
import { sketchNotice } from '../support/notice.ts';
import { useSandbox } from '../support/sandbox.ts';
import { ImportDesk, NOW } from './import-support.ts';

/* A policy that is not proved comes into no directive, on the real Temporal, unless somebody answers for it. */

const DAY = '2025-02-24';
const issuedAt = instantAt(DAY, 8 * 60);
const sketch = (number: string) =>
  sketchNotice(number, DAY, [
    { id: 'I.1', lead: 'Sở Nội vụ', due: '2025-03-14' },
    { id: 'I.2', lead: 'Sở Tư pháp', due: DAY, recurrence: 'FREQ=MONTHLY;BYMONTHDAY=24' },
  ]);
const shared = useSandbox(standInDirectory([sketch('0/TB')]));

/** Nothing after the assignment, under the id of one that ships: the id proves nothing. */
const bare: Policy = policy('tieu-chuan', 'Sơ sài').assign(lead).close({ submittedBy: lead, approvedBy: secretariat });
const override = { reason: 'Chủ tịch đồng ý, thử một tháng', by: 'Phạm Hồng Loan' };
const REFUTED =
  'quy tắc “Sơ sài” (tieu-chuan) bị kiểm chứng là sai: Nhiệm vụ chưa đóng luôn còn một lần nhắc phía trước, cho đến khi đã nhắc hết các bậc; Nhiệm vụ quá hạn đến người đứng đầu đơn vị chủ trì, rồi đến đơn vị theo dõi hoặc lãnh đạo kết luận, đúng số ngày quy tắc đã định';

const options = (more: Partial<IssueOptions> = {}): IssueOptions => ({
  ...{ register: shared.sandbox.register, client: shared.client, taskQueue: shared.sandbox.taskQueue },
  ...{ calendar: civilServants, issuedAt, clockOffsetMs: issuedAt - Date.now(), rules: shippedRules },
  ...more,
});
const status = async (workflowId: string) =>
  (await shared.client.workflow.getHandle(workflowId).describe()).status.name;

describe('a notice', () => {
  test('is refused by name of what is not proved; nothing is in the register or Temporal', async () => {
    const read = sketch('1/TB');
    const checked: string[] = [];
    const issue = issueNotice(read, options({ policy: bare, onChecking: ({ name }) => checked.push(name) }));
    await expect(issue).rejects.toThrow(`${REFUTED}; xem bằng dondoc check, sửa quy tắc, hoặc thêm --override "lý do"`);
    expect(await shared.sandbox.register.notices.find(noticeIdOf(read.text))).toBeUndefined();
    await expect(status(directiveWorkflowId(directiveIdOf(read.id, 'I.1')))).rejects.toThrow(/not found/);
    // The verdict is remembered: to be told so again takes no check.
    await expect(
      issueNotice(read, options({ policy: bare, onChecking: ({ name }) => checked.push(name) })),
    ).rejects.toThrow(REFUTED);
    expect(checked).toEqual(['Sơ sài']);
  });

  test('is refused as well where a rule, not a person, chose the policy', async () => {
    const rules = [{ match: {}, policy: bare }] as const;
    await expect(issueNotice(sketch('2/TB'), options({ rules }))).rejects.toThrow(REFUTED);
  });

  test('is refused where a policy names a person nobody knows; no word of anybody helps', async () => {
    const known = (await shared.sandbox.register.directory.current()).people[0]?.id ?? '';
    const named = (id: string): Policy => ({ ...bare, escalate: [{ to: person(id), when: { after: { days: 1 } } }] });
    await expect(issueNotice(sketch('5/TB'), options({ policy: named(`${known}x`), override }))).rejects.toThrow(
      new RegExp(
        `báo cho person\\(${known}x\\), danh bạ không có người mang mã này; có phải ý là ${known} \\(.+\\)\\?`,
      ),
    );
    await expect(issueNotice(sketch('5/TB'), options({ policy: named(known) }))).rejects.toThrow(
      /bị kiểm chứng là sai/,
    );
  });

  test('a reason of blanks is none', async () => {
    const blank = { ...override, reason: '  ' };
    await expect(issueNotice(sketch('3/TB'), options({ policy: bare, override: blank }))).rejects.toThrow(/ghi lý do/);
  });

  test('is issued on a person’s word, and the word is kept with each directive, series and occurrence', async () => {
    const { sandbox } = shared;
    const before = Date.now();
    const { directives, series, overridden } = await issueNotice(sketch('4/TB'), options({ policy: bare, override }));
    expect(overridden).toHaveLength(1);
    const [dated] = directives;
    const [recurring] = series;
    if (!dated || !recurring) throw new Error('not issued');
    expect(await status(dated.workflowId)).toBe('RUNNING');
    const kept = {
      ...override,
      policy: { id: 'tieu-chuan', name: 'Sơ sài', version: expect.stringMatching(/^[0-9a-f]{12}$/) },
      unproved: [
        { name: 'open-states-wake', verdict: 'refuted' },
        { name: 'overdue-reaches-head-and-supervisor', verdict: 'refuted' },
      ],
      at: expect.any(Number),
    };
    const view = await sandbox.register.directives.show(dated.id);
    expect(view?.overrides).toEqual([kept]);
    expect(view?.overrides[0]?.at).toBeGreaterThanOrEqual(before);
    expect(view && timelineOfView(view, { calendar: civilServants }).notes).toContain(
      `${REFUTED}; vẫn được dùng theo quyết định của Phạm Hồng Loan, lý do: “Chủ tịch đồng ý, thử một tháng”`,
    );
    // The second occurrence, opened by the series weeks later.
    await sandbox.clock.fastForward(recurring.workflowId, 40 * DAY_MS);
    const opened = await sandbox.register.series.show(recurring.id);
    expect(opened?.overrides).toEqual([kept]);
    const second = opened?.occurrences[1];
    expect((await sandbox.register.directives.show(second?.id ?? ''))?.overrides).toEqual([kept]);
  });

  test('what takes a directive’s place is covered by the same word', async () => {
    const { sandbox, client } = shared;
    const { directives } = await issueNotice(sketch('6/TB'), options({ policy: bare, override }));
    await sandbox.clock.idle(directives[0]?.workflowId ?? '');
    const parent = await sandbox.register.directives.find(directives[0]?.id ?? '');
    if (!parent) throw new Error('not issued');
    const now = issuedAt + DAY_MS;
    const given = { parts: [{ text: 'Rà soát' }, { text: 'Bố trí kinh phí' }], by: office, reason: 'Phân công lại' };
    await splitDirective(
      parent,
      { ...given, now, source: 'phan.yaml' },
      { register: sandbox.register, client, taskQueue: sandbox.taskQueue, clockOffsetMs: now - Date.now() },
    );
    const into = (await sandbox.register.directives.lineage(parent.id)).into.map((d) => d.to);
    expect(into).toHaveLength(2);
    for (const id of into) expect((await sandbox.register.directives.show(id))?.overrides).toMatchObject([override]);
  });

  test('of policies that ship nothing is checked and nothing recorded, even with an override', async () => {
    const onChecking = () => {
      throw new Error('is checked');
    };
    const { directives, overridden } = await issueNotice(sketch('5/TB'), options({ override, onChecking }));
    expect(overridden).toEqual([]);
    for (const { id } of directives) expect((await shared.sandbox.register.directives.show(id))?.overrides).toEqual([]);
  });
});

test('what could not be decided is refused as well, and not called wrong', async () => {
  const { register } = shared.sandbox;
  // No policy is known that the checker cannot decide: the register says so in its place.
  const undecided = Object.create(register, {
    policies: { value: { verdict: async () => [{ name: 'few-messages-a-day', verdict: 'unknown' }] } },
  });
  const policies = new Set([bare]);
  const words =
    'quy tắc “Sơ sài” (tieu-chuan) chưa chứng minh được là đúng, cũng chưa thấy sai: Không ai nhận quá nhiều thông báo trong một ngày';
  const refused = requireProved(undecided, policies, civilServants, {});
  await expect(refused).rejects.toThrow(words);
  await expect(refused).rejects.not.toThrow(/kiểm chứng là sai/);
  const allowed = await requireProved(undecided, policies, civilServants, { override });
  expect(allowed.get(bare)).toMatchObject({ ...override, unproved: [{ verdict: 'unknown' }] });
});

describe('what runs', () => {
  test('a series and what is open of it are migrated on a word that each of them keeps', async () => {
    const { sandbox, client } = shared;
    const { series, directives } = await issueNotice(sketch('7/TB'), options());
    const [recurring] = series;
    if (!recurring) throw new Error('nothing recurs');
    for (const { workflowId } of [recurring, ...directives]) await sandbox.clock.idle(workflowId);
    const planned = await planMigration(sandbox.register, bare, { directiveId: recurring.id });
    const ids = [...planned.series, ...planned.directives].map(({ id }) => id);
    expect(ids).toEqual([recurring.id, `${recurring.id}/2025-03-24`]);
    await expect(applyMigration(client, sandbox.register, planned)).rejects.toThrow(REFUTED);
    expect((await sandbox.register.series.show(recurring.id))?.series.acts).toEqual([]);
    const { changed } = await applyMigration(client, sandbox.register, planned, { override });
    expect(changed).toEqual(ids);
    expect((await sandbox.register.series.show(recurring.id))?.overrides).toMatchObject([override]);
    expect((await sandbox.register.series.show(recurring.id))?.series.acts).toMatchObject([
      { act: { type: 'change-policy', override: override.reason } },
    ]);
    expect((await sandbox.register.directives.show(ids[1] ?? ''))?.overrides).toMatchObject([override]);
  });
});

describe('old work', () => {
  test('is refused and taken in alike', async () => {
    const desk = await ImportDesk.open();
    try {
      const plan = await desk.planRows(['9/TB;24/02/2025;Lập đề án;Sở Nội vụ;30/09/2025;;;;'], { policy: bare });
      const { register } = desk;
      const { client, taskQueue } = shared.sandbox;
      const run = { register, client, taskQueue, clockOffsetMs: NOW - Date.now() };
      const { id, workflowId } = plan.works[0]?.work.directive ?? { id: '', workflowId: '' };
      await expect(runImport(plan, run)).rejects.toThrow(REFUTED);
      expect(await register.directives.list()).toEqual([]);
      await expect(status(workflowId)).rejects.toThrow(/not found/);
      expect(await runImport(plan, { ...run, override })).toMatchObject({
        entered: 1,
        started: 1,
        overridden: [override],
      });
      expect((await register.directives.show(id))?.overrides).toMatchObject([override]);
      // Again: it is there, and the word is not written twice.
      expect(await runImport(plan, { ...run, override })).toEqual({ entered: 0, started: 0, overridden: [] });
      expect((await register.directives.show(id))?.overrides).toHaveLength(1);
    } finally {
      await desk.close();
    }
  });
});
