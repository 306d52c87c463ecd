import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTemporal } from '../drill/temporal.mjs';
import { built } from '../support/load.mjs';
import { say, whole } from '../support/measure.mjs';
import { openBareTemporal } from './bare-temporal.mjs';
import { byHand, byHandLeanest } from './by-hand.mjs';
import { syncCost } from './disk.mjs';
import { MS_A_START, measure } from './measure.mjs';
import { ours } from './ours.mjs';
import { beside, inTurns, tellRuns } from './told.mjs';

const { quietRuntime } = await built('worker/quiet-runtime.js');

const WARM_UP = 100;
/** Without the pragmas a start synchronises so often, about. */
const SYNCS_A_START = 40;

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
      for (const side of [byHandLeanest, ...inTurns(byHand, ours)])
        figures.get(side).push(await measure(side, temporal, count));
    } finally {
      await temporal.kill();
    }
    const bare = await openBareTemporal(folder, temporal);
    try {
      figures.set('bare', [await measure(ours, bare, count, MS_A_START + SYNCS_A_START * syncMs)]);
    } finally {
      await bare.kill();
    }
    const named = [
      ['by hand, the leanest', figures.get(byHandLeanest)],
      ['by hand', figures.get(byHand)],
      ['dondoc', figures.get(ours)],
      ['dondoc, no pragmas', figures.get('bare')],
    ];
    tellRuns(`${whole(count)} due in one second`, named);
    const [leanest, hand, mine, without] = named.map(([, runs]) => runs);
    say();
    beside('by hand', mine, hand);
    beside('the leanest by hand', mine, leanest);
    beside('no pragmas', mine, without, 2.5);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
