import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { environment } from '../support/dondoc.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/dondoc.js', import.meta.url));
/** As the bench counts them; what a command takes of the processor follows from them. */
const PROBE = fileURLToPath(new URL('../../bench/startup/files.mjs', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-start-up-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function filesOpened(args: readonly string[]): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--import', PROBE, PROGRAM, ...args], {
    env: environment(folder),
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const told = child.stdio[3];
  if (!told || !('readable' in told)) throw new Error('no pipe');
  return JSON.parse(await text(told));
}

test.each([
  [['--help'], 15],
  [['deadline', 'trong quý II/2025'], 25],
  [['list'], 60],
  [['show', 'II.3'], 70],
])('dondoc %s opens few files, and nothing of Temporal', async (args, most) => {
  const files = await filesOpened(args);
  expect(files.length).toBeGreaterThan(2);
  expect(files.length).toBeLessThanOrEqual(most);
  expect(files.filter((file) => file.includes('/@temporalio/'))).toEqual([]);
});
