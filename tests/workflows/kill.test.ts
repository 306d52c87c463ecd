import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { preview } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { DAY_MS, instantAt } from '../../dsl/time/day.ts';
import { issueNotice } from '../../office/issue.ts';
import { directiveDraftOf, noticeDraftOf, partyIn, type ReadNotice, tasksOfNotice } from '../../office/registration.ts';
import { actOnSeries } from '../../office/series/act.ts';
import { startDirective } from '../../office/start.ts';
import { directiveOf } from '../../office/task.ts';
import { shippedRules } from '../../policies/index.ts';
import { openRegister, type Register, type SeriesRecord } from '../../register/index.ts';
import { compareSteps } from '../../rehearsal/compare.ts';
import { standInDirectory } from '../../rehearsal/stand-in-directory.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { recurringWorkflowId } from '../../workflows/contract.ts';
import { sketchNotice } from '../support/notice.ts';
import { openTestTemporal, type TestTemporal } from '../support/temporal.ts';

const program = fileURLToPath(new URL('./dying-worker.mjs', import.meta.url));
const issuedAt = instantAt('2025-02-24', 8 * 60);

let temporal: TestTemporal;
let folder: string;
let register: Register;

beforeAll(async () => {
  temporal = await openTestTemporal();
  folder = await mkdtemp(join(tmpdir(), 'dondoc-kill-'));
  register = await openRegister({
    file: join(folder, 'register.db'),
    compose: composeMessage,
    mailDomain: 'rehearsal.invalid',
  });
});
afterAll(async () => {
  await register.close();
  await temporal.close();
  await rm(folder, { recursive: true });
});

/** A worker process that is ready to take tasks. */
async function startWorker(
  queue: string,
  moment: 'before' | 'after' | 'opened' | 'acted' | 'never',
): Promise<ChildProcess> {
  const args = [program, temporal.address, temporal.namespace, queue, join(folder, 'register.db'), moment];
  const worker = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ready = await Promise.race([once(worker.stdout, 'data'), once(worker, 'exit')]);
  expect(String(ready[0])).toContain('polling');
  return worker;
}

describe('kill -9 of the worker in the middle of an escalation', () => {
  test.each(['before', 'after'] as const)('%s the wake is written: nothing missing, nothing twice', async (moment) => {
    const read = sketchNotice(`${moment}/TB`, '2025-02-24', [{ id: 'I.1', lead: 'Sở Nội vụ', due: '2025-03-14' }]);
    const [task] = tasksOfNotice(read, { rules: shippedRules });
    if (!task) throw new Error('no task');
    await register.directory.import(standInDirectory([read]));
    const party = partyIn(await register.directory.current(), '2025-02-24');
    const draft = directiveDraftOf(task, issuedAt, civilServants, party);
    const { notice, directives } = await register.notices.register(noticeDraftOf(read), [draft]);
    const [directive] = directives;
    if (!directive) throw new Error('no directive');
    const taskQueue = `kill-${randomUUID()}`;
    const { client, clock } = temporal;
    const clockOffsetMs = issuedAt - Date.now();
    await startDirective({ client, register, calendar: civilServants, clockOffsetMs, taskQueue }, notice, directive);

    const doomed = await startWorker(taskQueue, moment);
    const died = once(doomed, 'exit');
    const leg = clock.fastForward(directive.workflowId, 300 * DAY_MS, { timeoutMs: 60_000 });
    expect((await died)[1]).toBe('SIGKILL');

    const next = await startWorker(taskQueue, 'never');
    expect(await leg).toBe('reached');
    next.kill('SIGTERM');
    await once(next, 'exit');

    const view = await register.directives.show(directive.id);
    const planned = preview(task.policy, directiveOf(task, issuedAt, civilServants)).steps;
    expect(compareSteps(planned, view?.events.flatMap((e) => e.posts) ?? [])).toEqual([]);
    const rows = view?.messages.map((m) => `${m.postKey} ${m.personId} ${m.channel}`) ?? [];
    expect(rows).toHaveLength(new Set(rows).size);
    expect(new Set(view?.messages.map((m) => m.postKey))).toEqual(new Set(planned.map((p) => p.key)));
    expect(view?.events.map((e) => e.seq)).toEqual(view?.events.map((_, i) => i));
  });
});

