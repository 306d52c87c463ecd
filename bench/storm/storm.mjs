import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Worker } from '@temporalio/worker';
import Libsql from 'libsql';
import { openOffice, registerDirectives, startLife } from '../drill/office.mjs';
import { openEngine } from '../drill/stage.mjs';
import { built } from '../support/load.mjs';
import { say, table, whole } from '../support/measure.mjs';

const { startDirectiveWorker } = await built('worker/directive-worker.js');
const { SEARCH_ATTRIBUTES } = await built('workflows/contract.js');
const { quietRuntime } = await built('worker/quiet-runtime.js');

const CPU_COLUMNS = ['ms a start: server', 'worker', 'ms a step: server', 'worker'];
const WEEK_MS = 7 * 86_400_000;
const AT_ONCE = 32;
/** Room for the starts before the second in which all are due; slower machines say so. */
const MS_A_START = 40;
const MARGIN_MS = 5_000;
const GIVE_UP_MS = 20 * 60_000;

/**
 * Directives all due in one second: ours and a workflow written by hand on the same server, one after the other, then
 * ours on a development server without the SQLite pragmas. Figures of one run on one machine: the ratios count.
 */
export async function storm({ directives = 2000, count = directives }) {
  quietRuntime();
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-storm-'));
  try {
    const figures = [];
    const engine = await openEngine(folder);
    try {
      figures.push(['by hand, not to be found', await measure(byHandUnlisted, engine, count)]);
      figures.push(['by hand', await measure(byHand, engine, count)]);
      figures.push(['dondoc', await measure(ours, engine, count)]);
      // Once more: what else the machine does changes by the minute.
      figures.push(['by hand, again', await measure(byHand, engine, count)]);
    } finally {
      await engine.kill();
    }
    const bare = await openBareEngine(folder, engine);
    try {
      figures.push(['dondoc, no pragmas', await measure(ours, bare, count)]);
    } finally {
      await bare.kill();
    }
    tell(count, figures);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function tell(count, figures) {
  table(
    [`${whole(count)} due in one second`, 'starts a second', 'last row after', 'late starts', ...CPU_COLUMNS],
    figures.map(([name, f]) => [
      name,
      f.startsASecond.toFixed(1),
      `${(f.lastRowMs / 1000).toFixed(1)} s`,
      f.lateStarts,
      ...[f.starting.server, f.starting.worker, f.stepping.server, f.stepping.worker].map((ms) => ms.toFixed(1)),
    ]),
  );
  const [unlisted, first, mine, second, bare] = figures.map(([, f]) => f);
  say();
  beside('by hand', mine, [first, second]);
  beside('by hand and not to be found', mine, [unlisted]);
  beside('no pragmas', mine, [bare], 2.5);
}

/** Ratios, of which more is better. */
function beside(name, mine, others, aim = 0.95) {
  const mean = (pick) => others.reduce((sum, f) => sum + pick(f), 0) / others.length;
  const cpu = (phase) => (f) => f[phase].server + f[phase].worker;
  const ratios = [
    ['starts a second', mine.startsASecond / mean((f) => f.startsASecond)],
    ['speed to the last row', mean((f) => f.lastRowMs) / mine.lastRowMs],
    ['processor time a start', mean(cpu('starting')) / cpu('starting')(mine)],
    ['processor time a step', mean(cpu('stepping')) / cpu('stepping')(mine)],
  ];
  say(`beside ${name} (aim ${aim}): ${ratios.map(([what, r]) => `${what} ${r.toFixed(2)}`).join(', ')}`);
}

/** Processor time from now on, ms: of the server and of this process, which is client and worker in one. */
function meter(pid) {
  const server = cpuOf(pid);
  const own = process.cpuUsage();
  return () => {
    const used = process.cpuUsage(own);
    return { server: cpuOf(pid) - server, worker: (used.user + used.system) / 1000 };
  };
}

/** Linux counts a process's time in hundredths of a second; elsewhere the column stays empty. */
function cpuOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return 10 * (Number(fields[11]) + Number(fields[12]));
  } catch {
    return Number.NaN;
  }
}

