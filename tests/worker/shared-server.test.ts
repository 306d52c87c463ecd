import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { defineSearchAttributeKey } from '@temporalio/common';
import { isAlive } from '../../system/process.ts';
import { freePort } from '../../worker/temporal-server/dev-server.ts';
import { openTemporal, type TemporalServer } from '../../worker/temporal-server/index.ts';
import {
  readServerRecord,
  recordFile,
  removeServerRecord,
  writeServerRecord,
} from '../../worker/temporal-server/server-record.ts';
import { localConfig, newFolder } from './folders.ts';

const opened: TemporalServer[] = [];
afterAll(() => Promise.all(opened.map((temporal) => temporal.stop())));

async function open(
  dataFolder: string,
  extra: Partial<Parameters<typeof openTemporal>[0]> = {},
): Promise<TemporalServer> {
  const temporal = await openTemporal({ config: localConfig(), dataFolder, ...extra });
  opened.push(temporal);
  return temporal;
}

/** Stops a process, and waits until none of its threads runs any more: on a busy machine one may still answer a while. */
async function hang(pid: number): Promise<void> {
  process.kill(pid, 'SIGSTOP');
  const threads = `/proc/${pid}/task`;
  const isStopped = async (thread: string) =>
    /\) T /.test(await readFile(join(threads, thread, 'stat'), 'utf8').catch(() => ') T '));
  for (let isAtRest = !existsSync(threads); !isAtRest; await delay(10)) {
    isAtRest = (await Promise.all((await readdir(threads)).map(isStopped))).every(Boolean);
  }
}

async function startOne(temporal: TemporalServer, workflowId: string): Promise<void> {
  const connection = await Connection.connect(temporal.connection);
  await new Client({ connection }).workflow.start('anything', { taskQueue: 'none', workflowId });
  await connection.close();
}

async function isThere(temporal: TemporalServer, workflowId: string): Promise<boolean> {
  const connection = await Connection.connect(temporal.connection);
  const handle = new Client({ connection }).workflow.getHandle(workflowId);
  const there = await handle.describe().then(
    () => true,
    () => false,
  );
  await connection.close();
  return there;
}

