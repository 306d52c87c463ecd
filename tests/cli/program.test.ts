import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { environment } from '../support/dondoc.ts';
import { dondocClosed, runProgram } from '../support/program.ts';

/* What only a process of its own shows; all else of a command is seen in this one. */

let folder: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-program-'));
  env = environment(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('who reads only the first lines leaves no fault behind', async () => {
  const child = dondocClosed(['--help'], env);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = await once(child, 'close');
  expect({ code, said }).toEqual({ code: 0, said: '' });
});

test('its exit code tells an answer, a finding and bad input apart; stdout is the answer alone', async () => {
  const answer = await runProgram(['list', '--format', 'json'], env);
  expect(answer).toEqual({
    code: 0,
    stdout: `${JSON.stringify({ directives: [], series: [] }, null, 2)}\n`,
    stderr: '',
  });
  const finding = await runProgram(['doctor', '--format', 'json'], { ...env, TEMPORAL_ADDRESS: '127.0.0.1:1' });
  expect(finding.code).toBe(1);
  expect(JSON.parse(finding.stdout).parts).not.toEqual([]);
  const bad = await runProgram(['show', 'II.9'], env);
  expect(bad).toMatchObject({ code: 2, stdout: '' });
  expect(bad.stderr).toMatch(/^dondoc: II\.9: .*\n$/);
});

test('what comes through its pipe is read to the end', async () => {
  const { code, stderr } = await runProgram(['intake'], env, Buffer.alloc(2_000_000, 'không phải thư\n'));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
