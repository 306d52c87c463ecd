import { parseDocument } from 'yaml';
import { UserError } from '../../dsl/user-error.ts';
import { readPolicyText } from './read-file.ts';
import { formatTypescript } from './typescript/format.ts';
import { PolicyTextError } from './written.ts';

/**
 * A policy's text laid out as the guide does. It says the same before and after; comments stay.
 *
 * @throws UserError where it is no policy: only what can be read is laid out
 */
export async function formatPolicy(text: string, path: string): Promise<string> {
  const before = await readPolicyText(text, path);
  const made = await formatted(text, path);
  const after = await readPolicyText(made, path);
  if (JSON.stringify(before) !== JSON.stringify(after)) throw new Error(`${path}: laying it out changed the policy`);
  return made;
}

async function formatted(text: string, path: string): Promise<string> {
  if (!/\.ts$/i.test(path)) return parseDocument(text).toString({ lineWidth: 110, flowCollectionPadding: true });
  try {
    return await formatTypescript(text);
  } catch (error) {
    if (error instanceof PolicyTextError) throw new UserError(`${path}:${error.line}: ${error.message}`);
    throw error;
  }
}