/** A process that has certainly ended: its id belongs to nobody. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('the server of a data folder', () => {
  test('keeps its runs from one start to the next, and its registered names and retention', async () => {
    const folder = await newFolder();
    const searchAttributes = { DondocTest: defineSearchAttributeKey('DondocTest', 'KEYWORD') };
    const first = await open(folder, { searchAttributes });
    expect(first.owned).toBe(true);
    await startOne(first, 'kept');
    const connection = await Connection.connect(first.connection);
    const { config } = await connection.workflowService.describeNamespace({ namespace: 'default' });
    // Not Temporal's own default of a day.
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(31 * 86_400);
    const known = await connection.operatorService.listSearchAttributes({ namespace: 'default' });
    expect(Object.keys(known.customAttributes)).toContain('DondocTest');
    await connection.close();
    await first.stop();
    expect(isAlive(first.pid ?? 0)).toBe(false);
    expect((await first.exited).code).toBe(0);

    const second = await open(folder);
    expect(await isThere(second, 'kept')).toBe(true);
    await second.stop();
    await second.stop();
  });

  test('many openers at once get one server, which ends with the last of them', async () => {
    const folder = await newFolder();
    const engines = await Promise.all([open(folder), open(folder), open(folder)]);
    expect(new Set(engines.map((e) => e.pid)).size).toBe(1);
    const [last, ...others] = engines;
    await Promise.all(others.map((e) => e.stop()));
    const pid = last?.pid ?? 0;
    expect(isAlive(pid)).toBe(true);
    await last?.stop();
    expect(isAlive(pid)).toBe(false);
    expect(readServerRecord(folder)).toBeUndefined();
  });

  test('a server whose program died is taken over with its runs, and ended by the one who took it', async () => {
    const folder = await newFolder();
    const first = await open(folder);
    await startOne(first, 'orphan');
    const record = readServerRecord(folder);
    if (!record) throw new Error('no record');
    await writeServerRecord(folder, { ...record, users: [{ pid: await deadPid(), seat: 'of the dead' }] });

    const second = await open(folder);
    expect(second.pid).toBe(first.pid);
    expect(await isThere(second, 'orphan')).toBe(true);
    await second.stop();
    expect(isAlive(first.pid ?? 0)).toBe(false);
  });

  test('a record of a dead server is passed over; so is a pid that another program has now', async () => {
    for (const pid of [await deadPid(), process.pid]) {
      const folder = await newFolder();
      await writeServerRecord(folder, { pid, address: `127.0.0.1:${await freePort()}`, users: [] });
      // As everything in a data folder, its owner's alone.
      expect((await stat(recordFile(folder))).mode & 0o777).toBe(0o600);
      const temporal = await open(folder);
      expect(temporal.pid).not.toBe(pid);
      await temporal.stop();
    }
  });

  test('a server of ours that hangs is ended and replaced; its runs are there', async () => {
    const folder = await newFolder();
    const first = await open(folder);
    await startOne(first, 'hung');
    await hang(first.pid ?? 0);
    const second = await open(folder);
    expect(second.pid).not.toBe(first.pid);
    expect(isAlive(first.pid ?? 0)).toBe(false);
    expect(await isThere(second, 'hung')).toBe(true);
    await second.stop();
  });

  test('a server nobody knows of keeps its file to itself: a second is turned away, and says why', async () => {
    const folder = await newFolder();
    const first = await open(folder);
    await startOne(first, 'kept');
    await removeServerRecord(folder);
    await expect(open(folder)).rejects.toThrow(/temporal\.db: một máy chủ Temporal khác đang giữ tệp này; dừng nó/);
    expect(await isThere(first, 'kept')).toBe(true);
    process.kill(first.pid ?? 0);
    await first.exited;
    const second = await open(folder);
    expect(await isThere(second, 'kept')).toBe(true);
    await second.stop();
  });

  test('when the server dies, its programs hear of it', async () => {
    const folder = await newFolder();
    const [first, second] = [await open(folder), await open(folder)];
    process.kill(first.pid ?? 0, 'SIGKILL');
    expect((await first.exited).signal).toBe('SIGKILL');
    await second.exited;
    await Promise.all([first.stop(), second.stop()]);
    const third = await open(folder);
    await third.stop();
  });

  test('a wished port is used, and one that is taken is named', async () => {
    const folder = await newFolder();
    const port = await freePort();
    const uiPort = await freePort();
    const temporal = await open(folder, { port, ui: true, config: localConfig({ uiPort }) });
    expect(temporal.address).toBe(`127.0.0.1:${port}`);
    expect((await fetch(temporal.uiAddress ?? '')).status).toBe(200);
    await expect(open(await newFolder(), { port })).rejects.toThrow(new RegExp(`cổng ${port}.*chọn cổng khác`));
    await temporal.stop();
  });

  test('a database that is none is named with what to do, and left as it is', async () => {
    const folder = await newFolder();
    const file = join(folder, 'temporal.db');
    await writeFile(file, 'this is no database, '.repeat(1000));
    await expect(open(folder)).rejects.toThrow(/temporal\.db: tệp đã hỏng.*chạy lại/);
    expect(await readFile(file, 'utf8')).toMatch(/^this is no database/);
    expect(readServerRecord(folder)).toBeUndefined();
  });

  test('a data folder deleted under the server does not keep it running', async () => {
    const folder = await newFolder();
    const temporal = await open(folder);
    await rm(folder, { recursive: true });
    await temporal.stop();
    expect(isAlive(temporal.pid ?? 0)).toBe(false);
  });

  test('a data folder that cannot be is named', async () => {
    const file = join(await newFolder(), 'file');
    await writeFile(file, '');
    await expect(open(join(file, 'data'))).rejects.toThrow(/không tạo được thư mục dữ liệu .*DONDOC_DATA/);
  });
});
