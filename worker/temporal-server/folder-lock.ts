import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { UserError } from '../../dsl/user-error.ts';
import { type FileLock, takeFileLock } from '../../system/file-lock.ts';

const POLL_MS = 50;

/**
 * Runs `work` while no other process (or task of this one) does so for the same folder.
 * @throws UserError when the folder cannot be written, or the lock is not had within `waitMs`.
 */
export async function withFolderLock<T>(folder: string, waitMs: number, work: () => Promise<T>): Promise<T> {
  const lock = await take(join(folder, 'temporal.lock'), waitMs);
  try {
    return await work();
  } finally {
    lock.release();
  }
}

async function take(file: string, waitMs: number): Promise<FileLock> {
  const end = Date.now() + waitMs;
  for (;;) {
    const lock = takeFileLock(file);
    if (lock) return lock;
    if (Date.now() > end)
      throw new UserError(
        `${file}: một tiến trình khác khởi động hoặc dừng Temporal đã ${waitMs / 1000} giây chưa xong; thử lại sau`,
      );
    await delay(POLL_MS);
  }
}