/** Issues what recurs in a notice, on a queue of its own that no worker serves yet. */
async function issueSeries(read: ReadNotice): Promise<{ one: SeriesRecord; taskQueue: string }> {
  await register.directory.import(standInDirectory([read]));
  const taskQueue = `kill-${randomUUID()}`;
  const { series } = await issueNotice(read, {
    ...{ register, client: temporal.client, taskQueue, issuedAt, calendar: civilServants, rules: shippedRules },
    clockOffsetMs: issuedAt - Date.now(),
  });
  const [one] = series;
  if (!one) throw new Error('nothing recurs');
  return { one, taskQueue };
}

describe('kill -9 of the worker between register and temporal, as an occurrence is opened', () => {
  test('it is opened once, and started', async () => {
    const read = sketchNotice('mo-ky/TB', '2025-02-24', [
      { id: 'I.1', lead: 'Sở Nội vụ', due: '2025-02-24', recurrence: 'FREQ=MONTHLY;BYMONTHDAY=24;COUNT=3' },
    ]);
    const { one, taskQueue } = await issueSeries(read);
    const { client, clock } = temporal;

    const doomed = await startWorker(taskQueue, 'opened');
    const died = once(doomed, 'exit');
    const leg = clock.fastForward(one.workflowId, 90 * DAY_MS, { timeoutMs: 60_000 });
    expect((await died)[1]).toBe('SIGKILL');
    const halfDone = (await register.series.show(one.id))?.occurrences ?? [];
    expect(halfDone.map((o) => [o.due, o.issueState])).toEqual([
      ['2025-03-24', 'started'],
      ['2025-04-24', 'drafted'],
    ]);

    const next = await startWorker(taskQueue, 'never');
    // COUNT=3 counts the day of the notice: after two occurrences the series is at its end.
    expect(await leg).toBe('closed');
    next.kill('SIGTERM');
    await once(next, 'exit');
    const view = await register.series.show(one.id);
    expect(view?.occurrences.map((o) => [o.due, o.issueState])).toEqual([
      ['2025-03-24', 'started'],
      ['2025-04-24', 'started'],
    ]);
    expect(view?.series.end).toMatchObject({ why: 'rule' });
    const started = view?.occurrences.at(-1)?.workflowId ?? '';
    expect((await client.workflow.getHandle(started).describe()).status.name).toBe('RUNNING');
  });
});

describe('kill -9 of the worker between register and temporal, as a series is suspended', () => {
  test('it is suspended once, and the person has the answer', async () => {
    const read = sketchNotice('tam-hoan/TB', '2025-02-24', [
      { id: 'I.1', lead: 'Sở Nội vụ', due: '2025-02-24', recurrence: 'FREQ=MONTHLY;BYMONTHDAY=24' },
    ]);
    const { one, taskQueue } = await issueSeries(read);
    const { id } = one;
    const { client, clock } = temporal;

    const doomed = await startWorker(taskQueue, 'acted');
    const died = once(doomed, 'exit');
    const suspend = { type: 'suspend', by: { party: 'secretariat' }, reason: 'Chờ' } as const;
    const asked = actOnSeries({ client, register }, id, suspend, 'hoan-1');
    expect((await died)[1]).toBe('SIGKILL');

    const next = await startWorker(taskQueue, 'never');
    expect((await asked).series).toMatchObject({ suspended: { reason: 'Chờ' }, acts: [{ seq: 0, actId: 'hoan-1' }] });
    await clock.fastForward(recurringWorkflowId(id), 90 * DAY_MS, { timeoutMs: 60_000 });
    next.kill('SIGTERM');
    await once(next, 'exit');
    const view = await register.series.show(id);
    expect(view?.occurrences.map((o) => o.due)).toEqual(['2025-03-24']);
    expect(view?.series.acts).toHaveLength(1);
  });
});
