import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { byHandAt } from '../storm/by-hand.mjs';
import { startAll } from '../storm/measure.mjs';
import { ours } from '../storm/ours.mjs';
import { meter, residentMb, table } from '../support/measure.mjs';

const YEAR_MS = 365 * 86_400_000;
const SETTLE_MS = 20_000;
const IDLE_MS = 30_000;
const STORES = ['temporal', 'temporal_visibility'];

/** What open directives that wait for a far day leave behind and take: a thousand of them, MB; and idle, of one processor. */
export async function growth(temporal, count) {
  const lines = [];
  for (const [name, open] of [
    ['by hand', byHandAt],
    ['dondoc', ours],
  ])
    lines.push([name, ...(await grown(temporal, open, count))]);
  table(['1,000 open', 'Temporal store', 'visibility', 'Temporal memory', 'worker memory', 'idle: all of it'], lines);
}

async function grown(temporal, open, count) {
  const connection = await Connection.connect({ address: temporal.address });
  const client = new Client({ connection, namespace: temporal.namespace });
  const side = await open({ temporal, client, count, taskQueue: `growth-${randomUUID()}` });
  try {
    const sizes = async () => {
      await temporal.checkpoint();
      return [
        ...(await Promise.all(STORES.map((store) => temporal.megabytes(store)))),
        temporal.pids().reduce((sum, pid) => sum + residentMb(pid), 0),
        residentMb(process.pid),
      ];
    };
    const before = await sizes();
    await startAll(side.starts, () => Date.now() + YEAR_MS);
    await delay(SETTLE_MS);
    const after = await sizes();
    const spent = meter(temporal);
    await delay(IDLE_MS);
    const idle = Object.values(spent()).reduce((sum, ms) => sum + ms, 0) / IDLE_MS;
    const each = after.map((mb, i) => `${(((mb - (before[i] ?? 0)) * 1_000) / count).toFixed(1)} MB`);
    return [...each, `${(100 * idle).toFixed(1)} %`];
  } finally {
    await side.close();
    await connection.close();
  }
}
