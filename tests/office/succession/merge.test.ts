import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Day, HOUR_MS, instantAt } from '../../../dsl/time/day.ts';
import { auditRegister, runsOf } from '../../../office/audit/index.ts';
import {
  type MergeTarget,
  mergeDirectives,
  planMerge,
  type SuccessionOptions,
} from '../../../office/succession/index.ts';
import { why } from '../../../office/why/why.ts';
import type { DirectiveRecord } from '../../../register/index.ts';
import { standInDirectory } from '../../../rehearsal/stand-in-directory.ts';
import type { TaskRunner } from '../../../rehearsal/task-runner.ts';
import { office } from '../../support/acts.ts';
import { sketchNotice } from '../../support/notice.ts';
import { useSandbox } from '../../support/sandbox.ts';
import { cutBefore, isCut, ledgerOf, optionsOn, recordOf, runningFrom } from './support.ts';

/* Several directives become one, on the real Temporal; whatever is counted is counted in the ledger. */

const ISSUED = '2025-02-24';
const TODAY = '2025-02-25';
const now = instantAt(TODAY, 9 * 60);
const reason = 'Cùng một nội dung';
const MOST_CALLS = 10;

const notice = sketchNotice('41/TB', ISSUED, [
  { id: 'I.1', lead: 'Sở Nội vụ', due: '2025-06-30' },
  { id: 'I.2', lead: 'Sở Y tế', cooperating: ['Sở Tư pháp'], due: '2025-05-30' },
  { id: 'I.3', lead: 'Sở Nội vụ', due: null },
  { id: 'I.4', lead: 'Sở Y tế', cooperating: ['Sở Tư pháp'], due: '2025-06-30' },
  { id: 'I.5', lead: 'Sở Nội vụ', due: '2025-04-30' },
  { id: 'I.6', lead: 'Sở Nội vụ', due: '2025-04-30' },
  { id: 'I.7', lead: 'Sở Nội vụ', due: '2025-04-30' },
  { id: 'I.8', lead: 'Sở Nội vụ', due: '2025-04-30' },
  ...['II', 'III', 'V', 'IV'].flatMap((part, i) =>
    Array.from({ length: part === 'II' || part === 'V' ? MOST_CALLS / 2 : MOST_CALLS }, (_, n) => ({
      id: `${part}.${n + 1}`,
      lead: i < 2 ? 'Sở Nội vụ' : 'Sở Y tế',
      due: '2025-06-30',
    })),
  ),
]);
const other = sketchNotice('42/TB', ISSUED, [{ id: 'VI.1', lead: 'Sở Tài chính', due: '2025-06-30' }]);
const directory = standInDirectory([notice, other]);
const shared = useSandbox(directory);
const contact = (name: string) => `${directory.agencies.find((a) => a.name === name)?.id}-dau-moi`;

let runner: (localId: string) => TaskRunner;

beforeAll(async () => {
  const issuedAt = instantAt(ISSUED, 8 * 60);
  const here = await runningFrom(shared.sandbox, notice, issuedAt, now);
  const there = await runningFrom(shared.sandbox, other, issuedAt, now);
  runner = (localId) => (localId.startsWith('VI.') ? there(localId) : here(localId));
});

const record = (localId: string) => recordOf(shared.sandbox, runner(localId).directive.id);
const records = (...localIds: string[]) => Promise.all(localIds.map(record));
const given = (into: MergeTarget) => ({ into, by: office, reason, now });
const options = () => optionsOn(shared.sandbox, now);
const merge = (from: readonly DirectiveRecord[], into: MergeTarget) => mergeDirectives(from, given(into), options());
const plan = (from: readonly DirectiveRecord[], into: MergeTarget) =>
  planMerge(shared.sandbox.register, from, given(into));
const today = (id: string) => ledgerOf(shared.sandbox, id, TODAY);

