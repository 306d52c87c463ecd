import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Act, apply, initialState, isClosed, type State, standingOf } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { DAY_MS, instantAt } from '../../dsl/time/day.ts';
import { sharedTasks } from '../../office/members.ts';
import { directiveDraftOf, noticeDraftOf, partyIn, tasksOfNotice } from '../../office/registration.ts';
import { directiveOf } from '../../office/task.ts';
import { shippedRules } from '../../policies/index.ts';
import { type DirectiveRecord, folded, isLateAt, parentOf } from '../../register/index.ts';
import { PARENT_LINES } from '../../texts/parents.ts';
import { clocksIn } from '../support/clocks.ts';
import { province } from '../support/directory.ts';
import { sketchNotice } from '../support/notice.ts';
import { type Opened, openFresh, sqlite } from './support.ts';

const DAY = '2025-09-03';
const issuedAt = instantAt(DAY, 8 * 60);
const MEMBERS = 4;

const read = sketchNotice('31/TB', DAY, [
  { id: 'I.1', lead: 'UBND các xã', due: '2025-09-30' },
  { id: 'I.2', lead: 'Sở Số 1', due: '2025-09-26' },
]);
const office = { party: 'secretariat' } as const;
const lead = { party: 'lead' } as const;

/** What may be done to a share, each at its turn. */
const ACTS: readonly Act[] = [
  { type: 'acknowledge', by: lead },
  { type: 'submit-result', by: lead, text: 'Báo cáo' },
  { type: 'approve', by: office },
  { type: 'return', by: office, reason: 'Thiếu số liệu' },
  { type: 'suspend', by: office, reason: 'Chờ hướng dẫn' },
  { type: 'resume', by: office },
  { type: 'cancel', by: office, reason: 'Không còn cần' },
];

/** What ends a share comes seldom, or there would soon be none to act on. */
const WEIGHTS: Readonly<Record<string, number>> = { approve: 1, cancel: 1 };

let opened: Opened;
beforeEach(async () => {
  opened = await openFresh(sqlite);
  await opened.register.directory.import(province(MEMBERS));
});
afterEach(() => opened.close());

async function registered() {
  const directory = await opened.register.directory.current();
  const tasks = sharedTasks(tasksOfNotice(read, { rules: shippedRules }), read, directory, DAY);
  const drafts = tasks.map((t) => directiveDraftOf(t, issuedAt, civilServants, partyIn(directory, DAY)));
  await opened.register.notices.register(noticeDraftOf(read), drafts);
  return tasks;
}

describe('a whole and its shares', () => {
  test('are kept, and read back, under one code', async () => {
    await registered();
    const all = await opened.register.directives.list();
    expect(all.map(({ localId }) => localId).sort()).toEqual(['I.1', 'I.1', 'I.1', 'I.1', 'I.2']);
    const [whole, ...others] = folded(all, all, issuedAt).filter((one) => 'members' in one);
    expect(others).toEqual([]);
    expect(whole).toMatchObject({ localId: 'I.1', lead: [{ name: 'UBND các xã' }], sums: { total: MEMBERS, done: 0 } });
  });

  test('add up at any instant, whatever is done to whom and when', async () => {
    const tasks = (await registered()).filter(({ parent }) => parent);
    const doing = fc.record({
      who: fc.nat(MEMBERS - 1),
      act: fc.oneof(...ACTS.map((act) => ({ arbitrary: fc.constant(act), weight: WEIGHTS[act.type] ?? 4 }))),
      days: fc.nat(4),
    });
    const states = tasks.map((task) => {
      const directive = directiveOf(task, issuedAt, civilServants);
      const state: State = { ...initialState(directive), status: 'assigned', assignedAt: issuedAt };
      return { task, directive, state, seq: 0 };
    });
    const script = fc.sample(fc.array(doing, { minLength: 60, maxLength: 60 }), { numRuns: 1, seed: 9 })[0] ?? [];
    let now = issuedAt;
    let moved = 0;
    for (const { who, act, days } of script) {
      now += days * DAY_MS;
      const one = states[who];
      if (!one || isClosed(one.state)) continue;
      const applied = apply(one.task.policy, one.directive, one.state, act, now);
      if (!applied.ok) continue;
      one.state = applied.state;
      moved++;
      const standing = standingOf(one.state, null);
      await opened.register.directives.recordWake({
        ...{ directiveId: one.task.id, seq: one.seq++, at: now, act: { id: `thao-tac-${moved}`, act }, posts: [] },
        ...{ standing, clocks: clocksIn(standing) },
      });
      await expectSums(now);
    }
    expect(moved).toBeGreaterThan(8);
  });
});

test('a group of whom nobody has anything left to do says what became of it', () => {
  const none = { total: 0, acknowledged: 0, done: 0, late: 0 };
  const cancelled = { status: 'cancelled' } as const;
  expect(PARENT_LINES.sums(none, [cancelled, cancelled])).toBe('đã hủy (2 đơn vị)');
  expect(PARENT_LINES.sums(none, [cancelled, { status: 'superseded' }])).toBe(
    'đã hủy (1 đơn vị), đã được thay thế (1 đơn vị)',
  );
});

/** What the list says, what the report says and what is counted by hand are one. */
async function expectSums(now: number): Promise<void> {
  const { register } = opened;
  const members = (await register.directives.list()).filter(({ parent }) => parent);
  const counted = members.filter(({ status }) => !['cancelled', 'superseded', 'split', 'merged'].includes(status));
  const count = (of: (d: DirectiveRecord) => boolean) => counted.filter(of).length;
  const { sums, late } = parentOf(members, now);
  expect(sums).toEqual({
    total: counted.length,
    acknowledged: count((d) => d.acknowledgedAt !== null || d.status === 'approved'),
    done: count((d) => d.status === 'approved'),
    late: count((d) => isLateAt(d, now)),
  });
  expect(late).toHaveLength(sums.late);
  const rows = (await register.directives.report(now)).rows.filter(({ parent }) => parent);
  const cells = (...which: string[]) => rows.filter(({ cell }) => cell !== null && which.includes(cell)).length;
  expect(sums.total).toBe(cells('doneOnTime', 'doneLate', 'openInTime', 'openOverdue'));
  expect(sums.done).toBe(cells('doneOnTime', 'doneLate'));
  expect(sums.late).toBe(cells('openOverdue'));
}
