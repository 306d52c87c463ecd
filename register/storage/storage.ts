import type { Dialect } from 'kysely';
import { UserError } from '../../dsl/user-error.ts';
import { STORAGE_FAULTS } from '../../texts/storage.ts';
import type { WorkersAtWork } from './workers.ts';

/** What can go wrong with the storage itself, whatever the database. */
export type StorageFault = keyof typeof STORAGE_FAULTS;

/** One database the register can live in: the only place that knows its driver, its settings and its error codes. */
export interface Storage {
  /** What a person reads in an error: the file, or the server and database. */
  readonly name: string;
  /**
   * A new connection (or pool) each time. `lockWaitMs`: how long its user waits for a lock in all, for a database in
   * which who waits has a place in a queue.
   */
  dialect(lockWaitMs?: number): Dialect;
  /** The fault behind a driver's error, or undefined where it is a mistake of ours (broken SQL, a broken constraint). */
  faultOf(error: unknown): StorageFault | undefined;
  /** Absent where one service has it to itself. */
  readonly workers?: WorkersAtWork;
}

/** The storage failed in a way a person can mend, or that passes by itself (see `isTransient`). */
export class StorageError extends UserError {
  readonly fault: StorageFault;

  constructor(fault: StorageFault, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.fault = fault;
  }
}

/**
 * May the same call succeed later, untouched? True for a lock held elsewhere, a full disk (nothing was written: the
 * transaction was rolled back) and a lost connection; the caller retries and says so.
 */
export function isTransient(error: unknown): boolean {
  return (
    error instanceof StorageError && (error.fault === 'locked' || error.fault === 'disk-full' || error.fault === 'lost')
  );
}

/** The one line for people about a fault. */
export function faultLine(fault: StorageFault, name: string): string {
  return STORAGE_FAULTS[fault](name);
}
