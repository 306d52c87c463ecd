import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import proto from '@temporalio/proto';
import { instantAt } from '../../dsl/time/day.ts';
import { actOn } from '../../office/act.ts';
import { issueNotice } from '../../office/issue.ts';
import { shippedRules } from '../../policies/index.ts';
import { standInDirectory } from '../../rehearsal/stand-in-directory.ts';
import { startDirectiveWorker } from '../../worker/directive-worker.ts';
import { sketchNotice } from '../support/notice.ts';
import { useSandbox } from '../support/sandbox.ts';
import { testSeal } from '../support/seal.ts';
import { openTestTemporal, type TestTemporal } from '../support/temporal.ts';

const { VERSIONING_BEHAVIOR_AUTO_UPGRADE } = proto.temporal.api.enums.v1.VersioningBehavior;
const ISSUED = '2025-02-24';
const issuedAt = instantAt(ISSUED, 8 * 60);
const read = sketchNotice('1/TB', ISSUED, [{ id: 'I.1', lead: 'Sở Nội vụ', due: '2025-03-31' }]);
// Its register and calendar; the workers are this test's own.
const shared = useSandbox(standInDirectory([read]));

let temporal: TestTemporal;
beforeAll(async () => {
  temporal = await openTestTemporal();
});
afterAll(() => temporal.close());

test('a directive goes on with the next build of the worker', async () => {
  const { address, namespace, client, clock } = temporal;
  const { register, calendar } = shared.sandbox;
  const deploymentName = `dondoc-${randomUUID()}`;
  const taskQueue = deploymentName;
  // As an operator does: the new build's worker runs, then the build is made the current one.
  const start = async (buildId: string) => {
    const worker = await startDirectiveWorker({
      ...{ connection: { address }, namespace, register, seal: testSeal, taskQueue, onPlanned: () => {} },
      build: { deploymentName, buildId },
    });
    for (;;) {
      try {
        await client.workflowService.setWorkerDeploymentCurrentVersion({ namespace, deploymentName, buildId });
        return worker;
      } catch (error) {
        // Refused until Temporal has heard of the worker; the test's own time bounds it.
        if (!(error instanceof Error) || !/NOT_FOUND|FAILED_PRECONDITION/.test(error.message)) throw error;
        await delay(20);
      }
    }
  };
  const versionOf = async (workflowId: string) => {
    const { raw } = await client.workflow.getHandle(workflowId).describe();
    return raw.workflowExecutionInfo?.versioningInfo;
  };

  const first = await start('1');
  const { directives } = await issueNotice(read, {
    ...{ register, client, calendar, taskQueue, issuedAt, clockOffsetMs: issuedAt - Date.now(), rules: shippedRules },
  });
  const { id = '', workflowId = '' } = directives[0] ?? {};
  await clock.idle(workflowId);
  expect(await versionOf(workflowId)).toMatchObject({
    behavior: VERSIONING_BEHAVIOR_AUTO_UPGRADE,
    deploymentVersion: { deploymentName, buildId: '1' },
  });
  await first.stop();

  const second = await start('2');
  const { standing } = await actOn(
    { client, register },
    id,
    { type: 'acknowledge', by: { party: 'lead' } },
    'tiep-nhan',
  );
  expect(standing.status).toBe('acknowledged');
  expect(await versionOf(workflowId)).toMatchObject({ deploymentVersion: { deploymentName, buildId: '2' } });
  await second.stop();
});
