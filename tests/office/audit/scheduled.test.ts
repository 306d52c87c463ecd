import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditActivities } from '../../../activities/audit.ts';
import { HOUR_MS, MINUTE_MS } from '../../../dsl/time/day.ts';
import { startAuditor } from '../../../office/audit/index.ts';
import { type AuditRecorded, openRegister, type Register } from '../../../register/index.ts';
import { historyCost } from '../../../rehearsal/history-cost.ts';
import { composeMessage } from '../../../texts/messages/index.ts';
import { startDirectiveWorker } from '../../../worker/directive-worker.ts';
import { AUDIT_WORKFLOW_ID } from '../../../workflows/contract.ts';
import { testSeal } from '../../support/seal.ts';
import { openTestTemporal, type TestTemporal } from '../../support/temporal.ts';

/** Five virtual hours are ten audits: on a machine with other work each takes seconds. */
const PATIENCE = { timeoutMs: 240_000 };

let temporal: TestTemporal;
let folder: string;
let register: Register;

beforeAll(async () => {
  temporal = await openTestTemporal();
  folder = await mkdtemp(join(tmpdir(), 'dondoc-audit-'));
  const file = join(folder, 'register.db');
  register = await openRegister({ file, compose: composeMessage, mailDomain: 'rehearsal.invalid' });
});
afterAll(async () => {
  await temporal.client.workflow.getHandle(AUDIT_WORKFLOW_ID).terminate('end of the test');
  await register.close();
  await temporal.close();
  await rm(folder, { recursive: true });
});

test('the auditor waits for the service to catch up, then audits every half hour for a day and goes on', async () => {
  const { client, clock, address, namespace } = temporal;
  const taskQueue = `audit-${randomUUID()}`;
  const audits: AuditRecorded[] = [];
  // Each look at the clock is a step on: the audit's own virtual time is not the machine's.
  let looked = Date.now();
  const { audit } = auditActivities({
    ...{ register, client, onAudited: (recorded: AuditRecorded) => audits.push(recorded) },
    clock: () => {
      looked += 16 * MINUTE_MS;
      return looked;
    },
  });
  const worker = await startDirectiveWorker({
    ...{
      connection: { address },
      namespace,
      taskQueue,
      register,
      seal: testSeal,
      audit: { audit },
      onPlanned: () => {},
    },
  });
  try {
    await startAuditor({ client, register }, taskQueue);
    await startAuditor({ client, register }, taskQueue);
    // Where another register's service works, a second one does not join in.
    const other = await openRegister({
      ...{ file: join(folder, 'other.db'), compose: composeMessage, mailDomain: 'rehearsal.invalid' },
    });
    await expect(startAuditor({ client, register: other }, taskQueue)).rejects.toThrow(/sổ khác .*TEMPORAL_NAMESPACE/);
    await other.close();
    const handle = client.workflow.getHandle(AUDIT_WORKFLOW_ID);
    const first = (await handle.describe()).runId;
    await clock.fastForward(AUDIT_WORKFLOW_ID, 5 * HOUR_MS, PATIENCE);
    expect(audits.length).toBeGreaterThanOrEqual(8);
    const { events, actions } = historyCost(await handle.fetchHistory());
    process.stderr.write(`  ${audits.length} audits: ${events} events, ${actions} actions\n`);
    expect(events).toBeLessThanOrEqual(5 + 11 * (audits.length + 1));
    expect(actions).toBeLessThanOrEqual(2 * (audits.length + 2));
    const before = (await register.audit.last())?.at ?? 0;
    await clock.fastForward(AUDIT_WORKFLOW_ID, 21 * HOUR_MS, PATIENCE);
    expect((await register.audit.last())?.at).toBeGreaterThan(before);
    const { runId, status } = await handle.describe();
    expect(status.name).toBe('RUNNING');
    expect(runId).not.toBe(first);
  } finally {
    await worker.stop();
  }
});
