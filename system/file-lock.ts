import Database from 'libsql';
import { UserError } from '../dsl/user-error.ts';

export interface FileLock {
  release(): void;
}

/** Those held: one that nobody else keeps would be closed with its garbage, and the lock be free. */
const HELD = new Set<Database.Database>();

/**
 * Takes a lock that stands for a file; undefined where somebody else, or another task of this process, has it. It is
 * SQLite's own on a file without content: the system drops it with the process that held it, so none is ever stale,
 * whatever way that process died.
 * @throws UserError where the file cannot be written.
 */
export function takeFileLock(file: string): FileLock | undefined {
  const database = openLockFile(file);
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!(error instanceof Database.SqliteError)) throw error;
    if (error.code === 'SQLITE_BUSY') return undefined;
    throw new UserError(`không khóa được ${file}: ${error.message}`);
  }
  HELD.add(database);
  return {
    release: () => {
      HELD.delete(database);
      database.close();
    },
  };
}

function openLockFile(file: string): Database.Database {
  try {
    return new Database(file, { timeout: 0 });
  } catch {
    throw new UserError(`không mở được ${file} để ghi: kiểm tra quyền của thư mục này`);
  }
}
