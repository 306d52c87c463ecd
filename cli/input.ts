import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { Policy } from '../dsl/policy/index.ts';
import { present } from '../dsl/present.ts';
import { civilServants } from '../dsl/time/civil-servants.ts';
import { type Day, type Instant, instantAt } from '../dsl/time/day.ts';
import { UserError } from '../dsl/user-error.ts';
import { readDatedFile } from '../notices/index.ts';
import { noticesOf, type ReadNotice } from '../office/registration.ts';
import { applyCorrections } from '../office/review/index.ts';
import { shippedPolicies } from '../policies/index.ts';
import { parsePolicy } from '../policies/schema.ts';
import type { Directory } from '../register/index.ts';
import { requirePlainFile } from '../system/plain-file.ts';
import { loadCorrections } from './read/corrections.ts';

/** Offices open at eight: a notice counts as issued from then on its day. */
const OPENING_MINUTES = 8 * 60;

/** When a notice of a day counts as issued: at 08:00, as an office opens. */
export function issueInstant(day: Day): Instant {
  return instantAt(day, OPENING_MINUTES);
}

export interface Corrected {
  /** Path of a corrections file. */
  readonly corrections?: string | undefined;
  /** Lets it name agencies by their ids. */
  readonly directory?: Directory | undefined;
}

/** The notices of a file, as people corrected them; throws `UserError` for anything that cannot be read as one. */
export async function readNoticeFiles(
  path: string,
  issued?: Day,
  { corrections, directory }: Corrected = {},
): Promise<ReadNotice[]> {
  const file = await readDatedFile(path, { calendar: civilServants, ...present({ issued }) });
  if (corrections === undefined) return noticesOf(file, basename(path));
  const context = { calendar: civilServants, ...present({ directory }) };
  return noticesOf(applyCorrections(file, await loadCorrections(corrections), context), basename(path));
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
  await requirePlainFile(path);
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
