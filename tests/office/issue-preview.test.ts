import { expect, test } from '@jest/globals';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { instantAt } from '../../dsl/time/day.ts';
import { issuePreviewOf } from '../../office/issue-preview.ts';
import { tasksOfNotice } from '../../office/registration.ts';
import { shippedRules } from '../../policies/index.ts';
import { standInDirectory } from '../../rehearsal/stand-in-directory.ts';
import { sketchNotice } from '../support/notice.ts';

test('what is late when it is given is what the rules call late: the hour counts where the notice names one', () => {
  const DAY = '2025-03-14';
  const read = sketchNotice('12/TB', DAY, [
    { id: 'I.1', lead: 'Sở Nội vụ', due: '2025-03-13' },
    { id: 'I.2', lead: 'Sở Nội vụ', due: DAY },
    { id: 'I.3', lead: 'Sở Nội vụ', due: DAY },
  ]);
  const tasks = tasksOfNotice(read, { rules: shippedRules }).map((task) =>
    task.draft.id === 'I.3' ? { ...task, dueTime: '10:00' as const } : task,
  );
  const overdueAt = (hour: number) =>
    issuePreviewOf(read, {
      ...{ tasks, directory: standInDirectory([read]), day: DAY, calendar: civilServants },
      ...{ issuedAt: instantAt(DAY, hour * 60), ready: new Set(['email'] as const) },
    }).overdue;
  expect([overdueAt(9), overdueAt(10), overdueAt(15)]).toEqual([1, 2, 2]);
});
