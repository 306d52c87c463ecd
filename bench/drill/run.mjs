import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { say, table } from '../support/measure.mjs';
import { openTemporal } from './temporal.mjs';

/*
 * `npm run drill -- [--seed S] [--rounds N] [--directives N] [--cluster | --move] [--json]`: directives with a day of
 * nudges, while worker, temporal, mail server, Zalo and the register's disk are killed, cut and filled at random moments.
 * All on loopback, all in folders of its own, and everything it started is ended. Exit 1 where something was lost or
 * doubled.
 * `--cluster`: two processes of Temporal and the register on PostgreSQL, two services; any one process is killed.
 * `--move`: each round moves an office that is at work from its own Temporal and a file to such a cluster.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '5' },
    directives: { type: 'string', default: '200' },
    cluster: { type: 'boolean', default: false },
    move: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const [seed, rounds, directives] = [values.seed, values.rounds, values.directives].map(Number);
const folder = await mkdtemp(join(tmpdir(), 'dondoc-drill-temporal-'));
const onCluster = values.cluster || values.move;
const temporal = onCluster ? await (await import('./cluster.mjs')).openTemporalCluster() : await openTemporal(folder);
const results = [];
try {
  for (let i = 0; i < rounds; i++) {
    const result = await (values.move ? moveOf(seed + i) : roundOf(seed + i));
    results.push(result);
    if (!values.json && rounds > 5) say(`seed ${result.seed}: ${result.wrong.length === 0 ? 'well' : result.wrong[0]}`);
  }
} finally {
  await temporal.kill().catch(() => {});
  await rm(folder, { recursive: true, force: true });
}
const wrong = results.flatMap((r) => r.wrong.map((w) => `seed ${r.seed}: ${w}`));
if (values.json) say(JSON.stringify(results));
else {
  const columns = values.move ? columnsOfMove() : columnsOfRound();
  table(
    Object.keys(columns),
    results.map((r) => Object.values(columns).map((cell) => cell(r))),
  );
  for (const line of wrong.slice(0, 30)) say(`  ${line}`);
}
process.exit(wrong.length > 0 ? 1 : 0);

async function roundOf(seed) {
  const { round } = await import('./round.mjs');
  return round({ seed, directives, temporal });
}

/** From a Temporal of its own, which does not outlive the move. */
async function moveOf(seed) {
  const { move } = await import('./move.mjs');
  const own = await mkdtemp(join(folder, 'own-'));
  return move({ seed, directives, from: await openTemporal(own), to: temporal });
}

function columnsOfRound() {
  return {
    seed: (r) => r.seed,
    messages: (r) => r.messages,
    acts: (r) => r.acts,
    mails: (r) => r.strangers,
    seconds: (r) => r.seconds,
    lost: (r) => r.lost,
    doubled: (r) => r.doubled,
    unknown: (r) => r.unknown,
    'healed after': (r) => `${(r.healedMs / 1000).toFixed(1)} s`,
    faults: (r) => r.faults.join(', '),
  };
}

function columnsOfMove() {
  return {
    seed: (r) => r.seed,
    directives: (r) => r.directives,
    'open at the move': (r) => r.open,
    'sent before': (r) => r.before,
    'due during': (r) => r.during,
    acts: (r) => r.acts,
    messages: (r) => r.messages,
    lost: (r) => r.lost,
    doubled: (r) => r.doubled,
    unknown: (r) => r.unknown,
    'the move took': (r) => `${(r.movedMs / 1000).toFixed(1)} s`,
  };
}
