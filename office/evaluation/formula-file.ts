import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { UserError } from '../../dsl/user-error.ts';
import { codeOf } from '../../system/error-code.ts';
import { ownFile } from '../../system/own-files.ts';
import { FORMULA_FILE as say } from '../../texts/evaluation.ts';
import { type Formula, formulaFaults, formulaSchema } from './formula.ts';

/** The name of the file in the office's data folder. */
export const FORMULA_NAME = 'danh-gia.yaml';

const EXAMPLE = ownFile('office/evaluation/samples/cach-tinh-mau.yaml');

/** The words of zod for what has no words of ours. */
const { localeError } = z.locales.vi();

/**
 * The text of the office's own file; of the example that ships where there is none.
 * @throws UserError where it must be there and is not
 */
export async function formulaText(file: string, isNeeded = false): Promise<string> {
  const own = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (own === undefined && isNeeded) throw new UserError(say.gone(file));
  return own ?? readFile(EXAMPLE, 'utf8');
}

/** @throws UserError saying which line cannot be right */
export async function loadFormula(file: string, isNeeded = false): Promise<Formula> {
  return readFormula(await formulaText(file, isNeeded), basename(file));
}

/**
 * A formula in YAML. `name` begins each fault.
 * @throws UserError saying which line cannot be right
 */
export function readFormula(text: string, name: string): Formula {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) throw new UserError(say.notYaml(name, lines.linePos(error.pos[0]).line));
  const parsed = formulaSchema.safeParse(dataOf(document, name), { error: localeError });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UserError(say.wrong(name, issue?.path.join('.') ?? '', issue?.message ?? ''));
  }
  const [fault] = formulaFaults(parsed.data);
  if (fault) throw new UserError(say.fault(name, fault));
  return parsed.data;
}

/** Writes the office's file, whole or not at all. @throws UserError where it is no formula */
export async function writeFormula(file: string, text: string): Promise<void> {
  readFormula(text, basename(file));
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

function dataOf(document: { toJS(options?: { maxAliasCount: number }): unknown }, name: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch {
    throw new UserError(say.notYaml(name, 1));
  }
}
