import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { openTemporal } from '../drill/temporal.mjs';
import { built } from '../support/load.mjs';
import { meter, say, table, whole } from '../support/measure.mjs';
import { openBareTemporal } from './bare-temporal.mjs';
import { byHand, byHandLeanest } from './by-hand.mjs';
import { syncCost } from './disk.mjs';
import { ours } from './ours.mjs';

const { quietRuntime } = await built('worker/quiet-runtime.js');

const CPU_COLUMNS = ['ms a start: server', 'worker', 'ms a step: server', 'worker'];
const AT_ONCE = 32;
const WARM_UP = 100;
/** Room for the starts before the second in which all are due; slower machines say so. */
const MS_A_START = 12;
/** Without the pragmas a start synchronises so often, about. */
const SYNCS_A_START = 40;
const MARGIN_MS = 5_000;
const GIVE_UP_MS = 20 * 60_000;

/** Ours and the one by hand in turns, each first as often as second: what else the machine does changes by the minute. */
const TURNS = [byHand, ours, ours, byHand, byHand, ours, ours, byHand];

/**
 * Directives all due in one second: ours and a workflow written by hand on the same server in turns, then ours on a
 * development server without the SQLite pragmas. Figures of one run on one machine: the ratios count.
 */
export async function storm({ directives = 2000, count = directives }) {
  quietRuntime();
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-storm-'));
  try {
    const syncMs = syncCost(folder);
    say(`a page appended and synchronised on this disk: ${syncMs.toFixed(2)} ms`);
    const figures = new Map([byHandLeanest, byHand, ours].map((side) => [side, []]));
    const temporal = await openTemporal(folder);
    try {
      // The first of all pays for what is loaded once.
      await measure(byHand, temporal, Math.min(count, WARM_UP));
      await measure(ours, temporal, Math.min(count, WARM_UP));
      for (const side of [byHandLeanest, ...TURNS]) figures.get(side).push(await measure(side, temporal, count));
    } finally {
      await temporal.kill();
    }
    const bare = await openBareTemporal(folder, temporal);
    try {
      figures.set('bare', [await measure(ours, bare, count, MS_A_START + SYNCS_A_START * syncMs)]);
    } finally {
      await bare.kill();
    }
    tell(count, figures);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function tell(count, figures) {
  const named = [
    ['by hand, the leanest', figures.get(byHandLeanest)],
    ['by hand', figures.get(byHand)],
    ['dondoc', figures.get(ours)],
    ['dondoc, no pragmas', figures.get('bare')],
  ];
  table(
    [`${whole(count)} due in one second`, 'runs', 'starts a second', 'last row after', 'late starts', ...CPU_COLUMNS],
    named.map(([name, runs]) => {
      const mean = (pick) => meanOf(runs, pick);
      return [
        name,
        runs.length,
        mean((f) => f.startsASecond).toFixed(1),
        `${(mean((f) => f.lastRowMs) / 1000).toFixed(1)} s`,
        runs.some((f) => f.lateStarts) ? 'yes' : 'no',
        mean((f) => f.starting.server).toFixed(1),
        mean((f) => f.starting.worker).toFixed(1),
        mean((f) => f.stepping.server).toFixed(1),
        mean((f) => f.stepping.worker).toFixed(1),
      ];
    }),
  );
  const [leanest, hand, mine, bare] = named.map(([, runs]) => runs);
  say();
  beside('by hand', mine, hand);
  beside('the leanest by hand', mine, leanest);
  beside('no pragmas', mine, bare, 2.5);
}

function meanOf(runs, pick) {
  return runs.reduce((sum, f) => sum + pick(f), 0) / runs.length;
}

/** Ratios, of which more is better. */
function beside(name, mine, others, aim = 0.95) {
  const cpu = (phase) => (f) => f[phase].server + f[phase].worker;
  const faster = (pick) => meanOf(others, pick) / meanOf(mine, pick);
  const ratios = [
    ['starts a second', 1 / faster((f) => f.startsASecond)],
    ['speed to the last row', faster((f) => f.lastRowMs)],
    ['processor time a start', faster(cpu('starting'))],
    ['processor time a step', faster(cpu('stepping'))],
  ];
  say(`beside ${name} (aim ${aim}): ${ratios.map(([what, r]) => `${what} ${r.toFixed(2)}`).join(', ')}`);
}

async function measure(open, temporal, count, msAStart = MS_A_START) {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-storm-run-'));
  const connection = await Connection.connect({ address: temporal.address });
  const client = new Client({ connection, namespace: temporal.namespace });
  const side = await open({ folder, temporal, client, count, taskQueue: `storm-${randomUUID()}` });
  try {
    const spent = meter(temporal.pid());
    const begin = Date.now();
    const at = begin + msAStart * count + MARGIN_MS;
    const queue = side.starts.values();
    const lane = async () => {
      for (const start of queue) await start(at);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    const started = Date.now();
    const starting = spent();
    const lateStarts = started > at;
    const until = at + GIVE_UP_MS;
    await delay(Math.max(0, at - 1_000 - Date.now()));
    const stepping = meter(temporal.pid());
    await delay(Math.max(0, at - Date.now()));
    while (side.done() < count && Date.now() < until) await delay(100);
    const lastRowMs = Date.now() - at;
    const each = ({ server, worker }) => ({ server: server / count, worker: worker / count });
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
