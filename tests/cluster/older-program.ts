import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const NEWEST = /export const CURRENT_INTERPRETER = \w+;/;

/**
 * The built program as it was before it knew the rules' versions after `interpreter`: it refuses those, and follows
 * older ones as ever. Returns its `dist`.
 */
export async function programOf(interpreter: number, folder: string): Promise<string> {
  const dist = join(folder, 'dist');
  await mkdir(folder, { recursive: true });
  for (const part of ['dist', 'package.json']) await cp(part, join(folder, part), { recursive: true });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  const versions = join(dist, 'dsl/rules/version.js');
  const source = await readFile(versions, 'utf8');
  if (!NEWEST.test(source)) throw new Error(`${versions} names no newest version`);
  await writeFile(versions, source.replace(NEWEST, `export const CURRENT_INTERPRETER = ${interpreter};`));
  const { buildWorkflowBundle } = await import(pathToFileURL(join(dist, 'worker/workflow-bundle.js')).href);
  await buildWorkflowBundle();
  return dist;
}
