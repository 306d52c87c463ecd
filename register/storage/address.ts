import { faultLine, StorageError } from './storage.ts';

/** What people read of it: host, port and database, not the password. */
export function databaseName(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname || 'localhost'}:${port || '5432'}${pathname}`;
  } catch (error) {
    throw new StorageError('bad-address', faultLine('bad-address', 'PostgreSQL'), error);
  }
}
