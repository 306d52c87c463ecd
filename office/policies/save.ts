import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Policy } from '../../dsl/policy/index.ts';
import { UserError } from '../../dsl/user-error.ts';
import { OWN_POLICIES } from '../../texts/policies.ts';
import { hashOf } from '../proof/content.ts';
import { readPolicySource, readPolicyText } from './read-file.ts';

/** A policy's file as it stands: its text, and what names that text. */
export interface PolicySource {
  readonly file: string;
  readonly text: string;
  readonly hash: string;
}

export async function policySource(file: string): Promise<PolicySource> {
  const text = await readPolicySource(file);
  return { file, text, hash: hashOf(text) };
}

/** The policy of a text that is to stand in this file. @throws UserError where it is none, or one of another id */
export async function policyInText(text: string, file: string, id: string): Promise<Policy> {
  const name = basename(file);
  const policy = await readPolicyText(text, name);
  if (policy.id !== id) throw new UserError(OWN_POLICIES.otherId(name, policy.id, id));
  return policy;
}

/**
 * Writes the text over the file, whole or not at all.
 *
 * @param before what named the text when somebody began to change it
 * @throws UserError where somebody else has changed it since
 */
export async function savePolicy({ file, text }: Pick<PolicySource, 'file' | 'text'>, before: string): Promise<void> {
  if ((await policySource(file)).hash !== before) throw new UserError(OWN_POLICIES.changedElsewhere(basename(file)));
  const next = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeFile(next, text.endsWith('\n') ? text : `${text}\n`, { flag: 'wx' });
    await rename(next, file);
  } catch (error) {
    await rm(next, { force: true });
    throw new UserError(`${basename(file)}: ${OWN_POLICIES.unwritable((error as NodeJS.ErrnoException).code ?? '?')}`);
  }
}
