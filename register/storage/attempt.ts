import { faultLine, type Storage, StorageError } from './storage.ts';

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 250;

/**
 * Runs one unit of work (a transaction, or one statement) and again from the start while another process holds the
 * lock, up to `waitMs`; any other fault of the storage becomes a `StorageError` at once. The work must change nothing
 * outside the database.
 */
export async function attempt<T>(storage: Storage, waitMs: number, work: () => Promise<T>): Promise<T> {
  const until = performance.now() + waitMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StorageError) throw error;
      const fault = storage.faultOf(error);
      if (fault === undefined) throw error;
      if (fault !== 'locked' || performance.now() + pauseMs > until) {
        throw new StorageError(fault, faultLine(fault, storage.name), error);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
