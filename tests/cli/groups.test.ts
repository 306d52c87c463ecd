/** @slow an act opens the office, and with it Temporal */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Act, clocksOf, initialState, standingOf, wakeUp } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { instantAt } from '../../dsl/time/day.ts';
import { sharedTasks } from '../../office/members.ts';
import { directiveDraftOf, noticeDraftOf, partyIn, tasksOfNotice } from '../../office/registration.ts';
import { directiveOf } from '../../office/task.ts';
import { shippedRules } from '../../policies/index.ts';
import { openRegister } from '../../register/index.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { province } from '../support/directory.ts';
import { dondoc, environment } from '../support/dondoc.ts';
import { sketchNotice } from '../support/notice.ts';

/* What a group was given, as people see it at the command line. */

const DAY = '2025-09-03';
const issuedAt = instantAt(DAY, 8 * 60);
const MEMBERS = 6;
let folder: string;
let env: NodeJS.ProcessEnv;
const run = (...args: string[]) => dondoc(args, env);
const json = async (...args: string[]) => JSON.parse((await run(...args, '--format', 'json')).stdout);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-groups-cli-'));
  env = environment(folder);
  mkdirSync(folder, { recursive: true });
  const register = await openRegister({
    ...{ file: join(folder, 'register.db'), compose: composeMessage, mailDomain: 'x.invalid', calendar: civilServants },
  });
  await register.directory.import(province(MEMBERS));
  const directory = await register.directory.current();
  const read = sketchNotice('31/TB-VP', DAY, [
    { id: 'II.3', lead: 'UBND các xã', due: '2025-09-30' },
    { id: 'II.4', lead: 'Sở Số 1', due: '2025-09-30' },
  ]);
  const tasks = sharedTasks(tasksOfNotice(read, { rules: shippedRules }), read, directory, DAY);
  const drafts = tasks.map((t) => directiveDraftOf(t, issuedAt, civilServants, partyIn(directory, DAY)));
  await register.notices.register(noticeDraftOf(read), drafts);
  const acts: readonly Act[] = [
    { type: 'acknowledge', by: { party: 'lead' } },
    { type: 'submit-result', by: { party: 'lead' }, text: 'Báo cáo' },
    { type: 'approve', by: { party: 'secretariat' } },
  ];
  // One commune is done, another has acknowledged, four have got it.
  for (const [i, task] of tasks.entries()) {
    const directive = directiveOf(task, issuedAt, civilServants);
    let state = initialState(directive);
    let seq = 0;
    const done = task.parent === undefined ? [] : acts.slice(0, [3, 1][i] ?? 0);
    for (const act of [undefined, ...done]) {
      const now = issuedAt + seq * 60_000;
      const woken = wakeUp(task.policy, directive, state, now, act);
      if ('refusal' in woken) throw new Error(woken.refusal.code);
      state = woken.state;
      await register.directives.recordWake({
        ...{
          directiveId: task.id,
          seq,
          at: now,
          posts: woken.posts,
          clocks: clocksOf(task.policy, directive, state, now),
        },
        ...(act ? { act: { id: `a-${i}-${seq}`, act } } : {}),
        standing: standingOf(state, woken.nextWake),
      });
      seq++;
    }
  }
  await register.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what a group was given', () => {
  test('is one line of the list, with its sums; its members unfold it', async () => {
    const { stdout } = await run('list');
    expect(stdout.replace(/\s+/g, ' ')).toContain('UBND các xã (6 đơn vị)');
    expect(stdout.match(/│ II\.3 +│/g)).toHaveLength(1);
    expect(stdout).toMatch(/2\/6 đã nhận/);
    const unfolded = (await run('list', '--members')).stdout;
    for (let i = 1; i <= MEMBERS; i++) expect(unfolded).toContain(`@xa-${i}`);
    const own = (await run('list', '--agency', 'UBND xã Số 2')).stdout;
    expect(own).toContain('UBND xã Số 2');
    expect(own).not.toContain('đã nhận');
  });

  test('reads as one for programs, and as its members where they are asked for', async () => {
    const { directives } = await json('list');
    expect(directives).toHaveLength(2);
    const whole = directives.find(({ members }: { members?: unknown }) => members);
    expect(whole).toMatchObject({ code: 'II.3', notice: '31/TB-VP', late: true, status: 'assigned' });
    expect(whole.members).toEqual({ total: 6, acknowledged: 2, done: 1, late: 5 });
    expect(whole.parent).toBe(whole.id);
    const open = await json('list', '--members');
    expect(open.directives).toHaveLength(MEMBERS + 1);
    expect(open.parents).toHaveLength(1);
    const overdue = await json('list', '--overdue', '--notice', '31/TB-VP');
    // What is late is asked for, the sums are of all.
    expect(overdue.directives[0].members ?? overdue.directives[1].members).toEqual(whole.members);
  });

  test('is shown by its code, its members each by theirs', async () => {
    const shown = await run('show', '31/TB-VP/II.3');
    expect(shown.stdout).toMatch(/2\/6 đã nhận, 1\/6 hoàn thành, 5 quá hạn: UBND xã Số 2/);
    const whole = await json('show', 'II.3');
    expect(whole.directives).toHaveLength(MEMBERS);
    const member = await json('show', 'II.3@xa-1');
    expect(member).toMatchObject({ parent: whole.id, code: 'II.3', agency: 'xa-1', status: 'approved' });
    expect((await json('show', '31/TB-VP/II.3@xa-1')).id).toBe(member.id);
    const act = await run('act', 'II.3', 'acknowledge');
    expect(act.code).toBe(2);
    expect(act.stderr).toMatch(/nhóm.*II\.3@xa-1/);
  });

  test('is counted by its members in the report, and folded where it is late', async () => {
    const report = await json('report', '--as-of', '2025-12-01');
    expect(report.total).toBe(MEMBERS + 1);
    const [group, ...others] = report.groups;
    expect(others).toEqual([]);
    expect(group).toMatchObject({ total: MEMBERS, withDeadline: { doneOnTime: 1, openOverdue: 5 } });
    const late = (r: { tables: { head: string[]; rows: unknown[] }[] }) =>
      r.tables.find(({ head }) => head.at(-1) === 'Số ngày quá hạn')?.rows.length;
    expect(late(report)).toBe(2);
    expect(late(await json('report', '--as-of', '2025-12-01', '--members'))).toBe(MEMBERS);
    expect((await run('report', '--as-of', '2025-12-01')).stdout).toContain('Nhiệm vụ giao cho nhóm');
  });

  test('is planned once, for so many agencies; what is read says how many they are', async () => {
    const file = join(folder, 'tb.txt');
    writeFileSync(
      file,
      'UBND TỈNH HẢI SƠN\nVĂN PHÒNG\nSố: 33/TB-VP\nHải Sơn, ngày 03 tháng 9 năm 2025\n\nTHÔNG BÁO\nKết luận cuộc họp\n\n1. Giao UBND các xã, phường chủ trì hoàn thành rà soát trước ngày 15/10/2025.\n',
    );
    const { directives } = await json('plan', file);
    expect(directives).toHaveLength(1);
    expect(directives[0]).toMatchObject({ id: '1', members: MEMBERS });
    expect((await run('plan', file)).stdout).toContain(`giao riêng cho ${MEMBERS} đơn vị`);
    const [notice] = (await json('read', file)).notices;
    expect(notice.directives[0].lead[0]).toMatchObject({ members: MEMBERS, agency: 'nhom:xa+phuong' });
    expect((await run('read', file)).stdout).toContain(`[${MEMBERS} đơn`);
  });
});
