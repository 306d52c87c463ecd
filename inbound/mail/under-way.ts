import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../dsl/user-error.ts';
import { codeOf } from '../../system/error-code.ts';
import { INTAKE_FAULTS } from '../../texts/intake.ts';

/** Beside the mails stands which one is being read: one that broke the process is not read a second time. */
export interface UnderWayMark {
  /** The name a process left that died while it read; undefined where none did. Stays until it is cleared. */
  left(): Promise<string | undefined>;
  during<T>(name: string, read: () => Promise<T>): Promise<T>;
  clear(): Promise<void>;
}

/** @throws UserError where the folder cannot be written. */
export function underWayMark(folder: string): UnderWayMark {
  const file = join(folder, 'dondoc.reading');
  const clear = () => rm(file, { force: true });
  return {
    left: () => readFile(file, 'utf8').catch(() => undefined),
    clear,
    async during(name, read) {
      try {
        await writeFile(file, name, { mode: 0o600 });
      } catch (error) {
        throw new UserError(INTAKE_FAULTS.cannotMove(name, String(codeOf(error) ?? '')), { cause: error });
      }
      try {
        return await read();
      } finally {
        await clear();
      }
    },
  };
}
