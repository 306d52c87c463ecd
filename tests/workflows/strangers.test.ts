import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, type WorkflowHandle } from '@temporalio/client';
import type { Act } from '../../dsl/rules/index.ts';
import { HOUR_MS, instantAt } from '../../dsl/time/day.ts';
import { actOn } from '../../office/act.ts';
import { RunWatch } from '../../office/audit/index.ts';
import { lostDirectives, restartDirectives } from '../../office/heal.ts';
import { issueNotice } from '../../office/issue.ts';
import { shippedRules } from '../../policies/index.ts';
import type { Incident } from '../../register/index.ts';
import { standInDirectory } from '../../rehearsal/stand-in-directory.ts';
import { ACT_UPDATE, directiveWorkflowId, STANDING_QUERY } from '../../workflows/contract.ts';
import { sketchNotice } from '../support/notice.ts';
import { useSandbox } from '../support/sandbox.ts';
import { testSeal } from '../support/seal.ts';

/* Somebody else on this machine reaches Temporal's port: what they try changes nothing, or is an incident at once. */

const ISSUED = '2025-02-24';
const issuedAt = instantAt(ISSUED, 8 * 60);
const read = sketchNotice(
  '1/TB',
  ISSUED,
  ['I.1', 'I.2', 'I.3', 'I.4'].map((id) => ({ id, lead: 'Sở Nội vụ', due: '2025-03-31' })),
);
const shared = useSandbox(standInDirectory([read]));
const acknowledge: Act = { type: 'acknowledge', by: { party: 'lead', agency: 'so-noi-vu' } };

let stranger: Client;
let watch: RunWatch;
let ids: readonly string[];

const handleOf = (id: string): WorkflowHandle => stranger.workflow.getHandle(directiveWorkflowId(id));
const statusOf = async (id: string) => (await handleOf(id).describe()).status.name;
const logOf = async (id: string) => (await shared.sandbox.register.directives.show(id))?.events ?? [];
const incidentsOf = async (id: string): Promise<Incident[]> =>
  (await shared.sandbox.register.audit.incidents()).filter(({ directiveId }) => directiveId === id);

/** The listing lags behind: looks until it has been seen; the suite's own limit bounds it. */
async function found(id: string) {
  for (;;) {
    const findings = (await watch.look()).filter(({ directiveId }) => directiveId === id);
    if (findings.length > 0) return findings;
  }
}

beforeAll(async () => {
  const { register, calendar, taskQueue } = shared.sandbox;
  const { connection, options } = shared.client;
  stranger = new Client({ connection, namespace: options.namespace });
  watch = new RunWatch({ register, client: stranger, taskQueue, from: Date.now() });
  const { directives } = await issueNotice(read, {
    ...{ register, client: shared.client, calendar, taskQueue, issuedAt },
    ...{ clockOffsetMs: issuedAt - Date.now(), rules: shippedRules },
  });
  ids = directives.map(({ id }) => id);
  for (const id of ids) await handleOf(id).query(STANDING_QUERY);
});
afterAll(async () => {
  for (const id of ids)
    await handleOf(id)
      .terminate('end of the test')
      .catch(() => {});
});

test('an act without the office’s signature, or with that of another act, is not taken and is an incident', async () => {
  const [id = '', other = ''] = ids;
  const before = (await logOf(id)).length;
  const unsigned = handleOf(id).executeUpdate(ACT_UPDATE, { args: [acknowledge] });
  await expect(unsigned).rejects.toMatchObject({ cause: { message: expect.stringMatching(/chữ ký/) } });
  const put = { workflowId: directiveWorkflowId(other), update: ACT_UPDATE, id: 'x', given: acknowledge };
  const borrowed = handleOf(id).executeUpdate(ACT_UPDATE, {
    updateId: 'x',
    args: [acknowledge, await testSeal.seal(put)],
  });
  await expect(borrowed).rejects.toMatchObject({ cause: { type: 'unsigned' } });
  expect(await logOf(id)).toHaveLength(before);
  expect(await incidentsOf(id)).toMatchObject([
    { kind: 'from-outside', detail: expect.stringMatching(/acknowledge.*không có chữ ký/) },
  ]);
  // The office's own is taken all the same.
  await actOn(shared.sandbox, id, acknowledge, randomUUID());
  expect(await logOf(id)).toHaveLength(before + 1);
});

