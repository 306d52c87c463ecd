import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { HOUR_MS, instantAt } from '../../dsl/time/day.ts';
import { shippedRules } from '../../policies/index.ts';
import { compareDepartures } from '../../rehearsal/departures.ts';
import { openPostBox, type PostBox } from '../../rehearsal/post-box.ts';
import { rehearse } from '../../rehearsal/rehearse.ts';
import { openSandbox, type Sandbox } from '../../rehearsal/sandbox.ts';
import { standInDirectory } from '../../rehearsal/stand-in-directory.ts';
import { sketchNotice } from '../support/notice.ts';
import { testSeal } from '../support/seal.ts';
import { openTestTemporal, type TestTemporal } from '../support/temporal.ts';

/* A rehearsal that sends, by the activities of production: the plan also says when each message leaves, and with which. */

const ISSUED = '2025-02-24';
const issuedAt = instantAt(ISSUED, 8 * 60);
const NOTICE = sketchNotice('88/TB-VP', ISSUED, [
  { id: 'I.1', lead: 'Sở Nội vụ', cooperating: ['Sở Tài chính'], due: '2025-03-31' },
  { id: 'I.2', lead: 'Sở Nội vụ', due: '2025-03-31' },
]);

let temporal: TestTemporal;
let postBox: PostBox;
let sandbox: Sandbox;
beforeAll(async () => {
  temporal = await openTestTemporal();
  postBox = await openPostBox();
  sandbox = await openSandbox({
    temporal: { connection: { address: temporal.address }, namespace: temporal.namespace },
    calendar: civilServants,
    directory: standInDirectory([NOTICE]),
    senders: postBox.senders,
    seal: testSeal,
  });
});
afterAll(async () => {
  await sandbox.close();
  await postBox.close();
  await temporal.close();
});

test('each message leaves when the plan says, in the digest it says; one that did not would be told', async () => {
  const { results } = await rehearse(sandbox, [NOTICE], { rules: shippedRules, issuedAt });
  expect(results.flatMap((r) => r.differences)).toEqual([]);
  const messages = results.flatMap((r) => r.view.messages).filter((m) => m.outcome === 'accepted');
  const gathered = messages.filter((m) => m.gathered);
  expect([messages.length > gathered.length, gathered.length > 0]).toEqual([true, true]);
  expect(postBox.mails.length + postBox.zaloMessages.length).toBe(
    new Set(messages.map((m) => `${m.channel} ${m.shipment ?? m.id}`)).size,
  );
  // What carried each of them stands with it, and Temporal knows it.
  for (const { dispatchedAs } of messages.slice(0, 5)) {
    const { status } = await temporal.client.activity.getHandle(dispatchedAs ?? '').describe();
    expect(status).toBe('COMPLETED');
  }

  // And so does the directive's own run: who looks there finds what was sent last.
  const [first] = results;
  const run = temporal.client.workflow.getHandle(first?.view.directive.workflowId ?? '');
  const { currentDetails } = await run.query<{ currentDetails: string }>('__temporal_workflow_metadata');
  const named = [...currentDetails.matchAll(/`([^`]+)`/g)].map(([, activity]) => activity);
  expect(named.length).toBeGreaterThan(0);
  expect(first?.view.messages.map((m) => m.dispatchedAs)).toEqual(expect.arrayContaining(named));

  const [one] = results;
  if (!one) throw new Error('nothing was rehearsed');
  const facts = {
    planned: one.planned,
    policy: one.task.policy,
    calendar: civilServants,
    urgency: null,
    acts: [],
    messages: one.view.messages,
    leftAt: sandbox.leftAt,
  };
  expect(compareDepartures(facts)).toEqual([]);
  const late = (id: string) => (sandbox.leftAt(id) ?? 0) + HOUR_MS;
  expect(compareDepartures({ ...facts, leftAt: late }).length).toBeGreaterThan(0);
});
