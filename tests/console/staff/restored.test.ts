import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Libsql from 'libsql';
import type { Standing } from '../../../dsl/rules/index.ts';
import { instantAt } from '../../../dsl/time/day.ts';
import { RunWatch, runsOf } from '../../../office/audit/index.ts';
import { takeBackRuns } from '../../../office/backup/index.ts';
import { lostDirectives, restartDirectives } from '../../../office/heal.ts';
import { invite, type StaffRole, ticketPath } from '../../../office/staff/index.ts';
import { REGISTER_MEMO } from '../../../office/start-once.ts';
import { RESTORED_MARK, type Restored } from '../../../register/index.ts';
import { DIRECTIVE_WORKFLOW, STANDING_QUERY } from '../../../workflows/contract.ts';
import { sketchNotice } from '../../support/notice.ts';
import { get } from '../support/http.ts';
import { ISSUED, openOffice, type TestOffice } from '../support/office.ts';

/* A register that was restored, on a Temporal that outlived it: what ran is ended, and a person lets messages leave. */

const NOTICE = sketchNotice('1/TB', ISSUED, [{ id: 'I.1', lead: 'Sở Nội vụ', due: '2025-03-31' }]);

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice([NOTICE]);
  await office.issue(NOTICE);
  const mark: Restored = { takenAt: instantAt(ISSUED, 9 * 60), restoredAt: instantAt(ISSUED, 10 * 60) };
  const db = new Libsql(join(office.folder, 'register.db'), { timeout: 5_000 });
  db.prepare('insert into meta (key, value) values (?, ?)').run([RESTORED_MARK, JSON.stringify(mark)]);
  db.close();
});
afterAll(() => office.close());

const url = (path: string) => `${office.pages.localUrl}${path}`;

async function enter(name: string, role: StaffRole): Promise<string> {
  const answer = await send(ticketPath(await invite(office.register, { name, role }, office.now)));
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

function send(path: string, cookie = '', fields: Record<string, string> = {}): Promise<Response> {
  const headers = { ...(cookie === '' ? {} : { cookie }) };
  return fetch(url(path), { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' });
}

test('what ran before is ended once, is no incident, and is started where the register has it', async () => {
  const { client, register } = office;
  const [directive] = await register.directives.list({});
  const handle = client.workflow.getHandle(directive?.workflowId ?? '');
  const { runId } = await handle.describe();
  // Given after the backup: the register does not know of it.
  const memo = { [REGISTER_MEMO]: await register.id() };
  const [after, taskQueue] = [`directive/${randomUUID()}/1`, `${office.taskQueue}-khac`];
  await client.workflow.start(DIRECTIVE_WORKFLOW, { workflowId: after, taskQueue, memo });
  const running = `TaskQueue IN ("${taskQueue}", "${office.taskQueue}") AND ExecutionStatus = "Running"`;
  while ((await client.workflow.count(running)).count < 2);

  const watch = new RunWatch({ register, client, from: Date.now(), taskQueue: office.taskQueue });
  expect(await takeBackRuns(client, register)).toEqual({ count: 2, unknown: [after] });
  expect(await takeBackRuns(client, register)).toBeUndefined();
  while ((await client.workflow.count(running)).count > 0);
  expect(await watch.look()).toEqual([]);
  const lost = await lostDirectives(register, await runsOf(client));
  expect(lost.map(({ id }) => id)).toEqual([directive?.id]);
  // At the office's own time: on the clock of the machine it would be late by all its steps, and tell them while others look.
  const clockOffsetMs = instantAt(ISSUED, 10 * 60) - Date.now();
  await restartDirectives({ client, register, taskQueue: office.taskQueue, clockOffsetMs }, lost);
  await handle.query<Standing>(STANDING_QUERY);
  const again = await handle.describe();
  expect([again.status.name, again.runId === runId]).toEqual(['RUNNING', false]);
});

test('what a Temporal never had, as where an office was carried to, is open and is not called closed', async () => {
  const [kept] = await office.keep(sketchNotice('2/TB', ISSUED, [{ id: 'I.1', lead: 'Sở Y tế', due: '2025-03-31' }]));
  const act = office.act(kept?.id ?? '', { type: 'acknowledge', by: { party: 'lead' } });
  await expect(act).rejects.toThrow(/chưa được mở lại sau khi khôi phục/);
});

test('the first page says what is held; an administrator lets it leave, once', async () => {
  const [admin, viewer] = [await enter('Phạm Hồng Loan', 'administrator'), await enter('Lê Hà', 'viewer')];
  const count = await office.register.restoration.waiting();
  expect(count).toBeGreaterThan(0);
  expect((await get(url('/vp'), { cookie: viewer })).html).toContain(`${count} thông báo đang được giữ lại`);
  const page = await get(url('/vp/khoi-phuc'), { cookie: admin });
  expect(page.html).toContain('Cho gửi thông báo chắc chưa gửi');
  expect(page.html).toContain('Sở Nội vụ');
  expect((await get(url('/vp/khoi-phuc'), { cookie: viewer })).html).not.toContain('<button type="submit">Cho gửi');
  expect((await send('/vp/khoi-phuc', viewer)).status).toBe(403);
  expect(await office.register.restoration.waiting()).toBe(count);

  expect((await send('/vp/khoi-phuc', admin)).status).toBe(303);
  expect((await send('/vp/khoi-phuc', admin, { ca: '1' })).status).toBe(303);
  const after = await get(url('/vp/khoi-phuc'), { cookie: admin });
  expect(after.html).toMatch(/Phạm Hồng Loan đã cho gửi lúc [^<]*\./);
  expect((await office.register.restoration.restored())?.agreed).toMatchObject({ again: false });
  expect((await get(url('/vp'), { cookie: viewer })).html).not.toContain('giữ lại');
  expect(office.troubles).toEqual([]);
});
