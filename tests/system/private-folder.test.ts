import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { asOwnerOnly, keepPrivate, narrow, openToOthers } from '../../system/private-folder.ts';
import { dondoc, environment } from '../support/dondoc.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'private-'));
  await chmod(folder, 0o755);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const rights = async (...path: string[]) => ((await stat(join(folder, ...path))).mode & 0o777).toString(8);

test('what was written before is narrowed to its owner, all the way down; what is not ours stays as it is', async () => {
  await mkdir(join(folder, 'evidence', 'ab'), { recursive: true });
  await writeFile(join(folder, 'evidence', 'ab', 'abcd'), 'x');
  await writeFile(join(folder, 'register.db-wal'), 'x');
  await writeFile(join(folder, 'bao-cao.xlsx'), 'x');
  await writeFile(join(folder, 'dich.txt'), 'x');
  await symlink(join(folder, 'dich.txt'), join(folder, 'temporal.log'));
  for (const path of ['register.db-wal', 'evidence/ab/abcd', 'bao-cao.xlsx', 'dich.txt'])
    await chmod(join(folder, path), 0o644);
  for (const path of ['evidence/ab', 'evidence']) await chmod(join(folder, path), 0o755);
  expect([...(await openToOthers(folder))].sort()).toEqual(
    ['', '/evidence', '/evidence/ab', '/evidence/ab/abcd', '/register.db-wal'].map((path) => folder + path),
  );
  await narrow(folder);
  expect(await openToOthers(folder)).toEqual([]);
  expect([await rights(), await rights('evidence', 'ab'), await rights('evidence', 'ab', 'abcd')]).toEqual([
    '700',
    '700',
    '600',
  ]);
  expect([await rights('bao-cao.xlsx'), await rights('dich.txt')]).toEqual(['644', '644']);
});

test('a folder is made for its owner, and so is what a process started for it writes', async () => {
  await keepPrivate(join(folder, 'moi', 'sau'));
  expect([await rights('moi'), await rights('moi', 'sau')]).toEqual(['700', '700']);
  asOwnerOnly(() => execFileSync('sh', ['-c', 'echo x > con'], { cwd: folder }));
  expect(await rights('con')).toBe('600');
});

test('a command makes its data folder the owner’s alone; the doctor narrows what is in it and says so where it cannot', async () => {
  const data = join(folder, 'du-lieu');
  await mkdir(data, { mode: 0o755 });
  const { stdout } = await dondoc(['doctor'], environment(data));
  expect(stdout).toMatch(/^ok {2}Thư mục/m);
  expect(await rights('du-lieu')).toBe('700');
  expect((await readdir(data)).length).toBeGreaterThan(0);
});
