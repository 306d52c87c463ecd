import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parseFile, readNoticeFiles } from '../../cli/input.ts';
import type { Policy } from '../../dsl/policy/index.ts';
import { ACT_TYPES } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { instantAt } from '../../dsl/time/day.ts';
import { tasksOfNotice } from '../../office/registration.ts';
import { directiveOf, opensAt, type Task } from '../../office/task.ts';
import { shippedRules, standard } from '../../policies/index.ts';
import { ActsScript } from '../../rehearsal/acts-file.ts';
import { randomActs } from '../../rehearsal/random-acts.ts';
import { rehearse } from '../../rehearsal/rehearse.ts';
import { rehearsalJson } from '../../rehearsal/result.ts';
import { useSandbox } from '../support/sandbox.ts';

/* The sample notice on the real Temporal: with acts drawn from a seed, and with every act written down in a file. */

const sample = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const ISSUED = '2025-02-24';
const issuedAt = instantAt(ISSUED, 8 * 60);
const SCRIPT = sample('rehearsal/samples/moi-thao-tac.yaml');

const shared = useSandbox();
const read = () => readNoticeFiles(sample('notices/samples/thong-bao-mau.txt'), ISSUED, {});
const drawn = (seed: number) => (task: Task) =>
  randomActs(seed, task.id, task.policy, directiveOf(task, issuedAt, civilServants), opensAt(task, issuedAt));

describe('acts drawn from a seed', () => {
  test('the notice goes as planned: steps, refusals with their reasons, and how each task ends', async () => {
    const reads = await read();
    // Of the monthly report one occurrence stands for all.
    const only = ({ part = '2025-03-24' }: Task) => part === '2025-03-24';
    const rehearsed = await rehearse(shared.sandbox, reads, { rules: shippedRules, issuedAt, only, acts: drawn(11) });
    const { differences, matchesPlan, acts } = rehearsalJson(rehearsed, 0);
    expect({ differences, matchesPlan }).toEqual({ differences: undefined, matchesPlan: true });
    expect(rehearsed.results.flatMap((p) => p.acts)).toHaveLength(sum(acts.taken) + sum(acts.refused));
    expect(Object.keys(acts.taken).length).toBeGreaterThan(8);
    expect(Object.keys(acts.refused).length).toBeGreaterThan(4);
  });

  test('the same seed tells the same story; over some seeds every act is taken and refused', async () => {
    const tasks = (await read()).flatMap((r) => tasksOfNotice(r, { rules: shippedRules }));
    expect(tasks.map(drawn(3))).toEqual(tasks.map(drawn(3)));
    expect(tasks.map(drawn(3))).not.toEqual(tasks.map(drawn(4)));
    const types = [1, 2, 3, 4, 5, 6].flatMap((seed) => tasks.flatMap(drawn(seed)).map(({ act }) => act.type));
    expect(new Set(types)).toEqual(new Set([...ACT_TYPES, 'absorb']));
  });
});

