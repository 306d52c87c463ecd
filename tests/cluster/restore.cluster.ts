import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { officePlaces } from '../../cli/commands/backup.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { DAY_MS, instantAt } from '../../dsl/time/day.ts';
import { actOn } from '../../office/act.ts';
import { auditRegister, runsOf } from '../../office/audit/index.ts';
import { restoreBackup, takeBackRuns, writeBackup } from '../../office/backup/index.ts';
import { lostDirectives, restartDirectives } from '../../office/heal.ts';
import { openRegister, type Register } from '../../register/index.ts';
import { readConfig } from '../../settings/read-config.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { type RunningWorker, startDirectiveWorker } from '../../worker/directive-worker.ts';
import { ISSUED, openOffice, type TestOffice } from '../console/support/office.ts';
import { lead } from '../support/acts.ts';
import { sketchNotice } from '../support/notice.ts';
import { command, databaseOf, query } from '../support/postgres.ts';
import { testSeal } from '../support/seal.ts';
import { openTestTemporal } from '../support/temporal.ts';

/*
 * An office on PostgreSQL and a cluster is backed up, goes on, and loses its database; what was backed up is put into a
 * new one, while Temporal still has the runs of before. Where it stood it stands again, and the auditor misses nothing.
 */

const notice = sketchNotice('31/TB-VP', ISSUED, [
  { id: 'I.1', lead: 'Sở Nội vụ', due: '2025-03-31' },
  { id: 'I.2', lead: 'Sở Y tế', due: '2025-06-30' },
  { id: 'I.3', lead: 'Sở Xây dựng', due: '2025-06-30' },
]);
const NOW = instantAt(ISSUED, 10 * 60);

const server = process.env['DONDOC_TEST_POSTGRES'] ?? '';
let office: TestOffice;
let folder: string;
/** The database of its register. */
let own: string;
let restored: Register | undefined;
let worker: RunningWorker | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-restore-'));
  const there = await databases();
  office = await openOffice([notice]);
  [own = ''] = (await databases()).filter((name) => !there.includes(name));
});
afterAll(async () => {
  await worker?.stop();
  await restored?.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

test('backup, wipe, restore: all stands as it did, runs again, and the auditor finds nothing missing', async () => {
  const { register, client } = office;
  const [one, two, three] = await office.issue(notice);
  if (!one || !two || !three) throw new Error('not issued');
  await office.act(one.id, { type: 'acknowledge', by: lead });
  await office.act(three.id, { type: 'cancel', by: { party: 'secretariat' }, reason: 'Đã chuyển cơ quan khác' });
  const shown = async (from: Register) =>
    Promise.all([one, two, three].map(async ({ id }) => JSON.stringify(await from.directives.show(id))));
  const before = await shown(register);
  const file = join(folder, 'sao-luu.tar.gz');
  await writeBackup({ register, places: placesIn(office.folder), file, moved: false, onProgress: () => {} });
  // What the backup does not have, though Temporal does.
  await office.act(two.id, { type: 'acknowledge', by: lead });

  await command(server, `drop database ${own} with (force)`);
  const name = `restored_${randomUUID().replaceAll('-', '')}`;
  await command(server, `create database ${name} template template0`);
  const url = databaseOf(server, name);
  await restoreBackup({
    ...{ file, places: placesIn(join(folder, 'moi')), register: { url }, now: Date.now },
    mergeSettings: async () => {},
    onProgress: () => {},
  });
  restored = await openRegister({
    url,
    compose: composeMessage,
    mailDomain: 'cluster.invalid',
    calendar: civilServants,
  });
  expect(await shown(restored)).toEqual(before);

  // A listing lags behind what runs.
  const running = [one, two].map(({ workflowId }) => `"${workflowId}"`).join(', ');
  const those = `WorkflowId IN (${running}) AND ExecutionStatus = "Running"`;
  while ((await client.workflow.count(those)).count < 2) await delay(50);
  expect((await takeBackRuns(client, restored))?.count).toBe(2);
  while ((await client.workflow.count(those)).count > 0) await delay(50);
  const taskQueue = `restored-${randomUUID()}`;
  const { address, namespace, close } = await openTestTemporal();
  await close();
  worker = await startDirectiveWorker({
    ...{ connection: { address }, namespace, register: restored, seal: testSeal, taskQueue, onPlanned: () => {} },
  });
  const place = { client, register: restored, taskQueue, clockOffsetMs: NOW - Date.now() };
  const lost = await lostDirectives(restored, await runsOf(client));
  expect(lost.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
  await restartDirectives(place, lost);

  const audited = await auditRegister({
    register: restored,
    now: NOW,
    clock: Date.now() + DAY_MS,
    runs: await runsOf(client),
  });
  expect(audited.directives).toBe(3);
  // Nothing leaves until somebody agrees, and nobody sends here; besides that nothing is missing.
  expect(audited.findings.filter(({ kind }) => kind !== 'row-waiting')).toEqual([]);
  expect(audited.findings).toHaveLength((await restored.restoration.waiting()) ?? 0);
  // People go on from where it stands.
  await actOn({ client, register: restored }, two.id, { type: 'acknowledge', by: lead }, randomUUID());
  expect((await restored.directives.show(two.id))?.directive.status).toBe('acknowledged');
});

async function databases(): Promise<string[]> {
  const rows = await query(server, "select datname from pg_database where datname like 'sandbox_%'");
  return rows.map((row) => String(row['datname']));
}

/** Where an office with this data folder and no settings keeps its things. */
function placesIn(dataFolder: string) {
  return officePlaces(readConfig({ DONDOC_DATA: dataFolder, HOME: dataFolder }));
}
