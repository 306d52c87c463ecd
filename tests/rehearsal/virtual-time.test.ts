import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { historyCost } from '../../rehearsal/history-cost.ts';
import { openTestTemporal, type TestTemporal } from '../support/temporal.ts';
import { type MonthInput, type month, note, seenSoFar } from './month.workflow.ts';

const DAY = 86_400_000;
const activities = { record: async () => {} };

let temporal: TestTemporal;
let workflowBundle: WorkflowBundleWithSourceMap;

beforeAll(async () => {
  temporal = await openTestTemporal();
  const workflowsPath = fileURLToPath(new URL('./month.workflow.ts', import.meta.url));
  workflowBundle = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
});
afterAll(() => temporal.close());

function startMonth(taskQueue: string, input: Partial<MonthInput>) {
  const args: [MonthInput] = [{ steps: 6, stepMs: 5 * DAY, renewAfter: 0, seen: [], ...input }];
  return temporal.client.workflow.start<typeof month>('month', { taskQueue, workflowId: randomUUID(), args });
}

describe('virtual time', () => {
  test('thirty days pass in legs; time stands between them while a person acts', async () => {
    await temporal.withWorker({ workflowBundle, activities }, async (taskQueue) => {
      const run = await startMonth(taskQueue, {});
      expect(await temporal.clock.fastForward(run.workflowId, 12 * DAY)).toBe('reached');
      expect(await run.query(seenSoFar)).toEqual(['5 step', '10 step']);
      const { startTime } = await run.describe();
      const passed = (await temporal.clock.now(run.workflowId)).getTime() - startTime.getTime();
      expect(Math.round(passed / DAY)).toBe(12);

      expect(await run.executeUpdate(note, { args: ['đã nhận'] })).toBe(1);
      expect(await temporal.clock.fastForward(run.workflowId, 6 * DAY)).toBe('reached');
      expect((await run.query(seenSoFar)).slice(2)).toEqual(['12 note đã nhận', '12 step', '17 step']);

      expect(await temporal.clock.fastForward(run.workflowId, 60 * DAY)).toBe('closed');
      expect((await run.result()).length).toBe(7);
      expect(await temporal.clock.fastForward(run.workflowId, DAY)).toBe('closed');
    });
  });

  test('more jumps than the server allows by default go by, a year of days in one leg', async () => {
    await temporal.withWorker({ workflowBundle, activities }, async (taskQueue) => {
      const run = await startMonth(taskQueue, { steps: 365, stepMs: DAY });
      expect(await temporal.clock.fastForward(run.workflowId, 370 * DAY)).toBe('closed');
      const seen = await run.result();
      expect(seen.length).toBe(365);
      expect(new Set(seen).size).toBe(365);
    });
  });

  test('a leg goes on through continue-as-new without losing or delaying a step', async () => {
    await temporal.withWorker({ workflowBundle, activities }, async (taskQueue) => {
      const run = await startMonth(taskQueue, { steps: 12, renewAfter: 2 });
      const expected = [5, 10, 15, 20, 25, 30].map((days) => `${days} step`);
      expect(await temporal.clock.fastForward(run.workflowId, 32 * DAY)).toBe('reached');
      expect(await run.query(seenSoFar)).toEqual(expected);
      expect(await temporal.clock.fastForward(run.workflowId, 60 * DAY)).toBe('closed');
    });
  });

  test('time does not run past work that is not done: a leg waits for a failing step and says when it cannot end', async () => {
    let failures = 2;
    const record = async () => {
      if (failures-- > 0) throw ApplicationFailure.create({ message: 'the register is away', nextRetryDelay: '50 ms' });
    };
    await temporal.withWorker({ workflowBundle, activities: { record } }, async (taskQueue) => {
      const run = await startMonth(taskQueue, { steps: 1 });
      expect(await temporal.clock.fastForward(run.workflowId, 6 * DAY)).toBe('closed');
      expect(await run.result()).toEqual(['5 step']);
    });
    // Without a worker nothing is ever done, so the leg cannot end.
    const run = await startMonth(`nobody-${randomUUID()}`, { steps: 1 });
    await expect(temporal.clock.fastForward(run.workflowId, DAY, { timeoutMs: 700 })).rejects.toThrow(
      'does a worker run?',
    );
    await run.terminate();
  });

  test('a workflow that does not exist and a leg of no length are refused', async () => {
    await expect(temporal.clock.fastForward(randomUUID(), DAY)).rejects.toThrow('not found');
    await expect(temporal.clock.fastForward(randomUUID(), 0)).rejects.toThrow('must be more than 0');
  });
});

describe('historyCost', () => {
  test('counts what the server would bill, without what virtual time adds', async () => {
    await temporal.withWorker({ workflowBundle, activities }, async (taskQueue) => {
      const run = await startMonth(taskQueue, { steps: 3 });
      await temporal.clock.fastForward(run.workflowId, 7 * DAY);
      await run.executeUpdate(note, { args: ['một'] });
      await temporal.clock.fastForward(run.workflowId, 30 * DAY);
      await run.result();
      const history = await run.fetchHistory();
      const described = await run.describe();
      const cost = historyCost(history);
      // Start 1, three timers (one cancelled by the update) 3, three local activities 3, one update 1.
      expect(cost.actions).toBe(8);
      // Start and its task 4; a fired timer with its task and record 6, twice; the timer cut short 1 + 1, the update's
      // task 3, accepted and completed 2, its record 1; the close 1.
      expect(cost.events).toBe(4 + 2 * 6 + 2 + 3 + 2 + 1 + 1);
      const added = (history.events ?? []).length - cost.events;
      expect(added).toBeGreaterThanOrEqual(4);
      // The server's own count of the whole history, time skipping included, is of the same size.
      expect(cost.bytes).toBeLessThan(described.historySize ?? 0);
      expect(cost.bytes).toBeGreaterThan((described.historySize ?? 0) / 2);
    });
  });
});
