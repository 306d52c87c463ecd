import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Policy } from '../../dsl/policy/index.ts';
import { UserError } from '../../dsl/user-error.ts';
import { ownFile } from '../../system/own-files.ts';
import { OWN_POLICIES, type PolicyForm } from '../../texts/policies.ts';
import { requireFree } from './folder.ts';
import { dataWritten, typescriptOf, yamlOf } from './print.ts';
import { readPolicyText } from './read-file.ts';
import { yamlRewritten } from './rewritten/index.ts';
import type { PolicySource } from './save.ts';
import { formatTypescript } from './typescript/format.ts';

const ENDINGS: Readonly<Record<PolicyForm, string>> = { typescript: 'ts', yaml: 'yaml' };

/**
 * Writes a policy of the office's own into its folder, from one there is, and what an editor needs to complete and
 * check it. Returns the file.
 *
 * @throws UserError where the id or the file is taken
 */
export async function makePolicy(folder: string, policy: Policy, form: PolicyForm): Promise<string> {
  const file = join(folder, `${policy.id}.${ENDINGS[form]}`);
  const text = await policyTextOf(policy, form);
  // What is written can be read: an id or a name that is none is refused before there is a file.
  await readPolicyText(text, file);
  await requireFree(folder, policy.id, file);
  await mkdir(folder, { recursive: true });
  await writeFile(file, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(
      `${file}: ${error.code === 'EEXIST' ? OWN_POLICIES.fileThere : OWN_POLICIES.unwritable(error.code ?? '?')}`,
    );
  });
  if (form === 'typescript') await helpEditors(folder);
  return file;
}

/** A policy as a file of a form says it. */
export async function policyTextOf(policy: Policy, form: PolicyForm): Promise<string> {
  return form === 'yaml'
    ? yamlOf(policy, ownFile('policies/policy.schema.json'))
    : formatTypescript(typescriptOf(policy));
}

/** The text of a YAML file with a policy changed in it as one who edits it would; JSON has no comments to keep. */
export function policyTextChanged({ file, text }: PolicySource, before: Policy, after: Policy): string {
  return /\.json$/i.test(file)
    ? `${JSON.stringify(dataWritten(after), null, 2)}\n`
    : yamlRewritten(text, before, after);
}

/** An editor finds `dondoc/dsl`, its types and what they mean; the program itself never looks at this file. */
async function helpEditors(folder: string): Promise<void> {
  const file = join(folder, 'tsconfig.json');
  if (
    await access(file).then(
      () => true,
      () => false,
    )
  )
    return;
  // The compiled types: sources ask for a checkout's own settings.
  const types = 'dsl/policy/index.d.ts';
  const language = ownFile(import.meta.url.endsWith('.ts') ? `dist/${types}` : types);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: 'nodenext',
    target: 'es2022',
    types: [],
    skipLibCheck: true,
    paths: { 'dondoc/dsl': [language] },
  };
  await writeFile(file, `${JSON.stringify({ compilerOptions, include: ['*.ts'] }, null, 2)}\n`);
}
