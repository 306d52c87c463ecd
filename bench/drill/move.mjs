import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { built, generator } from '../support/load.mjs';
import { auditFor, checkRound } from './check.mjs';
import { noonOfNudges, openOffice, openOfficeAt, registerDirectives, startLife } from './office.mjs';
import { faultsOfActs, peopleAct } from './people.mjs';
import { settled } from './settled.mjs';
import { openSystem } from './system.mjs';

const [sealing, backups, heal] = await Promise.all([
  built('office/act-seal.js'),
  built('office/backup/index.js'),
  built('office/heal.js'),
]);
const { officePlaces } = await built('cli/commands/backup.js');
const { readConfig } = await built('settings/read-config.js');
const { randomOf } = await generator('random');

/** 2,500 messages on two cores that others use took longer than five minutes. */
const DONE_WITHIN_MS = 30 * 60_000;

/**
 * An office with its own Temporal and its register in a file moves to a cluster and PostgreSQL while its directives run,
 * people act and messages leave: the service is stopped, `backup --move`, `restore`, and the service there. Nudges fall
 * due before, during and after.
 */
export async function move({ seed, directives, from, to }) {
  const random = randomOf(seed);
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-move-'));
  const taskQueue = `move-${randomUUID()}`;
  const old = await openOffice(folder);
  const system = await openSystem({ folder, office: old, temporal: from, random, taskQueue, nowAt: noonOfNudges });
  const interceptors = { workflow: [sealing.sealsActs(sealing.actSealIn(join(folder, 'link-keys.json')))] };
  const connections = [];
  const clientOf = async ({ address, namespace }) => {
    const connection = await Connection.connect({ address });
    connections.push(connection);
    return new Client({ connection, namespace, interceptors });
  };
  /** Where people act: it changes with the move, and they try again. */
  const desk = { client: await clientOf(from), register: old.register };
  let office = old;
  let isOver = false;
  try {
    const { notice, lives } = await registerDirectives(old, directives, `chuyen-${seed}-${randomUUID().slice(0, 8)}`);
    const spanMs = 40 * directives;
    const start = Date.now() + 20 * directives;
    const dueAt = new Map(lives.map((life) => [life, start + random.int(0, spanMs)]));
    for (const life of lives) await startLife(desk.client, old.register, taskQueue, notice, life, dueAt.get(life));
    await system.startWorkers();
    const worked = lives.filter((_, i) => i % 4 === 0);
    const until = start + spanMs + DONE_WITHIN_MS;
    const people = peopleAct(desk, worked, { random: randomOf(seed + 1_000), spanMs, until });
    await delay(Math.max(0, start + spanMs / 3 - Date.now()));

    const began = Date.now();
    const asked = system.received().length;
    await system.stopWorkers();
    const file = join(folder, 'di.tar.gz');
    const places = placesOf(folder);
    await backups.writeBackup({ register: old.register, places, file, moved: true, onProgress: () => {} });
    await from.kill();
    isOver = true;
    const url = await to.emptyDatabase();
    await backups.restoreBackup({
      file,
      places: placesOf(join(folder, 'moi')),
      register: { url },
      now: Date.now,
      mergeSettings: async () => {},
      onProgress: () => {},
    });
    office = await openOfficeAt(url);
    const lost = await differences(old.register, office.register, lives);
    await old.register.close();
    desk.client = await clientOf(to);
    desk.register = office.register;
    let open = 0;
    for (const life of lives) {
      const record = await office.register.directives.find(life.directive.id);
      if (record.closedAt !== null) continue;
      open++;
      const clockOffsetMs = life.nudgeAt - dueAt.get(life);
      await heal.restartDirectives({ ...desk, taskQueue, clockOffsetMs }, [record]);
    }
    system.moveTo({ office, temporal: to });
    await system.startWorkers();
    const movedMs = Date.now() - began;
    const during = [...dueAt.values()].filter((at) => at >= began && at <= began + movedMs).length;

    const acted = await people;
    await settled(office.register, lives, system, new Set(worked));
    await system.close();
    const audited = await auditFor(office.register, desk.client, system.now());
    const work = { lives, worked: new Set(worked.map(({ directive }) => directive.id)) };
    // Nothing was killed: nothing can be in doubt.
    const checked = await checkRound(office.register, work, system.received(), audited, 0);
    const wrong = [...lost, ...checked.wrong, ...(await faultsOfActs(office.register, acted))];
    const acts = acted.reduce((sum, { answers }) => sum + answers.length, 0);
    return { ...checked, seed, directives, open, during, before: asked, acts, movedMs, wrong };
  } finally {
    await system.close();
    if (!isOver) await from.kill();
    await Promise.all(connections.map((one) => one.close()));
    await old.register.close().catch(() => {});
    if (office !== old) await office.register.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where an office with this data folder and no settings keeps its things. */
function placesOf(dataFolder) {
  return officePlaces(readConfig({ DONDOC_DATA: dataFolder, HOME: dataFolder }));
}

/** What stands otherwise in the register that was moved, before anything runs there. */
async function differences(before, after, lives) {
  const ids = lives.map(({ directive }) => directive.id);
  const [had, has] = [await before.directives.logs(ids), await after.directives.logs(ids)];
  const views = async (register) => {
    const all = [];
    for (const id of ids) all.push(JSON.stringify(await register.directives.show(id)));
    return all;
  };
  const [were, are] = [await views(before), await views(after)];
  return ids.flatMap((id, i) =>
    JSON.stringify(had.get(id)) === JSON.stringify(has.get(id)) && were[i] === are[i] ? [] : [`${id}: not as it was`],
  );
}
