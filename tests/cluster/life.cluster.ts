import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { instantAt } from '../../dsl/time/day.ts';
import { shippedRules } from '../../policies/index.ts';
import { openRegister } from '../../register/index.ts';
import { openPostBox, type PostBox } from '../../rehearsal/post-box.ts';
import { rehearse } from '../../rehearsal/rehearse.ts';
import { openSandbox, type Sandbox } from '../../rehearsal/sandbox.ts';
import { standInDirectory } from '../../rehearsal/stand-in-directory.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { startDirectiveWorker } from '../../worker/directive-worker.ts';
import { lead, office, on } from '../support/acts.ts';
import { sketchNotice } from '../support/notice.ts';
import { ownDatabase } from '../support/sandbox.ts';
import { testSeal } from '../support/seal.ts';
import { openTestTemporal, type TestTemporal } from '../support/temporal.ts';

/* A directive's whole life on two processes of Temporal, two workers and a register on PostgreSQL; one of them dies. */

const ISSUED = '2025-02-24';
const notice = sketchNotice('9/TB-VP', ISSUED, [
  { id: 'II.1', lead: 'Sở Nội vụ', due: '2025-03-31' },
  { id: 'II.2', lead: 'Sở Xây dựng', due: '2025-03-14' },
]);
const directory = standInDirectory([notice]);

let temporal: TestTemporal;
let post: PostBox;
let sandbox: Sandbox;
let secondWorker: { stop(): Promise<void> };
let onMail = () => {};

beforeAll(async () => {
  temporal = await openTestTemporal();
  post = await openPostBox({ onMail: () => onMail() });
  const database = (await ownDatabase()) ?? '';
  const place = { connection: { address: temporal.address }, namespace: temporal.namespace };
  const { senders } = post;
  sandbox = await openSandbox({
    ...{ temporal: place, calendar: civilServants, directory, senders, seal: testSeal, database },
  });
  const register = await openRegister({
    ...{ url: database, compose: composeMessage, mailDomain: 'rehearsal.invalid', calendar: civilServants },
  });
  const { taskQueue } = sandbox;
  const worker = await startDirectiveWorker({ ...place, register, seal: testSeal, taskQueue, onPlanned: () => {} });
  secondWorker = {
    stop: async () => {
      await worker.stop();
      await register.close();
    },
  };
});
afterAll(async () => {
  await secondWorker.stop();
  await sandbox.close();
  await post.close();
  await temporal.close();
});

test('issued, reminded, acted on and closed, though a process of Temporal is killed after the first mail', async () => {
  const [, second] = JSON.parse(process.env['DONDOC_TEST_CLUSTER'] ?? '[]') as number[];
  let killed = 0;
  onMail = () => {
    if (killed === 0) process.kill(second ?? 0, 'SIGKILL');
    killed++;
  };
  const { results } = await rehearse(sandbox, [notice], {
    rules: shippedRules,
    issuedAt: instantAt(ISSUED, 8 * 60),
    acts: ({ draft }) =>
      draft.id === 'II.1'
        ? [
            on('2025-02-25', { type: 'acknowledge', by: lead }),
            on('2025-03-28', { type: 'submit-result', by: lead, text: 'Tờ trình' }),
            on('2025-03-31', { type: 'approve', by: office }),
          ]
        : [],
  });
  expect(killed).toBeGreaterThan(0);
  expect(results.flatMap((one) => one.differences)).toEqual([]);
  const [closed, late] = results;
  expect(closed?.view.directive.status).toBe('approved');
  expect(closed?.run.map((step) => step.stage)).toEqual(expect.arrayContaining(['assign', 'remind', 'close']));
  expect(late?.run.map((step) => step.stage)).toContain('escalate');
  const mails = results.flatMap((one) => one.view.messages).filter((row) => row.channel === 'email');
  expect(new Set(mails.map((row) => row.outcome))).toEqual(new Set(['accepted']));
  const ids = post.mails.map((mail) => mail.headers.get('message-id'));
  expect(new Set(ids).size).toBe(ids.length);
});
