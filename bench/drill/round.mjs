import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { generator } from '../support/load.mjs';
import { auditFor, checkRound } from './check.mjs';
import { drawFaults, FAULTS, mostInDoubt } from './faults.mjs';
import { noonOfNudges, openOffice, registerDirectives, startLife } from './office.mjs';
import { openSystem } from './system.mjs';

const { Client, Connection } = await import('@temporalio/client');
const { randomOf } = await generator('random');

/** Bounds a round: one that is not healed by then has lost something. A dead worker is noticed after 20 s, each time. */
const HEALED_WITHIN_MS = 180_000;

/** One seeded round: directives whose nudges come within seconds, while one thing after the other is killed or cut. */
export async function round({ seed, directives, temporal }) {
  const random = randomOf(seed);
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-drill-'));
  const taskQueue = `drill-${randomUUID()}`;
  const office = await openOffice(folder);
  const system = await openSystem({ folder, file: office.file, temporal, taskQueue, nowAt: noonOfNudges });
  const connection = await Connection.connect({ address: temporal.address });
  const client = new Client({ connection, namespace: temporal.namespace });
  try {
    const { notice, lives } = await registerDirectives(office, directives, `dot-${seed}-${randomUUID().slice(0, 8)}`);
    const spanMs = Math.max(1_500, 15 * directives);
    const from = Date.now() + 1_500 + 20 * directives;
    for (const life of lives)
      await startLife(client, office.register, taskQueue, notice, life, from + random.int(0, spanMs));
    // Only now: the assignments, too, leave while things go wrong.
    await system.startWorker();
    const done = [];
    const start = Date.now();
    const withinMs = Math.max(0, from - start) + spanMs;
    for (const [afterMs, name] of drawFaults(random, withinMs, directives < 50 ? 1 : 2)) {
      await delay(Math.max(0, start + afterMs - Date.now()));
      await FAULTS[name](system);
      done.push(name);
    }
    const last = Date.now();
    await settled(office.register, lives, last + HEALED_WITHIN_MS, system);
    const healedMs = Date.now() - last;
    await system.close();
    const audited = await auditFor(office.register, client);
    const checked = await checkRound(office.register, lives, system.received(), audited, mostInDoubt(done));
    return { seed, faults: done, healedMs, ...checked };
  } finally {
    await system.close();
    await connection.close();
    await office.register.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every nudge is in the log, and nothing waits any more; or the time is up, which the check then tells. */
async function settled(register, lives, until, system) {
  const ids = lives.map((l) => l.directive.id);
  while (Date.now() < until) {
    const logs = await register.directives.logs(ids);
    const recorded = ids.every((id) => (logs.get(id)?.length ?? 0) >= 2);
    if (recorded && (await register.ledger.waiting()) === 0) return;
    if (recorded) system.goAhead();
    await delay(500);
  }
}
