import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Policy } from '../../dsl/policy/index.ts';
import { UserError } from '../../dsl/user-error.ts';
import { requirePlainFile } from '../../system/plain-file.ts';
import { POLICY_FAULTS, POLICY_FILE } from '../../texts/policies.ts';
import { policyFaultText, policyIn } from './faults.ts';
import { readTypescriptPolicy } from './typescript/index.ts';
import { PolicyTextError, type WrittenPolicy } from './written.ts';
import { readYamlPolicy } from './yaml-form.ts';

/** Ten times the longest policy anybody wrote. */
const MOST_KILOBYTES = 64;

const ENDING = /\.(ts|ya?ml|json)$/i;

/** What editors and npm keep beside policies. */
const OTHERS = /\.d\.ts$|^(ts|js)config\b.*\.json$|^package(-lock)?\.json$/i;

/** Is this the name of a file that may hold a policy? */
export function isPolicyFile(name: string): boolean {
  return ENDING.test(name) && !OTHERS.test(basename(name));
}

/**
 * The policy of a file, in TypeScript or YAML: the one reader for both.
 *
 * @throws UserError: “file:line: place: what, and what would be right”
 */
export async function readPolicyFile(path: string): Promise<Policy> {
  return readPolicyText(await readPolicySource(path), path);
}

/** The same of a text somebody has at hand; `path` says which form it is, and what its faults are told of. */
export async function readPolicyText(text: string, path: string): Promise<Policy> {
  const at = (line: number, fault: string) => new UserError(`${path}:${line}: ${fault}`);
  let written: WrittenPolicy;
  try {
    written = /\.ts$/i.test(path) ? await readTypescriptPolicy(text) : readYamlPolicy(text);
  } catch (error) {
    if (error instanceof PolicyTextError) throw at(error.line, error.message);
    throw error;
  }
  const result = policyIn(written.data, written.form);
  if ('policy' in result) return result.policy;
  const [first, ...rest] = result.faults;
  if (!first) throw new Error('a policy was refused without a fault');
  throw at(
    written.lineOf(first.path),
    policyFaultText(first) + (rest.length > 0 ? POLICY_FAULTS.more(rest.length) : ''),
  );
}

/** A policy file as text. @throws UserError */
export async function readPolicySource(path: string): Promise<string> {
  if (!isPolicyFile(path)) throw new UserError(`${path}: ${POLICY_FILE.ending}`);
  await requirePlainFile(path);
  const size = await stat(path).then(({ size }) => size, failed(path));
  if (size > MOST_KILOBYTES * 1024) throw new UserError(`${path}: ${POLICY_FILE.tooLong(MOST_KILOBYTES)}`);
  const bytes = await readFile(path).catch(failed(path));
  const line = lineNotText(bytes);
  if (line !== null) throw new UserError(`${path}:${line}: ${POLICY_FILE.notText}`);
  // A byte order mark, which some editors put first, is left out.
  return new TextDecoder().decode(bytes);
}

/** The first line, from 1, that is no UTF-8: no letter of it has a line's end among its bytes. */
function lineNotText(bytes: Buffer): number | null {
  if (isUtf8(bytes)) return null;
  let line = 1;
  for (let from = 0, end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, from)) {
    if (!isUtf8(bytes.subarray(from, end))) break;
    from = end + 1;
    line++;
  }
  return line;
}

const LINE_END = 0x0a;

function failed(path: string): (error: NodeJS.ErrnoException) => never {
  return ({ code }) => {
    throw new UserError(`${path}: ${code === 'ENOENT' ? POLICY_FILE.missing : POLICY_FILE.unreadable(code ?? '?')}`);
  };
}