test('a signal and a cancellation change nothing and are incidents; acts are still taken', async () => {
  const [, id = ''] = ids;
  await handleOf(id).signal('close', { all: true });
  await handleOf(id).cancel();
  await actOn(shared.sandbox, id, acknowledge, randomUUID());
  expect(await statusOf(id)).toBe('RUNNING');
  const [incident] = await incidentsOf(id);
  expect(incident).toMatchObject({ kind: 'from-outside', detail: expect.stringMatching(/hủy|tín hiệu/) });
});

test('what was terminated is seen at the next look and goes on from its log; an act taken before is not taken twice', async () => {
  const { register, taskQueue } = shared.sandbox;
  const [, , id = ''] = ids;
  const act: Act = { type: 'suspend', by: { party: 'secretariat' }, reason: 'Chờ' };
  const actId = randomUUID();
  await actOn(shared.sandbox, id, act, actId);
  await actOn(shared.sandbox, id, { type: 'resume', by: { party: 'secretariat' } }, randomUUID());
  const log = await logOf(id);
  await handleOf(id).terminate('a stranger');
  expect(await found(id)).toMatchObject([{ kind: 'ended-outside', detail: expect.stringMatching(/TERMINATED/) }]);

  const late = actOn(shared.sandbox, id, act, randomUUID());
  await expect(late).rejects.toThrow(/kết thúc từ bên ngoài.*chạy dondoc up/);

  const running = {
    statusOf: ({ workflowId }: { workflowId: string }) => statusOf(workflowId.replace('directive/', '')),
  };
  const lost = await lostDirectives(register, running);
  expect(lost.map((one) => one.id)).toEqual([id]);
  const office = { client: shared.client, register, taskQueue, clockOffsetMs: issuedAt - Date.now() };
  await restartDirectives(office, lost);
  // What they have read in the history of the run before.
  await actOn(shared.sandbox, id, act, actId);
  expect(await logOf(id)).toEqual(log);
  expect(await handleOf(id).query(STANDING_QUERY)).toMatchObject({ status: log.at(-1)?.status });
});

test('what was reset while nobody looked is seen by the next service, once', async () => {
  const { register, taskQueue } = shared.sandbox;
  const { connection, options } = shared.client;
  const [, id = ''] = ids;
  const log = await logOf(id);
  await watch.look();
  await watch.looked();
  const { events } = await handleOf(id).fetchHistory();
  const firstTask = events?.find((event) => event.workflowTaskCompletedEventAttributes);
  await connection.workflowService.resetWorkflowExecution({
    ...{ namespace: options.namespace, workflowExecution: { workflowId: directiveWorkflowId(id) } },
    ...{ reason: 'a stranger', requestId: randomUUID(), workflowTaskFinishEventId: firstTask?.eventId ?? null },
  });
  // Its own beginning would see nothing of it: the mark of the one before does.
  const fresh = () => new RunWatch({ register, client: stranger, taskQueue, from: Date.now() + HOUR_MS });
  watch = fresh();
  const findings = await found(id);
  expect(findings).toMatchObject([{ kind: 'ended-outside', detail: expect.stringMatching(/TERMINATED/) }]);
  expect((await register.audit.note(findings)).opened).toHaveLength(1);
  await register.audit.seen();
  watch = fresh();
  expect((await register.audit.note(await found(id))).opened).toEqual([]);
  // The run that came of it takes over what the log holds.
  await actOn(shared.sandbox, id, { type: 'report-progress', by: acknowledge.by, text: 'Đang làm' }, randomUUID());
  expect((await logOf(id)).slice(0, -1)).toEqual(log);
});

test('what was deleted is seen by its absence', async () => {
  const [, , , id = ''] = ids;
  const { connection, options } = shared.client;
  const workflowExecution = { workflowId: directiveWorkflowId(id) };
  await connection.workflowService.deleteWorkflowExecution({ namespace: options.namespace, workflowExecution });
  expect(await found(id)).toMatchObject([{ kind: 'ended-outside' }]);
});

test('what has happened stays open until somebody has seen it', async () => {
  const { audit } = shared.sandbox.register;
  const [directiveId = ''] = ids;
  await audit.note([{ kind: 'ended-outside', directiveId, step: '', since: Date.now(), detail: 'thử' }]);
  const before = await audit.incidents();
  expect(before.length).toBeGreaterThan(0);
  await audit.record([]);
  expect(await audit.incidents()).toEqual(before);
  expect(await audit.seen()).toHaveLength(before.length);
  expect(await audit.incidents()).toEqual([]);
});
