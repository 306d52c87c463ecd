import { readFile } from 'node:fs/promises';
import { UserError } from '../../dsl/user-error.ts';
import { parseCorrections } from '../../office/review/corrections-file.ts';
import type { Corrections } from '../../office/review/types.ts';
import { correctionRefusals as refuse } from '../../texts/review/index.ts';

/** A corrections file; throws `UserError` naming file, line and directive. */
export async function loadCorrections(path: string): Promise<Corrections> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(error.code === 'ENOENT' ? refuse.missing(path) : refuse.unreadable(path, error.code ?? ''));
  });
  return parseCorrections(text, path);
}