describe('into one that is there', () => {
  test('is previewed without a trace, with the deadline that is given up', async () => {
    const planned = await plan(await records('I.1', 'I.2', 'I.3'), { directive: await record('I.1') });
    expect(planned.closes.map((c) => c.directive.localId)).toEqual(['I.2', 'I.3']);
    expect(planned.absorbs?.act.joining.map((c) => c.name)).toEqual(['Sở Y tế', 'Sở Tư pháp']);
    expect(planned.notes).toEqual([
      expect.stringMatching(/I\.2 có hạn 30\/05\/2025, sớm hơn hạn được giữ \(30\/06\/2025\)/),
    ]);
    expect((await record('I.2')).status).toBe('assigned');
  });

  test('it goes on with the agencies of the others; each is told once of what became of theirs', async () => {
    const { sandbox } = shared;
    const id = await merge(await records('I.1', 'I.2', 'I.3'), { directive: await record('I.1') });
    const target = await recordOf(sandbox, id);
    expect(target).toMatchObject({ localId: 'I.1', status: 'assigned', due: '2025-06-30' });
    expect(target.cooperating.map((c) => c.name)).toEqual(['Sở Y tế', 'Sở Tư pháp']);
    expect(await today(id)).toEqual(
      [
        `${TODAY} absorbed cooperating ${contact('Sở Tư pháp')}`,
        `${TODAY} absorbed cooperating ${contact('Sở Y tế')}`,
        `${TODAY} absorbed lead ${contact('Sở Nội vụ')}`,
      ].sort(),
    );
    expect(await today((await record('I.2')).id)).toEqual([
      `${TODAY} merged cooperating ${contact('Sở Tư pháp')}`,
      `${TODAY} merged lead ${contact('Sở Y tế')}`,
    ]);
    for (const localId of ['I.2', 'I.3'])
      expect(await record(localId)).toMatchObject({ status: 'merged', nextWake: null });
    const view = await sandbox.register.directives.show(id);
    expect(view?.lineage.from.map((d) => [d.how, d.other.localId])).toEqual([
      ['merged', 'I.2'],
      ['merged', 'I.3'],
    ]);
    const said = view?.messages.find((m) => m.kind === 'absorbed' && m.role === 'lead')?.content;
    expect(said?.paragraphs[0]).toMatch(/nhận thêm các nhiệm vụ tại mục I\.2 và mục I\.3/);
    expect(said?.facts.map((f) => f.label)).toEqual(expect.arrayContaining(['Nhập từ mục I.2', 'Nhập từ mục I.3']));
    const closed = (await sandbox.register.directives.show((await record('I.2')).id))?.messages.at(-1)?.content;
    expect(closed?.paragraphs[0]).toMatch(/được nhập vào nhiệm vụ tại mục I\.1 \(Sở Nội vụ, hạn 30\/06\/2025\)\.$/);
  });

  test('is merged once', async () => {
    const from = await records('I.1', 'I.2', 'I.3');
    await expect(merge(from, { directive: await record('I.1') })).rejects.toThrow(
      /I\.2, .*I\.3: đã nhập ngày 25\/02\/2025 vào .*I\.1;/,
    );
  });

  test('goes on as the rules have it for whoever takes part now: the audit lives the same life again', async () => {
    const { sandbox } = shared;
    await runner('I.1').goTo(instantAt('2025-07-02', 12 * 60));
    const { id } = await record('I.1');
    const told = await ledgerOf(sandbox, id, '2025-02-26');
    expect(told.filter((row) => row.includes('overdue lead'))).toHaveLength(1);
    const later = instantAt('2025-07-02', 12 * 60);
    const { findings } = await auditRegister({
      register: sandbox.register,
      now: later,
      runs: await runsOf(sandbox.client),
    });
    const ids = [id, (await record('I.2')).id, (await record('I.3')).id];
    expect(findings.filter((f) => ids.includes(f.directiveId))).toEqual([]);
  });

  test('dondoc why: what somebody had to do with it before, on and after that day', async () => {
    const { register } = shared.sandbox;
    const asked = async (localId: string, day: Day) => {
      const { answers } = await why(register, 'Sở Y tế', day, { only: await record(localId), now });
      return answers.map((a) => [a.verdict, a.role, a.says]);
    };
    expect((await asked('I.1', ISSUED)).map(([verdict]) => verdict)).toEqual(['no-role']);
    const told = await asked('I.1', TODAY);
    expect(told.map(([, role]) => role)).toEqual(['cooperating', 'cooperating']);
    expect(await asked('I.2', '2025-03-03')).toEqual([
      ['closed', 'lead', expect.stringMatching(/^kết thúc lúc .*, đã nhập vào nhiệm vụ khác: .*\/I\.1$/)],
    ]);
  });

  test('across notices, only with the agencies that are named, in new words', async () => {
    const { sandbox } = shared;
    const into = { directive: await record('I.4'), cooperating: ['Công an tỉnh'], text: 'Lời văn chung' };
    await expect(merge(await records('VI.1'), into)).rejects.toThrow(
      /^--cooperating: danh bạ không có đơn vị “Công an tỉnh”/,
    );
    const id = await merge(await records('VI.1'), { ...into, cooperating: [] });
    const target = await recordOf(sandbox, id);
    expect([target.text, target.cooperating.map((c) => c.name)]).toEqual(['Lời văn chung', ['Sở Tư pháp']]);
    const said = (await sandbox.register.directives.show(id))?.messages.find((m) => m.kind === 'absorbed')?.content;
    expect(said?.paragraphs[0]).toContain('nhận thêm nhiệm vụ tại mục VI.1 văn bản số 42/TB;');
  });
});

