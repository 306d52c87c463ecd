/** @slow 2,000 rows, planned twice and entered */

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { instantAt } from '../../dsl/time/day.ts';
import { ImportDesk, manyRows } from './import-support.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await ImportDesk.open();
});
afterEach(() => desk.close());

test('2,000 rows are read, planned and planned again, a few questions a row, and nobody gets a flood', async () => {
  const path = await desk.file(
    'lon.csv',
    [
      'Số/ký hiệu;Ngày ban hành;Nội dung;Chủ trì;Hạn;Trạng thái;Ngày tiếp nhận;Ngày trình;Ngày hoàn thành',
      ...manyRows(2000),
    ].join('\n'),
  );
  const { storage } = desk;
  const before = storage.statements;
  const plan = await desk.plan(path);
  const planned = storage.statements - before;
  expect(plan.works).toHaveLength(2000);
  const entered = await storage.asked(() => desk.register.directives.enterOldWork(plan.works.map((w) => w.work)));
  const again = await storage.asked(async () => {
    expect((await desk.plan(path)).known).toHaveLength(2000);
  });
  process.stderr.write(`  2,000 rows: ${planned} statements to plan, ${entered} to enter, ${again} to plan again\n`);
  expect(planned).toBeLessThan(50);
  expect(entered).toBeLessThan(5 * 2000);
  expect(again).toBeLessThan(2000);

  const mornings = new Map<string, number>();
  for (const { work } of plan.works) {
    const tellOn = work.wake.act?.act.type === 'import' ? work.wake.act.act.tellOn : undefined;
    const key = `${work.directive.lead[0]?.agency} ${tellOn}`;
    if (tellOn) mornings.set(key, (mornings.get(key) ?? 0) + 1);
  }
  expect(Math.max(...mornings.values())).toBeLessThanOrEqual(5);
  expect([...mornings.values()].reduce((a, b) => a + b)).toBe(667);
  expect((await desk.register.directives.report(instantAt('2025-06-17', 0))).withDeadline.doneOnTime).toBe(667);
});
