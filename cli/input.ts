import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Option } from 'commander';
import { parse as parseYaml } from 'yaml';
import type { Policy } from '../dsl/policy/index.ts';
import { parsePolicy } from '../dsl/policy/schema.ts';
import { civilServants } from '../dsl/time/civil-servants.ts';
import { type Day, type Instant, instantAt, isDay } from '../dsl/time/day.ts';
import { UserError } from '../dsl/user-error.ts';
import { readNoticeFile } from '../notices/index.ts';
import { noticesOf, type ReadNotice } from '../office/registration.ts';
import { shippedPolicies } from '../policies/index.ts';

/** Options several commands share, so that they read alike everywhere. */
export const options = {
  format: (...formats: [string, ...string[]]) =>
    new Option('--format <dạng>', `dạng in ra: ${formats.join(', ')}`).default(formats[0]),
  issued: () =>
    new Option('--issued <ngày>', 'ngày ban hành YYYY-MM-DD (mặc định: ngày ghi trong văn bản)').argParser(dayArgument),
  policy: () =>
    new Option(
      '--policy <tên|tệp>',
      `quy tắc đôn đốc: ${shippedPolicies.map((p) => p.id).join(', ')}, hoặc tệp .json/.yaml`,
    ),
  directory: () => new Option('--directory <tệp>', 'danh bạ .yaml hoặc .csv (mặc định: danh bạ đã nạp)'),
};

export function dayArgument(text: string): Day {
  if (isDay(text)) return text;
  throw new UserError(`“${text}” không phải là ngày; ngày ghi ở dạng YYYY-MM-DD, ví dụ 2025-02-24`);
}

/** Offices open at eight: a notice counts as issued from then on its day. */
const OPENING_MINUTES = 8 * 60;

export function issueInstant(day: Day): Instant {
  return instantAt(day, OPENING_MINUTES);
}

/** The notices of a file; throws `UserError` for anything that cannot be read as one. */
export async function readNotices(path: string, issued?: Day): Promise<ReadNotice[]> {
  const file = await readNoticeFile(path, { calendar: civilServants, ...(issued === undefined ? {} : { issued }) });
  return noticesOf(file, basename(path));
}

/** A policy by its id, or from a file of its data. */
export async function loadPolicy(nameOrFile: string): Promise<Policy> {
  const shipped = shippedPolicies.find((p) => p.id === nameOrFile);
  if (shipped) return shipped;
  if (!/\.(json|ya?ml)$/i.test(nameOrFile)) {
    throw new UserError(
      `--policy ${nameOrFile}: không có quy tắc này; dùng ${shippedPolicies.map((p) => p.id).join(', ')}, hoặc một tệp .json/.yaml`,
    );
  }
  const result = parsePolicy(await parseFile(nameOrFile));
  if ('policy' in result) return result.policy;
  const [first, ...rest] = result.faults;
  throw new UserError(`${nameOrFile}: ${first}${rest.length > 0 ? ` (và ${rest.length} lỗi khác)` : ''}`);
}

/** The data of a JSON or YAML file (JSON is YAML). Faults name the file and the line. */
export async function parseFile(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`${path}: ${error.code === 'ENOENT' ? 'không có tệp này' : `không đọc được (${error.code})`}`);
  });
  try {
    return parseYaml(text, { prettyErrors: true });
  } catch (error) {
    throw new UserError(`${path}: ${error instanceof Error ? firstLine(error.message) : 'không đọc được'}`);
  }
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text;
}
