import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import type { Act } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { instantAt } from '../../dsl/time/day.ts';
import { actOn } from '../../office/act.ts';
import { sealsActs } from '../../office/act-seal.ts';
import { issueNotice } from '../../office/issue.ts';
import { shippedRules } from '../../policies/index.ts';
import { openRegister, type Register } from '../../register/index.ts';
import { standInDirectory } from '../../rehearsal/stand-in-directory.ts';
import { readConfig } from '../../settings/read-config.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { freePort, type RunningServer, startDevServer } from '../../worker/temporal-server/dev-server.ts';
import { findCli } from '../../worker/temporal-server/find-cli.ts';
import { silentProgress } from '../../worker/temporal-server/progress.ts';
import { SEARCH_ATTRIBUTES } from '../../workflows/contract.ts';
import { sketchNotice } from '../support/notice.ts';
import { testSeal } from '../support/seal.ts';

/*
 * An act is written to the log, and the worker and the server die before any history says so. The next wake of the
 * directive finds it there and takes it over, without a word of whose update it was: the person who tries again by the
 * same id must hear that it is done, not that somebody was quicker.
 */

const program = fileURLToPath(new URL('./dying-worker.mjs', import.meta.url));
const ISSUED = '2025-02-24';
const issuedAt = instantAt(ISSUED, 8 * 60);
const taskQueue = 'lost-answer';
const by = { party: 'lead', agency: 'so-noi-vu' } as const;
const acknowledge: Act = { type: 'acknowledge', by };

let folder: string;
let register: Register;
let server: RunningServer;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-lost-'));
  const file = join(folder, 'register.db');
  register = await openRegister({ file, compose: composeMessage, mailDomain: 'rehearsal.invalid' });
  server = await serve(await freePort());
});
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await kill(server.child);
  await register.close();
  await rm(folder, { recursive: true });
});

async function serve(port: number): Promise<RunningServer> {
  const config = readConfig();
  const { path: cli } = await findCli(config, silentProgress);
  return startDevServer({
    ...{ cli, env: config.childEnv, namespace: 'default', searchAttributes: SEARCH_ATTRIBUTES },
    ...{ dbFile: join(folder, 'temporal.db'), logFile: join(folder, 'temporal.log') },
    ...{ port, uiPort: undefined, virtualTime: false },
  });
}

async function kill(child: ChildProcess): Promise<void> {
  child.ref();
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function startWorker(moment: 'told' | 'never'): Promise<ChildProcess> {
  const args = [program, server.address, 'default', taskQueue, join(folder, 'register.db'), moment];
  const worker = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  workers.push(worker);
  const ready = await Promise.race([once(worker.stdout, 'data'), once(worker, 'exit')]);
  expect(String(ready[0])).toContain('polling');
  return worker;
}

async function withClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: server.address });
  const client = new Client({ connection, interceptors: { workflow: [sealsActs(testSeal)] } });
  return work(client).finally(() => connection.close());
}

test('what the log holds is answered as done, whatever the run knows of it; another id is refused as ever', async () => {
  const read = sketchNotice('1/TB', ISSUED, [{ id: 'I.1', lead: 'Sở Nội vụ', due: '2025-03-31' }]);
  await register.directory.import(standInDirectory([read]));
  const doomed = await startWorker('told');
  const died = once(doomed, 'exit');
  const { id, asked } = await withClient(async (client) => {
    const { directives } = await issueNotice(read, {
      ...{ register, client, calendar: civilServants, taskQueue, issuedAt, rules: shippedRules },
      clockOffsetMs: issuedAt - Date.now(),
    });
    const { id = '' } = directives[0] ?? {};
    // Until then an act is refused.
    while ((await register.directives.find(id))?.status !== 'assigned') await client.workflow.count();
    // Nobody hears an answer: its connection is closed before there is one.
    const asked = actOn({ client, register }, id, acknowledge, 'nhan-1').then(String, String);
    expect(await Promise.race([died.then(([, signal]) => signal), asked])).toBe('SIGKILL');
    return { id, asked };
  });
  await asked;
  expect(await register.directives.placeOfAct(id, 'nhan-1')).toBe(1);
  await kill(server.child);
  server = await serve(Number(server.address.split(':').at(-1)));
  await startWorker('never');

  await withClient(async (client) => {
    const office = { client, register };
    await actOn(office, id, { type: 'report-progress', by, text: 'Đang làm', percent: 40 }, 'bao-cao-1');
    const again = await actOn(office, id, acknowledge, 'nhan-1');
    expect(again.standing).toMatchObject({ status: 'acknowledged', acknowledgedAt: expect.any(Number) });
    await expect(actOn(office, id, acknowledge, 'nhan-2')).rejects.toMatchObject({
      refusal: { code: 'already-acknowledged' },
    });
    const log = (await register.directives.logs([id])).get(id) ?? [];
    expect(log.map(({ act }) => act?.id ?? null)).toEqual([null, 'nhan-1', 'bao-cao-1']);
  });
});
