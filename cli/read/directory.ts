import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../dsl/user-error.ts';
import type { Directory } from '../../register/index.ts';
import { readConfig } from '../../settings/read-config.ts';
import { directoryNotAsked } from '../../texts/review/index.ts';
import { printNote } from '../output.ts';

/**
 * The directory names are looked up in: of the file given, else the one imported into the register of the data folder.
 * Undefined where there is neither; a register that cannot be opened is told and does not stop the reading. Loaded only
 * then: reading a notice should not wait for a database.
 */
export async function directoryFor(file: string | undefined): Promise<Directory | undefined> {
  if (file !== undefined) return (await import('../../register/index.ts')).loadDirectory(file);
  const register = join(readConfig().dataFolder, 'register.db');
  if (!existsSync(register)) return undefined;
  try {
    const directory = await importedDirectory(register);
    return directory.agencies.length === 0 ? undefined : directory;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    printNote(directoryNotAsked(error.message));
    return undefined;
  }
}

async function importedDirectory(file: string): Promise<Directory> {
  const { openRegister } = await import('../../register/index.ts');
  const { composeMessage } = await import('../../texts/messages/index.ts');
  const register = await openRegister({ file, compose: composeMessage, mailDomain: hostname() });
  try {
    return await register.directory.current();
  } finally {
    await register.close();
  }
}
