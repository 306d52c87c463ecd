import { UserError } from '../../dsl/user-error.ts';
import type { Directory } from '../../register/index.ts';
import { directoryNotAsked } from '../../texts/review/index.ts';
import { printNote } from '../output.ts';
import { hasRegister } from '../register-place.ts';

/**
 * The directory names are looked up in: of the file given, else the one imported into the register of the data folder.
 * Undefined where there is neither; a register that cannot be opened is told and does not stop the reading. Loaded only
 * then: reading a notice should not wait for a database.
 */
export async function directoryFor(file: string | undefined): Promise<Directory | undefined> {
  if (file !== undefined) return (await import('../../register/index.ts')).loadDirectory(file);
  if (!hasRegister()) return undefined;
  try {
    const directory = await importedDirectory();
    return directory.agencies.length === 0 ? undefined : directory;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    printNote(directoryNotAsked(error.message));
    return undefined;
  }
}

async function importedDirectory(): Promise<Directory> {
  const { withRegister } = await import('../office-register.ts');
  return withRegister((register) => register.directory.current());
}
