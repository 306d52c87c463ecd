import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { openTemporal } from '../drill/temporal.mjs';
import { built } from '../support/load.mjs';
import { say, table } from '../support/measure.mjs';
import { startWorkerOf } from '../support/worker.mjs';

const { quietRuntime } = await built('worker/quiet-runtime.js');

const WINDOW_MS = 1_500;
const ITEMS = [1, 2, 5, 10];

/**
 * What a mailbox workflow a person would cost Temporal, in events of its history: one morning with so many items,
 * each a signal-with-start. Beside it, rounds over the ledger cost none. Ends with 1 where items were lost.
 */
export async function mailbox() {
  quietRuntime();
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-mailbox-'));
  const temporal = await openTemporal(folder);
  const connection = await Connection.connect({ address: temporal.address });
  try {
    const client = new Client({ connection, namespace: temporal.namespace });
    const rows = await withWorker(temporal, (taskQueue, sent) => measure(client, taskQueue, sent));
    table(['items of one morning', 'events', 'events an item', 'signals after the start'], rows);
    say();
    say('Rounds over the ledger: 0 events, whatever the number.');
  } finally {
    await connection.close();
    await temporal.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(client, taskQueue, sent) {
  const rows = [];
  for (const items of ITEMS) {
    const workflowId = `mailbox/${randomUUID()}`;
    for (let i = 0; i < items; i++) {
      await client.workflow.signalWithStart('mailbox', {
        workflowId,
        taskQueue,
        args: [{ windowMs: WINDOW_MS }],
        signal: 'item',
        signalArgs: [`${workflowId}/${i}`],
      });
      // Items of one morning come from directives of their own, not in one breath.
      await client.workflow.getHandle(workflowId).query('__stack_trace');
    }
    const handle = client.workflow.getHandle(workflowId);
    await handle.result();
    const { events } = await handle.fetchHistory();
    if (sent(workflowId) !== items) process.exitCode = 1;
    rows.push([items, events.length, (events.length / items).toFixed(1), items - 1]);
  }
  return rows;
}

async function withWorker(temporal, work) {
  const taskQueue = `mailbox-${randomUUID()}`;
  const sent = [];
  const workflowsPath = fileURLToPath(new URL('mailbox.workflow.mjs', import.meta.url));
  const activities = { send: async (items) => void sent.push(...items) };
  const worker = await startWorkerOf({ temporal, taskQueue, workflowsPath, activities });
  try {
    return await work(taskQueue, (id) => sent.filter((item) => item.startsWith(`${id}/`)).length);
  } finally {
    await worker.stop();
  }
}
