import { beforeAll, describe, expect, test } from '@jest/globals';
import { DAY_MS, instantAt } from '../../../dsl/time/day.ts';
import { runsOf } from '../../../office/audit/index.ts';
import { issueNotice } from '../../../office/issue.ts';
import { actOnSeries, cancelSeries } from '../../../office/series/act.ts';
import { lostSeries, restartSeries } from '../../../office/series/heal.ts';
import { shippedRules } from '../../../policies/index.ts';
import type { SeriesRecord } from '../../../register/index.ts';
import { standInDirectory } from '../../../rehearsal/stand-in-directory.ts';
import { sketchNotice } from '../../support/notice.ts';
import { useSandbox } from '../../support/sandbox.ts';
import { auditSandbox, findingsOf } from './support.ts';

/* A recurring directive whose workflow is gone, or that opens nothing, is found, and healed by what the office has. */

const ISSUED = '2025-02-24';
const issuedAt = instantAt(ISSUED, 8 * 60);
const sketch = (number: string) =>
  sketchNotice(number, ISSUED, [{ id: 'I', lead: 'Sở Y tế', due: ISSUED, recurrence: 'FREQ=MONTHLY;BYMONTHDAY=24' }]);
const shared = useSandbox(standInDirectory([sketch('0/TB')]));
const clockOffsetMs = issuedAt - Date.now();

function issue(number: string) {
  const { register, client, calendar, taskQueue } = shared.sandbox;
  const options = { register, client, calendar, taskQueue, issuedAt, clockOffsetMs, rules: shippedRules };
  return issueNotice(sketch(number), options);
}

async function seriesOf(number: string): Promise<SeriesRecord> {
  const [one] = (await issue(number)).series;
  if (!one) throw new Error('nothing recurs');
  await shared.sandbox.clock.idle(one.workflowId);
  return one;
}

/** Until Temporal's listings, which lag behind, know it too. */
async function terminate({ workflowId }: SeriesRecord): Promise<void> {
  const { workflow } = shared.client;
  await workflow.getHandle(workflowId).terminate('thử');
  const query = `WorkflowId = "${workflowId}" AND ExecutionStatus = "Running"`;
  while ((await workflow.count(query)).count > 0);
}

const found = async ({ id }: SeriesRecord, day: string) =>
  findingsOf(await auditSandbox(shared.sandbox, instantAt(day, 12 * 60)), id);
const dues = async ({ id }: SeriesRecord) =>
  (await shared.sandbox.register.series.show(id))?.occurrences.map((o) => o.due);

describe('a recurring directive without its workflow', () => {
  let series: SeriesRecord;
  beforeAll(async () => {
    series = await seriesOf('1/TB');
  });

  test('nothing is wrong while it runs', async () => {
    expect(await found(series, '2025-03-20')).toEqual([]);
  });

  test('terminated, it is an incident at once, and one more when an occurrence should have been opened', async () => {
    await terminate(series);
    expect(await found(series, '2025-03-20')).toEqual(['series-failed']);
    expect(await found(series, '2025-03-25')).toEqual(['series-failed', 'occurrence-not-opened']);
    const { findings } = await auditSandbox(shared.sandbox, instantAt('2025-03-25', 12 * 60));
    const late = findings.find((f) => f.directiveId === series.id && f.kind === 'occurrence-not-opened');
    expect(late).toMatchObject({ step: '2025-04-24', detail: expect.stringMatching(/kỳ có hạn 24\/04\/2025/) });
    const act = actOnSeries(
      shared.sandbox,
      series.id,
      { type: 'suspend', by: { party: 'secretariat' }, reason: 'Chờ' },
      'a-1',
    );
    await expect(act).rejects.toThrow(/không chạy: chạy lại dondoc up/);
  });

  test('issued again, it runs again and opens what was missed, once; issued once more it is refused', async () => {
    const { resumed } = await issue('1/TB');
    expect(resumed).toBe(true);
    await expect(issue('1/TB')).rejects.toThrow(/đã được giao/);
    await shared.sandbox.clock.fastForward(series.workflowId, 40 * DAY_MS);
    expect(await dues(series)).toEqual(['2025-03-24', '2025-04-24']);
    expect(await found(series, '2025-03-25')).toEqual([]);
  });
});

test('what dondoc up does at its start: only what should run is started again', async () => {
  const [lost, ended, running, asleep] = [
    ...[await seriesOf('2/TB'), await seriesOf('3/TB'), await seriesOf('4/TB'), await seriesOf('5/TB')],
  ] as [SeriesRecord, SeriesRecord, SeriesRecord, SeriesRecord];
  const { register, client, taskQueue } = shared.sandbox;
  await actOnSeries(shared.sandbox, asleep.id, { type: 'suspend', by: { party: 'issuer' }, reason: 'Chờ' }, 'a-1');
  await terminate(lost);
  await terminate(asleep);
  await cancelSeries(shared.sandbox, ended.id, { by: 'issuer', reason: 'Thôi' }, 'c-1');
  const own = (await register.series.list()).filter((s) =>
    [lost, ended, running, asleep].some(({ id }) => id === s.id),
  );
  const toStart = await lostSeries(register, await runsOf(client), own);
  expect(toStart.map((s) => s.id).sort()).toEqual([lost.id, asleep.id].sort());
  await restartSeries({ register, client, taskQueue, clockOffsetMs }, toStart);
  expect(await lostSeries(register, await runsOf(client), own)).toEqual([]);
  // Suspended it was, suspended it is: nothing is late, and it can be resumed.
  await shared.sandbox.clock.idle(asleep.workflowId);
  expect(await found(asleep, '2025-06-01')).toEqual([]);
  const view = await actOnSeries(shared.sandbox, asleep.id, { type: 'resume', by: { party: 'issuer' } }, 'a-2');
  expect(view.next).toMatchObject({ due: '2025-04-24' });
  // Runs again, but its clock stands still: by the rules an occurrence is late.
  expect(await found(lost, '2025-03-25')).toEqual(['occurrence-not-opened']);
});