describe('into a new one', () => {
  test('opens with the earliest deadline and all agencies; those merged close', async () => {
    const { sandbox } = shared;
    const from = await records('I.6', 'I.5');
    const id = await merge(from, { part: { text: 'Làm chung', cooperating: ['Sở Y tế'] }, source: 'chung.yaml' });
    const opened = await recordOf(sandbox, id);
    expect(opened).toMatchObject({ localId: 'I.5+I.6', due: '2025-04-30', text: 'Làm chung', issueState: 'started' });
    await sandbox.clock.idle(opened.workflowId);
    expect(await today(id)).toEqual([
      `${TODAY} assignment lead ${contact('Sở Nội vụ')}`,
      `${TODAY} copy cooperating ${contact('Sở Y tế')}`,
    ]);
    for (const localId of ['I.5', 'I.6']) {
      expect(await today((await record(localId)).id)).toEqual([`${TODAY} merged lead ${contact('Sở Nội vụ')}`]);
    }
    const said = (await sandbox.register.directives.show(id))?.messages[0]?.content;
    expect(said?.paragraphs).toContain('Nhiệm vụ này nhập từ các nhiệm vụ tại mục I.5 và mục I.6.');
  });
});

describe('cut short', () => {
  test.each(['into one that is there', 'into a new one'])(
    'before any of its calls, %s: the same command goes on, and nothing is lost or doubled',
    async (which) => {
      const fresh = which === 'into a new one';
      const first = fresh ? 'III' : 'II';
      const [kept, closing] = fresh ? [[], ['III', 'IV']] : [['II'], ['V']];
      let cuts = 0;
      for (; cuts < MOST_CALLS; cuts++) {
        const ids = [...kept, ...closing].map((part) => `${part}.${cuts + 1}`);
        const into = async (): Promise<MergeTarget> =>
          fresh
            ? { part: { text: 'Làm chung' }, source: 'chung.yaml' }
            : { directive: await record(`${first}.${cuts + 1}`) };
        const once = async (by: SuccessionOptions) => mergeDirectives(await records(...ids), given(await into()), by);
        if (!(await isCut(() => once(cutBefore(options(), cuts + 1))))) break;
        const id = await once(options());
        await shared.sandbox.clock.idle((await recordOf(shared.sandbox, id)).workflowId);
        await expect(once(options())).rejects.toThrow(/đã nhập ngày/);
        const kinds = (await today(id)).map((row) => row.split(' ').slice(1, 3).join(' '));
        expect(kinds).toEqual(
          fresh ? ['assignment lead', 'copy cooperating'] : ['absorbed cooperating', 'absorbed lead'],
        );
        for (const part of closing) {
          const told = await today((await record(`${part}.${cuts + 1}`)).id);
          expect(told.filter((row) => row.includes(' merged '))).toHaveLength(1);
        }
      }
      // It was cut before each of its calls, and came through when none was left.
      expect(cuts).toBeLessThan(MOST_CALLS);
      expect(cuts).toBeGreaterThan(fresh ? 6 : 2);
    },
  );
});

describe('refused', () => {
  const fresh: MergeTarget = { part: { text: 'Làm chung' }, source: 'chung.yaml' };

  test('the same twice, itself alone, one alone, two notices in a new one', async () => {
    const one = await record('I.7');
    await expect(plan([one, one], fresh)).rejects.toThrow(/I\.7: ghi hai lần/);
    await expect(plan([one], { directive: one })).rejects.toThrow(/ít nhất hai nhiệm vụ khác nhau/);
    await expect(plan([one], fresh)).rejects.toThrow(/ít nhất hai nhiệm vụ khác nhau/);
    await expect(plan([one, { ...one, id: 'khác/V.2', noticeId: 'khác' }], fresh)).rejects.toThrow(
      /thuộc hai thông báo/,
    );
  });

  test('while one stands still, waits for its approval or is closed; nothing has changed', async () => {
    const [seven, eight] = await records('I.7', 'I.8');
    const at = now + HOUR_MS;
    if (!seven || !eight) throw new Error('not rehearsed');
    await runner('I.8').act({ at, act: { type: 'suspend', by: office, reason } }, 'I.8-1');
    await expect(merge([eight], { directive: seven })).rejects.toThrow(/I\.8: Nhiệm vụ đang tạm hoãn/);
    await expect(merge([seven], { directive: await record('I.8') })).rejects.toThrow(/I\.8: Nhiệm vụ đang tạm hoãn/);
    await runner('I.8').act({ at, act: { type: 'resume', by: office } }, 'I.8-2');
    await runner('I.8').act({ at, act: { type: 'submit-result', by: { party: 'lead' }, text: 'Xong' } }, 'I.8-3');
    await expect(merge(await records('I.7', 'I.8'), fresh)).rejects.toThrow(/I\.8: Kết quả đã được trình/);
    await runner('I.8').act({ at, act: { type: 'approve', by: office } }, 'I.8-4');
    await expect(merge([seven], { directive: await record('I.8') })).rejects.toThrow(/I\.8: Nhiệm vụ đã kết thúc/);
    await expect(merge(await records('I.7', 'I.8'), { directive: seven })).rejects.toThrow(
      /I\.8: Nhiệm vụ đã kết thúc/,
    );
    expect(await record('I.7')).toMatchObject({ status: 'assigned', cooperating: [] });
  });
});
