import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { meter } from '../support/measure.mjs';

const AT_ONCE = 32;
/** Room for the starts before the second in which all are due; slower machines say so. */
export const MS_A_START = 12;
const MARGIN_MS = 5_000;
const GIVE_UP_MS = 20 * 60_000;

/** So many lives of one side, started at once and due in one second: speed, and processor time a start and a step. */
export async function measure(open, temporal, count, msAStart = MS_A_START) {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-storm-run-'));
  const connection = await Connection.connect({ address: temporal.address });
  const client = new Client({ connection, namespace: temporal.namespace });
  const side = await open({ folder, temporal, client, count, taskQueue: `storm-${randomUUID()}` });
  try {
    const metered = () => meter(temporal, side.pids);
    const spent = metered();
    const begin = Date.now();
    const at = begin + msAStart * count + MARGIN_MS;
    await startAll(side.starts, () => at);
    const started = Date.now();
    const starting = spent();
    const lateStarts = started > at;
    const until = at + GIVE_UP_MS;
    await delay(Math.max(0, at - 1_000 - Date.now()));
    const stepping = metered();
    await delay(Math.max(0, at - Date.now()));
    while ((await side.done()) < count && Date.now() < until) await delay(100);
    const lastRowMs = Date.now() - at;
    const each = (parts) => Object.fromEntries(Object.entries(parts).map(([part, ms]) => [part, ms / count]));
    return {
      startsASecond: (1000 * count) / (started - begin),
      lastRowMs,
      lateStarts,
      starting: each(starting),
      stepping: each(stepping()),
    };
  } finally {
    await side.close();
    await connection.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Starts all of them, so many at once; `at` gives the instant the nth is due. */
export async function startAll(starts, at) {
  const queue = starts.entries();
  const lane = async () => {
    for (const [n, start] of queue) await start(at(n));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
