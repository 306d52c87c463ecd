import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { built, generator } from '../support/load.mjs';
import { auditFor, checkRound } from './check.mjs';
import { drawFaults, FAULTS, mostInDoubt } from './faults.mjs';
import { noonOfNudges, openOffice, openOfficeAt, registerDirectives, startLife } from './office.mjs';
import { faultsOfActs, peopleAct } from './people.mjs';
import { settled } from './settled.mjs';
import { strangerWrites, waitingMails } from './strangers.mjs';
import { openSystem } from './system.mjs';

const sealing = await built('office/act-seal.js');
const { Client, Connection } = await import('@temporalio/client');
const { randomOf } = await generator('random');

/** How long whoever acts tries again once the last fault is over. */
const ACTED_WITHIN_MS = 180_000;

/** One seeded round: directives whose nudges come within seconds, while one thing after the other is killed or cut. */
export async function round({ seed, directives, temporal }) {
  const random = randomOf(seed);
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-drill-'));
  const taskQueue = `drill-${randomUUID()}`;
  const office = temporal.database ? await openOfficeAt(await temporal.database()) : await openOffice(folder);
  const system = await openSystem({
    folder,
    office,
    temporal,
    random: randomOf(seed + 3_000),
    taskQueue,
    nowAt: noonOfNudges,
  });
  const connection = await Connection.connect({ address: temporal.address });
  const seal = sealing.actSealIn(join(folder, 'link-keys.json'));
  const interceptors = { workflow: [sealing.sealsActs(seal)] };
  const client = new Client({ connection, namespace: temporal.namespace, interceptors });
  try {
    const { notice, lives } = await registerDirectives(office, directives, `dot-${seed}-${randomUUID().slice(0, 8)}`);
    const spanMs = Math.max(1_500, 15 * directives);
    const from = Date.now() + 1_500 + 20 * directives;
    for (const life of lives)
      await startLife(client, office.register, taskQueue, notice, life, from + random.int(0, spanMs));
    // Only now: the assignments, too, leave while things go wrong.
    await system.startWorkers();
    const done = [];
    const start = Date.now();
    const withinMs = Math.max(0, from - start) + spanMs;
    // One in four is worked on while things go wrong.
    const worked = lives.filter((_, i) => i % 4 === 0);
    const until = start + withinMs + ACTED_WITHIN_MS;
    const people = peopleAct({ client, register: office.register }, worked, {
      random: randomOf(seed + 1_000),
      spanMs: withinMs,
      until,
    });
    const mails = strangersWrite(system.inbox, lives, randomOf(seed + 2_000), withinMs);
    for (const [afterMs, name] of drawFaults(random, withinMs, howMany(directives, temporal.database !== undefined))) {
      await delay(Math.max(0, start + afterMs - Date.now()));
      await FAULTS[name](system);
      done.push(name);
    }
    if (!done.includes('try a second service')) await system.trySecond();
    await mails;
    const acted = await people;
    const last = Date.now();
    await settled(office.register, lives, system, new Set(worked));
    const healedMs = Date.now() - last;
    await system.close();
    const audited = await auditFor(office.register, client, system.now());
    const work = { lives, worked: new Set(worked.map(({ directive }) => directive.id)) };
    const checked = await checkRound(office.register, work, system.received(), audited, mostInDoubt(done));
    const wrong = [...checked.wrong, ...(await faultsOfActs(office.register, acted))];
    const untaken = await waitingMails(system.inbox);
    if (untaken > 0) wrong.push(`${untaken} mails of strangers are not taken`);
    const seconds = system.seconds.filter((code) => code !== REFUSED);
    if (seconds.length > 0) wrong.push(`a second service was not refused: ${seconds}`);
    const acts = acted.reduce((sum, { answers }) => sum + answers.length, 0);
    return {
      seed,
      faults: done,
      healedMs,
      ...checked,
      acts,
      strangers: mailsOf(directives),
      seconds: system.seconds.length,
      wrong,
    };
  } finally {
    await system.close();
    await connection.close();
    await office.register.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Exit code of a second service. */
const REFUSED = 3;
/** Each is read in a process of its own: a small round takes few. */
const mailsOf = (directives) => (directives < 50 ? 3 : 8);

/** A cluster of a round of some size loses two processes or three. */
function howMany(directives, cluster) {
  if (directives < 50) return { leastHeavy: 1, mostHeavy: 1, cluster };
  return cluster ? { leastHeavy: 2, mostHeavy: 3, cluster } : { leastHeavy: 1, mostHeavy: 2, cluster };
}

async function strangersWrite(inbox, lives, random, withinMs) {
  const mails = mailsOf(lives.length);
  for (let i = 0; i < mails; i++) {
    await delay(random.int(0, Math.ceil(withinMs / mails)));
    await strangerWrites(inbox, random, lives[random.int(0, lives.length - 1)].directive.id.replace(/\W/g, '-'));
  }
}
