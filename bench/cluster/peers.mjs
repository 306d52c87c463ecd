import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import { openTemporal } from '../drill/temporal.mjs';
import { rowsByHand } from '../storm/by-hand.mjs';
import { measure, startAll } from '../storm/measure.mjs';
import { ours } from '../storm/ours.mjs';
import { beside, inTurns, tellRuns } from '../storm/told.mjs';
import { meter, say, whole } from '../support/measure.mjs';

/** Fetched where the bench is asked for them, never part of the product. The last pg-boss that runs on Node 20. */
const PACKAGES = ['@dbos-inc/dbos-sdk@5.3.0', 'pg-boss@10.4.2'];
const WEEK_MS = 7 * 86_400_000;
const WARM_UP = 100;
/** Timers of Node reach no farther than 24 days. */
const FAR_MS = 20 * 86_400_000;
const SETTLE_MS = 15_000;
const IDLE_MS = 30_000;

/**
 * The same lifecycle by others: a start, a timer, two rows in one transaction, the next timer. DBOS and pg-boss on the
 * cluster's PostgreSQL, which then serves nobody else; ours as an office has it, on a Temporal and a register in files.
 */
export async function peers(cluster, count) {
  const from = await fetched();
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-peers-'));
  const embedded = await openTemporal(folder);
  try {
    // No process of Temporal serves these: only the database is counted, and this process.
    const onPostgres = { ...cluster, address: embedded.address, namespace: embedded.namespace, pids: () => [] };
    const sides = { dondoc: ours, DBOS: dbosSide(from), 'pg-boss': pgBossSide(from) };
    const place = (name) => (name === 'dondoc' ? embedded : onPostgres);
    const figures = new Map(Object.keys(sides).map((name) => [name, []]));
    const run = async (name, number) => measure(sides[name], place(name), number);
    for (const name of figures.keys()) await run(name, Math.min(count, WARM_UP));
    for (const name of [...inTurns('DBOS', 'dondoc'), 'pg-boss']) figures.get(name).push(await run(name, count));
    tellRuns(`${whole(count)} due in one second`, [...figures]);
    for (const name of figures.keys()) {
      const share = await idle(sides[name], place(name), count);
      say(`${name}, ${whole(count)} open and none due within months: ${(100 * share).toFixed(1)} % of one processor`);
    }
    for (const name of ['DBOS', 'pg-boss']) beside(name, figures.get('dondoc'), figures.get(name), 1);
  } finally {
    await embedded.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Processor time a millisecond of what waits for a far day, the server, the database and this process together. */
async function idle(open, temporal, count) {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-peers-idle-'));
  const connection = await Connection.connect({ address: temporal.address });
  const client = new Client({ connection, namespace: temporal.namespace });
  const side = await open({ folder, temporal, client, count, taskQueue: `idle-${randomUUID()}` });
  try {
    await startAll(side.starts, () => Date.now() + FAR_MS);
    await delay(SETTLE_MS);
    const spent = meter(temporal);
    await delay(IDLE_MS);
    return Object.values(spent()).reduce((sum, ms) => sum + ms, 0) / IDLE_MS;
  } finally {
    await side.close();
    await connection.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where the packages of others are: in the cache, fetched once. */
async function fetched() {
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'dondoc/bench-peers');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }');
  await promisify(execFile)('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...PACKAGES], {
    cwd: folder,
  });
  const require = createRequire(join(folder, 'package.json'));
  return (name) => import(pathToFileURL(require.resolve(name)).href);
}

function dbosSide(from) {
  let number = 0;
  return async ({ temporal, count }) => {
    const { DBOS } = await from('@dbos-inc/dbos-sdk');
    const { notify, ...side } = await rowsByHand(await temporal.registerUrl(), count);
    const life = DBOS.registerWorkflow(
      async (id, at) => {
        await DBOS.sleep(at - (await DBOS.now()));
        await DBOS.runStep(() => notify(id), { name: 'notify' });
        await DBOS.sleep(WEEK_MS);
      },
      { name: `life-${number++}` },
    );
    DBOS.setConfig({
      name: 'bench',
      systemDatabaseUrl: await temporal.emptyUrl(),
      logLevel: 'error',
      runAdminServer: false,
    });
    await DBOS.launch();
    return counted(side, {
      start: (id, at) => DBOS.startWorkflow(life, { workflowID: id })(id, at),
      close: () => DBOS.shutdown({ deregister: true, workflowCompletionTimeoutMS: 0 }),
    });
  };
}

/** A job a directive, taken by workers that look twice a second, which is as often as it allows. */
function pgBossSide(from) {
  return async ({ temporal, count }) => {
    const { default: PgBoss } = await from('pg-boss');
    const { notify, ...side } = await rowsByHand(await temporal.registerUrl(), count);
    const boss = new PgBoss(await temporal.emptyUrl());
    boss.on('error', (error) => process.stderr.write(`${error}\n`));
    await boss.start();
    await boss.createQueue('step');
    await boss.work('step', { batchSize: 50, pollingIntervalSeconds: 0.5 }, async (jobs) => {
      for (const { data } of jobs) {
        await notify(data.id);
        await boss.send('step', data, { startAfter: new Date(Date.now() + WEEK_MS) });
      }
    });
    return counted(side, {
      start: (id, at) => boss.send('step', { id }, { startAfter: new Date(at) }),
      close: () => boss.stop({ graceful: false }),
    });
  };
}

async function counted({ rows, ids, close: closeRows }, { start, close }) {
  const before = await rows();
  return {
    starts: ids.map((id) => (at) => start(id, at)),
    done: async () => ((await rows()) - before) / 2,
    async close() {
      await close();
      await closeRows();
    },
  };
}
