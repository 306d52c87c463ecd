import { sqliteStorage } from './sqlite.ts';
import type { Storage } from './storage.ts';

/** Where a register lives: in a SQLite file, or in a database of PostgreSQL (`postgres://user:password@host/database`). */
export type RegisterPlace = { readonly file: string } | { readonly url: string };

export async function storageAt(place: RegisterPlace): Promise<Storage> {
  if ('file' in place) return sqliteStorage({ file: place.file });
  // Its driver is loaded where it is used only.
  const { postgresStorage } = await import('./postgres.ts');
  return postgresStorage({ url: place.url });
}
