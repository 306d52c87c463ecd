import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { openEngine } from '../drill/stage.mjs';
import { built } from '../support/load.mjs';
import { say, table, whole } from '../support/measure.mjs';
import { openBareEngine } from './bare-engine.mjs';
import { byHand, byHandLeanest } from './by-hand.mjs';
import { ours } from './ours.mjs';

const { quietRuntime } = await built('worker/quiet-runtime.js');

const CPU_COLUMNS = ['ms a start: server', 'worker', 'ms a step: server', 'worker'];
const AT_ONCE = 32;
/** Room for the starts before the second in which all are due; slower machines say so. */
const MS_A_START = 20;
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
      figures.push(['by hand, the leanest', await measure(byHandLeanest, engine, count)]);
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
  const [leanest, first, mine, second, bare] = figures.map(([, f]) => f);
  say();
  beside('by hand', mine, [first, second]);
  beside('the leanest by hand', mine, [leanest]);
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
