import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { startAll } from '../storm/measure.mjs';
import { meter, percentile, table, whole } from '../support/measure.mjs';
import { byWorkers } from './workers.mjs';

/** Steps a second: a province's busiest hour is far below the least. */
const RATES = [5, 15, 30];
const SECONDS = 40;
const WORKERS = 2;
/** Room for the starts, ms each, before the first is due. */
const MS_A_START = 20;
const SETTLE_MS = 10_000;
const GIVE_UP_MS = 120_000;

/**
 * Steps at a steady rate for a while: lateness from the second a step was due to its rows in the register, and what of
 * one processor the database, Temporal and the workers take.
 */
export async function load(temporal) {
  const rows = [];
  for (const rate of RATES) rows.push(await point(temporal, rate));
  table(
    ['steps a second', 'steps', 'lateness p50', 'p99', 'most', 'database', 'Temporal', 'workers'],
    rows.map(({ rate, lateness, share }) => [
      rate,
      whole(lateness.length),
      ...[50, 99, 100].map((of) => `${whole(percentile(lateness, of))} ms`),
      ...['database', 'server', 'worker'].map((part) => `${(100 * share[part]).toFixed(0)} %`),
    ]),
  );
}

async function point(temporal, rate) {
  const connection = await Connection.connect({ address: temporal.address });
  const client = new Client({ connection, namespace: temporal.namespace });
  const count = rate * SECONDS;
  const side = await byWorkers(WORKERS)({ temporal, client, count, taskQueue: `load-${randomUUID()}` });
  try {
    const from = Date.now() + count * MS_A_START + SETTLE_MS;
    const due = (n) => from + Math.round((n * 1_000) / rate);
    await startAll(side.starts, due);
    await delay(Math.max(0, from - Date.now()));
    const begin = Date.now();
    if (begin > from + 1_000) throw new Error('the starts took longer than was left for them');
    const spent = meter(temporal, side.pids);
    await delay(from + SECONDS * 1_000 - Date.now());
    const used = spent();
    const seconds = Date.now() - begin;
    const until = Date.now() + GIVE_UP_MS;
    while ((await side.done()) < count && Date.now() < until) await delay(100);
    const written = await temporal.query(
      'select directive_id, max(recorded_at) as at from events group by directive_id',
      side.url,
    );
    const at = new Map(written.map((row) => [row.directive_id, Number(row.at)]));
    const lateness = side.ids.map((id, n) => at.get(id) - due(n));
    if (lateness.some((ms) => !(ms > -1_000))) throw new Error('a step is missing, or came before it was due');
    return {
      rate,
      lateness,
      share: Object.fromEntries(Object.entries(used).map(([part, ms]) => [part, ms / seconds])),
    };
  } finally {
    await side.close();
    await connection.close();
  }
}
