import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Confined, OverLimit } from '../../system/confined.ts';

/** Does what it is told, good or bad. */
const WORK = `
export default async ({ what, bytes }) => {
  if (what === 'loop') for (;;);
  if (what === 'hang') await new Promise((r) => setTimeout(r, 1e9));
  if (what === 'die') process.exit(3);
  if (what === 'throw') throw new Error('không làm được');
  if (what === 'env') return Object.keys(process.env);
  if (what === 'heap') { const all = []; for (;;) all.push('x'.repeat(1000) + all.length); }
  if (what === 'bytes') { const all = []; for (;;) { all.push(Buffer.alloc(16e6, 1)); await new Promise((r) => setTimeout(r, 5)); } }
  return bytes === undefined ? process.pid : bytes.length;
};
`;

let folder: string;
let confined: Confined<{ what?: string; bytes?: Uint8Array }, unknown>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'confined-'));
  const module = join(folder, 'work.mjs');
  await writeFile(module, WORK);
  confined = new Confined(pathToFileURL(module), { memoryMb: 160, cpuMs: 1_500, wallMs: 20_000 });
});
afterAll(async () => {
  confined.close();
  await rm(folder, { recursive: true });
});

const limitOf = (what: string) => confined.run({ what }).catch((e: unknown) => (e instanceof OverLimit ? e.limit : e));

test.each([
  ['loop', 'time'],
  ['heap', 'memory'],
  ['bytes', 'memory'],
  ['die', 'broken'],
])('work that would %s ends by its limit, alone: the next piece is done', async (what, limit) => {
  expect(await limitOf(what)).toBe(limit);
  expect(await confined.run({ bytes: new Uint8Array(100_000) })).toBe(100_000);
});

test('pieces are done one after the other by one process, which goes on after one that threw', async () => {
  const pids = await Promise.all([confined.run({}), confined.run({}), confined.run({})]);
  await expect(confined.run({ what: 'throw' })).rejects.toThrow('không làm được');
  expect(new Set([...pids, await confined.run({})]).size).toBe(1);
  expect(pids[0]).not.toBe(process.pid);
});

test('nothing of the environment reaches it', async () => {
  const names = (await confined.run({ what: 'env' })) as string[];
  expect(names.filter((name) => !name.startsWith('NODE_') && name !== '__CF_USER_TEXT_ENCODING')).toEqual([]);
});