describe('acts from a file', () => {
  test('every act there is, taken on Temporal as the model takes it', async () => {
    const policy: Policy = {
      ...{ ...standard, id: 'hai-cap' },
      close: { ...standard.close, endorsedBy: 'headOf(lead)' },
    };
    const script = ActsScript.of(await parseFile(SCRIPT), SCRIPT);
    const [first] = await read();
    if (!first) throw new Error('the sample is no notice');
    // The same notice is another one to the register and Temporal: its id is its words'.
    const own = { ...first, id: `${first.id}-moi`, text: `${first.text}\n(bản thứ hai)` };
    script.requireKnown(tasksOfNotice(own, { rules: shippedRules, policy }), SCRIPT, issuedAt);
    const rehearsed = await rehearse(shared.sandbox, [own], {
      ...{ rules: shippedRules, policy, issuedAt },
      only: (task) => script.actsFor(task).length > 0,
      acts: (task) => script.actsFor(task),
    });
    const { acts, matchesPlan } = rehearsalJson(rehearsed, 0);
    expect({ refused: acts.refused, matchesPlan }).toEqual({ refused: {}, matchesPlan: true });
    expect(new Set(Object.keys(acts.taken))).toEqual(new Set(ACT_TYPES));
    // Both versions of what was corrected stay: the new words in the task, the notice's own in the notice.
    const corrected = rehearsed.results.find((p) => p.task.draft.id === 'II.1')?.view;
    expect(corrected?.directive.text).toBe('Lời văn đúng');
    expect(corrected?.notice.text).toContain(own.notice.directives.find((d) => d.id === 'II.1')?.text.slice(0, 40));
    expect(corrected?.events.filter((e) => e.act?.act.type === 'note').map((e) => e.posts)).toEqual([[]]);
    expect(corrected?.directive.lead).toEqual([{ name: 'Sở Y tế' }]);
  });

  test.each<[string, unknown, RegExp]>([
    ['no list', { on: ISSUED }, /: tệp: ghi một danh sách/],
    [
      'an act nobody knows',
      [{ on: ISSUED, directive: 'II.1', act: 'dance' }],
      /thứ 1, act: ghi một trong: acknowledge,/,
    ],
    [
      'a party nobody knows',
      [{ on: ISSUED, directive: 'II.1', act: 'note', by: 'x' }],
      /thứ 1, by: ghi một trong: lead,/,
    ],
    ['a key nobody reads', [{ on: ISSUED, directive: 'II.1', act: 'note', ghi: 'x' }], /thứ 1: .*"ghi"/],
    ['no such day', [{ on: '2025-02-30', directive: 'II.1', act: 'note' }], /thứ 1, on: ghi dd\/mm\/yyyy/],
    ['a percentage in words', [{ on: ISSUED, directive: 'II.1', act: 'note', percent: 'x' }], /thứ 1, percent: /],
    [
      'the second without its reason',
      [
        { on: ISSUED, directive: 'II.1', act: 'acknowledge' },
        { on: ISSUED, directive: 'II.1', act: 'return' },
      ],
      /^a\.yaml: thao tác thứ 2: trả lại kết quả \(return\) cần reason “lý do”$/,
    ],
  ])('%s is one line with its place', (_, data, line) => {
    expect(() => ActsScript.of(data, 'a.yaml')).toThrow(line);
    expect(() => ActsScript.of(data, 'a.yaml')).toThrow(/^[^\n]+$/);
  });

  test('a code that is a number may stand without quotation marks', () => {
    expect(() => ActsScript.of([{ on: ISSUED, directive: 1, act: 'acknowledge' }], 'a.yaml')).not.toThrow();
  });

  test('a task or a day the notice does not have is refused before anything is results', async () => {
    const tasks = (await read()).flatMap((r) => tasksOfNotice(r, { rules: shippedRules }));
    const of = (on: string, directive: string) => ActsScript.of([{ on, directive, act: 'acknowledge' }], 'a.yaml');
    expect(() => of('2025-03-03', 'IX.9').requireKnown(tasks, 'a.yaml', issuedAt)).toThrow(/không có nhiệm vụ “IX\.9”/);
    const told = ActsScript.of(
      [{ on: ISSUED, directive: 'II.1', act: 'adjust', by: 'secretariat', contact: 'ai-do' }],
      'a.yaml',
    );
    expect(() => told.requirePeople({ people: [] }, 'a.yaml')).toThrow(/thứ 1, contact: .* mã “ai-do”$/);
    expect(() => told.requirePeople({ people: [{ id: 'ai-do', name: 'Ai' }] }, 'a.yaml')).not.toThrow();
    expect(() => of('2025-02-20', 'II.1').requireKnown(tasks, 'a.yaml', issuedAt)).toThrow(/2025-02-20 trước lúc giao/);
  });
});

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, n) => total + n, 0);
}
