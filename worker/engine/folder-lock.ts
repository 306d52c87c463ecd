import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'libsql';
import { UserError } from '../../dsl/user-error.ts';

const POLL_MS = 50;

/**
 * Runs `work` while no other process (or task of this one) does so for the same folder. The lock is SQLite's own on a
 * file without content: the system drops it with the process that held it, so none is ever stale, whatever way that process died.
 * @throws UserError when the folder cannot be written, or the lock is not had within `waitMs`.
 */
export async function withFolderLock<T>(folder: string, waitMs: number, work: () => Promise<T>): Promise<T> {
  const file = join(folder, 'temporal.lock');
  const database = openLockFile(file);
  try {
    await take(database, file, waitMs);
    return await work();
  } finally {
    database.close();
  }
}

function openLockFile(file: string): Database.Database {
  try {
    return new Database(file, { timeout: 0 });
  } catch {
    throw new UserError(`không mở được ${file} để ghi: kiểm tra quyền của thư mục này`);
  }
}

async function take(database: Database.Database, file: string, waitMs: number): Promise<void> {
  const end = Date.now() + waitMs;
  for (;;) {
    try {
      database.exec('BEGIN EXCLUSIVE');
      return;
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
      if (error.code !== 'SQLITE_BUSY') throw new UserError(`không khóa được ${file}: ${error.message}`);
      if (Date.now() > end)
        throw new UserError(
          `${file}: một tiến trình khác khởi động hoặc dừng Temporal đã ${waitMs / 1000} giây chưa xong; thử lại sau`,
        );
      await delay(POLL_MS);
    }
  }
}
