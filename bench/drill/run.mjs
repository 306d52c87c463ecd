import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { say, table } from '../support/measure.mjs';
import { round } from './round.mjs';
import { openTemporal } from './temporal.mjs';

/*
 * `npm run drill -- [--seed S] [--rounds N] [--directives N] [--json]`: directives with a day of nudges, while worker,
 * temporal, mail server, Zalo and the register's disk are killed, cut and filled at random moments. All on loopback, all
 * in folders of its own, and everything it started is ended. Exit 1 where something was lost or doubled.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '5' },
    directives: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
  },
});
const [seed, rounds, directives] = [values.seed, values.rounds, values.directives].map(Number);
const folder = await mkdtemp(join(tmpdir(), 'dondoc-drill-temporal-'));
const temporal = await openTemporal(folder);
const results = [];
try {
  for (let i = 0; i < rounds; i++) {
    const result = await round({ seed: seed + i, directives, temporal });
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
  const row = (r) => [
    r.seed,
    r.messages,
    r.acts,
    r.strangers,
    r.seconds,
    r.lost,
    r.doubled,
    r.unknown,
    `${(r.healedMs / 1000).toFixed(1)} s`,
  ];
  table(
    ['seed', 'messages', 'acts', 'mails', 'seconds', 'lost', 'doubled', 'unknown', 'healed after', 'faults'],
    results.map((r) => [...row(r), r.faults.join(', ')]),
  );
  for (const line of wrong.slice(0, 30)) say(`  ${line}`);
}
process.exit(wrong.length > 0 ? 1 : 0);
