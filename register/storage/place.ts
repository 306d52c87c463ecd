import { sqliteStorage } from './sqlite.ts';
import type { Storage } from './storage.ts';

/* The driver of PostgreSQL is loaded where it is used only. */

/** Where a register lives: in a SQLite file, or in a database of PostgreSQL (`postgres://user:password@host/database`). */
export type RegisterPlace = { readonly file: string } | { readonly url: string };

export async function storageAt(place: RegisterPlace): Promise<Storage> {
  if ('file' in place) return sqliteStorage({ file: place.file });
  const { postgresStorage } = await import('./postgres.ts');
  return postgresStorage({ url: place.url });
}

/** Held by the one service that has a Temporal of its own. */
export interface RegisterSeat {
  /** Resolves when the server has taken it away: the connection is gone. */
  readonly lost: Promise<void>;
  leave(): Promise<void>;
}

/**
 * The seat of a register in a database of PostgreSQL: two services on two machines, each with its own Temporal, would
 * each lead every directive. Undefined where somebody has it. It falls free with its holder's connection.
 * @throws StorageError where the database cannot be reached.
 */
export async function takeRegisterSeat(url: string): Promise<RegisterSeat | undefined> {
  const { takeSeat } = await import('./seat.ts');
  return takeSeat(url);
}
