import { byHandAt } from '../storm/by-hand.mjs';
import { measure } from '../storm/measure.mjs';
import { ours } from '../storm/ours.mjs';
import { beside, inTurns, tellRuns } from '../storm/told.mjs';
import { built } from '../support/load.mjs';
import { say, whole } from '../support/measure.mjs';
import { growth } from './growth.mjs';
import { load } from './load.mjs';
import { openMeasured } from './open.mjs';
import { pages } from './pages.mjs';
import { peers } from './peers.mjs';
import { byWorkers } from './workers.mjs';
import { year } from './year.mjs';

const { quietRuntime } = await built('worker/quiet-runtime.js');

const WARM_UP = 100;
const WORKERS = [1, 2, 4];
/** Two processes of Temporal, its database and the workers share the machine. */
const MS_A_START = 14;

const PARTS = {
  storm: async (temporal, { count = 2_000 }) => {
    const figures = new Map([byHandAt, ours].map((side) => [side, []]));
    for (const side of figures.keys()) await measure(side, temporal, Math.min(count, WARM_UP), MS_A_START);
    for (const side of inTurns(byHandAt, ours)) {
      await temporal.checkpoint();
      figures.get(side).push(await measure(side, temporal, count, MS_A_START));
    }
    const [hand, mine] = [figures.get(byHandAt), figures.get(ours)];
    tellRuns(`${whole(count)} due in one second`, [
      ['by hand', hand],
      ['dondoc', mine],
    ]);
    beside('by hand', mine, hand);
  },
  workers: async (temporal, { count = 1_000 }) => {
    const runs = [];
    for (const number of WORKERS) {
      const side = byWorkers(number);
      // The database's turn to write what waits comes to nobody's cost.
      await temporal.checkpoint();
      runs.push([`${number} of ours`, [await measure(side, temporal, count, MS_A_START)]]);
    }
    tellRuns(`${whole(count)} due in one second, workers`, runs);
  },
  load: (temporal) => load(temporal),
  growth: (temporal, { count = 2_000 }) => growth(temporal, count),
  year: (temporal) => year(temporal),
  peers: (temporal, { count = 2_000 }) => peers(temporal, count),
  pages: (temporal, { directives = 100_000 }) => pages(temporal, directives),
};

/** What a cluster on this machine does: two processes of Temporal and the register on PostgreSQL. `only` names parts. */
export async function cluster({ only, ...options }) {
  quietRuntime();
  const names = only === undefined ? Object.keys(PARTS) : only.split(',');
  const unknown = names.filter((name) => !(name in PARTS));
  if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}: ${Object.keys(PARTS).join(', ')}`);
  const temporal = await openMeasured();
  try {
    for (const name of names) {
      say(`\n${name}`);
      await PARTS[name](temporal, options);
    }
  } finally {
    await temporal.stop();
  }
  // DBOS leaves its timers behind.
  process.exit();
}