async function measure(open, engine, count) {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-storm-run-'));
  const connection = await Connection.connect({ address: engine.address });
  const client = new Client({ connection, namespace: engine.namespace });
  const side = await open({ folder, engine, client, count, taskQueue: `storm-${randomUUID()}` });
  try {
    const spent = meter(engine.pid());
    const begin = Date.now();
    const at = begin + MS_A_START * count + MARGIN_MS;
    const queue = side.starts.values();
    const lane = async () => {
      for (const start of queue) await start(at);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    const started = Date.now();
    const starting = spent();
    const lateStarts = started > at ? 'yes' : 'no';
    const until = at + GIVE_UP_MS;
    await delay(Math.max(0, at - 1_000 - Date.now()));
    const stepping = meter(engine.pid());
    await delay(Math.max(0, at - Date.now()));
    while (side.done() < count && Date.now() < until) await delay(100);
    const lastRowMs = Date.now() - at;
    const each = ({ server, worker }) => ({ server: server / count, worker: worker / count });
    return {
      ...{ startsASecond: (1000 * count) / (started - begin), lastRowMs, lateStarts },
      ...{ starting: each(starting), stepping: each(stepping()) },
    };
  } finally {
    await side.close();
    await connection.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Directives assigned long ago, whose reminder falls due. */
async function ours({ folder, engine, client, count, taskQueue }) {
  const office = await openOffice(folder, 'full');
  const { notice, lives } = await registerDirectives(office, count, `bao-${randomUUID().slice(0, 8)}`);
  const rows = countRows(new Libsql(join(folder, 'register.db'), { readonly: true }));
  const before = rows();
  const each = ((await office.register.show(lives[0].directive.id))?.directive.policy.channels ?? []).length;
  const worker = await startDirectiveWorker({
    ...{ connection: { address: engine.address }, namespace: engine.namespace, taskQueue },
    ...{ register: office.register, onPlanned: () => {} },
  });
  return {
    starts: lives.map((life) => (at) => startLife(client, office.register, taskQueue, notice, life, at)),
    done: () => (rows() - before) / each,
    async close() {
      await worker.stop();
      await office.register.close();
    },
  };
}

function countRows(db) {
  const statement = db.prepare('select count(*) as n from messages');
  return () => statement.all([])[0].n;
}

/** The search attributes of a directive: without them one can list workflows, and find none. */
const attributesOf = (at) => [
  { key: SEARCH_ATTRIBUTES.DondocNotice, value: 'bao/TB' },
  { key: SEARCH_ATTRIBUTES.DondocPolicy, value: 'dien-tap' },
  { key: SEARCH_ATTRIBUTES.DondocLead, value: ['so-noi-vu'] },
  { key: SEARCH_ATTRIBUTES.DondocDue, value: new Date(at) },
];

const byHandUnlisted = (given) => byHand({ ...given, attributes: () => [] });

/** The same with a workflow of a dozen lines, which writes as many rows. */
async function byHand({ folder, engine, client, count, taskQueue, attributes = attributesOf }) {
  const db = new Libsql(join(folder, 'rows.db'));
  db.exec(
    'pragma journal_mode = wal; pragma synchronous = full; create table messages (id text, channel text, body text)',
  );
  const rows = countRows(db);
  const insert = db.prepare('insert into messages values (?, ?, ?)');
  const notify = async (id) => {
    db.exec('begin immediate');
    for (const channel of ['email', 'zalo']) insert.run([id, channel, `Nhắc việc ${id}: đề nghị báo cáo kết quả.`]);
    db.exec('commit');
  };
  const connection = await NativeConnection.connect({ address: engine.address });
  const workflowsPath = fileURLToPath(new URL('by-hand.workflow.mjs', import.meta.url));
  const worker = await Worker.create({
    ...{ connection, namespace: engine.namespace, taskQueue, activities: { notify }, maxCachedWorkflows: 150 },
    workflowBundle: await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') }),
  });
  const done = worker.run();
  const run = randomUUID();
  return {
    starts: Array.from({ length: count }, (_, i) => (at) => {
      const id = `${run}/${i}`;
      const args = [{ id, steps: [at, at + WEEK_MS] }];
      return client.workflow.start('byHand', {
        ...{ workflowId: id, taskQueue, args, typedSearchAttributes: attributes(at) },
      });
    }),
    done: () => rows() / 2,
    async close() {
      worker.shutdown();
      await done;
      await connection.close();
      db.close();
    },
  };
}

/** A development server as it comes: the same program, its database in a file, no pragmas. */
async function openBareEngine(folder, like) {
  const port = await like.freePort();
  const args = [
    'server',
    'start-dev',
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--headless',
    '--log-level',
    'error',
  ];
  const child = spawn(like.cli, [...args, '--db-filename', join(folder, 'bare.db'), ...like.attributeFlags], {
    stdio: 'ignore',
  });
  const address = `127.0.0.1:${port}`;
  for (let tries = 0; tries < 600; tries++) {
    const connection = await Connection.connect({ address, connectTimeout: 1_000 }).catch(() => undefined);
    if (connection) {
      const answer = await connection.workflowService
        .describeNamespace({ namespace: 'default' })
        .catch(() => undefined);
      await connection.close();
      if (answer) break;
    }
    await delay(100);
  }
  return {
    address,
    namespace: 'default',
    pid: () => child.pid,
    async kill() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
