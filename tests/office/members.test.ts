import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { preview } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { instantAt } from '../../dsl/time/day.ts';
import { sharedTasks } from '../../office/members.ts';
import { type ReadNotice, tasksOfNotice } from '../../office/registration.ts';
import { withEach } from '../../office/review/index.ts';
import { directiveOf, type Task, type TaskOptions } from '../../office/task.ts';
import { shippedRules, standard } from '../../policies/index.ts';
import type { Directory } from '../../register/index.ts';
import { province } from '../support/directory.ts';
import { sketchNotice } from '../support/notice.ts';

const DAY = '2025-09-03';
const issuedAt = instantAt(DAY, 8 * 60);

const notice = (lead: string, more: Partial<Parameters<typeof sketchNotice>[2][number]> = {}) =>
  sketchNotice('31/TB', DAY, [{ id: 'II.3', lead, due: '2025-10-31', ...more }]);

function shares(read: ReadNotice, directory: Directory, options: Partial<TaskOptions> = {}): Task[] {
  return sharedTasks(tasksOfNotice(read, { rules: shippedRules, ...options }), read, directory, DAY);
}

const leads = (tasks: readonly Task[]) => tasks.map(({ draft }) => draft.lead.map(({ name }) => name).join(' + '));

/** Two agencies named together, as the reader gives them. */
function together(): ReadNotice {
  const read = notice('Sở Số 1');
  const [draft] = read.notice.directives;
  if (!draft) throw new Error('no directive');
  const lead = [...draft.lead, { name: 'Sở Số 2', span: null }];
  return { ...read, notice: { ...read.notice, directives: [{ ...draft, lead }] } };
}

describe('what a group is given', () => {
  test('each of its agencies is given, under ids of their own and one code', () => {
    const read = notice('UBND các xã');
    const tasks = shares(read, province(3));
    expect(leads(tasks)).toEqual(['UBND xã Số 1', 'UBND xã Số 2', 'UBND xã Số 3']);
    expect(tasks.map(({ id }) => id.slice(read.id.length))).toEqual(['/II.3@xa-1', '/II.3@xa-2', '/II.3@xa-3']);
    expect(new Set(tasks.map(({ draft }) => draft.id))).toEqual(new Set(['II.3']));
    expect(new Set(tasks.map(({ parent }) => parent?.id))).toEqual(new Set([`${read.id}/II.3`]));
    expect(tasks[0]?.parent?.lead[0]?.name).toBe('UBND các xã');
  });

  test('several dates, and what recurs, are each member’s own', () => {
    const read = notice('UBND các xã', { due: '2025-09-24', recurrence: 'FREQ=MONTHLY;BYMONTHDAY=24' });
    const tasks = shares(read, province(2)).filter(({ opensOn }) => opensOn === undefined);
    expect(tasks.map(({ id }) => id.slice(read.id.length))).toEqual(['/II.3@xa-1/2025-09-24', '/II.3@xa-2/2025-09-24']);
    expect(tasks.map(({ parent, series }) => [parent?.id, series?.id].map((id) => id?.slice(read.id.length)))).toEqual([
      ['/II.3/2025-09-24', '/II.3@xa-1'],
      ['/II.3/2025-09-24', '/II.3@xa-2'],
    ]);
  });

  test('every share goes by the plan of the whole, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.constantFrom(...['UBND các xã', 'các sở']), (n, lead) => {
        const read = notice(lead, { cooperating: ['Sở Số 1'] });
        const [whole] = tasksOfNotice(read, { rules: shippedRules });
        if (!whole) throw new Error('no task');
        const stepsOf = (task: Task) => preview(task.policy, directiveOf(task, issuedAt, civilServants)).steps;
        for (const share of shares(read, province(n, n))) expect(stepsOf(share)).toEqual(stepsOf(whole));
      }),
    );
  });

  test('agencies named beside a group have their own too, and nobody has two', () => {
    const read = notice('UBND các xã');
    const [draft] = read.notice.directives;
    if (!draft) throw new Error('no directive');
    const lead = ['Sở Số 1', 'UBND các xã', 'UBND xã Số 2'].map((name) => ({ name, span: null }));
    const mixed = { ...read, notice: { ...read.notice, directives: [{ ...draft, lead }] } };
    expect(leads(shares(mixed, province(2)))).toEqual(['Sở Số 1', 'UBND xã Số 1', 'UBND xã Số 2']);
  });

  test('a group nobody is in stays one task, for a person to look at', () => {
    expect(leads(shares(notice('UBND các phường'), province(2)))).toEqual(['UBND các phường']);
  });

  test('the clerk may let it lead one together', () => {
    const [read] = withEach([notice('UBND các xã')], { each: [], together: ['II.3'] });
    const [only, ...others] = read ? shares(read, province(3)) : [];
    expect(others).toEqual([]);
    expect(only?.parent).toBeUndefined();
    expect(read?.review?.changes).toEqual([{ directive: 'II.3', field: 'each', was: null, is: 'false' }]);
  });
});

describe('agencies named together', () => {
  test('lead one together, unless the clerk or the policy says each', () => {
    expect(leads(shares(together(), province(1)))).toEqual(['Sở Số 1 + Sở Số 2']);
    const [each] = withEach([together()], { each: ['II.3'], together: [] });
    expect(each && leads(shares(each, province(1)))).toEqual(['Sở Số 1', 'Sở Số 2']);
    const policy = { ...standard, each: true as const };
    expect(leads(shares(together(), province(1), { policy }))).toEqual(['Sở Số 1', 'Sở Số 2']);
    const [kept] = withEach([together()], { each: [], together: ['II.3'] });
    expect(kept && leads(shares(kept, province(1), { policy }))).toEqual(['Sở Số 1 + Sở Số 2']);
  });

  test('an id no notice has, or one given both ways, is refused', () => {
    expect(() => withEach([together()], { each: ['II.9'], together: [] })).toThrow(/II\.9.*II\.3/);
    expect(() => withEach([together()], { each: ['II.3'], together: ['II.3'] })).toThrow(/--each.*--together/);
  });
});

describe('whose work was divided', () => {
  const divided: Directory = {
    ...province(3),
    agencies: [
      ...province(3).agencies,
      {
        ...{ id: 'huyen', name: 'UBND huyện An Bình', aliases: [], kind: 'ubnd-huyen', to: '2025-06-30' },
        heirs: ['xa-1', 'xa-2'].map((agency) => ({ agency, places: [] })),
      },
    ],
  };

  test('is given to those who took over; to one alone where the words name its place', () => {
    expect(leads(shares(notice('UBND huyện An Bình'), divided))).toEqual(['UBND xã Số 1', 'UBND xã Số 2']);
    const read = notice('UBND huyện An Bình');
    const [draft] = read.notice.directives;
    if (!draft) throw new Error('no directive');
    const text = 'Giao UBND huyện An Bình sửa chợ xã Số 2';
    const [only, ...others] = shares(
      { ...read, notice: { ...read.notice, directives: [{ ...draft, text }] } },
      divided,
    );
    expect(others).toEqual([]);
    expect(only?.draft.lead.map(({ agency }) => agency)).toEqual(['xa-2']);
    expect(only?.parent).toBeUndefined();
  });
});
